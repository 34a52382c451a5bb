package import CCHCScoring
package import CCHCTables

/// Writes the list of documents per field, for the council and the province's own file to the ministry (R13).
package struct DocumentList {
  private let round: Round
  private let fields: [FieldDocuments]

  /// The documents of one field, by its code; of all fields where it is nil.
  package init(_ round: Round, field: String?) {
    self.round = round
    fields = round.fieldDocuments().filter { entry in
      field.map { round.groups[entry.group].set.rows[entry.field].code == $0 } ?? true
    }
  }

  /// How many documents are listed and how many leaves lack one.
  package var counts: (documents: Int, gaps: Int) {
    (fields.reduce(0) { $0 + $1.proofs.count }, fields.reduce(0) { $0 + $1.gaps.count })
  }

  // MARK: Markdown

  package func markdown() -> [UInt8] {
    var markdown = Markdown()
    markdown.documentHead(round.settings)
    markdown.heading(1, "DANH MỤC TÀI LIỆU KIỂM CHỨNG THEO LĨNH VỰC, NĂM \(round.settings.yearText)")
    markdown.paragraph("*\(round.settings.name)*")
    for entry in fields {
      let set = round.groups[entry.group].set
      let row = set.rows[entry.field]
      let title: MarkdownText = "Lĩnh vực \(row.code). \(row.fieldTitle)"
      markdown.heading(2, round.groups.count > 1 ? "\(round.groupTitle(entry.group)) – \(title)" : title)
      writeProofs(entry, set, &markdown)
      writeGaps(entry, set, &markdown)
    }
    return markdown.bytes
  }

  private func writeProofs(_ entry: FieldDocuments, _ set: CriteriaSet, _ markdown: inout Markdown) {
    guard !entry.proofs.isEmpty else { return markdown.paragraph("Chưa có tài liệu nào được dẫn.") }
    let columns = [
      MarkdownColumn("Mã", width: 7), MarkdownColumn("Cơ quan", width: 20),
      MarkdownColumn("Số, ký hiệu", width: 18), MarkdownColumn("Ngày", width: 10, .center),
      MarkdownColumn("Trích yếu", width: 33), MarkdownColumn("Tệp", width: 12),
    ]
    markdown.table(columns) { rows in
      var last = -1
      for proof in entry.proofs {
        if proof.leaf != last {
          rows.cell("**\(set.rows[set.leaves[proof.leaf].row].code)**" as MarkdownText)
          rows.cell("**\(set.rows[set.leaves[proof.leaf].row].name)**" as MarkdownText)
          for _ in 0..<4 { rows.cell("") }
          rows.endRow()
          last = proof.leaf
        }
        rows.cell("")
        rows.cell(round.agencies[proof.agency].name)
        write(proof.citation, &rows)
        rows.endRow()
      }
    }
  }

  private func write(_ citation: Citation, _ rows: inout MarkdownRows) {
    switch citation {
    case .text(let words):
      rows.cell("")
      rows.cell("")
      rows.cell(words)
      rows.cell("")
    case .document(let document):
      rows.cell(document.number.isEmpty ? document.id : document.number)
      rows.cell(document.date?.documentText ?? noFigure)
      if let secrecy = document.secrecy {
        rows.cell("\(secrecy.vietnamese): kiểm tra trực tiếp tại cơ quan" as MarkdownText)
      } else {
        rows.cell(document.summary)
      }
      rows.cell(document.file)
    }
  }

  /// What is missing, by agency, with the council member that looks after it.
  private func writeGaps(_ entry: FieldDocuments, _ set: CriteriaSet, _ markdown: inout Markdown) {
    guard !entry.gaps.isEmpty else {
      return markdown.paragraph("Mọi tiêu chí cần tài liệu của lĩnh vực này đều đã có tài liệu được dẫn.")
    }
    markdown.paragraph("**Còn thiếu tài liệu:**")
    let names = round.memberNames
    let columns = [
      MarkdownColumn("Cơ quan", width: 35), MarkdownColumn("Số tiêu chí", width: 10, .right),
      MarkdownColumn("Tiêu chí còn thiếu tài liệu", width: 35),
      MarkdownColumn("Cơ quan thẩm định", width: 20),
    ]
    markdown.table(columns) { rows in
      for agency in round.agencies.indices {
        let gaps = entry.gaps.filter { $0.agency == agency }
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

  // MARK: CSV

  package func csv(_ locale: CSVLocale) -> [UInt8] {
    var csv = CSVWriter(locale: locale)
    for heading in [
      "nhóm", "lĩnh vực", "mã tiêu chí", "mã cơ quan", "mã", "số ký hiệu", "ngày", "cơ quan ban hành",
      "trích yếu", "tệp",
      "mã SHA-256", "độ mật",
    ] { csv.text(heading) }
    csv.endRow()
    for entry in fields {
      let set = round.groups[entry.group].set
      for proof in entry.proofs {
        csv.text(round.groups[entry.group].code)
        csv.text(set.rows[entry.field].code)
        csv.text(set.rows[set.leaves[proof.leaf].row].code)
        csv.text(round.agencies[proof.agency].code)
        for cell in cells(of: proof.citation) { csv.text(cell) }
        csv.endRow()
      }
    }
    return csv.bytes
  }

  private func cells(of citation: Citation) -> [String] {
    switch citation {
    case .text(let words): ["", "", "", "", words, "", "", ""]
    case .document(let document):
      [
        document.id, document.number, document.date?.isoText ?? "", document.issuer, document.summary,
        document.file, document.sha256, document.secrecy?.vietnamese ?? "",
      ]
    }
  }
}
