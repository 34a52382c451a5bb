/// A text of at most 16 bytes in two words, to be compared with bytes of a table at once.
package struct ShortText: Sendable {
  @usableFromInline let words: (UInt64, UInt64)
  @usableFromInline let masks: (UInt64, UInt64)
  package let count: Int

  /// - Returns: nil where the text is longer.
  package init?(_ text: [UInt8]) {
    guard text.count <= 16 else { return nil }
    func word(_ first: Int) -> (word: UInt64, mask: UInt64) {
      var (word, mask): (UInt64, UInt64) = (0, 0)
      for place in first..<max(first, min(first + 8, text.count)) {
        let shift = UInt64(8 * (place - first))
        word |= UInt64(text[place]) << shift
        mask |= 0xFF << shift
      }
      return (word, mask)
    }
    let (low, high) = (word(0), word(8))
    words = (low.word, high.word)
    masks = (low.mask, high.mask)
    count = text.count
  }

  /// Whether the text stands at a place; false within 16 bytes of the end, where nothing is compared.
  @inlinable
  package func stands(at place: Int, in bytes: Span<UInt8>) -> Bool {
    guard place + 16 <= bytes.count else { return false }
    let raw = bytes.bytes
    let low = UInt64(littleEndian: raw.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self))
    guard low & masks.0 == words.0 else { return false }
    if masks.1 == 0 { return true }
    let high = UInt64(littleEndian: raw.unsafeLoadUnaligned(fromByteOffset: place + 8, as: UInt64.self))
    return high & masks.1 == words.1
  }
}
