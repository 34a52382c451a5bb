import CCHCFiles

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
  package let end: Int
  /// Where the next row begins.
  package private(set) var offset: Int
  /// For each column of the file, and once more for columns that it lacks, where the row's cell begins and ends.
  @usableFromInline private(set) var starts: [Int]
  @usableFromInline private(set) var ends: [Int]
  /// For each column of the schema its place in those.
  @usableFromInline let places: [Int]
  /// For each column of the file the bit of its column of the schema.
  private var bits: [UInt64]
  private let width: Int
  /// A bit for each column of the schema, set where the row's cell holds something.
  package private(set) var filled: UInt64 = 0
  /// Where the row begins.
  package private(set) var start = 0
  /// How many rows of the stretch were passed, this one among them.
  package private(set) var count = 0

  /// Stands before the first row of a stretch, which is given by its bytes.
  package init(_ table: Table, _ piece: Range<Int>) {
    delimiter = table.delimiter
    (offset, end) = (piece.lowerBound, piece.upperBound)
    width = max(table.header.width, 1)
    starts = [Int](repeating: 0, count: width + 1)
    ends = [Int](repeating: 0, count: width + 1)
    let width = width
    places = table.header.places.map { $0 ?? width }
    bits = [UInt64](repeating: 0, count: width)
    for (column, place) in table.header.places.enumerated() {
      if let place { bits[place] = 1 << UInt64(column) }
    }
  }

  /// Goes to the next row among the bytes of the table; nil at the end of the stretch.
  package mutating func next(in bytes: Span<UInt8>) -> Row? {
    guard offset < end else { return nil }
    start = offset
    count += 1
    var index = offset
    var cell = 0
    var hasContent = false
    filled = 0
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
          filled |= bits[cell]
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

  /// Passes a row that somebody else has read.
  package mutating func pass(to next: Int) {
    offset = next
    count += 1
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
  @inlinable
  package func cell(_ column: Int) -> Range<Int> {
    let place = places[column]
    return starts[place]..<ends[place]
  }

  /// The bits of some columns in `filled`.
  package static func bits(_ columns: [Int]) -> UInt64 { columns.reduce(0) { $0 | 1 << UInt64($1) } }

  /// A digest of the cells of some columns, as `RowCursor` gives it.
  package func digest(of columns: [Int], in bytes: Span<UInt8>) -> UInt64 {
    var hash = CellHash()
    for column in columns where filled & 1 << UInt64(column) != 0 {
      hash.combine(bytes.extracting(cell(column)), column)
    }
    return hash.value
  }
}
