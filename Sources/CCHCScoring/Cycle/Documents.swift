package import CCHCTables

/// A row of documents/*.csv: a document that proves figures.
package struct Document: Sendable {
  /// How secret a document is; it is then inspected at the agency alone.
  package enum Secrecy: String, Sendable {
    case restricted
    case secret
    case topSecret = "top secret"
  }

  package let agency: Int
  package let id: String
  package let number: String
  package let date: Day?
  package let issuer: String
  package let summary: String
  /// Below the round's folder documents/; empty where there is none.
  package let file: String
  package let sha256: String
  package let secrecy: Secrecy?
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

extension Round {
  /// The registered documents of an agency, in the order of their ids.
  package func documents(of agency: Int) -> ArraySlice<Document> {
    var (low, high) = (0, documents.count)
    while low < high {
      let middle = (low + high) / 2
      if documents[middle].agency < agency { low = middle + 1 } else { high = middle }
    }
    return documents[low...].prefix { $0.agency == agency }
  }

  /// What a `document` cell of an agency names: documents of the register, else its words.
  package func citations(_ cell: String, agency: Int) -> [Citation] {
    let known = documents(of: agency)
    guard !known.isEmpty else { return cell.isEmpty ? [] : [.text(cell)] }
    let pieces = cell.pieces(separatedBy: ";").filter { !$0.isEmpty }
    let found = pieces.map { piece -> Citation in
      known.first { $0.id == piece }.map { .document($0) } ?? .text(piece)
    }
    let isRegistered = found.contains { if case .document = $0 { true } else { false } }
    return isRegistered ? found : (cell.isEmpty ? [] : [.text(cell)])
  }
}

extension RoundLoader {
  private static let documentSchema = Schema(
    required: ["id"],
    optional: ["agency", "number", "date", "issuer", "summary", "file", "sha256", "secrecy"])

  private enum Column {
    static let (id, agency, number, date, issuer) = (0, 1, 2, 3, 4)
    static let (summary, file, sha256, secrecy) = (5, 6, 7, 8)
  }

  private static let documentColumns = RowColumns(
    agency: Column.agency, criterion: Column.id, criterionName: nil)

  mutating func loadDocuments() {
    var finder = LeafFinder(round, onlyAgency: options.onlyAgency, leftOut: leftOut)
    var keyed = KeyedRows<[String]>()
    for name in folder.tables(in: "documents") {
      let fileAgency = finder.codes.number(of: String(name.dropLast(".csv".count)))
      if let only = options.onlyAgency, let fileAgency, round.agencies[fileAgency].code != only { continue }
      guard let table = folder.table("documents/\(name)", Self.documentSchema, &problems) else { continue }
      var rows = table.rows()
      while rows.next(&problems) {
        guard let id = rows.requiredText(Column.id, &problems),
          let agency = finder.agency(rows, Self.documentColumns, fileAgency: fileAgency, &problems)
        else { continue }
        guard isFileCode(id) else {
          problems.report(.codeInvalid, at: rows.place(Column.id), id)
          continue
        }
        let key = [round.agencies[agency].code, id]
        let digest = rows.digest(of: Array(2...8))
        guard keyed.isNew(key, digest: digest, at: rows.place(Column.id), &problems) else { continue }
        readDocument(rows, agency, id)
      }
    }
    round.documents.sort { ($0.agency, $0.id) < ($1.agency, $1.id) }
  }

  private mutating func readDocument(_ rows: borrowing RowCursor, _ agency: Int, _ id: String) {
    let word = rows.word(Column.secrecy, of: Words.secrecies, &problems)
    let document = Document(
      agency: agency, id: id, number: rows.text(Column.number), date: rows.day(Column.date, &problems),
      issuer: rows.text(Column.issuer), summary: rows.text(Column.summary), file: rows.text(Column.file),
      sha256: rows.text(Column.sha256).folded, secrecy: word.flatMap(Document.Secrecy.init(rawValue:)),
      place: rows.place(Column.id))
    if document.secrecy != nil {
      for column in [Column.summary, Column.file, Column.sha256] where !rows.isEmpty(column) {
        problems.report(.documentSecretContent, at: rows.place(column), id)
      }
    } else if !document.file.isEmpty {
      checkFile(document, rows)
    }
    if let date = document.date { checkDate(document, date, rows) }
    round.documents.append(document)
  }

  private mutating func checkFile(_ document: Document, _ rows: borrowing RowCursor) {
    let parts = document.file.split(separator: "/", omittingEmptySubsequences: false)
    guard !parts.contains(where: { $0.isEmpty || $0 == ".." || $0 == "." }), !document.file.contains("\\")
    else {
      return problems.report(.documentFileOutside, at: rows.place(Column.file), document.id, document.file)
    }
    let path = joinedPath(joinedPath(folder.path, "documents"), document.file)
    guard fileKind(path) == .file else {
      return problems.report(.documentFileMissing, at: rows.place(Column.file), document.id, document.file)
    }
    guard options.verifiesDocuments || document.sha256.isEmpty else { return }
    guard let bytes = try? readFile(path) else {
      return problems.report(.documentFileMissing, at: rows.place(Column.file), document.id, document.file)
    }
    let digest = sha256(bytes)
    guard digest != document.sha256 else { return }
    problems.report(
      document.sha256.isEmpty ? .documentDigestMissing : .documentDigestDiffers,
      at: rows.place(Column.sha256),
      document.id, document.file, digest)
  }

  private mutating func checkDate(_ document: Document, _ date: Day, _ rows: borrowing RowCursor) {
    if let year = round.settings.year, date.components.year != year {
      problems.report(
        .documentOutsideYear, at: rows.place(Column.date), document.id, date.documentText, String(year))
    }
    if let cutoff = round.calendar[.cutoff]?.until, date > cutoff {
      problems.report(
        .documentAfterCutoff, at: rows.place(Column.date), document.id, date.documentText, cutoff.documentText
      )
    }
  }

  /// Reports documents that no row names, and cells that nearly name one.
  mutating func checkCitations() {
    guard !round.documents.isEmpty else { return }
    var cited: Set<[String]> = []
    for proof in round.evidence.proofs where !proof.document.isEmpty {
      let known = round.documents(of: proof.agency)
      guard !known.isEmpty else { continue }
      for citation in round.citations(round.evidence.texts[proof.document], agency: proof.agency) {
        switch citation {
        case .document(let document): cited.insert([String(proof.agency), document.id])
        case .text(let words):
          guard !words.contains(" "), let near = nearest(to: words, among: known.map(\.id)) else { continue }
          problems.report(
            .documentUnknown, at: Place(round.evidence.files[Int(proof.file)], row: Int(proof.row)), words,
            suggestion: near)
        }
      }
    }
    for document in round.documents where !cited.contains([String(document.agency), document.id]) {
      problems.report(.documentUnused, at: document.place, document.id)
    }
  }
}
