import CCHCScoring
import CCHCTables

/// The agency's answers to appraisals on its page, with what became of each; nobody who appraised is named.
struct AgencyExplanations {
  let results: Results
  let agency: Int

  /// Writes the answers; nothing where there is none.
  func write(_ tree: inout DocumentTree) {
    let round = results.round
    let list = round.explanations(of: agency)
    guard !list.isEmpty else { return }
    let set = round.set(of: agency)
    let words = CitationWords(round: round, isInternal: false)
    tree.paragraph("Giải trình của cơ quan:")
    let columns = [
      TableColumn("Mã", width: 8), TableColumn("Sau thẩm định lần", width: 8, .center),
      TableColumn("Nội dung giải trình", width: 44), TableColumn("Ngày nhận", width: 12, .center),
      TableColumn("Điểm trước", width: 10, .right), TableColumn("Điểm sau", width: 10, .right),
    ]
    tree.table(columns) { rows in
      for explanation in list {
        let rounds = results.rounds(of: results.score(agency: agency, leaf: explanation.leaf))
        let document = words.text(explanation.document, agency: agency)
        rows.cell(set.rows[set.leaves[explanation.leaf].row].code)
        rows.cell(explanation.round)
        rows.cell(words.free(explanation.text, agency: agency) + (document.isEmpty ? "" : " (\(document))"))
        rows.cell(explanation.received?.documentText ?? noFigure)
        rows.cell(set.settings.pointsText(rounds.first { $0.round == explanation.round }?.points))
        rows.cell(set.settings.pointsText(rounds.first { $0.round > explanation.round }?.points))
        rows.endRow()
      }
    }
  }
}
