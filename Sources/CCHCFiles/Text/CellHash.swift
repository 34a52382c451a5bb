/// A 64-bit digest of cells, for tables in memory only: it never reaches an output.
package struct CellHash {
  package private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Sets every stored property.
  package init() {
  }

  /// Adds a cell of a column, eight bytes at a time; an empty one changes nothing.
  package mutating func combine(_ cell: Span<UInt8>, _ column: Int = 0) {
    guard cell.count > 0 else { return }
    var index = 0
    var word: UInt64 = 0
    while index < cell.count {
      word = word << 8 | UInt64(cell[index])
      index += 1
      if index & 7 == 0 {
        mix(word)
        word = 0
      }
    }
    mix(word ^ UInt64(truncatingIfNeeded: cell.count) << 56 ^ UInt64(truncatingIfNeeded: column) << 48)
  }

  private mutating func mix(_ word: UInt64) {
    value = (value ^ word) &* 0x9E37_79B9_7F4A_7C15
    value ^= value >> 32
  }
}
