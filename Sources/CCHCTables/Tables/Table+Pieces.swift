import Glibc

extension Table {
  /// Parts the rows into stretches of about so many bytes, each of whole rows, for several threads.
  ///
  /// Rows that end in CR alone are not parted.
  package func pieces(of size: Int) -> [Range<Int>] {
    var parter = RowParter(bytes: bytes, delimiter: delimiter, size: size, start: bodyOffset)
    parter.part()
    return parter.pieces
  }
}

/// Finds places between rows: line feeds that no quotes enclose.
private struct RowParter {
  let bytes: [UInt8]
  let delimiter: UInt8
  let size: Int
  private(set) var pieces: [Range<Int>] = []
  private var start: Int

  init(bytes: [UInt8], delimiter: UInt8, size: Int, start: Int) {
    (self.bytes, self.delimiter, self.size, self.start) = (bytes, delimiter, size, start)
  }

  mutating func part() {
    // What lies between two quoted cells may be parted anywhere.
    var gap = start
    var next = start
    while let quote = place(of: UInt8(ascii: "\""), from: next, to: bytes.count) {
      next = quote + 1
      // A quote inside an unquoted cell is an ordinary letter.
      guard quote == gap || isCellEnd(bytes[quote - 1]) else { continue }
      cut(from: gap, to: quote)
      guard let end = closingQuote(after: quote) else {
        gap = bytes.count
        break
      }
      (gap, next) = (end + 1, end + 1)
    }
    cut(from: gap, to: bytes.count)
    if start < bytes.count { pieces.append(start..<bytes.count) }
  }

  /// The quote that closes the cell that a quote opens; nil where none does.
  private func closingQuote(after quote: Int) -> Int? {
    var from = quote + 1
    while let end = place(of: UInt8(ascii: "\""), from: from, to: bytes.count) {
      guard end + 1 < bytes.count, bytes[end + 1] == UInt8(ascii: "\"") else { return end }
      from = end + 2
    }
    return nil
  }

  /// Ends pieces at line feeds of a stretch without quoted cells.
  private mutating func cut(from gap: Int, to end: Int) {
    while start + size < end {
      guard let line = place(of: 10, from: max(gap, start + size), to: end) else { return }
      pieces.append(start..<(line + 1))
      start = line + 1
    }
  }

  private func isCellEnd(_ byte: UInt8) -> Bool { byte == delimiter || byte == 10 || byte == 13 }

  private func place(of byte: UInt8, from start: Int, to end: Int) -> Int? {
    guard start < end else { return nil }
    return bytes.withUnsafeBytes { all in
      guard let base = all.baseAddress, let found = memchr(base + start, Int32(byte), end - start) else {
        return nil
      }
      return base.distance(to: UnsafeRawPointer(found))
    }
  }
}
