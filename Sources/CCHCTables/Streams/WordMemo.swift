/// Remembers what the words of a column mean, by their bytes, in a fixed amount of memory.
///
/// A slot that is needed for another word is given away, and all are when the words fill their memory: then a word is
/// looked up anew.
final class WordMemo {
  /// What is not remembered.
  static let unknown = Int32.min + 2
  /// The longest word that is remembered, in bytes.
  private static let longest = 120
  /// How many slots a word may stand in.
  private static let ways = 4

  private struct Slot {
    /// The hash of the word and its length; 0 where the slot is empty.
    var tag: UInt64 = 0
    /// Where the word's letters are, filled with zeros to 8 at a time.
    var place: Int32 = 0
    var meaning: Int32 = 0
  }

  /// The place of a slot is taken from bits 40 to 56 of a tag.
  private let mask: Int
  private let slots: UnsafeMutablePointer<Slot>
  private let letters: UnsafeMutablePointer<UInt8>
  private let capacity: Int
  private var used = 0

  /// A memo for a column of about so many words.
  init(for count: Int) {
    var size = 256
    while size < count, size < 1 << 16 { size *= 2 }
    mask = size - 1
    slots = .allocate(capacity: size + Self.ways)
    slots.initialize(repeating: Slot(), count: size + Self.ways)
    capacity = size * 16
    letters = .allocate(capacity: capacity)
  }

  deinit {
    slots.deallocate()
    letters.deallocate()
  }

  /// What a word means, `unknown` where that is not remembered.
  ///
  /// The 8 bytes after the word may be read.
  @inline(__always)
  func meaning(_ word: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
    guard count <= Self.longest else { return Self.unknown }
    let tag = hash(word, count)
    let first = Int(truncatingIfNeeded: tag >> 40) & mask
    for slot in first..<(first + Self.ways)
    where slots[slot].tag == tag && isEqual(letters + Int(slots[slot].place), word, count) {
      return slots[slot].meaning
    }
    return Self.unknown
  }

  /// Remembers what a word means.
  func remember(_ word: UnsafePointer<UInt8>, _ count: Int, _ meaning: Int32) {
    guard count <= Self.longest else { return }
    let room = (count + 7) & ~7
    if used + room > capacity { forgetAll() }
    let tag = hash(word, count)
    let first = Int(truncatingIfNeeded: tag >> 40) & mask
    let slot =
      (first..<(first + Self.ways)).first { slots[$0].tag == 0 }
      ?? first + Int(truncatingIfNeeded: tag >> 60) % Self.ways
    slots[slot] = Slot(tag: tag, place: Int32(used), meaning: meaning)
    for offset in 0..<room { letters[used + offset] = offset < count ? word[offset] : 0 }
    used += room
  }

  private func forgetAll() {
    slots.update(repeating: Slot(), count: mask + 1 + Self.ways)
    used = 0
  }

  @inline(__always)
  private func hash(_ word: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    var value = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
    var index = 0
    while index < count {
      value = (value ^ eight(word, index, count)) &* 0xBF58_476D_1CE4_E5B9
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
  private func eight(_ word: UnsafePointer<UInt8>, _ index: Int, _ count: Int) -> UInt64 {
    let whole = UnsafeRawPointer(word + index).loadUnaligned(as: UInt64.self).littleEndian
    return count - index >= 8 ? whole : whole & ((1 << UInt64(truncatingIfNeeded: (count - index) &* 8)) &- 1)
  }

  @inline(__always)
  private func isEqual(_ known: UnsafePointer<UInt8>, _ word: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    var index = 0
    while index < count {
      let kept = UnsafeRawPointer(known + index).loadUnaligned(as: UInt64.self).littleEndian
      guard kept == eight(word, index, count) else { return false }
      index += 8
    }
    return true
  }
}
