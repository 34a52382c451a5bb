import CBytes
import Glibc

/// The bytes of a table as UTF-8 without a byte order mark.
///
/// UTF-8 with or without BOM and UTF-16 with BOM are taken (FORMATS 1).
///
/// - Returns: nil where the bytes are in another encoding or are not text.
package func decodedTable(_ bytes: consuming [UInt8]) -> [UInt8]? {
  if bytes.starts(with: [0xFF, 0xFE]) { return decodedUTF16(bytes, littleEndian: true) }
  if bytes.starts(with: [0xFE, 0xFF]) { return decodedUTF16(bytes, littleEndian: false) }
  if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
  return isText(bytes.span) ? bytes : nil
}

private func decodedUTF16(_ bytes: [UInt8], littleEndian: Bool) -> [UInt8]? {
  guard bytes.count.isMultiple(of: 2) else { return nil }
  var units: [UInt16] = []
  units.reserveCapacity(bytes.count / 2)
  for index in stride(from: 2, to: bytes.count, by: 2) {
    let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
    units.append(littleEndian ? second << 8 | first : first << 8 | second)
  }
  var result: [UInt8] = []
  result.reserveCapacity(bytes.count)
  let failed = transcode(
    units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: true
  ) { result.append($0) }
  return failed || result.contains(0) ? nil : result
}

/// Whether bytes are valid UTF-8 without a NUL, which no spreadsheet writes into text.
package func isText(_ bytes: Span<UInt8>) -> Bool {
  guard hasShuffle else { return isShortText(bytes) }
  let blocks = bytes.count / 16
  let isSound = bytes.withUnsafeBufferPointer { all in
    all.baseAddress.map { cchc_is_text($0, blocks) != 0 } ?? true
  }
  // What the blocks leave begins with the letter that goes on behind them.
  return isSound
    && isShortText(bytes.extracting((blocks * 16 - bytes.extracting(..<(blocks * 16)).unfinishedLetter)...))
}

/// Asked for once: a virtual machine answers slowly.
private let hasShuffle = cchc_has_shuffle() != 0

/// As `isText`, without instructions that not every processor has.
func isShortText(_ bytes: Span<UInt8>) -> Bool {
  let hasNUL = bytes.withUnsafeBytes { all in
    all.baseAddress.map { memchr($0, 0, all.count) != nil } ?? false
  }
  guard !hasNUL else { return false }
  do {
    _ = try UTF8Span(validating: bytes)
    return true
  } catch {
    return false
  }
}

extension Span<UInt8> {
  /// How many bytes at the end are a letter of UTF-8 that is not whole; at most 3.
  package var unfinishedLetter: Int {
    for back in 1...3 where back <= count {
      let byte = self[count - back]
      if byte & 0xC0 == 0x80 { continue }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      return length > back ? back : 0
    }
    return 0
  }
}
