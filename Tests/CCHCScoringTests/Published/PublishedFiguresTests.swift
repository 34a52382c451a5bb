import CCHCCriteria
import CCHCExact
import CCHCScoring
import Testing

@Suite("Figures published under Quyết định 766/QĐ-TTg")
struct PublishedFiguresTests {
  private static let folder = "Tests/Fixtures/766/"
  private static let groups = [
    ("CKMB_max18", "1"), ("TDGQ_max20", "2"), ("ONLINE_max12", "3"), ("TTTT_max10", "3b"),
    ("MDSH_max22", "4"), ("MDHL_max18", "5"),
  ]

  /// Points as published, in hundredths.
  private func hundredths(_ text: String?) throws -> Int64 {
    let bytes = Array(try #require(text).utf8)
    let number = parseNumber(bytes.span)
    return try #require(number?.value.units(atScale: 2))
  }

  /// The agency of the round with a published name.
  private func agency(_ name: String, _ round: Round) -> Int? {
    let plain = name.replacing(" (Gia Lai)", with: "")
    return round.agencies.firstIndex { $0.name == plain }
  }

  @Test("The shipped round has no error and eight agencies in two blocs")
  func loadsRound() {
    let scored = Repository.scored("2026-dvc-766")
    #expect(scored.problems == [])
    #expect(scored.round.agencies.count == 8)
    #expect(!scored.results.isProvisional)
  }

  @Test("Every published ratio row of the eight units comes out exactly")
  func matchesRatioRows() throws {
    let scored = Repository.scored("2026-dvc-766")
    var matched = 0
    var others: Set<String> = []
    for row in try Repository.rows(Self.folder + "test_vectors_766_ratio_rules.csv") {
      let unit = try #require(row["unit"])
      guard let agency = agency(unit, scored.round) else {
        others.insert(unit)
        continue
      }
      let code = try #require(row["indicator"]?.split(separator: " ").first.map(String.init))
      let set = scored.round[agency: agency].set
      let leaf = try #require(set.row(code).flatMap { set.rows[$0].leaf }, "\(code)")
      let state = scored.round[agency: agency][leaf: leaf].state
      let figures = zip(set.leaves[leaf].inputs, state.figures).reduce(into: [:]) {
        $0[$1.0.name] = $1.1.units
      }
      #expect(figures["b"] == Int64(try #require(row["numerator"])), "\(unit) \(code)")
      #expect(figures["a"] == Int64(try #require(row["denominator"])), "\(unit) \(code)")
      let score = scored.results[agency: agency][leaf: leaf].score
      #expect(score.final == (try hundredths(row["published_score"])), "\(unit) \(code)")
      #expect(score.status == .scored)
      matched += 1
    }
    #expect(matched == 8 * 14)
    #expect(others == ["Tây Ninh", "Sở Nội vụ (Gia Lai)"])
  }

  @Test(
    "Group scores and totals come out exactly",
    arguments: [
      ("results_766_provinces_20261010.csv", "province"), ("results_766_gialai_units_20261010.csv", "unit"),
    ])
  func matchesGroups(_ file: String, _ nameColumn: String) throws {
    let scored = Repository.scored("2026-dvc-766")
    var matched = 0
    for row in try Repository.rows(Self.folder + file) {
      guard let agency = scored.round.agency(try #require(row["code"])) else { continue }
      #expect(scored.round.agencies[agency].name == row[nameColumn])
      let set = scored.round[agency: agency].set
      let result = try #require(scored.results.groups.flatMap(\.agencies).first { $0.agency == agency })
      for (column, code) in Self.groups {
        let field = try #require(set.fields.firstIndex { set.rows[$0].code == code })
        #expect(
          result.fields[field].points == Int128(try hundredths(row[column])), "\(row["code"] ?? "") \(code)")
      }
      #expect(result.points == Int128(try hundredths(row["total"])))
      #expect(result.max == 10_000)
      #expect(result.publishedIndex == Int128(try hundredths(row["total"])))
      matched += 1
    }
    #expect(matched == 4)
  }

  @Test("Ranks follow the published totals")
  func matchesRanks() throws {
    let scored = Repository.scored("2026-dvc-766")
    let provinces = try Repository.rows(Self.folder + "results_766_provinces_20261010.csv")
    let units = try Repository.rows(Self.folder + "results_766_gialai_units_20261010.csv")
    for (rows, bloc) in [(provinces, "Các tỉnh, thành phố"), (units, "Cơ quan của tỉnh Gia Lai")] {
      let ours = scored.results.groups.flatMap(\.agencies).filter {
        scored.round.agencies[$0.agency].bloc == bloc
      }
      let codes = ours.map { scored.round.agencies[$0.agency].code }
      // The published rank columns number the units of the whole table.
      let rank = rows.count == provinces.count ? "rank" : "rank_all"
      let published = try rows.filter { codes.contains($0["code"] ?? "") }
        .sorted { try #require(Int($0[rank] ?? "")) < #require(Int($1[rank] ?? "")) }
      #expect(codes == published.compactMap { $0["code"] })
      #expect(ours.map(\.rank) == [1, 2, 3, 4])
    }
  }
}
