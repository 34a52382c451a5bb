import CCHCCriteria
import CCHCCycle
import CCHCDrafting
import CCHCExact
import CCHCFiles
import CCHCForms
import CCHCOffice
import CCHCOutputs
import CCHCPublished
import CCHCScoring
import CCHCTables

/// The tables of a criteria set that a program built.
struct SetTables {
  private(set) var tables: [String: [UInt8]] = [:]
  private var cells = CellTexts()
  private let folder: String

  /// What the texts of the definition cannot be written as.
  var problems: ProblemList { cells.problems }

  init(_ definition: SetDefinition) {
    folder = "criteria/\(definition.code)/"
    write(settings: definition)
    write(definition.criteria)
    write(definition.bands)
    write(definition.obligations)
  }

  private mutating func write(settings definition: SetDefinition) {
    var table = TableWriter(folder + "set.csv", ["key", "value"])
    let marks = { (table: TableWriter) in table.place("value") }
    let tieBreak = definition.tieBreak.map { cells.text($0, without: " ", at: marks(table)) }
    let ratings = definition.headRatings.map { cells.text($0, without: ";=,", at: marks(table)) }
    table.add(["name", definition.name])
    table.add(["legal_basis", definition.legalBasis])
    table.add(["point_decimals", String(definition.pointDecimals)])
    table.add(["index_decimals", String(definition.indexDecimals)])
    table.add(["rounding", definition.rounding.base.rawValue])
    table.add(["ranking", definition.hasDenseRanks ? "dense" : "competition"])
    table.add(["rank_by", definition.ranksByExactIndex ? "exact" : "published"])
    table.add(["tie_break", tieBreak.joined(separator: " ")])
    table.add(["head_ratings", ratings.joined(separator: "; ")])
    tables["set.csv"] = table.bytes
  }

  private mutating func write(_ criteria: [CriterionDefinition]) {
    var table = TableWriter(
      folder + "criteria.csv",
      [
        "code", "name", "max_points", "kind", "method", "inputs", "rule", "checks", "zero_denominator",
        "min_points", "document", "appraiser", "legal_basis", "rule_text",
      ])
    let codes = Set(criteria.map(\.code))
    let parents = Set(codes.compactMap { code in code.lastIndex(of: ".").map { String(code[..<$0]) } })
    for row in criteria {
      let inputs = row.inputs.map { cells.text(of: $0, at: table.place("inputs")) }
      let isParent = parents.contains(row.code)
      table.add([
        row.code, row.name, row.maximum?.description ?? "", row.kind.word, isParent ? "" : row.method.word,
        inputs.joined(separator: "; "), row.rule, row.checks.joined(separator: "; "),
        row.zeroDenominator?.word ?? "", row.minimum?.description ?? "",
        isParent ? "" : row.documents.word, row.appraiser, row.legalBasis, row.ruleText,
      ])
    }
    tables["criteria.csv"] = table.bytes
  }

  private mutating func write(_ bands: [BandDefinition]) {
    guard !bands.isEmpty else { return }
    var table = TableWriter(folder + "bands.csv", ["label", "condition"])
    for band in bands { table.add([band.label, band.condition]) }
    tables["bands.csv"] = table.bytes
  }

  private mutating func write(_ obligations: [ObligationDefinition]) {
    guard !obligations.isEmpty else { return }
    var table = TableWriter(
      folder + "obligations.csv", ["id", "condition", "duty", "deadline", "recipient", "legal_basis"])
    for row in obligations {
      table.add([row.id, row.condition, row.duty, row.deadline.text, row.recipient, row.legalBasis])
    }
    tables["obligations.csv"] = table.bytes
  }
}

extension Criterion.Kind {
  /// The word of a table; none for what a row is unless it says otherwise.
  fileprivate var word: String {
    switch self {
    case .scored: ""
    case .bonus: "bonus"
    case .penalty: "penalty"
    case .monitored: "monitored"
    }
  }
}

extension Criterion.Method {
  /// The word of a table.
  fileprivate var word: String {
    switch self {
    case .own: "self"
    case .survey: "survey"
    case .external: "external"
    }
  }
}

extension CriterionDefinition.ZeroDenominator {
  /// The word of a table.
  fileprivate var word: String {
    switch self {
    case .zero: "zero"
    case .full: "full"
    case .exempt: "exempt"
    }
  }
}

extension CriterionDefinition.DocumentPolicy {
  /// The word of a table.
  fileprivate var word: String {
    switch self {
    case .required: "required"
    case .requiredOrExplained: "required_or_explained"
    case .optional: "optional"
    }
  }
}

extension ObligationDefinition.Deadline {
  /// The text of a table.
  fileprivate var text: String {
    switch self {
    case .dayOfNextYear(let month, let day):
      "\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    case .daysAfterAnnouncement(let days): "+\(days)"
    }
  }
}
