/// Builds an XML part: UTF-8, elements closed in their order, texts escaped.
///
/// Characters that XML 1.0 forbids are left out of texts and attributes.
package struct XMLWriter {
  /// What has been written so far.
  package private(set) var bytes: [UInt8] = []
  private var open: [String] = []

  package init() {
    bytes.append("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n")
  }

  /// Opens an element; attributes whose value is nil are left out.
  package mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
    start(name, attributes)
    bytes.append(">")
    open.append(name)
  }

  /// Closes the element that was opened last.
  package mutating func close() {
    guard let name = open.popLast() else { return }
    bytes.append("</")
    bytes += name.utf8
    bytes.append(">")
  }

  /// Writes an element without content.
  package mutating func empty(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
    start(name, attributes)
    bytes.append("/>")
  }

  /// Writes an element that holds a text only.
  package mutating func element(
    _ name: String, _ text: String, _ attributes: KeyValuePairs<String, String?> = [:]
  ) {
    open(name, attributes)
    self.text(text)
    close()
  }

  /// Writes a text.
  package mutating func text(_ text: String) { bytes.appendXML(text) }

  /// Lets markup be written as it is, for what is written too often to be written element by element.
  package mutating func write(_ body: (inout [UInt8]) -> Void) { body(&bytes) }

  /// What was written since the last call; the writer goes on behind it.
  mutating func takeBytes() -> [UInt8] {
    let taken = bytes
    bytes = []
    return taken
  }

  private mutating func start(_ name: String, _ attributes: KeyValuePairs<String, String?>) {
    bytes.append("<")
    bytes += name.utf8
    for (name, value) in attributes {
      guard let value else { continue }
      bytes.append(" ")
      bytes += name.utf8
      bytes.append("=\"")
      bytes.appendXML(value, inAttribute: true)
      bytes.append("\"")
    }
  }
}

extension [UInt8] {
  /// Appends the letters of a literal.
  mutating func append(_ literal: StaticString) {
    literal.withUTF8Buffer { append(contentsOf: $0) }
  }

  /// Appends a text escaped for XML; characters that XML 1.0 forbids are left out.
  ///
  /// In an attribute line ends and tabs are written as references, else they would be read as spaces.
  package mutating func appendXML(_ text: String, inAttribute: Bool = false) {
    if !text.utf8.contains(where: { $0 < 0x3F && needsCare($0) || $0 == 0xEF }) {
      append(contentsOf: text.utf8)
      return
    }
    for scalar in text.unicodeScalars {
      if inAttribute, scalar == "\n" || scalar == "\t" {
        append(scalar == "\n" ? "&#10;" : "&#9;")
      } else {
        appendXML(scalar)
      }
    }
  }

  /// Appends a cell's text: what XML 1.0 forbids is written `_x0001_`, as spreadsheets do, and a text that
  /// already looks so begins with `_x005F_`.
  ///
  /// Source: ECMA-376 part 1, 22.9.2.19 (ST_Xstring). Line ends become LF.
  package mutating func appendCellText(_ text: String) {
    if !text.utf8.contains(where: { $0 < 0x3F && needsCare($0) || $0 == 0xEF || $0 == 0x5F }) {
      append(contentsOf: text.utf8)
      return
    }
    let scalars = [Unicode.Scalar](text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if scalar == "\r" {
        if index + 1 == scalars.count || scalars[index + 1] != "\n" { append(10) }
      } else if isForbidden(scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        self += "_x\(String(repeating: "0", count: 4 - digits.count))\(digits)_".utf8
      } else if scalar == "_", looksEscaped(scalars, at: index) {
        append("_x005F_")
      } else {
        appendXML(scalar)
      }
    }
  }

  private mutating func appendXML(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "&": append("&amp;")
    case "<": append("&lt;")
    case ">": append("&gt;")
    case "\"": append("&quot;")
    // As a bare letter a carriage return is read as a line feed, and in attributes as a space.
    case "\r": append("&#13;")
    case "\n": append(10)
    case "\t": append(9)
    case _ where isForbidden(scalar): break
    default: append(contentsOf: String(Character(scalar)).utf8)
    }
  }
}

/// Whether an ASCII character below `?` may need more than itself.
private func needsCare(_ byte: UInt8) -> Bool {
  byte < 0x20 || byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
    || byte == UInt8(ascii: "\"")
}

/// Whether XML 1.0 forbids a character even as a reference (2.2).
private func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
  (scalar.value < 0x20 && scalar != "\t" && scalar != "\n" && scalar != "\r")
    || scalar.value == 0xFFFE || scalar.value == 0xFFFF
}

/// Whether a text goes on like `_x0041_`.
private func looksEscaped(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
  index + 6 < scalars.count && scalars[index + 1] == "x" && scalars[index + 6] == "_"
    && scalars[index + 2...index + 5].allSatisfy { $0.properties.isASCIIHexDigit }
}
