import CCHCCriteria
import CCHCDocuments
import CCHCExact
import CCHCScoring

/// The agency's answers to appraisals on its page, with what became of each; nobody who appraised is named.
struct AgencyExplanations {
  let agency: ScoredAgency

  /// Writes the answers; nothing where there is none.
  func write(_ tree: inout DocumentTree) {
    let list = agency.filed.explanations
    guard !list.isEmpty else { return }
    let set = agency.set
    let words = CitationWords(isInternal: false)
    tree.paragraph("Giải trình của cơ quan:")
    let columns = [
      TableColumn("Mã", width: 8), TableColumn("Sau thẩm định lần", width: 8, .center),
      TableColumn("Nội dung giải trình", width: 44), TableColumn("Ngày nhận", width: 12, .center),
      TableColumn("Điểm trước", width: 10, .right), TableColumn("Điểm sau", width: 10, .right),
    ]
    tree.table(columns) { rows in
      for explanation in list {
        let rounds = agency[leaf: explanation.leaf].rounds
        let document = words.text(explanation.document, of: agency.filed)
        rows.cell(set.rows[set.leaves[explanation.leaf].row].code)
        rows.cell(explanation.round)
        rows.cell(words.free(explanation.text, of: agency.filed) + (document.isEmpty ? "" : " (\(document))"))
        rows.cell(explanation.received?.documentText ?? noFigure)
        rows.cell(set.settings.pointsText(rounds.first { $0.round == explanation.round }?.points))
        rows.cell(set.settings.pointsText(rounds.first { $0.round > explanation.round }?.points))
        rows.endRow()
      }
    }
  }
}
