import CCHCCriteria
import CCHCCycle
package import CCHCDocuments
import CCHCExact
import CCHCFiles
package import CCHCScoring
package import CCHCTables

/// Writes the list of documents per field, for the council and the province's own file to the ministry (R13).
package struct DocumentList {
  private let round: Round
  private let fields: [FieldDocuments]
  /// The code of the one field that is listed; nil for all.
  package let field: String?

  /// The documents of one field, by its code; of all fields where it is nil.
  package init(_ round: Round, field: String?) {
    self.round = round
    self.field = field
    fields = FieldDocuments.all(in: round).filter { entry in
      field.map { round.groups[entry.group].set.rows[entry.field].code == $0 } ?? true
    }
  }

  /// How many documents are listed, how many leaves lack one, and how many files are to be looked at again.
  package var counts: (documents: Int, gaps: Int, broken: Int) {
    (
      fields.reduce(0) { $0 + $1.proofs.count }, fields.reduce(0) { $0 + $1.gaps.count },
      fields.reduce(0) { $0 + $1.broken.count }
    )
  }

  // MARK: Document

  package func document() -> DocumentTree {
    var tree = DocumentTree()
    tree.documentHead(round.settings)
    tree.title("DANH MỤC TÀI LIỆU KIỂM CHỨNG THEO LĨNH VỰC, NĂM \(round.settings.yearText)")
    tree.byline("*\(round.settings.name)*")
    for entry in fields {
      let set = round.groups[entry.group].set
      let row = set.rows[entry.field]
      let title: RichText = "Lĩnh vực \(row.code). \(row.fieldTitle)"
      tree.heading(2, round.groups.count > 1 ? "\(round.groupTitle(entry.group)) – \(title)" : title)
      writeProofs(entry, set, &tree)
      writeGaps(entry, set, &tree)
      writeBroken(entry, &tree)
    }
    return tree
  }

  private func writeProofs(_ entry: FieldDocuments, _ set: CriteriaSet, _ tree: inout DocumentTree) {
    guard !entry.proofs.isEmpty else { return tree.paragraph("Chưa có tài liệu nào được dẫn.") }
    let columns = [
      TableColumn("Mã", width: 8), TableColumn("Cơ quan", width: 17),
      TableColumn("Số, ký hiệu", width: 15), TableColumn("Ngày", width: 10, .center),
      TableColumn("Cơ quan ban hành", width: 15), TableColumn("Trích yếu", width: 25),
      TableColumn("Tệp", width: 10),
    ]
    tree.table(columns) { rows in
      var last = -1
      for proof in entry.proofs {
        if proof.leaf != last {
          rows.cell("**\(set.rows[set.leaves[proof.leaf].row].code)**" as RichText)
          rows.wideCell("**\(set.rows[set.leaves[proof.leaf].row].name)**")
          rows.endRow()
          last = proof.leaf
        }
        write(proof, &rows)
      }
    }
  }

  private func write(_ proof: FieldDocuments.Proven, _ rows: inout TableRows) {
    let agency = round.agencies[proof.agency].name
    switch proof.citation {
    case .text(let words):
      for cell in ["", agency, "", "", "", words, ""] { rows.cell(cell) }
    case .document(let document):
      let summary =
        document.secrecy.map { "\($0.vietnamese): kiểm tra trực tiếp tại cơ quan" } ?? document.summary
      let date = document.date?.documentText ?? noFigure
      for cell in [document.id, agency, document.number, date, document.issuer, summary, document.file] {
        rows.cell(cell)
      }
    }
    rows.endRow()
  }

  /// What is missing, by agency, with the council member that looks after it.
  private func writeGaps(_ entry: FieldDocuments, _ set: CriteriaSet, _ tree: inout DocumentTree) {
    guard !entry.gaps.isEmpty else {
      return tree.paragraph("Mọi tiêu chí cần tài liệu của lĩnh vực này đều đã có tài liệu được dẫn.")
    }
    tree.paragraph("**Còn thiếu tài liệu:**")
    let names = round.memberNames
    let columns = [
      TableColumn("Cơ quan", width: 35), TableColumn("Số tiêu chí", width: 10, .right),
      TableColumn("Tiêu chí còn thiếu tài liệu", width: 35),
      TableColumn("Cơ quan thẩm định", width: 20),
    ]
    let byAgency = ByAgency(entry.gaps, agencies: round.agencies.count, agency: \.agency)
    tree.table(columns) { rows in
      for agency in round.agencies.indices {
        let gaps = byAgency[agency]
        guard !gaps.isEmpty else { continue }
        var members: [String] = []
        for gap in gaps {
          guard let member = round.groups[entry.group].appraisers[gap.leaf].member else { continue }
          let name = names[member] ?? member
          if !members.contains(name) { members.append(name) }
        }
        rows.cell(round.agencies[agency].name)
        rows.cell(gaps.count)
        rows.cell(gaps.map { set.rows[set.leaves[$0.leaf].row].code }.joined(separator: ", "))
        rows.cell(members.isEmpty ? noFigure : members.joined(separator: "; "))
        rows.endRow()
      }
    }
  }

  /// Documents whose files are to be looked at again.
  private func writeBroken(_ entry: FieldDocuments, _ tree: inout DocumentTree) {
    guard !entry.broken.isEmpty else { return }
    tree.paragraph("**Tệp phải xem lại:**")
    let columns = [
      TableColumn("Cơ quan", width: 30), TableColumn("Mã", width: 12),
      TableColumn("Tệp", width: 28), TableColumn("Tình trạng", width: 30),
    ]
    tree.table(columns) { rows in
      for document in entry.broken {
        rows.cell(round.agencies[document.agency].name)
        rows.cell(document.id)
        rows.cell(document.file)
        rows.cell(document.status.capitalizedFirst)
        rows.endRow()
      }
    }
  }

  // MARK: CSV

  package func csv(_ locale: CSVLocale) -> [UInt8] {
    var csv = CSVWriter(locale: locale)
    let columns: [DocumentColumn] = [.id, .number, .date, .issuer, .summary, .file, .sha256, .secrecy]
    csv.row(
      [
        Column.group.vietnamese, BreakthroughColumn.field.heading, Column.criterion.vietnamese,
        Column.agency.vietnamese,
      ] + columns.map(\.heading) + ["tình trạng"])
    for entry in fields {
      for proof in entry.proofs {
        write(entry, leaf: proof.leaf, agency: proof.agency, cells(of: proof.citation), &csv)
      }
      for gap in entry.gaps {
        let cells = Array(repeating: "", count: 8) + ["thiếu tài liệu kiểm chứng"]
        write(entry, leaf: gap.leaf, agency: gap.agency, cells, &csv)
      }
    }
    return csv.bytes
  }

  private func write(
    _ entry: FieldDocuments, leaf: Int, agency: Int, _ cells: [String], _ csv: inout CSVWriter
  ) {
    let set = round.groups[entry.group].set
    csv.text(round.groups[entry.group].code)
    csv.text(set.rows[entry.field].code)
    csv.text(set.rows[set.leaves[leaf].row].code)
    csv.text(round.agencies[agency].code)
    for cell in cells { csv.text(cell) }
    csv.endRow()
  }

  private func cells(of citation: Citation) -> [String] {
    switch citation {
    case .text(let words): ["", "", "", "", words, "", "", "", ""]
    case .document(let document):
      [
        document.id, document.number, document.date?.isoText ?? "", document.issuer, document.summary,
        document.file, document.sha256, document.secrecy?.vietnamese ?? "", document.status,
      ]
    }
  }
}

extension Document {
  /// What is to be said of a document's file; empty where all is well.
  fileprivate var status: String {
    if secrecy != nil { return "kiểm tra trực tiếp tại cơ quan" }
    switch fault {
    case .outside: return "tệp không nằm trong documents/"
    case .missing: return "không có tệp"
    case .unsigned: return "tệp chưa có mã SHA-256"
    case .changed: return "tệp không còn như khi đăng ký"
    case nil: return ""
    }
  }
}
