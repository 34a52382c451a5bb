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
func isText(_ bytes: Span<UInt8>) -> Bool {
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
