import CCHCCriteria
import CCHCScoring

/// Words a leaf of an agency for the people who appraise it: figures, points, documents, explanations.
struct LeafWords {
  let leaf: ScoredLeaf

  /// The figures as filed, `a = 27 (Tổng số nhiệm vụ); b = 24 (…)`.
  var figures: String {
    zip(leaf.declared.inputs, leaf.filed.figures).map { input, figure in
      "\(input.name) = \(figure.shown(as: input.type))" + (input.label.isEmpty ? "" : " (\(input.label))")
    }.joined(separator: "; ")
  }

  /// The documents that rows of the leaf name, each once, and their notes.
  func proofs(_ words: CitationWords) -> (documents: [String], notes: [String]) {
    var documents: [String] = []
    var notes: [String] = []
    let agency = leaf.agency.filed
    let texts = agency.round.evidence.texts
    for proof in leaf.filed.proofs {
      let document = words.text(texts[proof.document], of: agency)
      if !document.isEmpty, !documents.contains(document) { documents.append(document) }
      let note = texts[proof.note]
      if !note.isEmpty, !notes.contains(note) { notes.append(note) }
    }
    return (documents, notes)
  }

  /// The agency's answers, `Lần 1: …`.
  var explanations: String {
    leaf.filed.explanations.map { "Lần \($0.round): \($0.text)" }.joined(
      separator: " | ")
  }
}
