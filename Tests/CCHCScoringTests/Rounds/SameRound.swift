import CCHCScoring
import TestSupport
import Testing

/// Another way to give the same round, or to score it, which must not change a byte of what follows.
struct SameRound: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// Whether the problems are the same, too, wherever they stand then.
  var keepsProblems = true
  /// Gives the evidence otherwise.
  var vary: @Sendable ([RoundTable], inout SeededGenerator) -> [RoundTable] = { tables, _ in tables }
  /// Loads and scores the round of a folder; on other numbers of cores, say.
  var score: @Sendable (TemporaryFolder) -> Scored = {
    Scored(round: $0.path("evidence/ky"), criteria: $0.path("criteria"))
  }

  static let all = [rows, files, agencyFiles, agencies, writing, repetitions, everything]

  static let rows = SameRound(testDescription: "rows in another order") { tables, random in
    tables.map { $0.name == "agencies.csv" ? $0 : $0.shuffled(&random) }
  }

  static let files = SameRound(testDescription: "tables split over files of other names") { tables, random in
    tables.flatMap { table in
      let names = ["a", "b", "c"].map { "\($0)\(random.number(0...99))" }
      let parts = table.rows.map { _ in random.pick(names) }
      var place = -1
      return table.parted { _ in
        place += 1
        return parts[place]
      }
    }
  }

  static let agencyFiles = SameRound(testDescription: "a file for each agency that files") { tables, _ in
    tables.flatMap { table -> [RoundTable] in
      guard let folder = table.folder, ["self", "external"].contains(folder) else { return [table] }
      return table.parted { $0[0] }.map { $0.dropping("agency") }
    }
  }

  static let agencies = SameRound(testDescription: "agencies in another order") { tables, random in
    tables.map { $0.name == "agencies.csv" ? $0.shuffled(&random) : $0 }
  }

  static let writing = SameRound(
    testDescription: "Vietnamese headings in another order, semicolons, decimal commas, other line ends"
  ) { tables, _ in
    tables.map { table in
      var table = table.withCommas().reversed()
      table.columns = table.columns.map { vietnamese[$0] ?? $0 }
      table.write = { "\u{FEFF}" + csv($0).replacing("\",\"", with: "\";\"").replacing("\n", with: "\r\n") }
      return table
    }
  }

  static let repetitions = SameRound(
    testDescription: "rows repeated, comments, empty rows and a column of notes", keepsProblems: false
  ) { tables, random in
    tables.map { table in
      var table = table
      // Counts of a survey add up, and have no key.
      let repeats = !["agencies.csv", "survey/x.csv"].contains(table.name)
      table.rows = table.rows.flatMap { row in
        var rows = [row]
        if repeats, random.once(in: 3) { rows.append(row) }
        if random.once(in: 4) { rows.append(["# bỏ"]) }
        if random.once(in: 4) { rows.append(row.map { _ in "" }) }
        return rows
      }
      table.columns.append("# ghi chú")
      return table
    }
  }

  static let everything = SameRound(testDescription: "all of it at once", keepsProblems: false) {
    tables, random in
    [agencies, repetitions, rows, files, writing].reduce(tables) { $1.vary($0, &random) }
  }

  private static let vietnamese = [
    "agency": "Mã cơ quan", "name": "TÊN", "group": "nhóm", "bloc": "khối", "ranked": "tham gia xếp hạng",
    "criterion": "mã tiêu chí", "input": "mã số liệu", "value": "giá trị", "document": "tài liệu kiểm chứng",
    "note": "thuyết minh", "answer": "phương án trả lời", "count": "số phiếu", "round": "lần thẩm định",
    "points": "điểm thẩm định", "reason": "lý do", "appraiser": "cơ quan thẩm định",
    "decided_by": "văn bản quyết định",
  ]
}

extension RoundTable {
  fileprivate func shuffled(_ random: inout SeededGenerator) -> RoundTable {
    var copy = self
    copy.rows.shuffle(using: &random)
    return copy
  }

  /// The table without a column.
  fileprivate func dropping(_ column: String) -> RoundTable {
    guard let place = columns.firstIndex(of: column) else { return self }
    var copy = self
    copy.columns.remove(at: place)
    copy.rows = rows.map { row in row.enumerated().filter { $0.offset != place }.map(\.element) }
    return copy
  }

  /// The columns from the last to the first; rows that are comments stay as they are.
  fileprivate func reversed() -> RoundTable {
    var copy = self
    copy.columns.reverse()
    copy.rows = rows.map { row in
      guard row.count > 1 else { return row }
      return (row + Array(repeating: "", count: columns.count - row.count)).reversed()
    }
    return copy
  }

  /// Decimal commas for points, in figures and decisions.
  fileprivate func withCommas() -> RoundTable {
    var copy = self
    for (place, column) in columns.enumerated() where ["value", "points"].contains(column) {
      for row in copy.rows.indices where place < copy.rows[row].count {
        copy.rows[row][place] = copy.rows[row][place].replacing(".", with: ",")
      }
    }
    return copy
  }
}
