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
  var index = 0
  while index < bytes.count {
    index = asciiEnd(bytes, from: index)
    guard index < bytes.count else { return true }
    let first = bytes[index]
    if first < 0x80 {
      if first == 0 { return false }
      index += 1
      continue
    }
    let length: Int
    var low: UInt8 = 0x80
    var high: UInt8 = 0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, low) = (3, 0xA0)
    case 0xED: (length, high) = (3, 0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, low) = (4, 0x90)
    case 0xF4: (length, high) = (4, 0x8F)
    case 0xF1...0xF3: length = 4
    default: return false
    }
    guard index + length <= bytes.count, bytes[index + 1] >= low, bytes[index + 1] <= high else {
      return false
    }
    for offset in 2..<max(length, 2) where bytes[index + offset] & 0xC0 != 0x80 { return false }
    index += length
  }
  return true
}

/// The end of a run of ASCII letters that are no NUL, found eight bytes at a time; up to seven of them may be left.
private func asciiEnd(_ bytes: Span<UInt8>, from start: Int) -> Int {
  let raw = bytes.bytes
  var index = start
  while index + 8 <= raw.byteCount {
    let word = raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
    // A byte that is 0 borrows, one beyond ASCII has its highest bit.
    guard (word | (word &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080 == 0 else { break }
    index += 8
  }
  return index
}
