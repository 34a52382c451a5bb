/// The places of an array that several threads fill, each of them places of its own.
///
/// Copying what every thread has made once more, and giving its memory back, took longer than making it.
@usableFromInline
package struct SharedPlaces<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  @usableFromInline let base: UnsafeMutablePointer<Element>?
  @usableFromInline let count: Int

  @inlinable
  package init(_ memory: UnsafeMutableBufferPointer<Element>) {
    base = memory.baseAddress
    count = memory.count
  }

  /// Puts elements side by side, from a place on.
  @inlinable
  package func put(_ elements: [Element], at first: Int) {
    precondition(first >= 0 && first <= count - elements.count)
    elements.withUnsafeBufferPointer { made in
      if let base, let start = made.baseAddress {
        (base + first).initialize(from: start, count: made.count)
      }
    }
  }

  /// Puts equal elements into a range of places.
  @inlinable
  package func fill(_ range: Range<Int>, with element: Element) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    if let base { (base + range.lowerBound).initialize(repeating: element, count: range.count) }
  }
}

extension Array where Element: BitwiseCopyable & Sendable {
  /// So many elements, put in their places by several threads.
  ///
  /// - Parameters:
  ///   - count: how many elements.
  ///   - fill: has every place filled once, and gives how many were.
  @inlinable
  package init(filled count: Int, _ fill: (SharedPlaces<Element>) -> Int) {
    // The memory of empty arrays is one for all, and not to be written by several threads.
    guard count > 0 else {
      precondition(fill(SharedPlaces(UnsafeMutableBufferPointer(start: nil, count: 0))) == 0)
      self = []
      return
    }
    self.init(unsafeUninitializedCapacity: count) { memory, filled in
      preferLargePages(UnsafeMutableRawBufferPointer(memory))
      filled = fill(SharedPlaces(UnsafeMutableBufferPointer(rebasing: memory[..<count])))
      precondition(filled == count)
    }
  }

  /// So many equal elements, in large pages where the system has them.
  @inlinable
  package init(large element: Element, count: Int, jobs: Int) {
    let size = 1 << 17
    self.init(filled: count) { places in
      var filled = 0
      inOrder((count + size - 1) / size, jobs: jobs) { piece in
        let range = (piece * size)..<Swift.min(count, (piece + 1) * size)
        places.fill(range, with: element)
        return range.count
      } take: {
        filled += $0
      }
      return filled
    }
  }
}
