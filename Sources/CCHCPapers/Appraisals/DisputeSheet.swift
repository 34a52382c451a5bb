import CCHCCriteria
package import CCHCDocuments
import CCHCExact
import CCHCFiles
package import CCHCScoring

/// Writes the Phiếu giải trình điểm: one leaf of one agency for the council's meeting, on one page of A4.
package struct DisputeSheet {
  private let leaf: ScoredLeaf
  private let declared: Leaf
  private let criterion: Criterion
  private let trace: LeafTrace

  private init(_ leaf: ScoredLeaf) {
    self.leaf = leaf
    declared = leaf.declared
    criterion = leaf.criterion
    trace = leaf.filed.trace
  }

  /// The sheet of a leaf.
  package static func document(_ leaf: ScoredLeaf) -> DocumentTree {
    var tree = DocumentTree(isCompact: true)
    DisputeSheet(leaf).write(&tree)
    return tree
  }

  private var agency: FiledAgency { leaf.agency.filed }
  private var round: Round { agency.round }
  private var settings: SetSettings { agency.set.settings }

  private func write(_ tree: inout DocumentTree) {
    tree.title("PHIẾU GIẢI TRÌNH ĐIỂM")
    tree.centered("**\(agency.name) (\(agency.code))** – *\(round.settings.name)*")
    tree.centered(
      "**Tiêu chí \(criterion.code). \(criterion.name)**, tối đa \(settings.maximumText(Int128(declared.maxUnits))) điểm"
    )
    writeBasis(&tree)
    writeFigures(&tree)
    writeSteps(&tree)
    tree.paragraph(
      """
      **4. Kết luận của Hội đồng.** ☐ Giữ nguyên \(settings.pointsText(leaf.score.final)) điểm. ☐ Điều chỉnh thành …… điểm. ☐ Không đánh giá \
      (kèm văn bản quyết định). Lý do: ………………………………………………………………
      """)
    let note: RichText = "*(Ký, ghi rõ họ tên)*"
    tree.signature(
      Signature(
        left: Signatory(titles: ["**Thư ký**"], note: note, name: nil),
        right: Signatory(titles: ["**Chủ trì**"], note: note, name: nil)))
  }

  // MARK: 1. Căn cứ, 2. Số liệu

  private func writeBasis(_ tree: inout DocumentTree) {
    // Headings that run into their text: the sheet is one page.
    var text: RichText = "**1. Quy định chấm điểm.** "
    if !criterion.ruleText.isEmpty { text += "Cách chấm: \(criterion.ruleText.sentence) " }
    if let rule = declared.rule { text += "Công thức: \(rule.text)." }
    tree.paragraph(text)
    if !criterion.legalBasis.isEmpty { tree.paragraph("Căn cứ: \(criterion.legalBasis.sentence)") }
  }

  private func writeFigures(_ tree: inout DocumentTree) {
    tree.paragraph("**2. Số liệu và tài liệu**")
    let columns = [
      TableColumn("Số liệu", width: 46), TableColumn("Đã nộp", width: 18, .right),
      TableColumn("Sau thẩm định", width: 18, .right),
    ]
    let filed = trace.steps.first?.figures ?? []
    let last = trace.steps.last?.figures ?? []
    tree.table(columns) { rows in
      for (place, input) in declared.inputs.enumerated() {
        rows.cell("\(input.name): \(input.label)" as RichText)
        rows.cell(filed.indices.contains(place) ? filed[place].shown(as: input.type) : noFigure)
        rows.cell(last.indices.contains(place) ? last[place].shown(as: input.type) : noFigure)
        rows.endRow()
      }
    }
    let (documents, notes) = LeafWords(leaf: leaf).proofs(CitationWords(isInternal: true))
    tree.paragraph(
      "Tài liệu kiểm chứng: \(documents.isEmpty ? "không có" : documents.joined(separator: "; ")).")
    if !notes.isEmpty { tree.paragraph("Thuyết minh: \(notes.joined(separator: "; ").sentence)") }
  }

  // MARK: 3. Quá trình

  private func writeSteps(_ tree: inout DocumentTree) {
    tree.paragraph("**3. Quá trình chấm điểm**")
    let columns = [
      TableColumn("Bước", width: 15), TableColumn("Nội dung, lý do", width: 42),
      TableColumn("Tính toán", width: 33), TableColumn("Điểm", width: 10, .right),
    ]
    tree.table(columns) { rows in
      var shown = ""
      for step in trace.steps {
        let work = work(step)
        row(step, !work.isEmpty && work == shown ? "như trên" : work, &rows)
        shown = work
        for explanation in leaf.filed.explanations
        where explanation.round == step.round {
          rows.cell("Giải trình lần \(explanation.round)" as RichText)
          let document = CitationWords(isInternal: true).text(explanation.document, of: agency)
          rows.cell(explanation.text + (document.isEmpty ? "" : " (\(document))"))
          rows.cell(explanation.received.map { "nhận ngày \($0.documentText)" } ?? "")
          rows.cell("")
          rows.endRow()
        }
      }
    }
  }

  private func row(_ step: LeafTrace.Step, _ work: String, _ rows: inout TableRows) {
    guard let round = step.round else {
      rows.cell(declared.method == .own ? "Tự chấm" : "Số liệu cung cấp")
      rows.cell(noFigure)
      rows.cell(work)
      rows.cell(settings.pointsText(step.points))
      return rows.endRow()
    }
    rows.cell("Thẩm định lần \(round)" as RichText)
    rows.cell(step.appraisals.map(decision).joined(separator: "; "))
    rows.cell(work)
    rows.cell(settings.pointsText(step.points))
    rows.endRow()
  }

  private func decision(_ appraisal: Appraisal) -> String {
    let texts = round.evidence.texts
    let member = texts[appraisal.appraiser]
    let name = member.isEmpty ? "" : round.memberName(member)
    let reason = texts[appraisal.reason]
    let what: String
    switch appraisal.decision {
    case .agreed: what = "giữ nguyên kết quả"
    case .points(let points): what = "cho \(settings.pointsText(points)) điểm"
    case .figure(let place, let figure):
      let input = declared.inputs[place]
      what = "sửa \(input.name) thành \(figure.shown(as: input.type))"
    }
    return (name.isEmpty ? "" : "\(name): ") + what + (reason.isEmpty ? "" : " – \(reason)")
  }

  /// The terms that decided, the case that held and the value: `b / a = 1173/1274 ≈ 0,920722; trường hợp …; giá trị …`.
  private func work(_ step: LeafTrace.Step) -> String {
    guard let work = step.work else { return step.status == .scored ? "" : step.status.vietnamese }
    var parts = work.compared.map { "\($0.text) \(exact($0.value))" }
    if let rule = declared.rule, rule.hasCases, work.fault == nil {
      parts.append(
        work.heldCase.map { "trường hợp \(rule.cases[$0].conditionText)" } ?? "không trường hợp nào đúng")
    }
    switch work.fault {
    case .divisionByZero: parts.append("có phép chia cho 0")
    case .overflow: parts.append("vượt giới hạn tính chính xác")
    case nil:
      // Where a term is given exactly, the value follows from it.
      let value = work.value.map { parts.isEmpty ? exact(.number($0)) : near(.number($0)) }
      parts.append("giá trị \(value ?? "để trống, tính là 0")")
    }
    return parts.joined(separator: "; ")
  }

  /// `= 0,75`, `= 2/3 ≈ 0,666667`, or only the decimals where the fraction is longer than a cell takes.
  private func exact(_ value: RuleValue) -> String {
    let text = "= " + Wording(.vietnamese).value(value)
    return text.count <= Self.longestFraction ? text : near(value)
  }

  /// The longest exact value, in letters with its decimals.
  private static let longestFraction = 32

  /// `= 0,75` or `≈ 0,666667`.
  private func near(_ value: RuleValue) -> String {
    let text = Wording(.vietnamese).value(value)
    guard let mark = text.firstIndex(of: "≈") else { return "= \(text)" }
    return String(text[mark...])
  }
}
