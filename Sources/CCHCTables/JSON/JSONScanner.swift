/// Why bytes are not JSON.
package struct JSONFault: Error, Equatable {
  /// Where in the bytes it shows.
  let offset: Int
}

/// Walks over JSON text value by value; what is not asked for is passed over and never kept.
package struct JSONScanner {
  private let bytes: [UInt8]
  private var offset = 0

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  /// Reads an object; the closure must read or skip the value of each key it is given.
  package mutating func object(
    _ body: (_ key: String, _ scanner: inout JSONScanner) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    try expect("{")
    if take("}") { return }
    repeat {
      let key = try string()
      try expect(":")
      try body(key, &self)
    } while take(",")
    try expect("}")
  }

  /// Reads a text; anything else is passed over and gives nil.
  package mutating func text() throws(JSONFault) -> String? {
    guard peek() == UInt8(ascii: "\"") else {
      try skip()
      return nil
    }
    return try string()
  }

  /// Passes over a value, whatever it is; how deep it is does not matter.
  package mutating func skip() throws(JSONFault) {
    var depth = 0
    repeat {
      guard let byte = peek() else { throw JSONFault(offset: offset) }
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        offset += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        offset += 1
      case UInt8(ascii: ","), UInt8(ascii: ":"):
        guard depth > 0 else { throw JSONFault(offset: offset) }
        offset += 1
      case UInt8(ascii: "\""): try skipString()
      default: try skipWord()
      }
    } while depth > 0
    guard depth == 0 else { throw JSONFault(offset: offset) }
  }

  // MARK: Bytes

  /// The next byte that is no white space, nil at the end.
  private mutating func peek() -> UInt8? {
    while offset < bytes.count, [32, 10, 13, 9].contains(bytes[offset]) { offset += 1 }
    return offset < bytes.count ? bytes[offset] : nil
  }

  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard peek() == UInt8(ascii: mark) else { return false }
    offset += 1
    return true
  }

  private mutating func expect(_ mark: Unicode.Scalar) throws(JSONFault) {
    guard take(mark) else { throw JSONFault(offset: offset) }
  }

  private mutating func skipString() throws(JSONFault) {
    offset += 1
    while offset < bytes.count, bytes[offset] != UInt8(ascii: "\"") {
      offset += bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard offset < bytes.count else { throw JSONFault(offset: bytes.count) }
    offset += 1
  }

  private mutating func skipWord() throws(JSONFault) {
    let start = offset
    while offset < bytes.count, isWordByte(bytes[offset]) { offset += 1 }
    guard offset > start else { throw JSONFault(offset: offset) }
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."):
      true
    default: false
    }
  }

  private mutating func string() throws(JSONFault) -> String {
    guard peek() == UInt8(ascii: "\"") else { throw JSONFault(offset: offset) }
    let start = offset + 1
    try skipString()
    let raw = bytes[start..<offset - 1]
    guard raw.contains(UInt8(ascii: "\\")) else { return String(decoding: raw, as: UTF8.self) }
    return try decoded(raw)
  }

  private func decoded(_ raw: ArraySlice<UInt8>) throws(JSONFault) -> String {
    var units: [UInt8] = []
    var index = raw.startIndex
    while index < raw.endIndex {
      guard raw[index] == UInt8(ascii: "\\") else {
        units.append(raw[index])
        index += 1
        continue
      }
      guard index + 1 < raw.endIndex else { throw JSONFault(offset: index) }
      let letter = raw[index + 1]
      index += 2
      switch letter {
      case UInt8(ascii: "n"): units.append(10)
      case UInt8(ascii: "t"): units.append(9)
      case UInt8(ascii: "r"): units.append(13)
      case UInt8(ascii: "b"): units.append(8)
      case UInt8(ascii: "f"): units.append(12)
      case UInt8(ascii: "u"):
        guard index + 4 <= raw.endIndex,
          let number = UInt32(String(decoding: raw[index..<index + 4], as: UTF8.self), radix: 16)
        else { throw JSONFault(offset: index) }
        // Half a pair of surrogates is no letter; no name of ours has one.
        units += Array(String(Unicode.Scalar(number) ?? "\u{FFFD}").utf8)
        index += 4
      default: units.append(letter)
      }
    }
    return String(decoding: units, as: UTF8.self)
  }
}
