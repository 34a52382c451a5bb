import CBytes
import CCHCFiles
import CCHCOffice

/// A column whose cells are read as whole numbers.
package struct StreamColumn: Sendable {
  /// What the cells hold.
  package enum Kind: UInt8, Sendable {
    /// A word: its meaning is asked for once and remembered.
    case word
    /// A date, counted from 1 January 1970.
    case day
    /// A whole number that is not negative.
    case count
    /// A whole number.
    case signed
  }

  package let kind: Kind
  /// Where the column stands in a row.
  package let place: Int
  /// Whether an empty cell makes its row an odd one.
  package let isRequired: Bool

  package init(_ kind: Kind, at place: Int, isRequired: Bool) {
    (self.kind, self.place, self.isRequired) = (kind, place, isRequired)
  }
}

/// Takes what a `ColumnReader` reads.
package protocol ColumnConsumer: AnyObject {
  /// What a word of a column means: a number, `ColumnReader.empty` or `ColumnReader.odd`.
  ///
  /// The word is what stands between delimiters or quotes, untrimmed. In the first column, that of the key, a
  /// negative number up to -`ColumnReader.leftOutKinds` leaves the row out.
  func meaning(of word: Span<UInt8>, column: Int) -> Int32

  /// Takes some rows: column `c` of row `r` is `values[c * ColumnReader.blockRows + r]`.
  func take(_ values: Span<Int32>, rows: Int)

  /// Takes a row that has to be read exactly, by its place in the piece, without its line end.
  func takeOdd(_ row: Span<UInt8>, record: Int)
}

/// Reads pieces of delimited text into columns of whole numbers, without making anything for a row.
///
/// What is not plainly a number, date or known word makes its row an odd one, which the consumer reads exactly.
package final class ColumnReader {
  /// An empty cell.
  package static let empty = Int32.min
  /// A cell that has to be read exactly.
  package static let odd = Int32.min + 1
  /// How many rows the consumer gets at once at most.
  package static let blockRows = 1024
  /// How many kinds of rows that are left out are counted apart.
  package static let leftOutKinds = 2

  /// What a piece held.
  package struct Summary: Sendable {
    /// All rows, empty ones and comments among them.
    package var records = 0
    /// Rows that their key leaves out, by its kind.
    package var leftOut = [Int](repeating: 0, count: ColumnReader.leftOutKinds)
    /// Why the rest of the file cannot be read.
    package var fault: StreamFault?
  }

  private unowned let consumer: any ColumnConsumer
  private var columns: [StreamColumn] = []
  private var memos: [WordMemo] = []
  private let days = CellDays()
  private let values: UnsafeMutablePointer<Int32>
  private let columnCount: Int
  private var rows = 0
  private var ends = CellEnds()

  /// A reader of columns of about so many words each; the first column is the key.
  package init(wordCounts: [Int], consumer: any ColumnConsumer) {
    self.consumer = consumer
    columnCount = wordCounts.count
    memos = wordCounts.map(WordMemo.init(for:))
    values = .allocate(capacity: columnCount * Self.blockRows)
    values.initialize(repeating: 0, count: columnCount * Self.blockRows)
  }

  deinit { values.deallocate() }

  /// Says where the columns stand in the pieces to come, all that were announced, in their order.
  package func begin(_ columns: [StreamColumn]) {
    precondition(columns.count == columnCount)
    self.columns = columns
  }

  /// Reads a piece; the consumer gets all its rows before this returns.
  package func read(_ piece: RowPiece) -> Summary {
    var summary = Summary()
    summary.fault = piece.fault
    guard piece.isText() else {
      summary.fault = .encoding
      return summary
    }
    ends.find(in: piece)
    walk(piece, &summary)
    flush()
    return summary
  }

  private func walk(_ piece: RowPiece, _ summary: inout Summary) {
    let base = UnsafePointer(piece.base)
    // Read once, not for every row.
    let (ends, columns, memos) = (self.ends, self.columns, self.memos)
    var index = 0
    while index + 1 < ends.count {
      let first = Int(ends.positions[index]) + 1
      let row = ends.row(from: index, first, piece)
      let end = Int(ends.positions[row.last])
      guard end - first <= RowStream.longestRow else {
        summary.fault = .rowTooLong
        return
      }
      if row.isOdd || !convert(base, row, columns, memos, &summary) {
        consumer.takeOdd(
          UnsafeBufferPointer(start: base + first, count: end - first).span, record: summary.records)
      }
      summary.records += 1
      index = ends.next(after: row.last, base)
    }
  }

  /// Reads the cells of a row into the block; false where the row is an odd one.
  @inline(__always)
  private func convert(
    _ base: UnsafePointer<UInt8>, _ row: CellEnds.Row, _ columns: [StreamColumn], _ memos: [WordMemo],
    _ summary: inout Summary
  ) -> Bool {
    for number in columns.indices {
      let column = columns[number]
      let start = Int(row.starts[column.place]) + 1
      let count = Int(row.ends[column.place]) - start
      let cell = base + start
      var value = Self.empty
      if count < 0 { return false }
      if count > 0 {
        switch column.kind {
        case .word:
          value = memos[number].meaning(cell, count)
          if value == WordMemo.unknown { value = newWord(cell, count, number) }
        case .day: value = days.day(cell, count)
        case .count: value = wholeNumber(cell, count)
        case .signed:
          let isNegative = cell[0] == UInt8(ascii: "-")
          value = wholeNumber(isNegative ? cell + 1 : cell, isNegative ? count - 1 : count)
          if isNegative, value >= 0 { value = -value }
        }
      }
      if value == Self.odd || (value == Self.empty && column.isRequired) { return false }
      if number == 0, value < 0 {
        summary.leftOut[min(Int(-value), Self.leftOutKinds) - 1] += 1
        return true
      }
      values[number * Self.blockRows + rows] = value
    }
    rows += 1
    if rows == Self.blockRows { flush() }
    return true
  }

  private func flush() {
    guard rows > 0 else { return }
    consumer.take(
      UnsafeBufferPointer(start: values, count: columnCount * Self.blockRows).span, rows: rows)
    rows = 0
  }

  @inline(never)
  private func newWord(_ cell: UnsafePointer<UInt8>, _ count: Int, _ column: Int) -> Int32 {
    let meaning = consumer.meaning(
      of: UnsafeBufferPointer(start: cell, count: count).span, column: column)
    memos[column].remember(cell, count, meaning)
    return meaning
  }

  /// Up to 9 digits as a number, which an Int32 holds.
  @inline(__always)
  private func wholeNumber(_ cell: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
    guard count >= 1, count <= 9 else { return Self.odd }
    var result: Int32 = 0
    for index in 0..<count {
      let digit = cell[index] &- 48
      guard digit <= 9 else { return Self.odd }
      result = result &* 10 &+ Int32(digit)
    }
    return result
  }
}
