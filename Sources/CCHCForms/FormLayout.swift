import CCHCCriteria
import CCHCOffice
import CCHCScoring
import CCHCTables

/// Where everything stands on the sheet of a form, the same for every agency of a group.
struct FormLayout: Sendable {
  /// The columns of the form.
  enum Column {
    static let (code, name, maximum, figure, points) = (1, 2, 3, 4, 5)
    static let (state, document, note, request) = (6, 7, 8, 9)
    /// Hidden: the state of each row as a number, which colours it.
    static let mark = 10
    static let last = 10
  }

  /// A row of the table.
  enum Line: Hashable, Sendable {
    /// A row of criteria.csv, by its place.
    case criterion(Int)
    /// An input of a leaf.
    case input(leaf: Int, Int)
  }

  /// The rows above the table.
  static let (titleRow, roundRow, agencyRow, resultRow, noteRow) = (5, 6, 7, 8, 9)
  /// The rows that every printed page repeats: the mã đối chiếu, and the headings.
  static let (checkRow, headingRow) = (10, 11)

  let lines: [Line]
  /// The row of each line.
  private let rows: [Line: Int]

  init(_ set: CriteriaSet) {
    lines = set.rows.indices.flatMap { row -> [Line] in
      guard let leaf = set.rows[row].leaf else { return [.criterion(row)] }
      // What others enter is not asked of the agency.
      let isAsked = set.leaves[leaf].method == .own
      let inputs = isAsked ? set.leaves[leaf].inputs.indices.map { Line.input(leaf: leaf, $0) } : []
      return [.criterion(row)] + inputs
    }
    rows = Dictionary(
      uniqueKeysWithValues: lines.enumerated().map { ($0.element, Self.headingRow + 1 + $0.offset) })
  }

  /// The row of a line on the sheet.
  func row(of line: Line) -> Int { rows[line] ?? Self.headingRow }

  /// The last row of the table.
  var lastRow: Int { Self.headingRow + lines.count }

  /// Where the figure of an input is typed.
  func figure(leaf: Int, input: Int) -> FormCell {
    FormCell(.form, row: row(of: .input(leaf: leaf, input)), column: Column.figure)
  }

  /// A cell of a criterion's row.
  func cell(of criterion: Int, _ column: Int) -> FormCell {
    FormCell(.form, row: row(of: .criterion(criterion)), column: column)
  }
}

/// The columns of the hidden sheet; steps of rules stand right of them.
enum WorkColumn {
  static let code = 1
  /// Points and maximum that count now, and what they are of the agency's own leaves.
  static let (points, maximum, ownPoints, ownMaximum) = (2, 3, 4, 5)
  /// What leaves without figures of others can still bring.
  static let (least, most, waiting) = (6, 7, 8)
  static let status = 9
  /// What the round says of the leaf and the agency: whether it is exempt, and what others entered.
  static let (exempt, othersState, othersPoints, othersName) = (10, 11, 12, 13)
  /// Parts of the mã đối chiếu.
  static let (firstCheck, secondCheck) = (14, 15)
  static let firstStep = 16
  /// The columns that a parent sums.
  static let summed = [points, maximum, ownPoints, ownMaximum, least, most, waiting, firstCheck, secondCheck]

  /// The row of what concerns the whole agency, and the first row of a leaf.
  static let (agencyRow, firstRow) = (1, 3)
}

/// The status of a leaf as the hidden column of a form has it.
enum FormStatus {
  static let (scored, exempt, requested, invalid, missing) = (0, 1, 2, 3, 4)
  static let (division, large, awaited, monitored) = (6, 7, 8, 9)
  /// The first check of a leaf that does not hold; the next ones follow.
  static let firstCheck = 10

  /// The statuses in which a leaf that the agency scores has neither points nor a maximum in the form.
  static func withoutPoints(_ leaf: Leaf) -> [Int] {
    // Points that no spreadsheet can work out are awaited from the program.
    [exempt, monitored] + (leaf.hasFormula ? [] : [awaited])
  }
}
