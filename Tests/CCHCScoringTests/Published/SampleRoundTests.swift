import CCHCCriteria
import CCHCExact
import CCHCFiles
import CCHCScoring
import Testing

@Suite("The sample round of 2023")
struct SampleRoundTests {
  private let scored = Repository.scored("2023-cchc-mau")

  private func field(_ code: String, of agency: String) throws -> RowTotal {
    let result = try scored.agency(agency)
    let set = scored.round[agency: result.agency].set
    return result.fields[try #require(set.fields.firstIndex { set.rows[$0].code == code })]
  }

  /// The obligations of an agency: id, report word and reason.
  private func duties(_ agency: String) throws -> [(id: String, report: String, reason: String)] {
    let result = try scored.agency(agency)
    let rules = scored.round[agency: result.agency].set.obligations
    return result.obligations.map { (rules[$0.rule].id, rules[$0.rule].report, $0.reason.vietnamese) }
  }

  @Test("It loads without an error and is not provisional")
  func isClean() {
    #expect(scored.errors == [])
    #expect(!scored.results.isProvisional)
    #expect(scored.results.unappraised.isEmpty)
    #expect(scored.round.agencies.count == 18)
    #expect(
      scored.codes.isSubset(of: ["document-outside-year", "document-after-cutoff", "explanation-late"]))
  }

  @Test("Exactly 75 % is not below 75 %")
  func keepsEdge() throws {
    let total = try field("7", of: "SCT")
    #expect(total.share == Rational(3, over: 4))
    #expect(try duties("SCT").map(\.id) == ["dot-pha"])
  }

  @Test("16.499 of 22 prints as 75.00 % and is below 75 %; the reason shows it")
  func flagsBelowEdge() throws {
    let total = try field("3", of: "STNMT")
    #expect(decimalText(total.points, decimals: 3) == "16.499")
    #expect(decimalText(total.max, decimals: 3) == "22.000")
    let set = scored.round.groups[0].set
    let published = try #require(total.share.flatMap(set.settings.publishedPercent))
    #expect(decimalText(published, decimals: 2) == "75.00")
    let duty = try #require(try duties("STNMT").first)
    #expect(duty.id == "kiem-diem-tthc")
    #expect(duty.reason.contains("74,995%"))
    #expect(duty.reason.contains("(16,499/22 điểm)"))
  }

  @Test("Two reasons of one agency are one report")
  func joinsReports() throws {
    let reviews = try duties("SXD").filter { $0.report == "kiem-diem" }
    #expect(reviews.count == 2)
    #expect(Set(reviews.map(\.id)).count == 2)
    #expect(Set(reviews.map(\.reason)).count == 2)
  }

  @Test("Days late by the register of receipts take points by the rule of 1.2.2")
  func countsLateDays() throws {
    #expect(scored.round.agency("SXD").map { scored.round.lateDays[$0] } == 3)
    #expect(scored.round.agency("SLDTBXH").map { scored.round.lateDays[$0] } == 1)
    #expect(scored.round.lateDays.count { $0 > 0 } == 2)
    #expect(try scored.leaf("1.2.2", of: "SXD").contains("0.200"))
  }

  @Test("Equal published indices share a rank, and the next one is passed over")
  func sharesRank() throws {
    #expect(try [scored.agency("STP").rank, scored.agency("SKHDT").rank] == [4, 4])
    #expect(try scored.agency("STP").publishedIndex == scored.agency("SKHDT").publishedIndex)
    #expect(try scored.agency("STP").index != scored.agency("SKHDT").index)
    let bloc = scored.results.groups.flatMap(\.agencies).filter {
      scored.round.agencies[$0.agency].bloc == "Khối tổng hợp"
    }
    #expect(bloc.map(\.rank) == [1, 2, 3, 4, 4, 6])
  }

  @Test("An agency that is not ranked is scored and stands last in its bloc")
  func listsUnranked() throws {
    let result = try scored.agency("BDT")
    #expect(result.rank == nil)
    #expect(result.publishedIndex != nil)
    #expect(result.band != nil)
    let bloc = scored.results.groups.flatMap(\.agencies).filter {
      scored.round.agencies[$0.agency].bloc == "Khối văn hóa - xã hội"
    }
    #expect(bloc.last?.agency == result.agency)
    #expect(bloc.map(\.rank) == [1, 2, 3, 4, 5, nil])
  }

  @Test("Every agency owes the breakthrough registration, by the first of April of the next year")
  func owesAll() {
    for result in scored.results.groups.flatMap(\.agencies) {
      let rules = scored.round[agency: result.agency].set.obligations
      let duty = result.obligations.first { rules[$0.rule].id == "dot-pha" }
      #expect(duty?.deadline?.isoText == "2024-04-01")
    }
  }

  @Test("Later appraisal rounds build on earlier ones")
  func buildsOnRounds() throws {
    for (agency, leaf) in [("SNV", "5.2.1"), ("SXD", "3.3.1"), ("SYT", "4.1")] {
      let shown = try scored.leaf(leaf, of: agency)
      #expect(shown.split(separator: "|")[1].split(separator: ",").count == 2, "\(shown)")
    }
  }
}
