import CCHCFiles

/// Walks over the elements of one part of an office document, child by child.
struct PartReader {
  let part: String
  let bytes: [UInt8]
  private var scanner = XMLScanner()

  /// - Throws: `WorkbookFault` where the bytes are not text that XML allows.
  init(_ raw: consuming [UInt8], part: String) throws(WorkbookFault) {
    self.part = part
    do throws(XMLFault) {
      bytes = try decodedXML(raw)
    } catch {
      throw WorkbookFault(error, part: part)
    }
  }

  /// The local name of the element that has just started.
  var name: XMLName { scanner.name }

  /// Goes to the root element.
  mutating func root() throws(WorkbookFault) {
    while try next() != .start {}
  }

  /// Goes to the next child of the element that is open; its end must be reached before the next call.
  ///
  /// - Returns: false at the end of the open element.
  mutating func nextChild() throws(WorkbookFault) -> Bool {
    while true {
      switch try next() {
      case .start: return true
      case .end: return false
      case .finished: return false
      case .text: continue
      }
    }
  }

  /// Goes past the end of the element that has just started.
  mutating func skip() throws(WorkbookFault) {
    do throws(XMLFault) {
      try scanner.skipElement(in: bytes)
    } catch {
      throw WorkbookFault(error, part: part)
    }
  }

  /// Goes past the end of the root, so that what follows it is checked.
  mutating func finish() throws(WorkbookFault) {
    while try next() != .finished {}
  }

  /// The text of the element that has just started, up to its end; elements in it are passed over.
  mutating func elementText() throws(WorkbookFault) -> String {
    var slice: XMLSlice?
    var joined = ""
    while true {
      switch try next() {
      case .text:
        if let first = slice { joined += first.text(in: bytes) }
        slice = scanner.text
      case .start: try skip()
      case .end, .finished:
        // Nearly always the text is one piece.
        guard let slice else { return "" }
        return joined.isEmpty ? slice.text(in: bytes) : joined + slice.text(in: bytes)
      }
    }
  }

  func attribute(_ name: XMLName, prefixed: Bool = false) -> String? {
    scanner.attribute(name, prefixed: prefixed)?.text(in: bytes)
  }

  /// Where an attribute's value stands in the bytes.
  func attributeSlice(_ name: XMLName) -> XMLSlice? { scanner.attribute(name) }

  /// Whether an attribute says yes, as `1` or `true`.
  func isOn(_ name: XMLName) -> Bool {
    let value = attribute(name)
    return value == "1" || value == "true" || value == "on"
  }

  private mutating func next() throws(WorkbookFault) -> XMLScanner.Event {
    do throws(XMLFault) {
      return try scanner.next(in: bytes)
    } catch {
      throw WorkbookFault(error, part: part)
    }
  }
}

extension WorkbookFault {
  fileprivate init(_ fault: XMLFault, part: String) {
    switch fault.kind {
    case .damaged: self.init(.xmlDamaged, .text(part), .count(fault.offset))
    case .doctype: self.init(.xmlDoctype, .text(part))
    case .encoding: self.init(.xmlEncoding, .text(part))
    case .tooDeep: self.init(.xmlTooDeep, .text(part))
    }
  }
}
