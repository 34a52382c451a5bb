import CCHCExact
import CCHCFiles
import CCHCOffice
import Glibc

/// The cells of a sheet as the text that a table is read from, each row of the sheet a line.
///
/// Rows that hold nothing are empty lines, so that lines are counted as the sheet counts its rows.
struct SheetText {
  /// The sheet's name.
  let sheet: String
  private(set) var bytes: [UInt8] = []
  private(set) var merged: [CellArea] = []
  /// The row of the headings, 0 where there is none.
  private(set) var headerRow = 0
  /// In some rows the first column with content beyond the headings.
  private(set) var surplus: [Int: Int] = [:]
  /// Rows whose first cell begins with `#`.
  private(set) var comments: Set<Int> = []
  /// The last line that was begun.
  private var line = 1
  private var width = 0

  /// A byte that no sheet holds in a text that people see; a text that holds it is quoted.
  static let delimiter: UInt8 = 0x1F
  /// The most bytes that a sheet may give.
  private static let mostBytes = 256 << 20
  /// For how many rows the column of what lies beyond the headings is remembered.
  private static let mostSurplus = 10_000

  /// Reads the table of a workbook: the sheet that bears one of some names, else the first that is seen.
  ///
  /// - Throws: `WorkbookFault` where the workbook cannot be read or its sheet is too large for a table.
  init(_ bytes: [UInt8], names: [String]) throws(WorkbookFault) {
    let file = try WorkbookFile(bytes)
    guard !file.sheets.contains(where: { $0.name == Table.formSheet }) else {
      throw WorkbookFault(.sheetOfForm)
    }
    let wanted = names.map(\.folded)
    let named = wanted.lazy.compactMap { name in file.sheets.first { $0.name.folded == name } }.first
    guard let entry = named ?? file.sheets.first(where: { $0.visibility == .visible }) ?? file.sheets.first
    else { throw WorkbookFault(.workbookWithoutSheets) }
    var lines = SheetText(sheet: entry.name)
    let merged = try file.readRows(of: entry) { (row: Int, cells: [ReadCell]) throws(WorkbookFault) in
      try lines.append(row, cells)
    }
    lines.merged = merged
    self = lines
  }

  private init(sheet: String) { self.sheet = sheet }

  private mutating func append(_ row: Int, _ cells: [ReadCell]) throws(WorkbookFault) {
    guard let last = cells.last(where: { !$0.isBlank }) else { return }
    if cells.startsComment {
      comments.insert(row)
      // What stands above the headings would be taken for them.
      if headerRow == 0, cells.allSatisfy({ $0.isBlank || $0.position.column == 1 }) { return }
    }
    for _ in line..<row { bytes.append(10) }
    line = row
    if headerRow == 0 {
      headerRow = row
      width = last.position.column
    }
    var column = 1
    var hasSurplus = false
    for cell in cells {
      let place = cell.position.column
      if place > width {
        guard !cell.isBlank else { continue }
        if !hasSurplus, surplus.count < Self.mostSurplus { surplus[row] = place }
        // How far to the right it lies does not count.
        if !hasSurplus { fill(from: &column, to: width + 1) }
        if hasSurplus { bytes.append(Self.delimiter) }
        hasSurplus = true
      } else {
        fill(from: &column, to: place)
      }
      append(cell.value)
    }
    guard bytes.count <= Self.mostBytes else {
      throw WorkbookFault(.workbookTableTooLarge, .text(sheet), .count(Self.mostBytes >> 20))
    }
  }

  private mutating func fill(from column: inout Int, to place: Int) {
    for _ in column..<place { bytes.append(Self.delimiter) }
    column = place
  }

  private mutating func append(_ value: CellValue) {
    switch value {
    case .text(let text): append(text)
    case .number(let number): append(.number, number.plainText)
    case .date(let day, _): append(.date, day.isoText)
    case .boolean(let isTrue): append(.boolean, isTrue ? "có" : "không")
    case .error(let text): append(.error, text.trimmed)
    case .uncomputed: append(.uncomputed, "=")
    }
  }

  private mutating func append(_ form: CellForm, _ text: String) {
    bytes.append(form.rawValue)
    for byte in text.utf8 where byte >= 0x20 && byte != UInt8(ascii: "\"") { bytes.append(byte) }
  }

  private mutating func append(_ text: String) {
    var text = text
    let isPlain = text.withUTF8 { letters in
      let isPlain = (letters.first ?? 0x20) > CellForm.lastByte && !Self.holdsMark(letters)
      if isPlain { bytes.append(contentsOf: letters) }
      return isPlain
    }
    guard !isPlain, !text.isEmpty else { return }
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 where byte != 0 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Whether a text holds a byte for which it must be quoted, or a NUL, which is left out.
  private static func holdsMark(_ letters: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = letters.baseAddress else { return false }
    return [10, 13, Int32(delimiter), 34, 0].contains { memchr(start, $0, letters.count) != nil }
  }
}

extension ReadCell {
  /// Whether the cell holds a text of white space only.
  fileprivate var isBlank: Bool {
    if case .text(let text) = value { return text.trimmed.isEmpty }
    return false
  }
}

extension [ReadCell] {
  /// Whether the row's first cell is a text that begins with `#`.
  fileprivate var startsComment: Bool {
    guard let first, first.position.column == 1, case .text(let text) = first.value else { return false }
    return text.trimmed.hasPrefix("#")
  }
}
