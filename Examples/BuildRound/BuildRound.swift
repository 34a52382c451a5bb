import CCHC

/// Builds a criteria set and a round in code and scores them.
@main enum BuildRound {
  static func main() {
    let set = CriteriaSet(criteria)
    let results = Round(round(scoredBy: set)).score()
    for problem in results.problems { print(problem.message(in: .english)) }
    for result in results.groups.flatMap(\.agencies) {
      print(result.rank ?? 0, result.agency.name, result.points, result.band ?? "")
      for loss in result.losses { print("  lost \(loss.points) on \(loss.criterion)") }
    }
  }

  /// A set with one field and two leaves.
  static var criteria: SetDefinition {
    var set = SetDefinition(code: "mau", name: "Bộ tiêu chí mẫu", legalBasis: "QĐ 1/QĐ-UBND")
    let files = [
      Input("a", .count, label: "Tổng số hồ sơ"), Input("b", .count, label: "Số hồ sơ đúng hạn"),
    ]
    set.criteria = [
      CriterionDefinition("1", "Giải quyết thủ tục hành chính", maximum: 10),
      CriterionDefinition(
        "1.1", "Hồ sơ giải quyết đúng hạn", maximum: 8, inputs: files,
        rule: "b/a >= 90%: full; else: b/a * full", zeroDenominator: .exempt),
      CriterionDefinition(
        "1.2", "Niêm yết công khai đầy đủ", maximum: 2, inputs: [Input("v", .yesNo)], rule: "v: full; else: 0"
      ),
    ]
    set.bands = [BandDefinition("Tốt", "index >= 80%"), BandDefinition("Khá", "else")]
    return set
  }

  /// A round of two agencies.
  static func round(scoredBy set: CriteriaSet) -> RoundDefinition {
    var round = RoundDefinition(code: "2026-mau", name: "Kỳ mẫu", year: 2026, sets: ["so": set])
    round.agencies = [
      AgencyDefinition("STP", "Sở Tư pháp", group: "so"), AgencyDefinition("SYT", "Sở Y tế", group: "so"),
    ]
    round.figures = [
      FiledFigure("STP", "1.1", "a", 120), FiledFigure("STP", "1.1", "b", 114),
      FiledFigure("STP", "1.2", "v", true), FiledFigure("SYT", "1.1", "a", 300),
      FiledFigure("SYT", "1.1", "b", 225), FiledFigure("SYT", "1.2", "v", true),
    ]
    return round
  }
}
