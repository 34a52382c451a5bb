// Copies of spans, for which the standard library has no initializers yet.

extension Span<UInt8> {
  /// The bytes as text; what is not UTF-8 becomes a replacement character.
  ///
  /// - Complexity: O(n) in the number of bytes.
  package var text: String { withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) } }
}

extension Array {
  /// The elements of a span.
  ///
  /// - Complexity: O(n) in the number of elements.
  @inlinable
  package init(copying elements: Span<Element>) { self = elements.withUnsafeBufferPointer { Array($0) } }

  /// Appends the elements of a span.
  ///
  /// - Complexity: O(n) in the number of elements.
  @inlinable
  package mutating func append(copying elements: Span<Element>) {
    elements.withUnsafeBufferPointer { append(contentsOf: $0) }
  }
}
