import CCHCExact
import CCHCOffice

/// How a table's column is headed, aligned and how wide it is against the others.
package struct TableColumn: Sendable {
  /// Where a column's cells stand.
  package enum Alignment: Sendable {
    case left
    case center
    case right
  }

  package let heading: RichText
  package let width: Int
  package let alignment: Alignment

  /// A column; widths are shares of the line, in any unit that the table keeps to.
  package init(_ heading: RichText, width: Int, _ alignment: Alignment = .left) {
    self.heading = heading
    self.width = width
    self.alignment = alignment
  }
}

/// A table of a document.
package struct DocumentTable: Sendable {
  package let columns: [TableColumn]
  /// The cells one after another, each ended by a `TextMark`, as each row is.
  package let cells: [UInt8]

  /// The most columns that a page takes which stands upright.
  private static let uprightColumns = 6

  /// Whether the table wants a page on its side.
  package var isWide: Bool { columns.count > Self.uprightColumns }
}

/// Writes the cells of a table.
package struct TableRows: ~Copyable {
  /// The cells with their marks.
  private(set) var cells: [UInt8] = []

  package init() {}

  /// A text that holds no markup.
  package mutating func cell(_ text: String) {
    cells.appendWords(text)
    cells.append(TextMark.cellEnd)
  }

  /// A piece of running text.
  package mutating func cell(_ text: RichText) {
    cells += text.marked
    cells.append(TextMark.cellEnd)
  }

  /// A whole number.
  package mutating func cell(_ number: Int) {
    cells += groupedText(number).utf8
    cells.append(TextMark.cellEnd)
  }

  /// The last cell of a row, which takes the columns that are left.
  package mutating func wideCell(_ text: RichText) {
    cells += text.marked
    cells.append(TextMark.wideCellEnd)
  }

  /// Ends the row.
  package mutating func endRow() { cells.append(TextMark.rowEnd) }
}
