import CCHCCriteria
import CCHCCycle
import CCHCDrafting
import CCHCExact
import CCHCFiles
import CCHCForms
import CCHCPublished
import CCHCScoring
import CCHCTables
import CCHCTally
import TestSupport
import Testing

/// A round and its sets as file names and texts: `set/…` is the set `bo`, `criteria/…` others, the rest the round.
struct SmallRound {
  var files: [String: String]

  /// A round of agency A with a set of some rows; other files are added or take the place of the usual ones.
  init(_ rows: [Row], _ others: [String: String] = [:]) {
    files = [
      "set/set.csv": "key,value\nname,Bộ thử\nlegal_basis,Quyết định thử\n",
      "set/criteria.csv": criteria(rows),
      "round.csv": "key,value\nname,Kỳ thử\nyear,2023\ncriteria:so,bo\n",
      "agencies.csv": "agency,name,group\nA,Sở A,so\n",
    ]
    files.merge(others) { $1 }
  }

  /// A round with the single field 1 and its single leaf 1.1.
  init(
    max: String = "10", inputs: String = "a: Tổng số; b: Đúng hạn", rule: String = "b/a * full",
    leaf: [String: String] = [:], settings: String = "", _ others: [String: String] = [:]
  ) {
    self.init([Row("1", max: max), Row("1.1", max: max, inputs: inputs, rule: rule, leaf)], others)
    files["set/set.csv", default: ""] += settings
  }

  func with(_ others: [String: String]) -> SmallRound {
    var copy = self
    copy.files.merge(others) { $1 }
    return copy
  }

  /// Where a file of the round or of the set stands in the test's folder.
  static func path(_ name: String) -> String {
    if name.hasPrefix("set/") { return "criteria/bo/" + name.dropFirst(4) }
    return name.hasPrefix("criteria/") ? name : "evidence/ky/" + name
  }

  func write(to folder: TemporaryFolder) throws {
    for (name, text) in files { try folder.write(text, to: Self.path(name)) }
  }

  /// Loads and scores the round; `prepare` may change the folder before.
  func scored(onlyAgency: String? = nil, prepare: (TemporaryFolder) throws -> Void = { _ in }) throws
    -> Scored
  {
    let folder = try TemporaryFolder()
    try write(to: folder)
    try prepare(folder)
    return Scored(
      round: folder.path("evidence/ky"), criteria: folder.path("criteria"), onlyAgency: onlyAgency)
  }
}

/// A scored round, shown in short texts.
struct Scored {
  let outcome: RoundLoader.Outcome
  let results: Results

  init(
    round: String, criteria: String, onlyAgency: String? = nil, pieceSize: Int? = nil, jobs: Int = coreCount
  ) {
    var options = RoundLoader.Options(
      criteriaFolder: criteria, makesStamps: false, onlyAgency: onlyAgency, jobs: jobs)
    if let pieceSize { options.pieceSize = pieceSize }
    outcome = RoundLoader.load(round, options: options)
    results = Scorer.score(outcome, jobs: jobs)
  }

  var round: Round { results.round }
  /// Every problem in one line.
  var problems: [String] { results.problems.items.map(\.line) }
  var codes: Set<String> { Set(results.problems.items.map(\.code.id)) }
  /// The lines of the errors alone.
  var errors: [String] { results.problems.items.filter { $0.severity == .error }.map(\.line) }

  func problem(_ code: String) throws -> Problem {
    try #require(results.problems.items.first { $0.code.id == code })
  }

  private func points(_ units: Int64?, _ agency: Int) -> String {
    units.map { decimalText(Int128($0), decimals: round[agency: agency].set.settings.pointDecimals) } ?? "-"
  }

  /// A leaf as `status self|round points|final`; a null is `-`.
  func leaf(_ code: String = "1.1", of agency: String = "A") throws -> String {
    let number = try #require(round.agency(agency))
    let set = round[agency: number].set
    let row = try #require(set.row(code))
    let score = results[agency: number][leaf: try #require(set.rows[row].leaf)].score
    let rounds = results.rounds(of: score).map { points($0.points, number) }.joined(separator: ",")
    return "\(score.status.rawValue) \(points(score.own, number))|\(rounds)|\(points(score.final, number))"
  }

  /// The final points of a leaf.
  func final(_ code: String = "1.1", of agency: String = "A") throws -> String {
    String(try leaf(code, of: agency).split(separator: "|", omittingEmptySubsequences: false).last ?? "")
  }

  func agency(_ code: String = "A") throws -> AgencyResult {
    let number = try #require(round.agency(code))
    return try #require(results.groups.flatMap(\.agencies).first { $0.agency == number })
  }

  /// An agency as `points/max index rank`; a null is `-`.
  func line(_ code: String = "A") throws -> String {
    let result = try agency(code)
    let settings = round[agency: result.agency].set.settings
    let index = result.publishedIndex.map { decimalText($0, decimals: settings.indexDecimals) } ?? "-"
    let points = decimalText(result.points, decimals: settings.pointDecimals)
    let maximum = exactText(Rational(units: result.max, decimals: settings.pointDecimals))
    return "\(points)/\(maximum) \(index) \(result.rank.map { String($0) } ?? "-")"
  }

  /// Agencies in the order of outputs, with their ranks.
  var ranking: [String] {
    results.groups.flatMap(\.agencies).map { result in
      "\(round.agencies[result.agency].code) \(result.rank.map { String($0) } ?? "-")"
    }
  }
}

/// Rows of self/*.csv for the leaf 1.1, from `a=10; b=8`.
func filed(_ figures: String, leaf: String = "1.1") -> String {
  let rows = figures.split(separator: ";").map { piece in
    let parts = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map {
      String($0).trimmed
    }
    return [leaf, parts[0], parts.count > 1 ? parts[1] : ""]
  }
  return csv([["criterion", "input", "value"]] + rows)
}

/// Rows of appraisal/*.csv: agency, criterion, round, input, value, points, reason, appraiser.
func appraised(_ rows: String...) -> String {
  "agency,criterion,round,input,value,points,reason,appraiser\n" + rows.joined(separator: "\n") + "\n"
}

/// Rows of exemptions.csv: agency, criterion; reason and decision are given.
func exempted(_ rows: (String, String)...) -> String {
  csv([["agency", "criterion", "reason", "decided_by"]] + rows.map { [$0.0, $0.1, "Lý do", "CV 1"] })
}

/// The sound round in a folder.
func temporaryRound() throws -> TemporaryFolder {
  let folder = try TemporaryFolder()
  try BrokenInput.sound.write(to: folder)
  return folder
}
