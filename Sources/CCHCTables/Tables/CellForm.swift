/// What a cell was before it became the text that a table is read from.
///
/// In CSV every cell is text. A sheet tells numbers, dates and results of formulas apart; what was no text begins
/// with a byte that says so, which no text in CSV does.
package enum CellForm: UInt8, Sendable {
  case text = 0
  case number = 1
  case date = 2
  case boolean = 3
  /// What stands in a cell in place of a value: `#DIV/0!`.
  case error = 4
  /// A formula whose value the file does not hold.
  case uncomputed = 5

  /// The largest byte that a cell's form begins with.
  static let lastByte: UInt8 = 5
}
