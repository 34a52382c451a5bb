import Glibc

extension Table {
  /// Parts the rows into stretches of about so many bytes, each of whole rows, for several threads.
  ///
  /// Rows that end in CR alone are not parted.
  package func pieces(of size: Int) -> [Range<Int>] {
    var parter = RowParter(delimiter: delimiter, size: size, from: bodyOffset)
    parter.take(bytes.span.extracting(bodyOffset...))
    return parter.finish()
  }
}

/// Finds places between rows of a text that comes piece by piece: line feeds that no quotes enclose.
struct RowParter {
  private let delimiter: UInt8
  private let size: Int
  private var stretches: [Range<Int>] = []
  /// Where the stretch that is not yet ended begins.
  private var start: Int
  /// Where the piece begins that comes next.
  private var offset: Int
  private var isQuoted = false
  /// Whether the last piece ended in a quote of a quoted cell, which the next byte tells to be doubled or not.
  private var endsInQuote = false
  /// The last byte that came.
  private var last: UInt8?

  /// Stands at an offset, where a row begins.
  init(delimiter: UInt8, size: Int, from offset: Int) {
    self.delimiter = delimiter
    self.size = size
    (start, self.offset) = (offset, offset)
  }

  /// Goes over the next piece of the text.
  mutating func take(_ bytes: Span<UInt8>) {
    var index = 0
    if endsInQuote, !bytes.isEmpty {
      endsInQuote = false
      if bytes[0] == UInt8(ascii: "\"") { index = 1 } else { isQuoted = false }
    }
    while index < bytes.count {
      let quote = place(of: UInt8(ascii: "\""), in: bytes, from: index, to: bytes.count)
      if isQuoted {
        guard let quote else { break }
        if quote + 1 == bytes.count {
          endsInQuote = true
          break
        }
        isQuoted = bytes[quote + 1] == UInt8(ascii: "\"")
        index = quote + (isQuoted ? 2 : 1)
      } else {
        cut(bytes, from: index, to: quote ?? bytes.count)
        guard let quote else { break }
        // A quote inside an unquoted cell is an ordinary letter.
        isQuoted = (quote > 0 ? bytes[quote - 1] : last).map(isCellEnd) ?? true
        index = quote + 1
      }
    }
    if !bytes.isEmpty { last = bytes[bytes.count - 1] }
    offset += bytes.count
  }

  /// The stretches of the whole text.
  mutating func finish() -> [Range<Int>] {
    if start < offset { stretches.append(start..<offset) }
    start = offset
    return stretches
  }

  /// Ends stretches at line feeds of a part without quoted cells.
  private mutating func cut(_ bytes: Span<UInt8>, from first: Int, to end: Int) {
    while start + size < offset + end {
      guard let line = place(of: 10, in: bytes, from: max(first, start + size - offset), to: end) else {
        return
      }
      stretches.append(start..<(offset + line + 1))
      start = offset + line + 1
    }
  }

  private func isCellEnd(_ byte: UInt8) -> Bool { byte == delimiter || byte == 10 || byte == 13 }

  private func place(of byte: UInt8, in bytes: Span<UInt8>, from start: Int, to end: Int) -> Int? {
    guard start < end else { return nil }
    return bytes.withUnsafeBytes { all in
      guard let base = all.baseAddress, let found = memchr(base + start, Int32(byte), end - start) else {
        return nil
      }
      return base.distance(to: UnsafeRawPointer(found))
    }
  }
}
