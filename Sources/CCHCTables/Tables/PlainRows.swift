/// Walks fast over the rows of a stretch of a table, making nothing, and says which have to be read by a `RowCursor`.
package struct PlainRows {
  package enum Row {
    /// A comment or a row of empty cells.
    case silent
    case plain
    /// A row that something is wrong with, or whose quotes are doubled.
    case odd
  }

  private let delimiter: UInt8
  private let end: Int
  private var offset: Int
  /// For each column of the file, and once more for columns that it lacks, where the row's cell begins and ends.
  private var starts: [Int]
  private var ends: [Int]
  /// For each column of the schema its place in those.
  private let places: [Int]
  private let width: Int
  /// Where the row begins.
  package private(set) var start = 0
  /// How many rows of the stretch were passed, this one among them.
  package private(set) var count = 0

  /// - Parameters:
  ///   - piece: a stretch of whole rows, by its bytes.
  package init(_ table: Table, _ piece: Range<Int>) {
    delimiter = table.delimiter
    (offset, end) = (piece.lowerBound, piece.upperBound)
    width = max(table.header.width, 1)
    starts = [Int](repeating: 0, count: width + 1)
    ends = [Int](repeating: 0, count: width + 1)
    let width = width
    places = table.header.places.map { $0 ?? width }
  }

  /// Goes to the next row among the bytes of the table; nil at the end of the stretch.
  package mutating func next(in bytes: Span<UInt8>) -> Row? {
    guard offset < end else { return nil }
    start = offset
    count += 1
    var index = offset
    var cell = 0
    var hasContent = false
    while true {
      var low = index
      let high: Int
      if index < end, bytes[index] == UInt8(ascii: "\"") {
        low += 1
        index += 1
        while index < end, bytes[index] != UInt8(ascii: "\"") { index += 1 }
        high = index
        index += 1
        guard high < end, index == end || isCellEnd(bytes[index]) else { return passOdd(bytes) }
      } else {
        while index < end {
          let byte = bytes[index]
          if byte == delimiter || byte == 10 || byte == 13 { break }
          index += 1
        }
        high = index
      }
      if low < high {
        let range = said(bytes, low, high)
        if range.isEmpty {
          set(cell, 0, 0)
        } else if cell < width {
          set(cell, range.lowerBound, range.upperBound)
          hasContent = true
        } else if bytes[starts[0]] != UInt8(ascii: "#") || starts[0] == ends[0] {
          return passOdd(bytes)
        }
      } else {
        set(cell, 0, 0)
      }
      cell += 1
      guard index < end, bytes[index] == delimiter else { break }
      index += 1
    }
    if index < end {
      let isReturn = bytes[index] == 13
      index += 1
      if isReturn, index < end, bytes[index] == 10 { index += 1 }
    }
    offset = index
    while cell < width {
      set(cell, 0, 0)
      cell += 1
    }
    guard hasContent, starts[0] == ends[0] || bytes[starts[0]] != UInt8(ascii: "#") else { return .silent }
    return .plain
  }

  private mutating func set(_ cell: Int, _ start: Int, _ end: Int) {
    guard cell < width else { return }
    (starts[cell], ends[cell]) = (start, end)
  }

  /// Passes a row whose end only the exact reader finds.
  @inline(never)
  private mutating func passOdd(_ bytes: Span<UInt8>) -> Row {
    var scanner = DelimitedScanner(delimiter: delimiter, offset: start)
    _ = scanner.next(in: bytes)
    offset = scanner.offset
    return .odd
  }

  /// A cell without the mark that keeps a spreadsheet from running it, and trimmed.
  @inline(__always)
  private func said(_ bytes: Span<UInt8>, _ low: Int, _ high: Int) -> Range<Int> {
    let (first, last) = (bytes[low], bytes[high - 1])
    if first > 0x20, first != UInt8(ascii: "'"), first != 0xC2, last > 0x20, last != 0xA0 {
      return low..<high
    }
    let range = CellRange(bytes, from: low, to: high)
    return range.start..<range.end
  }

  private func isCellEnd(_ byte: UInt8) -> Bool { byte == delimiter || byte == 10 || byte == 13 }

  /// Where a cell of the row stands among the bytes of the table; empty where it holds nothing.
  package func cell(_ column: Int) -> Range<Int> {
    let place = places[column]
    return starts[place]..<ends[place]
  }

  /// Whether a cell is empty or its column is absent.
  package func isEmpty(_ column: Int) -> Bool {
    let place = places[column]
    return starts[place] == ends[place]
  }

  /// A digest of the cells of some columns, as `RowCursor` gives it.
  package func digest(of columns: [Int], in bytes: Span<UInt8>) -> UInt64 {
    var hash = CellHash()
    for column in columns { hash.combine(bytes.extracting(cell(column))) }
    return hash.value
  }
}
