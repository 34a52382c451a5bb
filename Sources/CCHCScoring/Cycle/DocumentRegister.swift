import CCHCCriteria
import CCHCExact
import CCHCFiles
import CCHCTables

// Reads documents/*.csv and looks at the files that it registers.
extension RoundLoader {
  private static let documentColumns = RowColumns(
    agency: DocumentColumn.agency, criterion: .id, criterionName: nil)

  mutating func loadDocuments() {
    var finder = leafFinder()
    var documents: [Document] = []
    var keyed = KeyedRows<[String]>()
    // A workbook of any other name is a document, not a register.
    let codes = finder.codes
    for name in folder.tables(
      of: DocumentColumn.schema, workbooks: { codes.number(of: $0) != nil })
    {
      let fileAgency = finder.codes.number(of: TableFiles.stem(lastPathPart(name)))
      if let only = options.onlyAgency, let fileAgency, round.agencies[fileAgency].code != only { continue }
      guard let table = folder.table(name, DocumentColumn.schema, &problems) else { continue }
      var rows = table.rows()
      while rows.next(&problems) {
        // Whose the row is comes first: an agency alone is told nothing of another's rows.
        guard let agency = finder.agency(rows, Self.documentColumns, fileAgency: fileAgency, &problems),
          let id = rows.requiredText(DocumentColumn.id, &problems)
        else { continue }
        if let fileAgency, fileAgency != agency {
          problems.report(
            .agencyOfOtherFile, at: rows.place(DocumentColumn.agency), .text(round.agencies[agency].code),
            .text(round.agencies[fileAgency].code))
          continue
        }
        guard isFileCode(id) else {
          problems.report(.codeInvalid, at: rows.place(DocumentColumn.id), .text(id))
          continue
        }
        let key = [round.agencies[agency].code, id]
        let digest = rows.digest(of: DocumentColumn.content)
        guard keyed.isNew(key, digest: digest, at: rows.place(DocumentColumn.id), &problems) else { continue }
        documents.append(readDocument(rows, agency, id))
      }
    }
    round.documents = DocumentRegister(documents)
  }

  private mutating func readDocument(_ rows: borrowing RowCursor, _ agency: Int, _ id: String) -> Document {
    let word = rows.word(DocumentColumn.secrecy, &problems)
    let secrecy = word.flatMap(Document.Secrecy.init(rawValue:))
    // A degree that cannot be read is one all the same: nothing of the document is shown.
    let isSecret = !rows.isEmpty(DocumentColumn.secrecy)
    var fault: Document.FileFault?
    if isSecret {
      for column in [DocumentColumn.summary, DocumentColumn.file, DocumentColumn.sha256]
      where secrecy != nil && !rows.isEmpty(column) {
        problems.report(.documentSecretContent, at: rows.place(column), .text(id))
      }
    } else if !rows.isEmpty(DocumentColumn.file) {
      fault = fileFault(rows, id)
    }
    let document = Document(
      agency: agency, id: id, number: rows.text(DocumentColumn.number),
      date: rows.day(DocumentColumn.date, &problems),
      issuer: rows.text(DocumentColumn.issuer), summary: isSecret ? "" : rows.text(DocumentColumn.summary),
      file: isSecret ? "" : rows.text(DocumentColumn.file),
      sha256: isSecret ? "" : rows.text(DocumentColumn.sha256).folded,
      secrecy: isSecret ? secrecy ?? .topSecret : nil, fault: fault, place: rows.place(DocumentColumn.id))
    if let date = document.date { checkDate(document, date, rows) }
    return document
  }

  /// What is wrong with the file that a row names, which is reported.
  private mutating func fileFault(_ rows: borrowing RowCursor, _ id: String) -> Document.FileFault? {
    let file = rows.text(DocumentColumn.file)
    let source = folder.source
    let name = joinedPath("documents", file)
    let parts = file.split(separator: "/", omittingEmptySubsequences: false)
    // A link may lead elsewhere, too.
    guard !parts.contains(where: { $0.isEmpty || $0 == ".." || $0 == "." }), !file.contains("\\"),
      source.kind(name) != .file
        || resolvedPath(source.path(name)).hasPrefix(resolvedPath(source.path("documents")) + "/")
    else {
      problems.report(.documentFileOutside, at: rows.place(DocumentColumn.file), .text(id), .text(file))
      return .outside
    }
    let given = rows.text(DocumentColumn.sha256).folded
    guard source.kind(name) == .file else {
      problems.report(.documentFileMissing, at: rows.place(DocumentColumn.file), .text(id), .text(file))
      return .missing
    }
    guard options.verifiesDocuments || given.isEmpty else { return nil }
    guard let bytes = try? source.read(name) else {
      problems.report(.documentFileMissing, at: rows.place(DocumentColumn.file), .text(id), .text(file))
      return .missing
    }
    let digest = sha256(bytes)
    guard digest != given else { return nil }
    problems.report(
      given.isEmpty ? .documentDigestMissing : .documentDigestDiffers, at: rows.place(DocumentColumn.sha256),
      .text(id),
      .text(file), .text(digest))
    return given.isEmpty ? .unsigned : .changed
  }

  private mutating func checkDate(_ document: Document, _ date: Day, _ rows: borrowing RowCursor) {
    if let year = round.settings.year, date.components.year != year {
      problems.report(
        .documentOutsideYear, at: rows.place(DocumentColumn.date), .text(document.id), .day(date),
        .count(year))
    }
    if let cutoff = round.calendar[.cutoff]?.until, date > cutoff {
      problems.report(
        .documentAfterCutoff, at: rows.place(DocumentColumn.date), .text(document.id), .day(date),
        .day(cutoff)
      )
    }
  }

  /// Reports documents that no row names, and cells that nearly name one.
  mutating func checkCitations() {
    guard !round.documents.all.isEmpty else { return }
    var cited: Set<[String]> = []
    for proof in round.evidence.proofs where !proof.document.isEmpty {
      let place = round.evidence.place(file: proof.file, row: proof.row)
      cited.formUnion(ids(in: round.evidence.texts[proof.document], agency: proof.agency, at: place))
    }
    for explanation in round.explanations where !explanation.document.isEmpty {
      var place = Place(explanation.place.file, row: explanation.place.row)
      place.sheet = explanation.place.sheet
      cited.formUnion(ids(in: explanation.document, agency: explanation.agency, at: place))
    }
    // Explanations, which may name documents too, are not read for an agency alone.
    if options.onlyAgency != nil, !folder.tables(of: ExplanationColumn.schema).isEmpty { return }
    for document in round.documents.all where !cited.contains([String(document.agency), document.id]) {
      problems.report(.documentUnused, at: document.place, .text(document.id))
    }
  }

  /// How often words are compared with ids, to find slips of the pen; what comes after is taken as it stands.
  private static let mostCompared = 10_000_000

  /// The documents that a cell names, as agency and id; a cell that nearly names one is reported.
  private mutating func ids(in cell: String, agency: Int, at place: Place) -> [[String]] {
    let compared = round.documents.ofAgency(agency).count * (cell.utf8.count { $0 == UInt8(ascii: ";") } + 1)
    if comparedDocuments + compared <= Self.mostCompared {
      comparedDocuments += compared
      for (words, near) in round.documents.unknownCitations(cell, agency: agency) {
        problems.report(.documentUnknown, at: place, .text(words), suggestion: near)
      }
    }
    return round.documents.citations(cell, agency: agency).compactMap { citation in
      if case .document(let document) = citation { [String(agency), document.id] } else { nil }
    }
  }
}
