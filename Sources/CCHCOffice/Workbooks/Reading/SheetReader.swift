import CCHCExact
import CCHCFiles

/// Reads the part of one sheet.
struct SheetReader {
  private var reader: PartReader
  private let name: String
  private let texts: [String]
  private let dateStyles: [Bool]
  private let dates: DateSystem
  private var cells: [ReadCell] = []
  private var merged: [CellArea] = []
  private var formulas: [ReadFormula] = []
  /// The last row, and the last cell's column in it, for cells that do not say where they stand.
  private var last = CellPosition(row: 0, column: 0)
  /// The most cells with content that are read.
  var mostCells = SheetCells.mostCells
  /// The most merged areas that are read.
  private static let mostMerged = 1_000_000
  /// Whether the cells of a row are handed over when it ends, and formulas are not kept.
  private var handsOver = false

  init(
    _ reader: consuming PartReader, name: String, texts: [String], dateStyles: [Bool], dates: DateSystem
  ) {
    self.reader = reader
    self.name = name
    self.texts = texts
    self.dateStyles = dateStyles
    self.dates = dates
  }

  /// - Throws: `WorkbookFault` where the part is damaged or has more cells than are read.
  mutating func read() throws(WorkbookFault) -> SheetCells {
    try readParts { (_: inout SheetReader) throws(WorkbookFault) in }
    try putInOrder()
    return SheetCells(name: name, cells: cells, merged: merged, formulas: formulas)
  }

  /// Hands over each row that holds something, from top to bottom, and gives the merged areas.
  ///
  /// - Throws: `WorkbookFault` where the part is damaged, rows do not ascend, or `take` throws one.
  mutating func readRows(
    _ take: (_ row: Int, _ cells: [ReadCell]) throws(WorkbookFault) -> Void
  ) throws(WorkbookFault) -> [CellArea] {
    handsOver = true
    var lastRow = 0
    try readParts { (reader: inout SheetReader) throws(WorkbookFault) in
      guard let first = reader.cells.first?.position else { return }
      try reader.putInOrder()
      guard first.row > lastRow, reader.cells.allSatisfy({ $0.position.row == first.row }) else {
        throw WorkbookFault(.workbookRowOrder, .text(reader.name), .count(Int(first.row)))
      }
      lastRow = first.row
      try take(first.row, reader.cells)
      reader.cells.removeAll(keepingCapacity: true)
    }
    return merged
  }

  /// Reads all rows and merged areas.
  private mutating func readParts(
    afterRow: (inout SheetReader) throws(WorkbookFault) -> Void
  ) throws(WorkbookFault) {
    try reader.root()
    while try reader.nextChild() {
      switch reader.name {
      case .sheetData:
        while try reader.nextChild() {
          if reader.name == .row {
            try readRow()
            try afterRow(&self)
          } else {
            try reader.skip()
          }
        }
      case .mergeCells:
        while try reader.nextChild() {
          let text = reader.attribute(.ref) ?? ""
          guard let area = CellArea(text) else {
            throw WorkbookFault(.workbookCellReference, .text(name), .text(text))
          }
          merged.append(area)
          guard merged.count <= Self.mostMerged else {
            throw WorkbookFault(.workbookTooManyCells, .text(name), .count(Self.mostMerged))
          }
          try reader.skip()
        }
      default: try reader.skip()
      }
    }
    try reader.finish()
  }

  private mutating func readRow() throws(WorkbookFault) {
    var number = last.row + 1
    if let written = reader.attribute(.r) { number = Int(written) ?? 0 }
    guard (1...CellPosition.lastRow).contains(number) else {
      throw WorkbookFault(.workbookCellReference, .text(name), .count(number))
    }
    last = CellPosition(row: number, column: 0)
    while try reader.nextChild() {
      if reader.name == .c { try readCell() } else { try reader.skip() }
    }
    // A cell may say that it stands in another row; the next row follows this one.
    last.row = number
  }

  private mutating func readCell() throws(WorkbookFault) {
    let position = try cellPosition()
    last = position
    let kind = reader.attributeSlice(.t).map { CellKind(reader.bytes.span, $0) } ?? .number
    let style = reader.attributeSlice(.s).flatMap { digits(reader.bytes.span, $0) }
    var isFormula = false
    var value: CellValue?
    while try reader.nextChild() {
      switch reader.name {
      case .v: value = try self.value(kind, style, position)
      case .f:
        isFormula = true
        if handsOver {
          try reader.skip()
        } else {
          let text = try reader.elementText()
          if !text.isEmpty { formulas.append(ReadFormula(position: position, text: text)) }
        }
      // Only a cell that says so may hold its text itself.
      case .string where kind == .inline: value = .text(try reader.richText())
      default: try reader.skip()
      }
    }
    guard let value = value ?? (isFormula ? .uncomputed : nil) else { return }
    guard cells.count < mostCells, formulas.count <= mostCells else {
      throw WorkbookFault(.workbookTooManyCells, .text(name), .count(mostCells))
    }
    cells.append(ReadCell(position, value, isFormula: isFormula))
  }

  private func cellPosition() throws(WorkbookFault) -> CellPosition {
    guard let slice = reader.attributeSlice(.r) else {
      guard last.column < CellPosition.lastColumn else {
        throw WorkbookFault(.workbookCellReference, .text(name), .text(""))
      }
      return CellPosition(row: last.row, column: last.column + 1)
    }
    guard let position = CellPosition(reader.bytes.span, from: slice.start, to: slice.end) else {
      throw WorkbookFault(.workbookCellReference, .text(name), .text(slice.text(in: reader.bytes)))
    }
    return position
  }

  /// The value of the element `v` that has just started; nil where it is empty.
  private mutating func value(
    _ kind: CellKind, _ style: Int?, _ position: CellPosition
  ) throws(WorkbookFault) -> CellValue? {
    // Texts that stand in the cell bear escapes; all others are digits or words.
    if kind == .formulaText { return .text(try reader.cellText()) }
    let text = try reader.elementText()
    switch kind {
    case .shared:
      guard let index = Int(text.trimmed), texts.indices.contains(index) else {
        throw WorkbookFault(.workbookTextMissing, .text(name), .text(position.text))
      }
      return .text(texts[index])
    case .boolean: return .boolean(text.trimmed == "1" || text.trimmed.folded == "true")
    case .error: return .error(text)
    case .isoDate: return isoDate(text)
    case .number: break
    case .inline, .formulaText: return .text(text)
    }
    guard !text.isEmpty else { return nil }
    // A number in a hand-made file may be written as no program would; it is shown as it stands.
    guard let number = SheetNumber(text) else { return .text(text) }
    guard let style, dateStyles.indices.contains(style), dateStyles[style],
      let serial = serialDay(number), let day = dates.day(serial)
    else { return .number(number) }
    return .date(day, number)
  }

  /// The whole days of a number, nil where it is negative or beyond all dates.
  private func serialDay(_ number: SheetNumber) -> Int? {
    let (digits, exponent) = number.value
    guard digits > 0, exponent >= -18, exponent <= 7 else { return nil }
    let days = exponent < 0 ? digits / powerOfTen(-exponent) : digits
    guard days < 10_000_000 else { return nil }
    return Int(exponent > 0 ? days * powerOfTen(exponent) : days)
  }

  /// A date as the strict dialect writes it: `2023-03-31T00:00:00`.
  private func isoDate(_ text: String) -> CellValue {
    let bytes = Array(text.utf8.prefix(10))
    guard let day = parseDay(bytes.span), let serial = day.serial1900 else { return .text(text) }
    return .date(day, SheetNumber(whole: serial))
  }

  /// Sorts cells that came out of order; a cell given twice has no sure value.
  private mutating func putInOrder() throws(WorkbookFault) {
    func ascends(_ index: Int) -> Bool { cells[index - 1].position < cells[index].position }
    if (1..<max(1, cells.count)).allSatisfy(ascends) { return }
    cells.sort { $0.position < $1.position }
    formulas.sort { $0.position < $1.position }
    for index in 1..<cells.count where !ascends(index) {
      throw WorkbookFault(.workbookCellTwice, .text(name), .text(cells[index].position.text))
    }
  }
}

/// What a cell's attribute `t` says that the cell holds.
private enum CellKind {
  case number
  case shared
  case inline
  case formulaText
  case boolean
  case error
  case isoDate

  init(_ bytes: Span<UInt8>, _ slice: XMLSlice) {
    switch XMLName(bytes, from: slice.start, to: slice.end) {
    case .s: self = .shared
    case .inlineStr: self = .inline
    case .str: self = .formulaText
    case .b: self = .boolean
    case .e: self = .error
    case .d: self = .isoDate
    default: self = .number
    }
  }
}

/// A whole number of up to 9 digits, nil where a value is none.
private func digits(_ bytes: Span<UInt8>, _ slice: XMLSlice) -> Int? {
  guard slice.end - slice.start <= 9 else { return nil }
  return parseCount(bytes.extracting(slice.start..<slice.end)).map { Int($0) }
}

extension XMLName {
  fileprivate static let sheetData = XMLName("sheetData")
  fileprivate static let row = XMLName("row")
  fileprivate static let c = XMLName("c")
  fileprivate static let r = XMLName("r")
  fileprivate static let s = XMLName("s")
  fileprivate static let t = XMLName("t")
  fileprivate static let v = XMLName("v")
  fileprivate static let f = XMLName("f")
  fileprivate static let string = XMLName("is")
  fileprivate static let mergeCells = XMLName("mergeCells")
  fileprivate static let ref = XMLName("ref")
  fileprivate static let inlineStr = XMLName("inlineStr")
  fileprivate static let str = XMLName("str")
  fileprivate static let b = XMLName("b")
  fileprivate static let e = XMLName("e")
  fileprivate static let d = XMLName("d")
}
