import CCHCScoring
import CCHCTables

/// Words a leaf of an agency for the people who appraise it: figures, points, documents, explanations.
struct LeafWords {
  let results: Results
  let agency: Int
  let leaf: Int

  private var round: Round { results.round }
  var set: CriteriaSet { round.set(of: agency) }
  var declared: Leaf { self.set.leaves[leaf] }
  var row: Criterion { self.set.rows[declared.row] }
  private var score: LeafScore { results.score(agency: agency, leaf: leaf) }

  /// The figures as filed, `a = 27 (Tổng số nhiệm vụ); b = 24 (…)`.
  var figures: String { figures(round.filedState(agency: agency, leaf: leaf).figures) }

  /// Some figures of the leaf with their labels.
  func figures(_ figures: [Figure]) -> String {
    zip(declared.inputs, figures).map { input, figure in
      "\(input.name) = \(figure.shown(as: input.type))" + (input.label.isEmpty ? "" : " (\(input.label))")
    }.joined(separator: "; ")
  }

  /// The points from what was filed.
  var filedPoints: Int64? {
    score.own ?? LeafTrace(round, agency: agency, leaf: leaf).steps.first?.points
  }

  /// The points after the last appraisal; nil where there is none.
  var appraisedPoints: Int64? { results.rounds(of: score).last?.points }

  var finalPoints: Int64? { score.final }

  /// Whether any appraisal row counts for the leaf.
  var isAppraised: Bool { score.isAppraised }

  /// The documents that rows of the leaf name, each once, and their notes.
  func proofs(_ words: CitationWords) -> (documents: [String], notes: [String]) {
    var documents: [String] = []
    var notes: [String] = []
    for proof in round.evidence.proofs(agency: agency, leaf: leaf) {
      let document = words.text(round.evidence.texts[proof.document], agency: agency)
      if !document.isEmpty, !documents.contains(document) { documents.append(document) }
      let note = round.evidence.texts[proof.note]
      if !note.isEmpty, !notes.contains(note) { notes.append(note) }
    }
    return (documents, notes)
  }

  /// The agency's answers, `Lần 1: …`.
  var explanations: String {
    round.explanations(agency: agency, leaf: leaf).map { "Lần \($0.round): \($0.text)" }.joined(
      separator: " | ")
  }
}
