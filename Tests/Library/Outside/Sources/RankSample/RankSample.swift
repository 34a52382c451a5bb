import CCHC

/// Scores a round and prints the ranks, using every part of the library: `RankSample FOLDER`.
@main enum RankSample {
  static func main() throws {
    guard let folder = CommandLine.arguments.dropFirst().first else { return print("RankSample FOLDER") }
    let results = try Round(folder: folder).score()
    for group in results.groups {
      for result in group.agencies {
        print(
          result.rank ?? 0, result.agency.code, result.agency.name, result.points, result.index ?? 0,
          separator: "\t")
      }
    }
    for problem in results.problems where problem.severity == .error {
      print(problem.file, problem.row ?? 0, problem.code, problem.message(in: .vietnamese))
    }
    try useRest(results)
  }

  /// Names what the ranks do not need, so that it is seen to be public.
  private static func useRest(_ results: Results) throws {
    guard let result = results.groups.first?.agencies.first, let leaf = result.leaves.first,
      result.explanation(of: leaf.criterion, in: .english) != nil, result.exactIndex != nil
    else { return print("no leaf is explained") }
    let (losses, fields, obligations) = (result.losses, result.fields, result.obligations)
    guard losses.count >= 0, fields.count > 0, obligations.count >= 0 else { return }
    let rule = try Rule("a / 3", inputs: [Input("a", .number)], maximum: 1)
    guard try rule.evaluate(["a": "0,5"]).value == Fraction(1, over: 6) else { return print("1/6 is wrong") }
    var definition = SetDefinition(code: "bo", name: "Bộ", legalBasis: "QĐ 1")
    definition.criteria = [CriterionDefinition("1", "Lĩnh vực", maximum: 1, rule: "1")]
    let set = CriteriaSet(definition)
    guard set.problems.isEmpty, set.criteria.count == 1 else { return print("the set is wrong") }
    var round = RoundDefinition(code: "ky", name: "Kỳ", year: 2026, sets: ["so": set])
    round.agencies = [AgencyDefinition("A", "Sở A", group: "so")]
    guard Round(round).score().agency("A")?.index == 100 else { return print("the built round is wrong") }
  }
}
