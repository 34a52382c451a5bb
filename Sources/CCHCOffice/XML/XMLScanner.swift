/// One attribute of an element.
struct XMLAttribute {
  var name: XMLName
  var isPrefixed: Bool
  /// Where its name stands, prefix and all.
  ///
  /// No part is as long as an Int32 counts.
  var nameStart: Int32
  var nameEnd: Int32
  var valueStart: Int32
  var valueEnd: Int32
  var isEncoded: Bool

  var value: XMLSlice {
    XMLSlice(start: Int(valueStart), end: Int(valueEnd), isEncoded: isEncoded)
  }
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
  /// The attributes of the element that started, and behind them leftovers of those before.
  var attributeSlots: [XMLAttribute] = []
  /// How many attributes the element that started has.
  var attributeCount = 0
  /// The elements that are open, and behind them leftovers.
  private var openSlots: [OpenElement] = []
  /// How many elements are open.
  private(set) var depth = 0
  private var isEmptyElement = false
  private var hasRoot = false

  /// How deep elements may lie in one another.
  static let mostDepth = 256

  /// An element by where its name stands.
  private struct OpenElement {
    var start: Int32
    var end: Int32
    var name: XMLName
  }

  /// The attributes of the element that started.
  var attributes: ArraySlice<XMLAttribute> { attributeSlots[..<attributeCount] }

  /// Goes to the next start, end or text.
  ///
  /// The bytes must be the same at each call, and such as `decodedXML` gives.
  mutating func next(in bytes: [UInt8]) throws(XMLFault) -> Event { try next(in: bytes.span) }

  private mutating func next(in bytes: Span<UInt8>) throws(XMLFault) -> Event {
    if isEmptyElement {
      isEmptyElement = false
      depth -= 1
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
    guard depth == 0, hasRoot else { throw XMLFault(.damaged, at: offset) }
    return .finished
  }

  /// Goes past the end of the element that has just started, whatever it holds.
  mutating func skipElement(in bytes: [UInt8]) throws(XMLFault) {
    let outside = depth - 1
    while depth > outside { _ = try next(in: bytes.span) }
  }

  /// The value of an attribute of the element that started.
  func attribute(_ name: XMLName, prefixed: Bool = false) -> XMLSlice? {
    for index in 0..<attributeCount
    where attributeSlots[index].name == name && attributeSlots[index].isPrefixed == prefixed {
      return attributeSlots[index].value
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
      // Most letters lie above all three marks.
      if byte <= UInt8(ascii: "<") {
        if byte == UInt8(ascii: "<") { break }
        if byte == UInt8(ascii: "&") || byte == 13 { isEncoded = true }
      }
      index += 1
    }
    offset = index
    guard depth > 0 else {
      for place in start..<index where !isXMLSpace(bytes[place]) { throw XMLFault(.damaged, at: place) }
      return false
    }
    text = XMLSlice(start: start, end: index, isEncoded: isEncoded)
    if isEncoded { try checkReferences(text, in: bytes) }
    return true
  }

  private mutating func scanEnd(_ bytes: Span<UInt8>) throws(XMLFault) {
    guard depth > 0 else { throw XMLFault(.damaged, at: offset) }
    depth -= 1
    let started = openSlots[depth]
    let first = Int(started.start)
    let start = offset + 2
    let end = start + Int(started.end) - first
    guard end < bytes.count else { throw XMLFault(.damaged, at: offset) }
    for index in start..<end where bytes[index] != bytes[first + index - start] {
      throw XMLFault(.damaged, at: index)
    }
    name = started.name
    var index = end
    while index < bytes.count, isXMLSpace(bytes[index]) { index += 1 }
    guard index < bytes.count, bytes[index] == UInt8(ascii: ">") else { throw XMLFault(.damaged, at: index) }
    offset = index + 1
  }

  private mutating func scanStart(_ bytes: Span<UInt8>) throws(XMLFault) {
    guard depth > 0 || !hasRoot else { throw XMLFault(.damaged, at: offset) }
    guard depth < Self.mostDepth else { throw XMLFault(.tooDeep, at: offset) }
    hasRoot = true
    let start = offset + 1
    let scanned = try scanName(bytes, from: start)
    name = scanned.name
    let element = OpenElement(
      start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: scanned.end), name: name)
    if depth < openSlots.count { openSlots[depth] = element } else { openSlots.append(element) }
    depth += 1
    offset = scanned.end
    attributeCount = 0
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
    guard depth > 0 else { throw XMLFault(.damaged, at: offset) }
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
