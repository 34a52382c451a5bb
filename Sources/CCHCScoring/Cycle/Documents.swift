package import CCHCExact
package import CCHCFiles

/// A row of documents/*.csv: a document that proves figures.
package struct Document: Sendable {
  /// How secret a document is; it is then inspected at the agency alone.
  package enum Secrecy: String, Sendable {
    case restricted
    case secret
    case topSecret = "top secret"
  }

  /// Why a document's file proves nothing.
  package enum FileFault: Sendable, Equatable {
    /// It does not lie in documents/.
    case outside
    /// It is not there or cannot be read.
    case missing
    /// The register does not say its digest.
    case unsigned
    /// It is not the file that was registered; found where files are verified.
    case changed
  }

  package let agency: Int
  package let id: String
  package let number: String
  package let date: Day?
  package let issuer: String
  /// Empty for a secret document, whatever the register says.
  package let summary: String
  /// Below the round's folder documents/; empty where there is none, and for a secret document.
  package let file: String
  package let sha256: String
  package let secrecy: Secrecy?
  /// nil where the file is as registered, is not verified, or where there is none.
  package let fault: FileFault?
  package let place: Place
}

extension Document.Secrecy {
  /// The degree as it is stamped on documents.
  package var vietnamese: String {
    switch self {
    case .restricted: "Mật"
    case .secret: "Tối mật"
    case .topSecret: "Tuyệt mật"
    }
  }
}

/// What a `document` cell names.
package enum Citation: Sendable {
  /// A document of the register.
  case document(Document)
  /// Words that are no id of the register.
  case text(String)
}

/// The registered documents of all agencies.
package struct DocumentRegister: Sendable {
  /// Sorted by agency and id.
  package let all: [Document]

  init(_ documents: [Document] = []) {
    all = documents.sorted { ($0.agency, $0.id) < ($1.agency, $1.id) }
  }

  /// The documents of an agency, in the order of their ids.
  ///
  /// Complexity: O(log n).
  package func ofAgency(_ agency: Int) -> ArraySlice<Document> { all.elements(with: agency) { $0.agency } }

  /// What a `document` cell of an agency names: documents of the register, else its words.
  package func citations(_ cell: String, agency: Int) -> [Citation] {
    let known = ofAgency(agency)
    guard !known.isEmpty else { return cell.isEmpty ? [] : [.text(cell)] }
    let pieces = cell.pieces(separatedBy: ";").filter { !$0.isEmpty }
    let found = pieces.map { piece -> Citation in
      document(piece, among: known).map { .document($0) } ?? .text(piece)
    }
    let isRegistered = found.contains { if case .document = $0 { true } else { false } }
    return isRegistered ? found : (cell.isEmpty ? [] : [.text(cell)])
  }

  /// The document of an id among those of an agency, which stand in the order of their ids.
  private func document(_ id: String, among known: ArraySlice<Document>) -> Document? {
    known.elements(with: id) { $0.id }.first
  }

  /// Words of a `document` cell that look like an id of the register and are none, each with the nearest id.
  package func unknownCitations(_ cell: String, agency: Int) -> [(words: String, nearest: String)] {
    let known = ofAgency(agency)
    return citations(cell, agency: agency).compactMap { citation in
      guard case .text(let words) = citation, !words.contains(" "),
        let near = nearest(to: words, among: known.map(\.id))
      else { return nil }
      return (words, near)
    }
  }
}
