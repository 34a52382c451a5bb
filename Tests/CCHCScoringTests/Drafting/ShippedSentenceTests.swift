import CCHCCriteria
import CCHCDrafting
import CCHCExact
import CCHCForms
import CCHCOutputs
import Foundation
import TestSupport
import Testing

/// The rules of the shipped sets against those proposed for their own words.
@Suite("Rules proposed for the words of the shipped sets")
struct ShippedSentenceTests {
  /// How a proposal stands to the shipped rule.
  enum Match: String {
    /// The same points wherever both were worked out.
    case same
    /// Other points somewhere.
    case differs
    /// Other figures, so that no figures fit both.
    case otherFigures
    case refused
  }

  static let sets = ["dvc-766-2022", "cchc-xa-2025", "cchc-so-2023", "cchc-so-2024"]

  /// How many leaves' words give the shipped rule; a change for the worse has to be seen.
  static let same = ["dvc-766-2022": 10, "cchc-xa-2025": 32, "cchc-so-2023": 57, "cchc-so-2024": 55]

  /// Leaves whose words leave open which figures are asked for: all deputies, or those without a plan.
  static let open = ["cchc-xa-2025 4.2"]

  @Test("the words of a shipped set give the shipped rule, other figures, or no rule", arguments: sets)
  func shippedSet(_ code: String) throws {
    let set = SetLoader.load(Repository.path("criteria/" + code), code: code, makesStamps: false).set
    var counts: [Match: Int] = [:]
    var lines = ""
    for leaf in set.leaves {
      let row = set.rows[leaf.row]
      guard let rule = leaf.rule, let maximum = row.maxPoints else { continue }
      let field = set.rows[set.field(of: leaf.row)]
      let proposer = RuleProposer(name: row.name, maximum: maximum, isPenalty: field.fieldKind == .penalty)
      var match = Match.refused
      var proposed = ""
      switch Result(catching: { () throws(RuleRefusal) in try proposer.proposal(for: row.ruleText) }) {
      case .success(let proposal):
        proposed = proposal.rule + "  [" + proposal.inputs + "] " + (proposal.zeroDenominator ?? "")
        let other = try RuleTwins.leaf(proposal, max: exactText(Rational(maximum)))
        let twins = RuleTwins(
          one: leaf, other: other, full: Rational(maximum), decimals: set.settings.pointDecimals)
        switch twins.agree() {
        case true?: match = .same
        case false?: match = .differs
        case nil: match = .otherFigures
        }
      case .failure(let refusal): proposed = refusal.vietnamese
      }
      counts[match, default: 0] += 1
      #expect(match != .differs || Self.open.contains("\(code) \(row.code)"), "\(row.code): \(proposed)")
      lines += "\(match.rawValue)\t\(row.code)\t\(row.ruleText)\n\t\(rule.text)\n\t\(proposed)\n"
    }
    #expect(counts[.same, default: 0] >= Self.same[code] ?? 0, "\(counts)")
    // DRAFT_REPORT names a folder in which each leaf's outcome is written.
    if let folder = ProcessInfo.processInfo.environment["DRAFT_REPORT"] {
      try lines.write(toFile: "\(folder)/\(code).txt", atomically: true, encoding: .utf8)
    }
  }
}
