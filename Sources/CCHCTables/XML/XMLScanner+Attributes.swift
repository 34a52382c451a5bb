extension XMLScanner {
  /// More attributes than this no element of an office document has.
  private static let mostAttributes = 128

  /// Finds the end of a name.
  ///
  /// - Returns: the end, and where the local name begins.
  func scanName(_ bytes: Span<UInt8>, from start: Int) throws(XMLFault) -> (end: Int, local: Int) {
    var index = start
    var local = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: ":") {
        guard local == start, index > start else { throw XMLFault(.damaged, at: index) }
        local = index + 1
      } else if !isNameByte(byte) {
        break
      }
      index += 1
    }
    guard local < index, index < bytes.count, isNameStart(bytes[start]), isNameStart(bytes[local]) else {
      throw XMLFault(.damaged, at: index)
    }
    return (index, local)
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
      guard index > gap, attributes.count < Self.mostAttributes else { throw XMLFault(.damaged, at: index) }
      index = try scanAttribute(bytes, at: index)
    }
  }

  private mutating func scanAttribute(_ bytes: Span<UInt8>, at start: Int) throws(XMLFault) -> Int {
    let (nameEnd, local) = try scanName(bytes, from: start)
    var index = nameEnd
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
    var value = XMLSlice(start: index, end: index, isEncoded: false)
    while index < bytes.count, bytes[index] != quote {
      let byte = bytes[index]
      guard byte != UInt8(ascii: "<") else { throw XMLFault(.damaged, at: index) }
      if byte == UInt8(ascii: "&") || byte == 13 { value.isEncoded = true }
      index += 1
    }
    guard index < bytes.count else { throw XMLFault(.damaged, at: index) }
    value.end = index
    if value.isEncoded { try checkReferences(value, in: bytes) }
    let attribute = XMLAttribute(
      name: XMLName(bytes, from: local, to: nameEnd), isPrefixed: local > start, nameStart: start,
      nameEnd: nameEnd, value: value)
    for other in attributes where other.name == attribute.name && isSame(other, attribute, bytes) {
      throw XMLFault(.damaged, at: start)
    }
    attributes.append(attribute)
    return index + 1
  }

  private func isSame(_ one: XMLAttribute, _ other: XMLAttribute, _ bytes: Span<UInt8>) -> Bool {
    guard one.nameEnd - one.nameStart == other.nameEnd - other.nameStart else { return false }
    for index in 0..<one.nameEnd - one.nameStart
    where bytes[one.nameStart + index] != bytes[other.nameStart + index] {
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

/// Whether a byte may stand in a name; letters beyond ASCII may.
private func isNameByte(_ byte: UInt8) -> Bool {
  switch byte {
  case 97...122, 65...90, 48...57, UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), 0x80...: true
  default: false
  }
}

private func isNameStart(_ byte: UInt8) -> Bool {
  switch byte {
  case 97...122, 65...90, UInt8(ascii: "_"), 0x80...: true
  default: false
  }
}
