extension RandomAccessCollection {
  /// The index of the first element of which a condition holds, in a collection where it holds of all that follow.
  ///
  /// Complexity: O(log n).
  package func partitioningIndex(where holds: (Element) -> Bool) -> Index {
    var (low, count) = (startIndex, self.count)
    while count > 0 {
      let middle = index(low, offsetBy: count / 2)
      if holds(self[middle]) {
        count /= 2
      } else {
        low = index(after: middle)
        count -= count / 2 + 1
      }
    }
    return low
  }

  /// The elements that have a key, in a collection that is sorted by it.
  ///
  /// Complexity: O(log n).
  func elements<Key: Comparable>(with wanted: Key, by key: (Element) -> Key) -> SubSequence {
    let start = partitioningIndex { key($0) >= wanted }
    let end = self[start...].partitioningIndex { key($0) > wanted }
    return self[start..<end]
  }
}
