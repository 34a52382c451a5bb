import Foundation
import TestSupport

@testable import CCHCFiles
@testable import CCHCTables

/// Reads every column as words and keeps the rows, whichever way they come.
final class RowKeeper: ColumnConsumer {
  private(set) var words: [String] = []
  private(set) var rows: [[String]] = []
  /// Rows that had to be read exactly.
  private(set) var oddCount = 0
  var delimiter = UInt8(ascii: ",")
  private let width: Int

  init(width: Int) { self.width = width }

  func meaning(of word: Span<UInt8>, column: Int) -> Int32 {
    let said = word.extracting(saidRange(of: word))
    if said.count == 0 { return ColumnReader.empty }
    words.append(said.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) })
    return Int32(words.count - 1)
  }

  func take(_ values: Span<Int32>, rows count: Int) {
    for row in 0..<count {
      rows.append(
        (0..<width).map { column in
          let value = values[column * ColumnReader.blockRows + row]
          return value == ColumnReader.empty ? "" : words[Int(value)]
        })
    }
  }

  func takeOdd(_ row: Span<UInt8>, record: Int) {
    oddCount += 1
    let exact = ExactRow(row, delimiter: delimiter, width: width)
    if exact.isSilent { return }
    rows.append((0..<width).map(exact.text) + (exact.fault.map { [$0.code.id] } ?? []))
  }
}

/// What a stream gives of a file.
struct StreamRows: Equatable {
  var rows: [[String]] = []
  var records = 0
  var fault: StreamFault?
  var digest = ""

  /// Reads a file in pieces of some size.
  init(_ path: String, pieceSize: Int) throws(FileError) {
    let stream = try RowStream(path, file: "x.csv", pieceSize: pieceSize)
    guard stream.headerFault == nil else {
      fault = stream.headerFault
      return
    }
    let keeper = RowKeeper(width: stream.headings.count)
    keeper.delimiter = stream.delimiter
    let reader = ColumnReader(wordCounts: stream.headings.map { _ in 4 }, consumer: keeper)
    reader.begin(stream.headings.indices.map { StreamColumn(.word, at: $0, isRequired: $0 == 0) })
    let piece = RowPiece()
    while try stream.next(into: piece) {
      stream.hash(piece)
      let summary = reader.read(piece)
      records += summary.records
      fault = fault ?? summary.fault
    }
    rows = keeper.rows.sorted { $0.joined(separator: "|") < $1.joined(separator: "|") }
    digest = stream.digest()
  }

  /// Reads a text as every table is read.
  init(exactly text: String) {
    let bytes = Array(text.utf8)
    var scanner = DelimitedScanner(delimiter: headerDelimiter(of: bytes.span))
    _ = scanner.next(in: bytes.span)
    scanner.width = scanner.cells.count
    let width = scanner.width
    while scanner.next(in: bytes.span) {
      if scanner.fault == .quoteOpen {
        fault = .quoteOpen
        break
      }
      records += 1
      let cells = scanner.cells.map { cell in
        String(
          decoding: (cell.isInScratch ? scanner.scratch : bytes)[cell.start..<cell.end], as: UTF8.self)
      }
      if cells.first?.hasPrefix("#") ?? false { continue }
      if scanner.surplus == nil, cells.allSatisfy(\.isEmpty) { continue }
      let fault =
        scanner.fault != nil ? ["quote-misplaced"] : scanner.surplus != nil ? ["cell-beyond-header"] : []
      rows.append(cells + [String](repeating: "", count: width - cells.count) + fault)
    }
    rows.sort { $0.joined(separator: "|") < $1.joined(separator: "|") }
    digest = sha256(bytes)
  }
}

/// Random texts of tables in which quotes and line ends stand where they hurt.
struct TableTexts {
  var random: SeededGenerator

  mutating func next() -> String {
    let delimiter = random.pick([",", ",", ";", "\t"])
    let width = random.number(2...5)
    var text = (0..<width).map { "c\($0)" }.joined(separator: delimiter) + lineEnd()
    for _ in 0..<random.number(0...12) {
      let count = random.once(in: 6) ? random.number(1...(width + 2)) : width
      text += (0..<count).map { _ in cell(delimiter) }.joined(separator: delimiter) + lineEnd()
    }
    if random.once(in: 3), let last = text.unicodeScalars.last, last == "\n" || last == "\r" {
      text.unicodeScalars.removeLast()
    }
    return text
  }

  private mutating func lineEnd() -> String { random.pick(["\n", "\n", "\r\n", "\r\n", "\r", "\n\n"]) }

  private mutating func cell(_ delimiter: String) -> String {
    switch random.number(0...13) {
    case 0: ""
    case 1: "\"a\(delimiter)b\""
    case 2: "\"dòng\nhai\""
    case 3: "\"kết\r\n\""
    case 4: "\"nói \"\"có\"\"\""
    case 5: "\"\""
    case 6: "a\"b"
    case 7: random.once(in: 4) ? "\"x\"y" : "\"x\""
    case 8: " khoảng trắng\u{A0}"
    case 9: random.once(in: 3) ? "#ghi chú" : "#"
    case 10: "'=1+1"
    case 11: "\"\"\"\""
    default: random.pick(["UBND phường Ánh", "01/02/2023", "12", "dài hơn mười sáu byte một chút", "x"])
    }
  }
}
