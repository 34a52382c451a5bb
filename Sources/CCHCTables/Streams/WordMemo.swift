/// Remembers what the words of a column mean, by their bytes, in a fixed amount of memory.
///
/// A slot that is needed for another word is given away: then the first one is looked up anew.
final class WordMemo {
  /// What is not remembered.
  static let unknown = Int32.min + 2
  /// The longest word that is remembered, in bytes.
  private static let longest = 120
  private static let slotSize = 128

  /// The place of a slot is taken from bits 40 to 56 of a tag.
  private let mask: Int
  private let tags: UnsafeMutablePointer<UInt64>
  private let meanings: UnsafeMutablePointer<Int32>
  private let words: UnsafeMutablePointer<UInt8>

  /// A memo for a column of about so many words.
  init(for count: Int) {
    var slots = 256
    while slots < count * 4, slots < 1 << 17 { slots *= 2 }
    mask = slots - 1
    tags = .allocate(capacity: slots + 4)
    tags.initialize(repeating: 0, count: slots + 4)
    meanings = .allocate(capacity: slots + 4)
    meanings.initialize(repeating: 0, count: slots + 4)
    words = .allocate(capacity: (slots + 4) * Self.slotSize)
    words.initialize(repeating: 0, count: (slots + 4) * Self.slotSize)
  }

  deinit {
    tags.deallocate()
    meanings.deallocate()
    words.deallocate()
  }

  /// What a word means, `unknown` where that is not remembered.
  ///
  /// The 8 bytes after the word may be read.
  @inline(__always)
  func meaning(_ word: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
    guard count <= Self.longest else { return Self.unknown }
    let tag = hash(word, count)
    let first = Int(truncatingIfNeeded: tag >> 40) & mask
    for slot in first..<(first + 4) where tags[slot] == tag && isEqual(slot, word, count) {
      return meanings[slot]
    }
    return Self.unknown
  }

  /// Remembers what a word means.
  func remember(_ word: UnsafePointer<UInt8>, _ count: Int, _ meaning: Int32) {
    guard count <= Self.longest else { return }
    let tag = hash(word, count)
    let first = Int(truncatingIfNeeded: tag >> 40) & mask
    let slot = (first..<(first + 4)).first { tags[$0] == 0 } ?? first + Int(truncatingIfNeeded: tag >> 60) & 3
    tags[slot] = tag
    meanings[slot] = meaning
    let place = words + slot * Self.slotSize
    for offset in 0..<Self.slotSize { place[offset] = offset < count ? word[offset] : 0 }
  }

  @inline(__always)
  private func hash(_ word: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    var value = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
    var index = 0
    while index < count {
      value = (value ^ letters(word, index, count)) &* 0xBF58_476D_1CE4_E5B9
      value ^= value >> 32
      index += 8
    }
    // The last letters of a word have to reach all bits.
    value = (value ^ value >> 29) &* 0x94D0_49BB_1331_11EB
    value ^= value >> 31
    // The length stands in the tag: words of different lengths are never compared; 0 is an empty slot.
    return (value & ~0xFF) | UInt64(truncatingIfNeeded: count + 1)
  }

  /// 8 letters of a word, zeros after its end.
  @inline(__always)
  private func letters(_ word: UnsafePointer<UInt8>, _ index: Int, _ count: Int) -> UInt64 {
    let whole = UnsafeRawPointer(word + index).loadUnaligned(as: UInt64.self).littleEndian
    return count - index >= 8 ? whole : whole & ((1 << UInt64(truncatingIfNeeded: (count - index) &* 8)) &- 1)
  }

  @inline(__always)
  private func isEqual(_ slot: Int, _ word: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    let known = words + slot * Self.slotSize
    var index = 0
    while index < count {
      let kept = UnsafeRawPointer(known + index).loadUnaligned(as: UInt64.self).littleEndian
      guard kept == letters(word, index, count) else { return false }
      index += 8
    }
    return true
  }
}
