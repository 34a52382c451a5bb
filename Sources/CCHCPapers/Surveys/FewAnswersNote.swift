import CCHCCriteria
package import CCHCDocuments
import CCHCExact
import CCHCFiles
package import CCHCScoring

/// Says that the index of an agency rests on a survey with few answers, wherever the index is shown.
package enum FewAnswersNote {
  /// What stands beside the name of such an agency.
  static let mark: RichText = " (\\*)"

  /// The footnote under a table or a sentence with some agencies; nothing where none has too few answers.
  static func write(_ agencies: [AgencyResult], of results: Results, into tree: inout DocumentTree) {
    if let text = text(agencies, of: results) { tree.paragraph(text) }
  }

  /// The words of the footnote; nil where no agency has too few answers.
  package static func text(_ agencies: [AgencyResult], of results: Results) -> RichText? {
    var entries: [RichText] = []
    var limits: [Int] = []
    for result in agencies {
      let agency = results[agency: result.agency]
      guard let codes = codes(agency) else { continue }
      entries.append("\(agency.name) (tiêu chí \(codes))")
      let limit = agency.set.settings.surveyMinAnswers
      if !limits.contains(limit) { limits.append(limit) }
    }
    guard !entries.isEmpty else { return nil }
    let least = limits.map(groupedText).joined(separator: ", ")
    return
      """
      (\\*) Có ít hơn \(least) phiếu điều tra xã hội học, nên chỉ số cần được dùng thận trọng: \
      \(RichText.joined(entries, "; ")).
      """
  }

  /// The warning on an agency's own page; nil where it has enough answers.
  static func sentence(_ agency: ScoredAgency) -> RichText? {
    guard let codes = codes(agency) else { return nil }
    let limit = groupedText(agency.set.settings.surveyMinAnswers)
    return
      "(\\*) Có ít hơn \(limit) phiếu điều tra xã hội học ở tiêu chí \(codes), nên chỉ số cần được dùng thận trọng."
  }

  private static func codes(_ agency: ScoredAgency) -> String? {
    let (short, set) = (agency.shortSurveys, agency.set)
    return short.isEmpty
      ? nil
      : short.map { set.rows[set.leaves[$0.leaf].row].code }.joined(separator: ", ")
  }
}
