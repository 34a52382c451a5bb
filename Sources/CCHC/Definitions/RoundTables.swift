import CCHCCriteria
import CCHCFiles

/// The tables of a round that a program built.
struct RoundTables {
  private(set) var tables: [String: [UInt8]] = [:]
  /// What the definition says that no table can.
  private(set) var problems = ProblemList()

  init(_ definition: RoundDefinition) {
    write(settings: definition)
    write(definition.agencies)
    write(definition.figures, leaves: ExternalLeaves(definition))
    write(definition.answers)
    write(definition.appraisals)
    write(definition.exemptions)
    write(after: definition)
  }

  /// The leaves that get their figures from others.
  private struct ExternalLeaves {
    private let groups: [String: String]
    private let leaves: [String: Set<String>]

    init(_ definition: RoundDefinition) {
      groups = Dictionary(definition.agencies.map { ($0.code, $0.group) }) { first, _ in first }
      leaves = definition.sets.mapValues { set in
        Set(set.criteria.filter { $0.method == .external }.map(\.code))
      }
    }

    func contains(_ criterion: String, of agency: String) -> Bool {
      groups[agency].flatMap { leaves[$0] }?.contains(criterion) ?? false
    }
  }

  private mutating func write(settings definition: RoundDefinition) {
    var table = TableWriter("round.csv", ["key", "value"])
    table.add(["name", definition.name])
    table.add(["year", String(definition.year)])
    var first: [String: CriteriaSet] = [:]
    for (group, set) in definition.sets.sorted(by: { precedesInBytes($0.key, $1.key) }) {
      if let other = first[set.code], !other.isIdentical(to: set) {
        problems.report(.definitionSetTwice, at: table.place("value"), .text(set.code))
      }
      first[set.code] = set
      table.add(["criteria:\(group)", set.code])
    }
    tables["round.csv"] = table.bytes
  }

  private mutating func write(_ agencies: [AgencyDefinition]) {
    var table = TableWriter("agencies.csv", ["agency", "name", "group", "bloc", "ranked"])
    for row in agencies { table.add([row.code, row.name, row.group, row.bloc, row.isRanked ? "yes" : "no"]) }
    tables["agencies.csv"] = table.bytes
  }

  // No agency has a code with a space: a table named after an agency holds the figures of that agency alone.
  private mutating func write(_ figures: [FiledFigure], leaves: ExternalLeaves) {
    let columns = ["agency", "criterion", "input", "value", "document", "note"]
    var own = TableWriter("self/all agencies.csv", columns)
    var external = TableWriter("external/all agencies.csv", columns)
    for row in figures {
      let cells = [row.agency, row.criterion, row.input, row.value.text, row.document, row.note]
      if leaves.contains(row.criterion, of: row.agency) { external.add(cells) } else { own.add(cells) }
    }
    if own.count > 0 { tables["self/all agencies.csv"] = own.bytes }
    if external.count > 0 { tables["external/all agencies.csv"] = external.bytes }
  }

  private mutating func write(_ answers: [SurveyAnswers]) {
    guard !answers.isEmpty else { return }
    var table = TableWriter(
      "survey/answers.csv", ["agency", "criterion", "answer", "count", "respondent_group"])
    for row in answers {
      table.add([row.agency, row.criterion, row.answer, String(row.count), row.respondents])
    }
    tables["survey/answers.csv"] = table.bytes
  }

  private mutating func write(_ appraisals: [AppraisalDefinition]) {
    guard !appraisals.isEmpty else { return }
    var table = TableWriter(
      "appraisal/decisions.csv",
      ["agency", "criterion", "round", "input", "value", "points", "reason", "appraiser"])
    for row in appraisals {
      let decision =
        switch row.decision {
        case .agreed: ["", "", ""]
        case .points(let points): ["", "", points.description]
        case .figure(let input, let value): [input, value.text, ""]
        }
      table.add([row.agency, row.criterion, String(row.round)] + decision + [row.reason, row.appraiser])
    }
    tables["appraisal/decisions.csv"] = table.bytes
  }

  private mutating func write(_ exemptions: [ExemptionDefinition]) {
    guard !exemptions.isEmpty else { return }
    var table = TableWriter("exemptions.csv", ["agency", "criterion", "reason", "decided_by"])
    for row in exemptions { table.add([row.agency ?? "*", row.criterion, row.reason, row.decidedBy]) }
    tables["exemptions.csv"] = table.bytes
  }

  private mutating func write(after definition: RoundDefinition) {
    if !definition.headRatings.isEmpty {
      var table = TableWriter("head_ratings.csv", ["agency", "rating"])
      for (agency, rating) in definition.headRatings.sorted(by: { precedesInBytes($0.key, $1.key) }) {
        table.add([agency, rating])
      }
      tables["head_ratings.csv"] = table.bytes
    }
    if let announced = definition.announced {
      var table = TableWriter("publication.csv", ["key", "value"])
      table.add(["announced", announced.description])
      tables["publication.csv"] = table.bytes
    }
  }
}
