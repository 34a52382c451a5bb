package import CCHCExact
import CCHCFiles

/// Takes a sheet's rows one by one, from top to bottom, and packs them at once: memory stays bounded.
///
/// Rows and cells must come in their order and within the sheet; anything else is a slip of the program and
/// traps.
package struct RowWriter: ~Copyable {
  private var zip: ZipWriter
  private var styles: StyleTable
  private var buffer: [UInt8]
  /// For each style the one for texts that look like formulas, where one was needed.
  private var textKeepingIDs: [StyleID: StyleID] = [:]
  private var rowDigits: [UInt8] = []
  private var isRowOpen = false
  /// The row that is being written, 0 before the first.
  package private(set) var row = 0
  /// The column of the last cell, 0 before the first.
  package private(set) var column = 0

  /// How many bytes are gathered before they are packed.
  private static let bufferSize = 65_536
  /// The most letters in a cell, counted as UTF-16 does; longer texts are cut, with `…` at the end.
  package static let longestText = 32_767

  init(_ zip: consuming ZipWriter, styles: StyleTable, head: [UInt8]) {
    self.zip = zip
    self.styles = styles
    buffer = head
    buffer.reserveCapacity(Self.bufferSize + 4096)
  }

  /// Begins the next row, or one further down.
  ///
  /// - Parameters:
  ///   - number: The row, the next one where nil.
  ///   - height: The height in points, the program's choice where nil.
  ///   - isHidden: Whether the row is not shown.
  package mutating func startRow(_ number: Int? = nil, height: Double? = nil, isHidden: Bool = false) {
    endRow()
    let next = number ?? row + 1
    precondition(next > row && next <= CellPosition.lastRow, "rows ascend and end at 1,048,576")
    row = next
    column = 0
    isRowOpen = true
    rowDigits.removeAll(keepingCapacity: true)
    rowDigits.appendDecimal(Int128(row), decimals: 0)
    buffer.append("<row r=\"")
    buffer += rowDigits
    if let height {
      buffer.append("\" ht=\"")
      buffer += layoutNumber(min(height, 409)).utf8
      buffer.append("\" customHeight=\"1")
    }
    if isHidden { buffer.append("\" hidden=\"1") }
    buffer.append("\">")
    if buffer.count > Self.bufferSize { flush() }
  }

  /// Writes a whole row.
  package mutating func row(_ cells: [Cell], height: Double? = nil, isHidden: Bool = false) {
    startRow(height: height, isHidden: isHidden)
    for cell in cells { self.cell(cell) }
  }

  /// Leaves cells of the row empty and without style.
  package mutating func skip(_ count: Int = 1) { column += count }

  /// Goes to a column of the row, which must lie right of the last cell.
  package mutating func skip(to next: Int) {
    precondition(next > column, "cells ascend")
    column = next - 1
  }

  /// Writes the next cell.
  package mutating func cell(_ cell: Cell) {
    switch cell.content {
    case .blank: blank(cell.style)
    case .text(let text): self.text(text, cell.style)
    case .number(let units, let decimals): number(units, decimals: decimals, cell.style)
    case .boolean(let value): boolean(value, cell.style)
    case .date(let day): date(day, cell.style)
    case .formula(let formula, let value): self.formula(formula, value, cell.style)
    }
  }

  /// Writes an empty cell that only has a style; without one it is skipped.
  package mutating func blank(_ style: StyleID = .normal) {
    guard style != .normal else { return skip() }
    startCell(style)
    buffer.append("/>")
  }

  /// Writes a text; an empty one is an empty cell.
  package mutating func text(_ text: String, _ style: StyleID = .normal) {
    guard let first = text.utf8.first else { return blank(style) }
    startCell(startsFormula(first) ? textKeepingID(of: style) : style)
    let isSpaced = first <= 32 || (text.utf8.last ?? 0) <= 32
    buffer.append(isSpaced ? " t=\"inlineStr\"><is><t xml:space=\"preserve\">" : " t=\"inlineStr\"><is><t>")
    buffer.appendCellText(text.cut(to: Self.longestText))
    buffer.append("</t></is></c>")
  }

  /// Writes `units` × 10^-`decimals`.
  package mutating func number(_ units: Int128, decimals: Int, _ style: StyleID = .normal) {
    startCell(style)
    buffer.append("><v>")
    buffer.appendDecimal(units, decimals: decimals)
    buffer.append("</v></c>")
  }

  package mutating func boolean(_ value: Bool, _ style: StyleID = .normal) {
    startCell(style)
    buffer.append(value ? " t=\"b\"><v>1</v></c>" : " t=\"b\"><v>0</v></c>")
  }

  /// Writes a date; one before March 1900, which no spreadsheet knows, as a text.
  package mutating func date(_ day: Day, _ style: StyleID = .normal) {
    guard let serial = day.serial1900 else { return text(day.isoText, style) }
    number(Int128(serial), decimals: 0, style)
  }

  /// Writes a formula in US form, without `=`, and its value.
  package mutating func formula(_ formula: String, _ value: CachedValue, _ style: StyleID = .normal) {
    startCell(style)
    switch value {
    case .text: buffer.append(" t=\"str\"><f>")
    case .boolean: buffer.append(" t=\"b\"><f>")
    case .number, .date: buffer.append("><f>")
    }
    buffer.appendXML(formula)
    buffer.append("</f><v>")
    switch value {
    case .text(let text): buffer.appendCellText(text.cut(to: Self.longestText))
    case .boolean(let value): buffer.append(value ? "1" : "0")
    case .number(let units, let decimals): buffer.appendDecimal(units, decimals: decimals)
    case .date(let day): buffer.appendDecimal(Int128(day.serial1900 ?? 0), decimals: 0)
    }
    buffer.append("</v></c>")
  }

  private mutating func startCell(_ style: StyleID) {
    precondition(isRowOpen && column < CellPosition.lastColumn, "a cell stands in a row, up to column XFD")
    column += 1
    buffer.append("<c r=\"")
    buffer.appendColumn(column)
    buffer += rowDigits
    if style == .normal {
      buffer.append("\"")
    } else {
      buffer.append("\" s=\"")
      buffer.appendDecimal(Int128(style.index), decimals: 0)
      buffer.append("\"")
    }
  }

  private mutating func textKeepingID(of style: StyleID) -> StyleID {
    if let known = textKeepingIDs[style] { return known }
    let id = styles.textKeepingID(of: style)
    textKeepingIDs[style] = id
    return id
  }

  private mutating func endRow() {
    if isRowOpen { buffer.append("</row>") }
    isRowOpen = false
  }

  private mutating func flush() {
    zip.append(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  /// Ends the last row and hands back the archive, and the styles, to which some may have been added.
  consuming func finish(tail: [UInt8], styles: inout StyleTable) -> ZipWriter {
    endRow()
    buffer += tail
    flush()
    styles = self.styles
    return zip
  }
}

extension String {
  /// The text, or as much of it as a cell holds with `…` at the end.
  fileprivate func cut(to longest: Int) -> String {
    // No letter takes more units of UTF-16 than bytes.
    guard utf8.count > longest, utf16.count > longest else { return self }
    var end = String.Index(utf16Offset: longest - 1, in: self)
    end = unicodeScalars.index(before: unicodeScalars.index(after: end))
    return String(self[..<end]) + "…"
  }
}

/// A width, height or margin as workbooks write it: up to four decimals, none that say nothing.
func layoutNumber(_ value: Double) -> String {
  let scaled = (max(0, min(value, 100_000)) * 10_000).rounded()
  let text = decimalText(Int128(scaled), decimals: 4)
  var bytes = Array(text.utf8)
  while bytes.last == UInt8(ascii: "0") { bytes.removeLast() }
  if bytes.last == UInt8(ascii: ".") { bytes.removeLast() }
  return String(decoding: bytes, as: UTF8.self)
}
