/// A cell or several, made once to be written again and again.
package struct PreparedCells: Sendable {
  fileprivate let words: (UInt64, UInt64, UInt64, UInt64)
  /// All bytes where they are more than the words hold.
  fileprivate let rest: [UInt8]
  package let count: Int

  package init(_ bytes: [UInt8]) {
    func word(_ first: Int) -> UInt64 {
      bytes.dropFirst(first).prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
    words = (word(0), word(8), word(16), word(24))
    rest = bytes.count > 32 ? bytes : []
    count = bytes.count
  }
}

/// Rows of a table being made, in memory that is asked for once: for tables of a million rows.
///
/// What does not fit ends the process rather than being written beyond the memory.
package struct RowBuffer: ~Copyable {
  private let base: UnsafeMutablePointer<UInt8>
  private let capacity: Int
  package private(set) var count = 0

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
    // A prepared cell is written in whole words, whatever its length.
    [UInt8](unsafeUninitializedCapacity: capacity + 32) { memory, count in
      guard let base = memory.baseAddress else { return }
      var rows = RowBuffer(base, memory.count)
      append(&rows)
      count = rows.count
    }
  }

  package mutating func append(_ byte: UInt8) {
    precondition(count < capacity)
    base[count] = byte
    count += 1
  }

  package mutating func append(_ cells: borrowing PreparedCells) {
    precondition(count + max(cells.count, 32) <= capacity)
    let target = UnsafeMutableRawPointer(base + count)
    if cells.count > 32 {
      cells.rest.withUnsafeBytes {
        target.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(base), byteCount: $0.count)
      }
    } else {
      target.storeBytes(of: cells.words.0.littleEndian, as: UInt64.self)
      target.storeBytes(of: cells.words.1.littleEndian, toByteOffset: 8, as: UInt64.self)
      if cells.count > 16 {
        target.storeBytes(of: cells.words.2.littleEndian, toByteOffset: 16, as: UInt64.self)
        target.storeBytes(of: cells.words.3.littleEndian, toByteOffset: 24, as: UInt64.self)
      }
    }
    count += cells.count
  }

  /// Appends `units` × 10^-`decimals` in digits, as `CSVWriter` does.
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
