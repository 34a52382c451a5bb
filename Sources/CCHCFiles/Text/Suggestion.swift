/// The nearest of some known words to a mistyped one, ignoring case and Vietnamese accents.
///
/// - Returns: nil where none is near: more than a third of the letters differ.
package func nearest(to word: String, among known: some Sequence<String>) -> String? {
  let wanted = String(word.prefix(80)).unaccented.unicodeScalars.map(\.value)
  guard !wanted.isEmpty else { return nil }
  // Every other single letter is one change away from a single letter: that suggests nothing.
  let limit = wanted.count == 1 ? 0 : max(1, wanted.count / 3)
  var best: (word: String, distance: Int)?
  var distances = EditDistances(wanted, atMost: limit)
  // A letter takes one to three bytes: what is far too long or short is not looked at.
  for candidate in Array(known)
  where candidate.utf8.count + limit >= wanted.count && candidate.utf8.count <= 4 * (wanted.count + limit) {
    guard let distance = distances.distance(to: candidate) else { continue }
    if distance == 0 { return candidate }
    best = (candidate, distance)
    // Only what is nearer counts from here on.
    distances.limit = distance - 1
  }
  return best?.word
}

/// Letters to insert, remove, change or swap between a word and others.
private struct EditDistances {
  private let wanted: [UInt32]
  private let letters: UInt64
  /// The most letters that count as near.
  var limit: Int
  private var other: [UInt32] = []
  private var (before, previous, current): ([Int], [Int], [Int]) = ([], [], [])

  init(_ wanted: [UInt32], atMost limit: Int) {
    self.wanted = wanted
    self.limit = limit
    letters = Self.letters(wanted)
  }

  /// The letters of a word as a set, in which some stand for one another.
  private static func letters(_ word: [UInt32]) -> UInt64 {
    word.reduce(0) { $0 | 1 << UInt64($1 & 63) }
  }

  /// The letters that differ; nil where more than the limit.
  mutating func distance(to word: String) -> Int? {
    other.removeAll(keepingCapacity: true)
    for byte in word.utf8 { other.append(UInt32((65...90).contains(byte) ? byte | 0x20 : byte)) }
    if other.contains(where: { $0 > 0x7F }) { other = word.unaccented.unicodeScalars.map(\.value) }
    guard abs(wanted.count - other.count) <= limit else { return nil }
    // Each letter that the other word lacks is one change at least.
    let others = Self.letters(other)
    guard max((letters & ~others).nonzeroBitCount, (others & ~letters).nonzeroBitCount) <= limit else {
      return nil
    }
    previous.removeAll(keepingCapacity: true)
    previous.append(contentsOf: 0...other.count)
    var lastLeast = 0
    for i in wanted.indices {
      current.removeAll(keepingCapacity: true)
      current.append(i + 1)
      var least = i + 1
      for j in other.indices {
        var cost = min(previous[j + 1], current[j]) + 1
        cost = min(cost, previous[j] + (wanted[i] == other[j] ? 0 : 1))
        if i > 0, j > 0, wanted[i] == other[j - 1], wanted[i - 1] == other[j] {
          cost = min(cost, before[j - 1] + 1)
        }
        current.append(cost)
        least = min(least, cost)
      }
      // No later row is less than the lesser of two in a row.
      guard min(least, lastLeast) <= limit else { return nil }
      lastLeast = least
      (before, previous, current) = (previous, current, before)
    }
    return previous[other.count] <= limit ? previous[other.count] : nil
  }
}
