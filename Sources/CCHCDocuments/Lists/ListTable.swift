package import CCHCExact
package import CCHCOffice
package import CCHCTables

/// A cell of a list.
package enum ListCell {
  case text(String)
  /// Points or another exact number: `units` × 10^-`decimals`, and how CSV shows it.
  case figure(Int128, decimals: Int, shown: String)
  /// An exact number that CSV shows as its locale does.
  case number(Int128, decimals: Int)
  case integer(Int)
  /// A day, and how CSV shows it.
  case day(Day, shown: String)

  /// An empty cell.
  package static let empty = ListCell.text("")
}

/// A column of a list.
package struct ListColumn {
  package enum Role {
    case reading
    /// A code to read: a text, whatever it looks like.
    case code
    /// To be filled in.
    case input
    /// A code to be filled in.
    case inputCode
    /// A day to be filled in.
    case inputDay
  }

  package let heading: String
  /// In digits of the normal font.
  let width: Double
  let role: Role

  package init(_ heading: String, _ width: Double, _ role: Role = .reading) {
    (self.heading, self.width, self.role) = (heading, width, role)
  }

  /// A column of a table that is filled in.
  package static func open(_ column: Column, _ width: Double = usualWidth) -> ListColumn {
    let role: Role =
      switch column.content {
      case .code: .inputCode
      case .date: .inputDay
      case .text, .count, .number, .word: .input
      }
    return ListColumn(column.vietnamese, width, role)
  }

  /// A column of a table whose cells are given.
  package static func given(_ column: Column, _ width: Double = usualWidth) -> ListColumn {
    if case .code = column.content {
      ListColumn(column.vietnamese, width, .code)
    } else {
      ListColumn(column.vietnamese, width)
    }
  }

  /// A column that explains the others and is not read back.
  package static func remark(_ words: String, _ width: Double = usualWidth) -> ListColumn {
    ListColumn("# " + words, width)
  }

  private static let usualWidth = 14.0

  var isInput: Bool {
    switch role {
    case .input, .inputCode, .inputDay: true
    case .reading, .code: false
    }
  }
}

/// A list that people read, or fill in and give back: CSV and a sheet of the same cells.
package struct ListTable {
  /// The name of the sheet.
  var name: String
  var columns: [ListColumn]
  /// What somebody who fills it in has to know; a comment, so that it is not read back.
  package var note = ""
  /// How many rows there are.
  var count: Int
  /// Columns that stay in view, from the left.
  package var frozenColumns = 2
  /// Whether cells that are not to be filled in are locked, where any are to be filled in.
  package var isProtected = true
  /// Empty rows below the list in which everything may be filled in.
  package var spareRows = 0
  /// What may be typed, given the number of the list's first row in its sheet.
  package var validations: (_ firstRow: Int) -> [DataValidation] = { _ in [] }
  /// Hands over the rows from top to bottom.
  var rows: (_ take: ([ListCell]) -> Void) -> Void

  /// A list of some rows.
  package init(_ name: String, _ columns: [ListColumn], _ cells: [[ListCell]]) {
    (self.name, self.columns) = (name, columns)
    count = cells.count
    rows = { take in for row in cells { take(row) } }
  }

  /// A list whose rows are made one by one.
  package init(
    _ name: String, _ columns: [ListColumn], count: Int, rows: @escaping (([ListCell]) -> Void) -> Void
  ) {
    (self.name, self.columns, self.count, self.rows) = (name, columns, count, rows)
  }

  /// The most rows that a sheet of a list takes: 1,048,576 less room for headings and rows to fill in.
  static let mostRows = 1_048_000

  /// The list as CSV; the note stands below the headings.
  package func csv(_ locale: CSVLocale) -> [UInt8] {
    var csv = CSVWriter(locale: locale)
    for column in columns { csv.text(column.heading) }
    csv.endRow()
    if !note.isEmpty {
      csv.text(note)
      for _ in columns.dropFirst() { csv.empty() }
      csv.endRow()
    }
    rows { cells in
      for cell in cells {
        switch cell {
        case .text(let text): csv.text(text)
        case .figure(_, _, let shown), .day(_, let shown): csv.text(shown)
        case .number(let units, let decimals): csv.number(units, decimals: decimals)
        case .integer(let value): csv.integer(value)
        }
      }
      csv.endRow()
    }
    return csv.bytes
  }
}
