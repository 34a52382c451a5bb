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
    var builder = Builder()
    for index in start..<end { builder.append(bytes[index]) }
    self = builder.name
  }

  /// Packs a name byte by byte.
  struct Builder {
    private var high: UInt64 = 0
    private var low: UInt64 = 0
    private var count = 0

    mutating func append(_ byte: UInt8) {
      high = high << 8 | low >> 56
      low = low << 8 | UInt64(byte)
      count += 1
    }

    var name: XMLName { count <= XMLName.mostBytes ? XMLName(high: high, low: low) : .long }
    var isEmpty: Bool { count == 0 }
  }
}
