import CCHCExact
import CCHCFiles

/// Where the text of one cell stands: in the file's bytes, or in the scratch buffer where quotes were doubled.
struct CellRange {
  var start: Int
  var end: Int
  var isInScratch = false
  /// What the cell was in its sheet.
  var form = CellForm.text

  /// Takes off the `'` that the writer puts before a text that a spreadsheet would run, then trims.
  init(_ bytes: Span<UInt8>, from start: Int, to end: Int) {
    let isMarked = end - start >= 2 && bytes[start] == UInt8(ascii: "'") && startsFormula(bytes[start + 1])
    let range = trimmedRange(of: bytes, from: isMarked ? start + 1 : start, to: end)
    self.start = range.lowerBound
    self.end = range.upperBound
  }
}

/// Splits delimited text into records of cells, by RFC 4180.
///
/// A quote inside an unquoted cell is an ordinary letter. Lines end in LF, CRLF or CR.
struct DelimitedScanner {
  enum Fault {
    case quoteOpen
    case quoteMisplaced
  }

  let delimiter: UInt8
  /// Offset of the next record.
  var offset: Int
  private(set) var cells: [CellRange] = []
  private(set) var scratch: [UInt8] = []
  private(set) var fault: Fault?
  /// The first cell with content beyond the width, and how many such cells there are.
  private(set) var surplus: CellRange?
  private(set) var surplusCount = 0

  /// How many cells of a record are kept; those beyond are counted.
  var width = DelimitedScanner.mostColumns
  /// Whether cells that were no text in their sheet begin with the byte of their form.
  let readsForms: Bool

  /// The columns of the widest spreadsheet.
  static let mostColumns = 16_384

  init(delimiter: UInt8, offset: Int = 0) {
    self.delimiter = delimiter
    self.offset = offset
    readsForms = delimiter == SheetText.delimiter
  }

  /// Reads the next record into `cells`, trimmed.
  ///
  /// - Returns: false at the end of the bytes.
  mutating func next(in bytes: Span<UInt8>) -> Bool {
    guard offset < bytes.count else { return false }
    cells.removeAll(keepingCapacity: true)
    scratch.removeAll(keepingCapacity: true)
    fault = nil
    surplus = nil
    surplusCount = 0
    while true {
      if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") {
        scanQuoted(bytes)
      } else {
        scanPlain(bytes)
      }
      guard offset < bytes.count else { return true }
      let stop = bytes[offset]
      offset += 1
      if stop == delimiter { continue }
      if stop == 13, offset < bytes.count, bytes[offset] == 10 { offset += 1 }
      return true
    }
  }

  private mutating func append(_ cell: CellRange) {
    if cells.count < width {
      cells.append(cell)
    } else if cell.end > cell.start {
      surplus = surplus ?? cell
      surplusCount += 1
    }
  }

  private mutating func scanPlain(_ bytes: Span<UInt8>) {
    let start = offset
    var index = offset
    while index < bytes.count {
      let byte = bytes[index]
      if byte == delimiter || byte == 10 || byte == 13 { break }
      index += 1
    }
    offset = index
    if readsForms, start < index, let form = CellForm(rawValue: bytes[start]), form != .text {
      var cell = CellRange(bytes, from: start + 1, to: index)
      cell.form = form
      append(cell)
    } else {
      append(CellRange(bytes, from: start, to: index))
    }
  }

  private mutating func scanQuoted(_ bytes: Span<UInt8>) {
    let quote = UInt8(ascii: "\"")
    let start = offset + 1
    var index = start
    while index < bytes.count, bytes[index] != quote { index += 1 }
    // The common case: one closing quote, then the end of the cell.
    if index < bytes.count, isCellEnd(bytes, index + 1) {
      offset = index + 1
      append(CellRange(bytes, from: start, to: index))
      return
    }
    guard index < bytes.count else {
      fault = .quoteOpen
      offset = index
      append(CellRange(bytes, from: start, to: index))
      return
    }
    let scratchStart = scratch.count
    index = start
    var isQuoted = true
    while index < bytes.count {
      let byte = bytes[index]
      if isQuoted, byte == quote {
        if index + 1 < bytes.count, bytes[index + 1] == quote {
          scratch.append(quote)
          index += 2
        } else {
          isQuoted = false
          index += 1
          if !isCellEnd(bytes, index) { fault = .quoteMisplaced }
        }
        continue
      }
      if !isQuoted, isCellEnd(bytes, index) { break }
      scratch.append(byte)
      index += 1
    }
    if isQuoted { fault = .quoteOpen }
    offset = index
    var cell = CellRange(scratch.span, from: scratchStart, to: scratch.count)
    cell.isInScratch = true
    append(cell)
  }

  private func isCellEnd(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    guard index < bytes.count else { return true }
    let byte = bytes[index]
    return byte == delimiter || byte == 10 || byte == 13
  }
}

/// The delimiter found most often in the header row outside quotes: `,`, `;` or tab, `,` on a tie.
func headerDelimiter(of bytes: Span<UInt8>) -> UInt8 { firstDelimiter(of: bytes).delimiter }

/// As `headerDelimiter`, and whether a line ends behind it: what comes further on then changes nothing.
func firstDelimiter(of bytes: Span<UInt8>) -> (delimiter: UInt8, isSure: Bool) {
  var commas = 0
  var semicolons = 0
  var tabs = 0
  var isQuoted = false
  for index in bytes.indices {
    switch bytes[index] {
    case UInt8(ascii: "\""): isQuoted.toggle()
    case UInt8(ascii: ",") where !isQuoted: commas += 1
    case UInt8(ascii: ";") where !isQuoted: semicolons += 1
    case 9 where !isQuoted: tabs += 1
    case 10 where !isQuoted, 13 where !isQuoted:
      if commas + semicolons + tabs > 0 { return (mostFrequent(commas, semicolons, tabs), true) }
    default: break
    }
  }
  return (mostFrequent(commas, semicolons, tabs), false)
}

private func mostFrequent(_ commas: Int, _ semicolons: Int, _ tabs: Int) -> UInt8 {
  if semicolons > commas, semicolons >= tabs { return UInt8(ascii: ";") }
  return tabs > commas ? 9 : UInt8(ascii: ",")
}
