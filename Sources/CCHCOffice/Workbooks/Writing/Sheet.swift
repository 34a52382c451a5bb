import CCHCFiles

/// One sheet of a workbook to be written.
package struct Sheet {
  /// Whether people see the sheet's tab.
  package enum Visibility: String, Sendable {
    case visible
    case hidden
    /// Not even offered in the list of hidden sheets.
    case veryHidden
  }

  /// The name on the tab; see `Sheet.validName`.
  package var name: String
  package var visibility = Visibility.visible
  package var tabColor: Color?
  /// Widths and looks of columns, in any order.
  package var columns: [ColumnSettings] = []
  package var merged: [CellArea] = []
  /// Rows above and columns left of the cell stay in view; nil where nothing does.
  package var frozenBefore: CellPosition?
  package var showsGridLines = true
  /// How large the sheet is shown, in percent.
  package var zoom = 100
  package var autoFilter: CellArea?
  package var validations: [DataValidation] = []
  package var conditionalFormats: [ConditionalFormat] = []
  package var protection: SheetProtection?
  /// Where texts that look like numbers are meant to be texts, so that no green corner asks.
  package var numbersStoredAsText: [CellArea] = []
  package var print = PrintSetup()
  package var charts: [Chart] = []
  /// Hands over the rows from top to bottom; must give the same rows each time.
  package var rows: (inout RowWriter) -> Void

  package init(_ name: String, rows: @escaping (inout RowWriter) -> Void) {
    self.name = name
    self.rows = rows
  }

  /// A sheet whose cells were set in any order.
  package init(_ name: String, grid: SheetGrid) {
    self.init(name) { grid.write(to: &$0) }
  }

  /// A sheet of whole rows.
  package init(_ name: String, _ rows: [[Cell]]) {
    self.init(name) { writer in
      for row in rows { writer.row(row) }
    }
  }

  /// The longest name of a sheet, in units of UTF-16.
  package static let longestName = 31

  /// A name that programs accept: without `[]:*?/\`, at most 31 letters, no `'` at its ends, not empty.
  package static func validName(_ name: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      let isBad = "[]:*?/\\".unicodeScalars.contains(scalar) || scalar.value < 0x20
      result.append(isBad ? " " : scalar)
    }
    var text = String(result).trimmed
    while text.utf16.count > longestName { text.unicodeScalars.removeLast() }
    while text.hasPrefix("'") { text.removeFirst() }
    while text.hasSuffix("'") { text.removeLast() }
    text = text.trimmed
    return text.isEmpty ? "Sheet" : text
  }
}

/// The width and look of neighbouring columns.
package struct ColumnSettings: Sendable, Hashable {
  package var columns: ClosedRange<Int>
  /// The width in digits of the normal font.
  package var width: Double
  package var isHidden: Bool
  /// The style of cells that no row writes.
  package var style: StyleID

  package init(
    _ columns: ClosedRange<Int>, width: Double, isHidden: Bool = false, style: StyleID = .normal
  ) {
    self.columns = columns
    self.width = width
    self.isHidden = isHidden
    self.style = style
  }

  /// One column.
  package init(_ column: Int, width: Double, isHidden: Bool = false, style: StyleID = .normal) {
    self.init(column...column, width: width, isHidden: isHidden, style: style)
  }
}

/// What a protected sheet still lets a person do; there is no password.
package struct SheetProtection: Sendable, Hashable {
  /// Whether locked cells can be selected, as copying from them needs.
  package var allowsSelectingLocked = true
  /// Whether column widths and row heights can be changed.
  package var allowsResizing = true
  package var allowsFormatting = false
  package var allowsSorting = false
  package var allowsFiltering = true

  package init() {}
}
