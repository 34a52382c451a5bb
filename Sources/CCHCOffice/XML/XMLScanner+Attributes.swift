extension XMLScanner {
  /// More attributes than this no element of an office document has.
  private static let mostAttributes = 128

  /// Takes a name.
  ///
  /// - Returns: its end, the name without its prefix, and whether it has one.
  func scanName(
    _ bytes: Span<UInt8>, from start: Int
  ) throws(XMLFault) -> (end: Int, name: XMLName, isPrefixed: Bool) {
    var index = start
    var isPrefixed = false
    var isFirst = true
    var builder = XMLName.Builder()
    while index < bytes.count {
      let byte = bytes[index]
      if isNameByte(byte) {
        guard !isFirst || isNameStart(byte) else { throw XMLFault(.damaged, at: index) }
        isFirst = false
        builder.append(byte)
      } else if byte == UInt8(ascii: ":"), !isPrefixed, !isFirst {
        isPrefixed = true
        isFirst = true
        builder = XMLName.Builder()
      } else {
        break
      }
      index += 1
    }
    guard !builder.isEmpty, index < bytes.count else { throw XMLFault(.damaged, at: index) }
    return (index, builder.name, isPrefixed)
  }

  /// Takes the attributes of a start tag up to its end.
  ///
  /// - Returns: whether the tag is that of an empty element.
  mutating func scanAttributes(_ bytes: Span<UInt8>) throws(XMLFault) -> Bool {
    var index = offset
    while true {
      let gap = index
      while index < bytes.count, isXMLSpace(bytes[index]) { index += 1 }
      guard index < bytes.count else { throw XMLFault(.damaged, at: index) }
      if bytes[index] == UInt8(ascii: ">") {
        offset = index + 1
        return false
      }
      if bytes[index] == UInt8(ascii: "/") {
        guard index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: ">") else {
          throw XMLFault(.damaged, at: index)
        }
        offset = index + 2
        return true
      }
      guard index > gap, attributeCount < Self.mostAttributes else { throw XMLFault(.damaged, at: index) }
      index = try scanAttribute(bytes, at: index)
    }
  }

  private mutating func scanAttribute(_ bytes: Span<UInt8>, at start: Int) throws(XMLFault) -> Int {
    let scanned = try scanName(bytes, from: start)
    var index = scanned.end
    while index < bytes.count, isXMLSpace(bytes[index]) { index += 1 }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { throw XMLFault(.damaged, at: index) }
    index += 1
    while index < bytes.count, isXMLSpace(bytes[index]) { index += 1 }
    guard index < bytes.count else { throw XMLFault(.damaged, at: index) }
    let quote = bytes[index]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      throw XMLFault(.damaged, at: index)
    }
    index += 1
    let first = index
    var isEncoded = false
    while index < bytes.count, bytes[index] != quote {
      let byte = bytes[index]
      // Most letters lie above all three marks.
      if byte <= UInt8(ascii: "<") {
        guard byte != UInt8(ascii: "<") else { throw XMLFault(.damaged, at: index) }
        if byte == UInt8(ascii: "&") || byte == 13 { isEncoded = true }
      }
      index += 1
    }
    guard index < bytes.count else { throw XMLFault(.damaged, at: index) }
    let attribute = XMLAttribute(
      name: scanned.name, isPrefixed: scanned.isPrefixed, nameStart: Int32(truncatingIfNeeded: start),
      nameEnd: Int32(truncatingIfNeeded: scanned.end), valueStart: Int32(truncatingIfNeeded: first),
      valueEnd: Int32(truncatingIfNeeded: index), isEncoded: isEncoded)
    if isEncoded { try checkReferences(attribute.value, in: bytes) }
    for place in 0..<attributeCount
    where attributeSlots[place].name == attribute.name && isSame(attributeSlots[place], attribute, bytes) {
      throw XMLFault(.damaged, at: start)
    }
    if attributeCount < attributeSlots.count {
      attributeSlots[attributeCount] = attribute
    } else {
      attributeSlots.append(attribute)
    }
    attributeCount += 1
    return index + 1
  }

  private func isSame(_ one: XMLAttribute, _ other: XMLAttribute, _ bytes: Span<UInt8>) -> Bool {
    let count = Int(one.nameEnd - one.nameStart)
    guard count == Int(other.nameEnd - other.nameStart) else { return false }
    for index in 0..<count
    where bytes[Int(one.nameStart) + index] != bytes[Int(other.nameStart) + index] {
      return false
    }
    return true
  }

  /// Checks that every reference is one of the five entities or a number.
  func checkReferences(_ slice: XMLSlice, in bytes: Span<UInt8>) throws(XMLFault) {
    var index = slice.start
    while index < slice.end {
      guard bytes[index] == UInt8(ascii: "&") else {
        index += 1
        continue
      }
      guard let (_, next) = reference(in: bytes, at: index, end: slice.end) else {
        throw XMLFault(.damaged, at: index)
      }
      index = next
    }
  }

  /// Checks that an XML declaration names no other encoding than those that were decoded already.
  func checkDeclaration(_ bytes: Span<UInt8>, end: Int) throws(XMLFault) {
    var index = offset
    while index < end, !hasXMLMark(bytes, "encoding", at: index) { index += 1 }
    index += 8
    while index < end, isXMLSpace(bytes[index]) || bytes[index] == UInt8(ascii: "=") { index += 1 }
    guard index < end else { return }
    var name = ""
    for place in index + 1..<max(index + 1, end) {
      let byte = bytes[place]
      if byte == bytes[index] { break }
      name.unicodeScalars.append(Unicode.Scalar(byte | 0x20))
    }
    guard ["utf-8", "utf-16", "us-ascii", "utf8"].contains(name) else {
      throw XMLFault(.encoding, at: index)
    }
  }
}

/// Whether a byte may stand in a name: letters, digits, `_`, `-`, `.` and letters beyond ASCII.
///
/// A bit for each byte of ASCII, as this is asked for every byte of markup.
private func isNameByte(_ byte: UInt8) -> Bool {
  let bits: UInt64 = byte < 64 ? 0x03FF_6000_0000_0000 : 0x07FF_FFFE_87FF_FFFE
  return byte >= 0x80 || bits >> UInt64(byte & 63) & 1 == 1
}

/// Whether a name byte may begin a name: letters and `_`.
private func isNameStart(_ byte: UInt8) -> Bool { byte > UInt8(ascii: "9") }
