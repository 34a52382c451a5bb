import CCHCExact
import CCHCOffice

/// Cells made once to be written again and again, side by side.
package struct PreparedCells: Sendable {
  /// One of the cells, or several that follow each other.
  package struct Cell: Sendable {
    @usableFromInline let start: Int
    package let count: Int
  }

  /// How many bytes are written at once, whatever a cell's length.
  @usableFromInline static var step: Int { 32 }
  /// The cells, and behind them so many bytes as a step may read too far.
  @usableFromInline private(set) var bytes = [UInt8](repeating: 0, count: step)

  package init() {}

  package mutating func add(_ cell: [UInt8]) -> Cell {
    let start = bytes.count - Self.step
    bytes.insert(contentsOf: cell, at: start)
    return Cell(start: start, count: cell.count)
  }
}

/// Small numbers of so many decimals, made once: a million scores have few different points.
package struct PreparedNumbers: Sendable {
  @usableFromInline let decimals: Int
  @usableFromInline let mark: UInt8
  /// For each number of units its digits, and in the highest byte how many bytes they are.
  @usableFromInline private(set) var words: [UInt64] = []

  /// Makes the numbers below a limit whose digits fit.
  package init(decimals: Int, mark: UInt8, below limit: Int64 = 1 << 11) {
    (self.decimals, self.mark) = (decimals, mark)
    for units in 0..<limit {
      var text: [UInt8] = []
      text.appendUnits(units, decimals: decimals, mark: Unicode.Scalar(mark))
      guard text.count < 8 else { return }
      words.append(text.reversed().reduce(0) { $0 << 8 | UInt64($1) } | UInt64(text.count) << 56)
    }
  }
}

/// Rows of a table being made, in memory that is asked for once: for tables of a million rows.
///
/// What does not fit ends the process rather than being written beyond the memory.
package struct RowBuffer: ~Copyable {
  @usableFromInline let base: UnsafeMutablePointer<UInt8>
  @usableFromInline let capacity: Int
  @usableFromInline package private(set) var count = 0

  private init(_ memory: UnsafeMutablePointer<UInt8>, _ capacity: Int) {
    base = memory
    self.capacity = capacity
  }

  /// Makes rows.
  ///
  /// - Parameters:
  ///   - capacity: the most bytes that will be appended.
  ///   - append: appends the rows.
  /// - Returns: all that was appended.
  package static func rows(capacity: Int, _ append: (inout RowBuffer) -> Void) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: capacity + PreparedCells.step) { memory, count in
      guard let base = memory.baseAddress else { return }
      var rows = RowBuffer(base, memory.count)
      append(&rows)
      count = rows.count
    }
  }

  @inlinable
  package mutating func append(_ byte: UInt8) {
    precondition(count < capacity)
    base[count] = byte
    count += 1
  }

  @inlinable
  package mutating func append(_ cell: PreparedCells.Cell, of cells: borrowing PreparedCells) {
    let size = max(cell.count, PreparedCells.step)
    precondition(count + size <= capacity && cell.start + size <= cells.bytes.count)
    cells.bytes.withUnsafeBytes { source in
      guard let source = source.baseAddress else { return }
      let target = UnsafeMutableRawPointer(base + count)
      if cell.count <= PreparedCells.step {
        target.copyMemory(from: source + cell.start, byteCount: PreparedCells.step)
      } else {
        target.copyMemory(from: source + cell.start, byteCount: cell.count)
      }
    }
    count += cell.count
  }

  /// Appends a number of the units of some numbers, as `CSVWriter` does.
  @inlinable
  package mutating func append(_ units: Int64, as numbers: borrowing PreparedNumbers) {
    guard units >= 0, units < numbers.words.count else {
      append(units, decimals: numbers.decimals, mark: numbers.mark)
      return
    }
    precondition(count + 8 <= capacity)
    let word = numbers.words[Int(units)]
    UnsafeMutableRawPointer(base + count).storeBytes(of: word.littleEndian, as: UInt64.self)
    count += Int(word >> 56)
  }

  /// Appends `units` × 10^-`decimals` in digits, as `CSVWriter` does.
  @usableFromInline
  package mutating func append(_ units: Int64, decimals: Int, mark: UInt8) {
    // 20 digits and a mark, or the decimals and what stands before them.
    precondition(count + 24 + decimals <= capacity)
    if units < 0 { append(UInt8(ascii: "-")) }
    var rest = units.magnitude
    var digits = 1
    var limit: UInt64 = 10
    while rest >= limit, digits < 19 {
      digits += 1
      limit = limit &* 10
    }
    if digits == 19, rest >= 10_000_000_000_000_000_000 { digits = 20 }
    digits = max(digits, decimals + 1)
    let width = digits + (decimals > 0 ? 1 : 0)
    var place = count + width
    for digit in 0..<digits {
      if digit == decimals, decimals > 0 {
        place -= 1
        base[place] = mark
      }
      place -= 1
      base[place] = UInt8(truncatingIfNeeded: rest % 10) + 48
      rest /= 10
    }
    count += width
  }
}
