import CCHCExact
package import CCHCFiles

/// Builds JSON text with two-space indentation; numbers keep their decimals.
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []
  private var depth = 0
  private var isFirst = true
  private var followsKey = false

  package init() {}

  private mutating func beginValue() {
    if followsKey {
      followsKey = false
      return
    }
    guard depth > 0 else { return }
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    newLine()
    isFirst = false
  }

  private mutating func newLine() {
    bytes.append(10)
    for _ in 0..<depth {
      bytes.append(32)
      bytes.append(32)
    }
  }

  private mutating func container(
    _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONWriter) -> Void
  ) {
    beginValue()
    bytes.append(UInt8(ascii: open))
    depth += 1
    isFirst = true
    body(&self)
    depth -= 1
    if !isFirst { newLine() }
    bytes.append(UInt8(ascii: close))
    isFirst = false
    if depth == 0 { bytes.append(10) }
  }

  package mutating func object(_ body: (inout JSONWriter) -> Void) { container("{", "}", body) }

  package mutating func array(_ body: (inout JSONWriter) -> Void) { container("[", "]", body) }

  package mutating func key(_ name: String) {
    beginValue()
    quoted(name)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(32)
    followsKey = true
  }

  package mutating func member(_ name: String, _ text: String) {
    key(name)
    string(text)
  }

  package mutating func string(_ text: String) {
    beginValue()
    quoted(text)
  }

  package mutating func string(_ text: String?) {
    if let text { string(text) } else { null() }
  }

  package mutating func bool(_ value: Bool) {
    beginValue()
    bytes.append(contentsOf: (value ? "true" : "false").utf8)
  }

  package mutating func null() {
    beginValue()
    bytes.append(contentsOf: "null".utf8)
  }

  /// `units` × 10^-`decimals`; null for nil.
  package mutating func number(_ units: Int128?, decimals: Int = 0) {
    guard let units else { return null() }
    beginValue()
    bytes.appendDecimal(units, decimals: decimals)
  }

  private mutating func quoted(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0..<0x20:
        let digits = Array("0123456789abcdef".utf8)
        bytes.append(contentsOf: "\\u00".utf8)
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 15)])
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

extension JSONWriter {
  /// One problem as an object.
  package mutating func problem(_ problem: Problem, in language: Language) {
    object { json in
      json.member("severity", problem.severity.rawValue)
      json.member("code", problem.code.id)
      json.member("file", problem.place.file)
      json.key("row")
      json.number(problem.place.row.map { Int128($0) })
      json.key("column")
      json.string(problem.place.column)
      if let sheet = problem.place.sheet {
        json.member("sheet", sheet)
        json.key("cell")
        json.string(problem.place.cell)
      }
      json.member("message", problem.message(in: language))
    }
  }
}
