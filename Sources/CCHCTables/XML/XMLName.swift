/// An element's or attribute's local name of up to 16 bytes, packed so that comparing it costs nothing.
///
/// Longer names, none of which workbooks need, are all the same `XMLName.long`.
package struct XMLName: Hashable, Sendable {
  private let high: UInt64
  private let low: UInt64

  /// The most bytes that a name keeps.
  static let mostBytes = 16
  /// Any name of more bytes.
  static let long = XMLName(high: .max, low: .max)

  private init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// A name by its letters.
  package init(_ name: String) {
    let bytes = Array(name.utf8)
    self.init(bytes.span, from: 0, to: bytes.count)
  }

  init(_ bytes: Span<UInt8>, from start: Int, to end: Int) {
    guard end - start <= Self.mostBytes else {
      self = .long
      return
    }
    var high: UInt64 = 0
    var low: UInt64 = 0
    for index in start..<end {
      if index - start >= 8 { high = high << 8 | low >> 56 }
      low = low << 8 | UInt64(bytes[index])
    }
    self.high = high
    self.low = low
  }
}
