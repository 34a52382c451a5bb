/// One attribute of an element.
struct XMLAttribute {
  var name: XMLName
  var isPrefixed: Bool
  /// Where its name stands, prefix and all.
  var nameStart: Int
  var nameEnd: Int
  var value: XMLSlice
}

/// Walks over the bytes of an XML part, element by element; nothing outside the bytes is ever read.
///
/// The part of XML that office documents use: elements, attributes, text, CDATA; comments and processing
/// instructions are skipped. What is not well-formed is a fault, a DOCTYPE too. Prefixes are not resolved:
/// names are compared without them.
struct XMLScanner {
  enum Event {
    case start
    case end
    case text
    case finished
  }

  /// Offset of what comes next.
  var offset = 0
  /// The local name of the element that started or ended.
  private(set) var name = XMLName.long
  /// The text of the last text event; a text may come in several pieces.
  private(set) var text = XMLSlice(start: 0, end: 0, isEncoded: false)
  /// The attributes of the element that started.
  var attributes: [XMLAttribute] = []
  /// The elements that are open, each by where its name stands.
  private var open: [(start: Int, end: Int)] = []
  private var isEmptyElement = false
  private var hasRoot = false

  /// How deep elements may lie in one another.
  static let mostDepth = 256

  /// How many elements are open.
  var depth: Int { open.count }

  /// Goes to the next start, end or text.
  ///
  /// The bytes must be the same at each call, and such as `decodedXML` gives.
  mutating func next(in bytes: [UInt8]) throws(XMLFault) -> Event { try next(in: bytes.span) }

  private mutating func next(in bytes: Span<UInt8>) throws(XMLFault) -> Event {
    if isEmptyElement {
      isEmptyElement = false
      open.removeLast()
      return .end
    }
    while offset < bytes.count {
      guard bytes[offset] == UInt8(ascii: "<") else {
        if try scanText(bytes) { return .text }
        continue
      }
      guard offset + 1 < bytes.count else { throw XMLFault(.damaged, at: offset) }
      switch bytes[offset + 1] {
      case UInt8(ascii: "/"):
        try scanEnd(bytes)
        return .end
      case UInt8(ascii: "?"): try skipInstruction(bytes)
      case UInt8(ascii: "!"): if try scanDeclaration(bytes) { return .text }
      default:
        try scanStart(bytes)
        return .start
      }
    }
    guard open.isEmpty, hasRoot else { throw XMLFault(.damaged, at: offset) }
    return .finished
  }

  /// Goes past the end of the element that has just started, whatever it holds.
  mutating func skipElement(in bytes: [UInt8]) throws(XMLFault) {
    let outside = depth - 1
    while depth > outside { _ = try next(in: bytes.span) }
  }

  /// The value of an attribute of the element that started.
  func attribute(_ name: XMLName, prefixed: Bool = false) -> XMLSlice? {
    for attribute in attributes where attribute.name == name && attribute.isPrefixed == prefixed {
      return attribute.value
    }
    return nil
  }

  /// Takes text up to the next markup.
  ///
  /// - Returns: false where it stands outside the root and is only white space.
  private mutating func scanText(_ bytes: Span<UInt8>) throws(XMLFault) -> Bool {
    let start = offset
    var index = offset
    var isEncoded = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "<") { break }
      if byte == UInt8(ascii: "&") || byte == 13 { isEncoded = true }
      index += 1
    }
    offset = index
    guard !open.isEmpty else {
      for place in start..<index where !isXMLSpace(bytes[place]) { throw XMLFault(.damaged, at: place) }
      return false
    }
    text = XMLSlice(start: start, end: index, isEncoded: isEncoded)
    if isEncoded { try checkReferences(text, in: bytes) }
    return true
  }

  private mutating func scanEnd(_ bytes: Span<UInt8>) throws(XMLFault) {
    guard let started = open.popLast() else { throw XMLFault(.damaged, at: offset) }
    let start = offset + 2
    let end = start + started.end - started.start
    guard end < bytes.count else { throw XMLFault(.damaged, at: offset) }
    var colon = start - 1
    for index in start..<end {
      let byte = bytes[index]
      guard byte == bytes[started.start + index - start] else { throw XMLFault(.damaged, at: index) }
      if byte == UInt8(ascii: ":") { colon = index }
    }
    name = XMLName(bytes, from: colon + 1, to: end)
    var index = end
    while index < bytes.count, isXMLSpace(bytes[index]) { index += 1 }
    guard index < bytes.count, bytes[index] == UInt8(ascii: ">") else { throw XMLFault(.damaged, at: index) }
    offset = index + 1
  }

  private mutating func scanStart(_ bytes: Span<UInt8>) throws(XMLFault) {
    guard !open.isEmpty || !hasRoot else { throw XMLFault(.damaged, at: offset) }
    guard open.count < Self.mostDepth else { throw XMLFault(.tooDeep, at: offset) }
    hasRoot = true
    let start = offset + 1
    let (end, local) = try scanName(bytes, from: start)
    name = XMLName(bytes, from: local, to: end)
    open.append((start, end))
    offset = end
    attributes.removeAll(keepingCapacity: true)
    isEmptyElement = try scanAttributes(bytes)
  }

  /// Takes a CDATA section, or goes past a comment.
  ///
  /// - Returns: whether a text was taken.
  private mutating func scanDeclaration(_ bytes: Span<UInt8>) throws(XMLFault) -> Bool {
    if has(bytes, "<!--") {
      offset = try end(of: "-->", in: bytes, from: offset + 4)
      return false
    }
    guard has(bytes, "<![CDATA[") else {
      throw XMLFault(has(bytes, "<!DOCTYPE") ? .doctype : .damaged, at: offset)
    }
    guard !open.isEmpty else { throw XMLFault(.damaged, at: offset) }
    let start = offset + 9
    offset = try end(of: "]]>", in: bytes, from: start)
    text = XMLSlice(start: start, end: offset - 3, isEncoded: false)
    return true
  }

  /// Goes past a processing instruction; the one that declares the encoding stands only at the start.
  private mutating func skipInstruction(_ bytes: Span<UInt8>) throws(XMLFault) {
    let start = offset
    let after = try end(of: "?>", in: bytes, from: start + 2)
    if has(bytes, "<?xml"), start + 5 < bytes.count, isXMLSpace(bytes[start + 5]) {
      guard start == 0 else { throw XMLFault(.damaged, at: start) }
      try checkDeclaration(bytes, end: after)
    }
    offset = after
  }

  private func has(_ bytes: Span<UInt8>, _ mark: String) -> Bool {
    hasXMLMark(bytes, mark, at: offset)
  }

  private func end(of mark: String, in bytes: Span<UInt8>, from start: Int) throws(XMLFault) -> Int {
    let count = mark.utf8.count
    guard let first = mark.utf8.first else { return start }
    var index = start
    while index + count <= bytes.count {
      if bytes[index] == first, hasXMLMark(bytes, mark, at: index) { return index + count }
      index += 1
    }
    throw XMLFault(.damaged, at: offset)
  }
}

/// Whether the bytes at a place are those of a mark.
func hasXMLMark(_ bytes: Span<UInt8>, _ mark: String, at place: Int) -> Bool {
  guard place + mark.utf8.count <= bytes.count else { return false }
  var index = place
  for byte in mark.utf8 {
    if bytes[index] != byte { return false }
    index += 1
  }
  return true
}

/// Whether a byte is white space of XML.
func isXMLSpace(_ byte: UInt8) -> Bool { byte == 32 || byte == 10 || byte == 13 || byte == 9 }
