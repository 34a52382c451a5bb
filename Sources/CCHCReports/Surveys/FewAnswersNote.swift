import CCHCScoring
import CCHCTables

/// Says that the index of an agency rests on a survey with few answers, wherever the index is shown.
enum FewAnswersNote {
  /// What stands beside the name of such an agency.
  static let mark: RichText = " (\\*)"

  /// The footnote under a table or a sentence with some agencies; nothing where none has too few answers.
  static func write(_ agencies: [AgencyResult], of results: Results, into tree: inout DocumentTree) {
    if let text = text(agencies, of: results) { tree.paragraph(text) }
  }

  /// The words of the footnote; nil where no agency has too few answers.
  static func text(_ agencies: [AgencyResult], of results: Results) -> RichText? {
    var entries: [RichText] = []
    var limits: [Int] = []
    for result in agencies {
      guard let codes = codes(result.agency, results) else { continue }
      entries.append("\(results.round.agencies[result.agency].name) (tiêu chí \(codes))")
      let limit = results.round.set(of: result.agency).settings.surveyMinAnswers
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
  static func sentence(_ agency: Int, of results: Results) -> RichText? {
    guard let codes = codes(agency, results) else { return nil }
    let limit = groupedText(results.round.set(of: agency).settings.surveyMinAnswers)
    return
      "(\\*) Có ít hơn \(limit) phiếu điều tra xã hội học ở tiêu chí \(codes), nên chỉ số cần được dùng thận trọng."
  }

  private static func codes(_ agency: Int, _ results: Results) -> String? {
    let short = results.shortSurveys(of: agency)
    guard !short.isEmpty else { return nil }
    let set = results.round.set(of: agency)
    return short.map { set.rows[set.leaves[$0.leaf].row].code }.joined(separator: ", ")
  }
}
