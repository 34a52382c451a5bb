import CCHCCriteria
import CCHCCycle
import CCHCDrafting
import CCHCForms
import CCHCPublished
import CCHCScoring
import CCHCTables
import CCHCTally
import TestSupport
import Testing

@Suite("Masked survey counts")
struct SurveyMaskTests {
  private func table(_ rows: [[Int64]]) -> SurveyLeaf {
    let columns = rows[0].indices.map { column in rows.reduce(0) { $0 + $1[column] } }
    return SurveyLeaf(
      agency: 0, leaf: 0, rows: rows.enumerated().map { SurveyLeaf.Row(group: $0, counts: $1) },
      counts: columns)
  }

  @Test("One small cell of a row takes the next smallest with it, two small ones need no other")
  func hidesNextSmallest() {
    #expect(SurveyMask(table([[38, 8, 2]]), limit: 5).cells == [[.shown, .hidden, .small]])
    #expect(SurveyMask(table([[26, 12, 3, 2]]), limit: 5).cells == [[.shown, .shown, .small, .small]])
    // Two small ones that make 0, or as much as they can, are known all the same.
    #expect(SurveyMask(table([[30, 9, 0, 0]]), limit: 5).cells == [[.shown, .hidden, .small, .small]])
    #expect(SurveyMask(table([[30, 9, 4, 4]]), limit: 5).cells == [[.shown, .hidden, .small, .small]])
  }

  @Test("Nothing is hidden where no count is small, or the limit says nothing")
  func showsLargeCounts() {
    let cases: [(rows: [[Int64]], limit: Int)] = [
      ([[9, 8], [7, 6]], 5), ([[0, 0], [1, 2]], 0), ([[0, 1]], 1),
    ]
    for (rows, limit) in cases {
      let mask = SurveyMask(table(rows), limit: limit)
      let sights = mask.cells.joined() + mask.rowTotals + mask.columnTotals + [mask.total]
      #expect(sights.allSatisfy { $0 == .shown })
      #expect(!mask.isWithheld)
    }
  }

  @Test("No small count can be worked out from what is shown, in random tables")
  func resistsSubtraction() {
    var random = SeededGenerator("resistsSubtraction")
    for _ in 0..<repetitions(120) {
      let size = random.pick([(1, 2), (1, 3), (1, 4), (2, 2), (2, 3), (3, 2)])
      let rows = (0..<size.0).map { _ in
        (0..<size.1).map { _ in Int64(random.pick([0, 0, 1, 2, 3, 4, 5, 6])) }
      }
      let survey = table(rows)
      let least = random.pick([nil, 6, 9])
      let mask = SurveyMask(survey, limit: Self.limit, minAnswers: least)
      if mask.isWithheld { continue }
      let readings = readings(of: survey, mask).filter { table in
        least.map { (table.joined().reduce(0, +) < $0) == (survey.total < $0) } ?? true
      }
      #expect(readings.contains(rows), "\(rows)")
      for (row, sights) in mask.cells.enumerated() {
        for (column, sight) in sights.enumerated() where sight == .small {
          #expect(Set(readings.map { $0[row][column] }).count > 1, "\(rows) \(mask)")
        }
      }
      for (row, sight) in mask.rowTotals.enumerated() where sight == .small {
        #expect(Set(readings.map { $0[row].reduce(0, +) }).count > 1, "\(rows) \(mask)")
      }
      for (column, sight) in mask.columnTotals.enumerated() where sight == .small && rows.count > 1 {
        #expect(Set(readings.map { $0.reduce(0) { $0 + $1[column] } }).count > 1, "\(rows) \(mask)")
      }
    }
  }

  private static let limit = 3

  /// Every table that goes with what is shown; hidden counts up to 8.
  private func readings(of survey: SurveyLeaf, _ mask: SurveyMask) -> [[[Int64]]] {
    var tables: [[[Int64]]] = [[]]
    for (row, entry) in survey.rows.enumerated() {
      var lines: [[Int64]] = [[]]
      for (column, count) in entry.counts.enumerated() {
        let values: [Int64] =
          switch mask.cells[row][column] {
          case .shown: [count]
          case .small: Array(0..<Int64(Self.limit))
          case .hidden: Array(Int64(Self.limit)...8)
          }
        lines = lines.flatMap { line in values.map { line + [$0] } }
      }
      lines = lines.filter { goes(Int128($0.reduce(0, +)), with: entry.total, mask.rowTotals[row]) }
      tables = tables.flatMap { table in lines.map { table + [$0] } }
    }
    guard survey.rows.count > 1 else { return tables }
    return tables.filter { table in
      survey.counts.indices.allSatisfy { column in
        goes(
          Int128(table.reduce(0) { $0 + $1[column] }), with: Int128(survey.counts[column]),
          mask.columnTotals[column])
      } && goes(Int128(table.joined().reduce(0, +)), with: survey.total, mask.total)
    }
  }

  private func goes(_ sum: Int128, with total: Int128, _ sight: SurveyMask.Sight) -> Bool {
    switch sight {
    case .shown: sum == total
    case .small: sum < Int128(Self.limit)
    case .hidden: sum >= Int128(Self.limit)
    }
  }

  @Test(
    "The margin of error is rounded up to one decimal",
    arguments: [(1, 980), (4, 490), (30, 179), (100, 98), (101, 98), (96_040, 4), (1_000_000, 1)])
  func roundsMarginUp(answers: Int, tenths: Int) {
    #expect(marginOfError(answers: Int128(answers)) == tenths)
    let square = tenths * tenths * answers
    #expect(square >= 960_400)
    #expect((tenths - 1) * (tenths - 1) * answers < 960_400)
  }

  @Test("No margin without answers")
  func givesNoMargin() { #expect(marginOfError(answers: 0) == nil) }
}
