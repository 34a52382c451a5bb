import CCHCCriteria
import CCHCExact
import CCHCFiles
import CCHCScoring
import TestSupport
import Testing

@Suite("Worked examples of the shipped sets")
struct WorkedCaseTests {
  /// Files each example as the evidence of an agency of its own, whose other leaves stay missing.
  private func scored(_ set: CriteriaSet) throws -> (scored: Scored, folder: TemporaryFolder) {
    let folder = try TemporaryFolder()
    var agencies = [["agency", "name", "group"]]
    var figures = [["agency", "criterion", "input", "value", "document"]]
    var external = figures
    var survey = [["agency", "criterion", "answer", "count"]]
    var submissions = [["agency", "status", "date", "document", "sha256"]]
    for (number, example) in set.cases.enumerated() {
      let leaf = set.leaves[example.leaf]
      agencies.append(["C\(number)", "Ví dụ \(number)", "so"])
      if let day = Day(year: 2023, month: 12, day: 1), example.lateDays > 0 {
        let received = Day(number: day.number + example.lateDays).isoText
        submissions.append(["C\(number)", "received", received, "CV 1", "0"])
      }
      let document = ["C\(number)", set.rows[leaf.row].code, "", "", "CV 1"]
      if leaf.method == .own { figures.append(document) }
      if leaf.method == .external { external.append(document) }
      for (input, value) in zip(leaf.inputs, example.figures) {
        guard let value else { continue }
        let cells = ["C\(number)", set.rows[leaf.row].code, input.name, value]
        switch leaf.method {
        case .own: figures.append(cells + [""])
        case .external: external.append(cells + [""])
        case .survey: survey.append(cells)
        }
      }
    }
    try folder.write(csv(agencies), to: "ky/agencies.csv")
    try folder.write("key,value\nname,Ví dụ\nyear,2023\ncriteria:so,\(set.code)\n", to: "ky/round.csv")
    try folder.write(csv(figures), to: "ky/self/x.csv")
    try folder.write(csv(external), to: "ky/external/x.csv")
    try folder.write(csv(survey), to: "ky/survey/x.csv")
    try folder.write("stage,until\nself,2023-12-01\n", to: "ky/stages.csv")
    try folder.write(csv(submissions), to: "ky/submissions.csv")
    return (Scored(round: folder.path("ky"), criteria: Repository.path("criteria")), folder)
  }

  @Test(
    "Every row of cases.csv holds",
    arguments: ["dvc-766-2022", "cchc-so-2023", "cchc-so-2024", "cchc-xa-2025"])
  func holds(_ code: String) throws {
    let outcome = SetLoader.load(Repository.path("criteria/" + code), code: code, makesStamps: false)
    #expect(outcome.problems.items.map(\.line) == [])
    let set = outcome.set
    #expect(set.cases.count >= 15)
    let (scored, _) = try scored(set)
    for (number, example) in set.cases.enumerated() {
      let agency = try #require(scored.round.agency("C\(number)"))
      let score = scored.results[agency: agency][leaf: example.leaf].score
      let note = Comment(
        rawValue:
          "\(code), \(set.rows[set.leaves[example.leaf].row].code): \(example.source), row \(example.place.row ?? 0)"
      )
      #expect(score.status == (example.points == nil ? .exempt : .scored), note)
      #expect(score.final == example.points?.units(atScale: set.settings.pointDecimals), note)
    }
  }

  @Test(
    "Every leaf of a model set that is scored has two examples",
    arguments: ["cchc-so-2023", "cchc-so-2024", "cchc-xa-2025"])
  func coversLeaves(_ code: String) {
    let set = SetLoader.load(Repository.path("criteria/" + code), code: code, makesStamps: false).set
    let missing = set.leaves.indices.filter { leaf in
      set.cases.count { $0.leaf == leaf } < 2 && !set.leaves[leaf].isMonitored
    }
    #expect(missing.map { set.rows[set.leaves[$0].row].code } == [])
  }
}
