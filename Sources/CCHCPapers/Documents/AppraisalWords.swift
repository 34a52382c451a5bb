import CCHCCriteria
import CCHCCycle
import CCHCDocuments
import CCHCScoring

/// Says what appraisals decided about the leaves of one agency, read in order, without who said it.
struct AppraisalWords {
  private let agency: FiledAgency
  private let set: CriteriaSet
  /// The leaf that was read last, and its figures that appraisals have corrected so far.
  private var leaf = -1
  private var corrected: [Int: Figure] = [:]

  init(_ agency: FiledAgency) {
    self.agency = agency
    set = agency.set
  }

  /// The next decision in words.
  mutating func decision(_ appraisal: Appraisal) -> RichText {
    if appraisal.leaf != leaf { (leaf, corrected) = (appraisal.leaf, [:]) }
    switch appraisal.decision {
    case .agreed: return "Giữ nguyên kết quả trước đó"
    case .points(let points): return "Cho \(self.set.settings.pointsText(points)) điểm"
    case .figure(let index, let figure):
      let input = self.set.leaves[appraisal.leaf].inputs[index]
      let filed = agency[leaf: appraisal.leaf].figure(input: index)
      let before = (corrected[index] ?? filed).shown(as: input.type)
      corrected[index] = figure
      let after = figure.shown(as: input.type)
      return before == after
        ? "\(input.label): giữ \(after)" : "\(input.label): sửa từ \(before) thành \(after)"
    }
  }
}

/// Why the appraisals of one agency changed or kept what was there, by leaf.
struct AppraisalReasons {
  private var texts: [Int: [(round: Int, text: RichText)]] = [:]

  /// Decisions with their reasons; a row that agrees without a word is left out.
  init(_ agency: FiledAgency) {
    var words = AppraisalWords(agency)
    // Notices and review tables go to the agency: no secret document is named.
    let citations = CitationWords(isInternal: false)
    for appraisal in agency.appraisals {
      var text = words.decision(appraisal)
      guard appraisal.decision.changes || !appraisal.reason.isEmpty else { continue }
      if !appraisal.reason.isEmpty {
        text += " (\(citations.free(agency.round.evidence.texts[appraisal.reason], of: agency)))"
      }
      texts[appraisal.leaf, default: []].append((appraisal.round, text))
    }
  }

  /// What the appraisals of a leaf said, up to an appraisal round; each round is named.
  func text(leaf: Int, upTo last: Int = .max) -> RichText? {
    let entries = (texts[leaf] ?? []).filter { $0.round <= last }
    guard !entries.isEmpty else { return nil }
    return .joined(entries.map { "Lần \($0.round): \($0.text)" }, "; ")
  }

  /// What one appraisal round said of a leaf.
  func text(leaf: Int, round: Int) -> RichText? {
    let entries = (texts[leaf] ?? []).filter { $0.round == round }
    return entries.isEmpty ? nil : .joined(entries.map(\.text), "; ")
  }
}
