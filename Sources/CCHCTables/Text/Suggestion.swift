/// The nearest of some known words to a mistyped one, ignoring case and Vietnamese accents.
///
/// - Returns: nil where none is near: more than a third of the letters differ.
package func nearest(to word: String, among known: some Sequence<String>) -> String? {
  let wanted = Array(String(word.prefix(80)).unaccented.unicodeScalars)
  guard !wanted.isEmpty else { return nil }
  // Every other single letter is one change away from a single letter: that suggests nothing.
  let limit = wanted.count == 1 ? 0 : max(1, wanted.count / 3)
  var best: (word: String, distance: Int)?
  // A letter takes one to three bytes: what is far too long or short is not looked at.
  for candidate in known
  where candidate.utf8.count + limit >= wanted.count && candidate.utf8.count <= 4 * (wanted.count + limit) {
    let distance = editDistance(wanted, Array(candidate.unaccented.unicodeScalars), atMost: limit)
    if let distance, best.map({ distance < $0.distance }) ?? true { best = (candidate, distance) }
  }
  return best?.word
}

/// Letters to insert, remove, change or swap between two words, nil where more than a limit.
private func editDistance(
  _ a: [Unicode.Scalar], _ b: [Unicode.Scalar], atMost limit: Int
) -> Int? {
  guard abs(a.count - b.count) <= limit else { return nil }
  var before: [Int] = []
  var previous = Array(0...b.count)
  for i in a.indices {
    var current = [i + 1]
    for j in b.indices {
      var cost = min(previous[j + 1], current[j]) + 1
      cost = min(cost, previous[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
      current.append(cost)
    }
    (before, previous) = (previous, current)
  }
  return previous[b.count] <= limit ? previous[b.count] : nil
}
