import CCHCCriteria
import CCHCFiles

/// A place in a legal document, as a cell of legal bases names it: `Chỉ thị số 05, mục 1, điểm a`.
package struct LegalCitation: Sendable, Hashable {
  /// The document without the place in it.
  package let document: String
  /// The place in the document: `mục 1, điểm a`; empty where the whole document is meant.
  package let point: String

  /// The words that begin a place in a document, the widest first.
  private static let marks = ["phần", "chương", "mục", "điều", "khoản", "điểm"]

  /// The citations of a cell, chain by chain: chains stand apart by `;`, the documents of a chain by `→`.
  ///
  /// A document of a chain may be cited at several places: `mục 1, điểm a, b và mục 3`.
  package static func chains(_ cell: String) -> [[[LegalCitation]]] {
    cell.split(separator: ";").map { chain in
      chain.split(separator: "→").map { places(in: String($0).trimmed) }.filter { !$0.isEmpty }
    }.filter { !$0.isEmpty }
  }

  /// The places that are cited of one document.
  private static func places(in text: String) -> [LegalCitation] {
    let pieces = text.split(separator: ",", omittingEmptySubsequences: false).map { String($0).trimmed }
    let start = pieces.indices.dropFirst().first { rank(pieces[$0]) != nil } ?? pieces.count
    let document = pieces[..<start].joined(separator: ", ")
    guard !document.isEmpty else { return [] }
    var path: [String] = []
    var points: [String] = []
    for piece in pieces[start...].flatMap(parted) {
      if let rank = rank(piece) {
        // A place that is not inside the one before begins anew where the two part.
        if let last = path.last, let before = Self.rank(last), before >= rank {
          points.append(path.joined(separator: ", "))
          path.removeAll { (Self.rank($0) ?? 0) >= rank }
        }
        path.append(piece)
      } else if let last = path.last, let mark = last.split(separator: " ").first, piece.count <= 3 {
        points.append(path.joined(separator: ", "))
        path[path.count - 1] = "\(mark) \(piece)"
      } else if let last = path.popLast() {
        path.append("\(last), \(piece)")
      }
    }
    points.append(path.joined(separator: ", "))
    return points.map { LegalCitation(document: document, point: $0) }
  }

  /// `điểm a và b` in its parts.
  private static func parted(_ piece: String) -> [String] {
    var parts: [String] = [""]
    for word in piece.split(separator: " ") {
      if word == "và" {
        parts.append("")
      } else {
        parts[parts.count - 1] += parts[parts.count - 1].isEmpty ? word : " " + word
      }
    }
    return parts.filter { !$0.isEmpty }
  }

  /// How narrow the place is that a piece begins; nil where it begins none.
  private static func rank(_ piece: String) -> Int? {
    let folded = piece.folded
    return marks.firstIndex { folded.hasPrefix($0 + " ") }
  }

  /// Where the point stands among the points of its document: numbers by value, letters as in Vietnamese.
  package var order: [Int] {
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
