import CBytes

/// Where the cells of a piece end: the offsets of its delimiters, quotes and line ends.
struct CellEnds {
  /// A row whose cells are found.
  struct Row {
    /// For each cell the offset before it and the offset behind it; a cell of doubled quotes ends before it starts.
    let starts: UnsafePointer<Int32>
    let ends: UnsafePointer<Int32>
    /// Which of the offsets ends the row.
    let last: Int
    /// Whether the row has to be read exactly.
    let isOdd: Bool
  }

  private final class Memory {
    private(set) var pointer: UnsafeMutablePointer<Int32>
    private(set) var capacity: Int

    init(_ capacity: Int) {
      self.capacity = capacity
      pointer = .allocate(capacity: capacity)
    }

    deinit { pointer.deallocate() }
  }

  private var offsets = Memory(1)
  private var cells = Memory(2)
  /// Offset -1 of the piece's beginning stands first, as if a row ended there.
  private(set) var positions: UnsafeMutablePointer<Int32>
  private(set) var count = 0

  init() { positions = offsets.pointer }

  /// Finds all offsets of a piece.
  mutating func find(in piece: RowPiece) {
    // Every byte may be a delimiter.
    let wanted = piece.end - piece.start + 80
    if offsets.capacity < wanted { offsets = Memory(wanted) }
    if cells.capacity < piece.width * 2 { cells = Memory(piece.width * 2) }
    positions = offsets.pointer
    positions[0] = Int32(piece.start) - 1
    var found = 1
    var offset = piece.start
    let (base, end, delimiter) = (piece.base, piece.end, piece.delimiter)
    while offset < end {
      var mask = cchc_cell_ends(base + offset, delimiter)
      if end - offset < 64 { mask &= (1 << UInt64(end - offset)) - 1 }
      while mask != 0 {
        positions[found] = Int32(truncatingIfNeeded: offset + mask.trailingZeroBitCount)
        found += 1
        mask &= mask &- 1
      }
      offset += 64
    }
    count = found
  }

  /// The row that begins after an offset.
  @inline(__always)
  func row(from index: Int, _ first: Int, _ piece: RowPiece) -> Row {
    let base = piece.base
    let last = index + piece.width
    if last < count, Self.isPlain(base[first]) {
      let end = base[Int(positions[last])]
      var isPlain = end == 10 || end == 13
      for place in (index + 1)..<last { isPlain = base[Int(positions[place])] == piece.delimiter && isPlain }
      if isPlain {
        return Row(
          starts: UnsafePointer(positions + index), ends: UnsafePointer(positions + index + 1), last: last,
          isOdd: false)
      }
    }
    return quotedRow(from: index, first, piece)
  }

  /// The offset with which the next row begins: LF of CRLF is skipped.
  @inline(__always)
  func next(after last: Int, _ base: UnsafePointer<UInt8>) -> Int {
    guard last + 1 < count, base[Int(positions[last])] == 13, positions[last + 1] == positions[last] + 1,
      base[Int(positions[last + 1])] == 10
    else { return last }
    return last + 1
  }

  /// Whether a row may begin with this byte without being empty, a comment or marked by the writer.
  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != UInt8(ascii: "#") && byte != UInt8(ascii: "'") && byte != 0xC2
  }

  /// A row with quotes, or with more or fewer cells than the header.
  @inline(never)
  private func quotedRow(from index: Int, _ first: Int, _ piece: RowPiece) -> Row {
    let (base, width) = (piece.base, piece.width)
    let (starts, ends) = (cells.pointer, cells.pointer + width)
    var place = index + 1
    var cell = 0
    var start = first
    var isOdd = false
    func byte(_ place: Int) -> UInt8 { place < count ? base[Int(positions[place])] : 10 }
    while true {
      var (low, high) = (start, 0)
      if byte(place) == UInt8(ascii: "\""), Int(positions[place]) == start {
        low = start + 1
        var isDoubled = false
        place += 1
        while place < count {
          if byte(place) != UInt8(ascii: "\"") {
            place += 1
          } else if byte(place + 1) == UInt8(ascii: "\""), positions[place + 1] == positions[place] + 1 {
            isDoubled = true
            place += 2
          } else {
            break
          }
        }
        guard place < count else { break }
        high = isDoubled ? low - 1 : Int(positions[place])
        let close = Int(positions[place])
        place += 1
        if place >= count || Int(positions[place]) != close + 1 { isOdd = true }
        while byte(place) == UInt8(ascii: "\"") { place += 1 }
      } else {
        while byte(place) == UInt8(ascii: "\"") { place += 1 }
        guard place < count else { break }
        high = Int(positions[place])
      }
      if cell < width {
        (starts[cell], ends[cell]) = (Int32(low - 1), Int32(high))
      } else if high != low {
        isOdd = true
      }
      if cell == 0, high > low, !Self.isPlain(base[low]) { isOdd = true }
      // A first cell with doubled quotes may be a comment.
      if cell == 0, high < low { isOdd = true }
      cell += 1
      guard byte(place) == piece.delimiter else { break }
      start = Int(positions[place]) + 1
      place += 1
    }
    let last = min(place, count - 1)
    let end = positions[last]
    for empty in min(cell, width)..<width { (starts[empty], ends[empty]) = (end - 1, end) }
    return Row(
      starts: UnsafePointer(starts), ends: UnsafePointer(ends), last: last, isOdd: isOdd || place >= count)
  }
}
