import CCHCTables

/// A place in a legal document, as a cell of legal bases names it: `Chỉ thị số 05, mục 1, điểm a`.
package struct LegalCitation: Sendable, Hashable {
  /// The document without the place in it.
  package let document: String
  /// The place in the document: `mục 1, điểm a`; empty where the whole document is meant.
  package let point: String

  /// The words that begin a place in a document.
  private static let marks = ["phần", "chương", "mục", "điều", "khoản", "điểm"]

  private init(_ text: String) {
    let pieces = text.split(separator: ",", omittingEmptySubsequences: false).map { String($0).trimmed }
    let start =
      pieces.indices.dropFirst().first { place in
        Self.marks.contains { pieces[place].folded.hasPrefix($0 + " ") }
      } ?? pieces.count
    document = pieces[..<start].joined(separator: ", ")
    point = pieces[start...].joined(separator: ", ")
  }

  /// The citations of a cell, chain by chain: chains stand apart by `;`, the documents of a chain by `→`.
  package static func chains(_ cell: String) -> [[LegalCitation]] {
    cell.split(separator: ";").map { chain in
      chain.split(separator: "→").map { LegalCitation(String($0).trimmed) }.filter { !$0.document.isEmpty }
    }.filter { !$0.isEmpty }
  }

  /// Where the point stands among the points of its document: numbers by value, letters as in Vietnamese.
  var order: [Int] {
    var keys: [Int] = []
    var isNumber = false
    for scalar in point.folded.unicodeScalars {
      if let digit = Character(scalar).wholeNumberValue, isDigit(scalar) {
        let before = isNumber ? keys.removeLast() : 0
        keys.append(before > 1_000_000 ? before : before * 10 + digit)
        isNumber = true
      } else {
        isNumber = false
        keys.append(Self.alphabet.firstIndex(of: scalar) ?? Int(scalar.value) + Self.alphabet.count)
      }
    }
    return keys
  }

  private static let alphabet = Array("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz".unicodeScalars)
}
