/// Gives known codes their dense numbers, looked up by bytes.
///
/// Codes are ASCII (FORMATS 1); one that arrives in another Unicode form is simply unknown.
package struct Interner: Sendable {
  package private(set) var names: [String] = []
  private var bytes: [UInt8] = []
  private var starts: [Int] = [0]
  private var slots: [Int32]
  private var mask: Int

  package init() {
    slots = [Int32](repeating: -1, count: 64)
    mask = 63
  }

  package init(_ names: some Sequence<String>) {
    self.init()
    for name in names { _ = insert(name) }
  }

  /// The number of a code, a new one where it is not yet known.
  package mutating func insert(_ name: String) -> Int {
    let key = Array(name.utf8)
    if let known = number(of: key.span) { return known }
    names.append(name)
    bytes += key
    starts.append(bytes.count)
    if names.count * 2 > slots.count {
      slots = [Int32](repeating: -1, count: slots.count * 2)
      mask = slots.count - 1
      for index in names.indices { place(index) }
    } else {
      place(names.count - 1)
    }
    return names.count - 1
  }

  private mutating func place(_ index: Int) {
    var hash = CellHash()
    hash.combine(bytes.span.extracting(starts[index]..<starts[index + 1]))
    var slot = Int(truncatingIfNeeded: hash.value) & mask
    while slots[slot] >= 0 { slot = (slot + 1) & mask }
    slots[slot] = Int32(index)
  }

  /// The number of a code, nil where it is not known.
  package func number(of key: Span<UInt8>) -> Int? {
    var hash = CellHash()
    hash.combine(key)
    var slot = Int(truncatingIfNeeded: hash.value) & mask
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if isEqual(index, key) { return index }
      slot = (slot + 1) & mask
    }
    return nil
  }

  package func number(of name: String) -> Int? { number(of: Array(name.utf8).span) }

  /// Whether the bytes are those of a numbered code: the check to make first where rows come sorted.
  package func isEqual(_ index: Int, _ key: Span<UInt8>) -> Bool {
    let start = starts[index]
    guard starts[index + 1] - start == key.count else { return false }
    for offset in key.indices where bytes[start + offset] != key[offset] { return false }
    return true
  }
}
