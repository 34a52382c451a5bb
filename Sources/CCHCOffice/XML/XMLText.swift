import CCHCFiles

/// Why bytes are not XML that is read here.
struct XMLFault: Error, Equatable {
  enum Kind {
    case damaged
    case doctype
    case encoding
    case tooDeep
  }

  let kind: Kind
  /// Where in the bytes it shows.
  let offset: Int

  init(_ kind: Kind, at offset: Int) {
    self.kind = kind
    self.offset = offset
  }
}

/// The bytes of an XML part as UTF-8 without a byte order mark, all of them letters that XML allows.
///
/// UTF-16 with its mark is converted; any other encoding is refused.
func decodedXML(_ raw: consuming [UInt8]) throws(XMLFault) -> [UInt8] {
  if raw.starts(with: [0xEF, 0xBB, 0xBF]) { raw.removeFirst(3) }
  let isUTF16 = raw.starts(with: [0xFF, 0xFE]) || raw.starts(with: [0xFE, 0xFF])
  if isUTF16 || !isPlain(raw.span) {
    guard let bytes = decodedTable(raw) else { throw XMLFault(.encoding, at: 0) }
    if let offset = forbiddenCharacter(in: bytes.span) { throw XMLFault(.damaged, at: offset) }
    return bytes
  }
  return raw
}

/// Whether all bytes are letters, marks and spaces of ASCII.
private func isPlain(_ bytes: Span<UInt8>) -> Bool {
  let raw = bytes.bytes
  var index = 0
  while index + 16 <= bytes.count {
    let block = raw.unsafeLoadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
    // 0x20 to 0x7F: below and above, the sum leaves the range.
    guard (block &- 0x20).max() < 0x60 || isPlain(bytes, from: index, to: index + 16) else { return false }
    index += 16
  }
  return isPlain(bytes, from: index, to: bytes.count)
}

private func isPlain(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
  for index in start..<end where bytes[index] >= 0x80 || !isAllowed(bytes[index]) { return false }
  return true
}

/// Whether XML 1.0 allows an ASCII character.
private func isAllowed(_ byte: UInt8) -> Bool { byte >= 0x20 || byte == 10 || byte == 13 || byte == 9 }

/// The first character that XML 1.0 forbids (2.2): a control character, U+FFFE or U+FFFF.
private func forbiddenCharacter(in bytes: Span<UInt8>) -> Int? {
  for index in bytes.indices {
    let byte = bytes[index]
    if byte < 0x20, !isAllowed(byte) { return index }
    if byte == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0xBF, bytes[index + 2] >= 0xBE {
      return index
    }
  }
  return nil
}

/// A run of text or an attribute's value as it stands in the bytes.
package struct XMLSlice: Sendable, Equatable {
  package var start: Int
  package var end: Int
  /// Whether it holds references or carriage returns, so that the text differs from the bytes.
  var isEncoded: Bool

  /// The text that it stands for.
  package func text(in bytes: [UInt8]) -> String {
    guard isEncoded else { return String(decoding: bytes[start..<end], as: UTF8.self) }
    return String(decoding: decoded(bytes.span), as: UTF8.self)
  }

  /// The bytes with references replaced and line ends made LF (XML 1.0, 2.11 and 4.6).
  private func decoded(_ bytes: Span<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var index = start
    while index < end {
      let byte = bytes[index]
      if byte == UInt8(ascii: "&"), let (scalar, next) = reference(in: bytes, at: index, end: end) {
        result += Array(String(Character(scalar)).utf8)
        index = next
        continue
      }
      if byte == 13 {
        if index + 1 >= end || bytes[index + 1] != 10 { result.append(10) }
      } else {
        result.append(byte)
      }
      index += 1
    }
    return result
  }
}

/// The character that a reference stands for and where the text goes on, nil where it is none of XML's own.
func reference(in bytes: Span<UInt8>, at start: Int, end: Int) -> (Unicode.Scalar, next: Int)? {
  var stop = start + 1
  // The longest is `&#x0010FFFF;`, give or take leading zeros.
  while stop < min(end, start + 16), bytes[stop] != UInt8(ascii: ";") { stop += 1 }
  guard stop < end, bytes[stop] == UInt8(ascii: ";") else { return nil }
  let first = start + 1
  if first < stop, bytes[first] == UInt8(ascii: "#") {
    let isHex = bytes[first + 1] == UInt8(ascii: "x")
    return number(bytes, from: first + (isHex ? 2 : 1), to: stop, base: isHex ? 16 : 10).map {
      ($0, stop + 1)
    }
  }
  let scalar: Unicode.Scalar
  switch XMLName(bytes, from: first, to: stop) {
  case .amp: scalar = "&"
  case .lt: scalar = "<"
  case .gt: scalar = ">"
  case .quot: scalar = "\""
  case .apos: scalar = "'"
  default: return nil
  }
  return (scalar, stop + 1)
}

private func number(_ bytes: Span<UInt8>, from start: Int, to end: Int, base: UInt32) -> Unicode.Scalar? {
  guard start < end else { return nil }
  var value: UInt32 = 0
  for index in start..<end {
    let digit: UInt8
    switch bytes[index] {
    case 48...57: digit = bytes[index] - 48
    case 97...102 where base == 16: digit = bytes[index] - 87
    case 65...70 where base == 16: digit = bytes[index] - 55
    default: return nil
    }
    value = value * base + UInt32(digit)
    guard value <= 0x10_FFFF else { return nil }
  }
  guard value >= 0x20 || isAllowed(UInt8(value)), value & 0xFFFE != 0xFFFE || value > 0xFFFF else {
    return nil
  }
  return Unicode.Scalar(value)
}

extension XMLName {
  fileprivate static let amp = XMLName("amp")
  fileprivate static let lt = XMLName("lt")
  fileprivate static let gt = XMLName("gt")
  fileprivate static let quot = XMLName("quot")
  fileprivate static let apos = XMLName("apos")
}
