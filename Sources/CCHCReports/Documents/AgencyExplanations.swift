import CCHCScoring
import CCHCTables

/// The agency's answers to appraisals on its page, with what became of each; nobody who appraised is named.
struct AgencyExplanations {
  let results: Results
  let agency: Int

  /// Writes the answers; nothing where there is none.
  func write(_ markdown: inout Markdown) {
    let round = results.round
    let list = round.explanations.filter { $0.agency == agency }
    guard !list.isEmpty else { return }
    let set = round.set(of: agency)
    let words = CitationWords(round: round, isInternal: false)
    markdown.paragraph("Giải trình của cơ quan:")
    let columns = [
      MarkdownColumn("Mã", width: 8), MarkdownColumn("Sau thẩm định lần", width: 8, .center),
      MarkdownColumn("Nội dung giải trình", width: 44), MarkdownColumn("Ngày nhận", width: 12, .center),
      MarkdownColumn("Điểm trước", width: 10, .right), MarkdownColumn("Điểm sau", width: 10, .right),
    ]
    markdown.table(columns) { rows in
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
