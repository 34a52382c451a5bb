extension [UInt8] {
  /// Appends words so that none of their characters is markup, wherever they stand.
  ///
  /// What would begin a heading, a list or a quotation is escaped as well. Words are parted by single spaces and
  /// neither begin nor end with one.
  mutating func appendEscaped(_ words: ArraySlice<UInt8>) {
    var isNumber = true
    var previous: UInt8 = 0
    for place in words.indices {
      let byte = words[place]
      let isStart = place == words.startIndex
      let next = place + 1 < words.endIndex ? words[place + 1] : 32
      let isMarkup =
        switch byte {
        case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "<"),
          UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "|"), UInt8(ascii: "~"), UInt8(ascii: "$"),
          UInt8(ascii: "^"), UInt8(ascii: "&"), UInt8(ascii: "@"):
          true
        case UInt8(ascii: "#"), UInt8(ascii: ":"), UInt8(ascii: ">"): isStart
        // A sign before a digit is a number's.
        case UInt8(ascii: "+"), UInt8(ascii: "-"): isStart && !next.isDigit
        case UInt8(ascii: "."), UInt8(ascii: ")"): isNumber && !isStart && next == 32
        default: false
        }
      if isMarkup { append(UInt8(ascii: "\\")) }
      append(byte)
      isNumber = isNumber && previous != 32 && (byte.isDigit || byte == 32)
      previous = byte
    }
  }
}

extension UInt8 {
  /// Whether the byte is an ASCII digit.
  fileprivate var isDigit: Bool { (48...57).contains(self) }
}
