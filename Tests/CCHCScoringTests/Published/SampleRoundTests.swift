import CCHCScoring
import CCHCTables
import Testing

@Suite("The sample round of 2023")
struct SampleRoundTests {
  private let scored = Repository.scored("2023-cchc-mau")

  private func field(_ code: String, of agency: String) throws -> RowTotal {
    let result = try scored.agency(agency)
    let set = scored.round.set(of: result.agency)
    return result.fields[try #require(set.fields.firstIndex { set.rows[$0].code == code })]
  }

  /// The obligations of an agency: id, report word and reason.
  private func duties(_ agency: String) throws -> [(id: String, report: String, reason: String)] {
    let result = try scored.agency(agency)
    let rules = scored.round.set(of: result.agency).obligations
    return result.obligations.map { (rules[$0.rule].id, rules[$0.rule].report, $0.reason) }
  }

  @Test("It loads without an error and is not provisional")
  func isClean() {
    #expect(scored.errors == [])
    #expect(!scored.results.isProvisional)
    #expect(scored.results.unappraised.isEmpty)
    #expect(scored.round.agencies.count == 12)
    #expect(
      scored.codes.isSubset(of: ["head-unrated", "leaf-requested", "leaf-undocumented", "leaf-missing"]))
  }

  @Test("Exactly 75 % is not below 75 %")
  func keepsEdge() throws {
    let total = try field("3", of: "STP")
    #expect(total.share == Rational(3, over: 4))
    #expect(try duties("STP").map(\.id) == ["dot-pha"])
  }

  @Test("18.749 of 25 prints as 75.00 % and is below 75 %; the reason shows it")
  func flagsBelowEdge() throws {
    let total = try field("3", of: "STNMT")
    #expect(decimalText(total.points, decimals: 3) == "18.749")
    #expect(decimalText(total.max, decimals: 3) == "25.000")
    let set = scored.round.groups[0].set
    let published = try #require(total.share.flatMap(set.settings.publishedPercent))
    #expect(decimalText(published, decimals: 2) == "75.00")
    let duty = try #require(try duties("STNMT").first)
    #expect(duty.id == "kiem-diem-tthc")
    #expect(duty.reason.contains("74,996%"))
    #expect(duty.reason.contains("(18,749/25 điểm)"))
  }

  @Test("Two reasons of one agency are one report")
  func joinsReports() throws {
    let reviews = try duties("SXD").filter { $0.report == "kiem-diem" }
    #expect(reviews.count == 2)
    #expect(Set(reviews.map(\.id)).count == 2)
    #expect(Set(reviews.map(\.reason)).count == 2)
  }

  @Test("A head who is not yet rated leaves the obligation unconcluded")
  func leavesUnconcluded() throws {
    let result = try scored.agency("SGDDT")
    let rules = scored.round.set(of: result.agency).obligations
    #expect(result.unconcluded.map { rules[$0].id } == ["kiem-diem-nguoi-dung-dau"])
    let others = scored.results.groups.flatMap(\.agencies).filter { $0.agency != result.agency }
    #expect(others.allSatisfy { $0.unconcluded.isEmpty })
  }

  @Test("Equal published indices share a rank, and the next one is passed over")
  func sharesRank() throws {
    #expect(try [scored.agency("STC").rank, scored.agency("VPUB").rank] == [2, 2])
    #expect(try scored.agency("STC").publishedIndex == scored.agency("VPUB").publishedIndex)
    let bloc = scored.results.groups.flatMap(\.agencies).filter {
      scored.round.agencies[$0.agency].bloc == "Khối tổng hợp"
    }
    #expect(bloc.map(\.rank) == [1, 2, 2, 4, 5, 6])
  }

  @Test("An agency that is not ranked is scored and stands last in its bloc")
  func listsUnranked() throws {
    let result = try scored.agency("BDT")
    #expect(result.rank == nil)
    #expect(result.publishedIndex != nil)
    #expect(result.band != nil)
    let bloc = scored.results.groups.flatMap(\.agencies).filter {
      scored.round.agencies[$0.agency].bloc == "Khối chuyên ngành"
    }
    #expect(bloc.last?.agency == result.agency)
    #expect(bloc.map(\.rank) == [1, 2, 3, 4, 5, nil])
  }

  @Test("Every agency owes the breakthrough registration, by the first of April of the next year")
  func owesAll() {
    for result in scored.results.groups.flatMap(\.agencies) {
      let rules = scored.round.set(of: result.agency).obligations
      let duty = result.obligations.first { rules[$0.rule].id == "dot-pha" }
      #expect(duty?.deadline?.isoText == "2024-04-01")
    }
  }

  @Test("Later appraisal rounds build on earlier ones")
  func buildsOnRounds() throws {
    for (agency, leaf) in [("SKHDT", "2.3"), ("STP", "3.2"), ("SGDDT", "3.4.2")] {
      let shown = try scored.leaf(leaf, of: agency)
      #expect(shown.split(separator: "|")[1].split(separator: ",").count == 2, "\(shown)")
    }
  }
}
