import CCHCCriteria
import CCHCFiles
import CCHCPapers
import CCHCScoring

/// The results of one agency.
///
/// ```swift
/// if let agency = results.agency("STP"), let index = agency.index {
///   print(agency.rank ?? 0, agency.name, index)
///   for loss in agency.losses { print("-", loss.points, loss.criterion) }
/// }
/// ```
public struct AgencyResult: Sendable {
  private let scored: ScoredAgency
  private let base: CCHCScoring.AgencyResult

  init(_ agency: ScoredAgency) {
    scored = agency
    base = agency.result
  }

  private var criteria: CCHCCriteria.CriteriaSet { scored.set }

  /// The agency.
  public var agency: Agency { Agency(scored.round, scored.index) }

  /// The rank in the agency's bloc; nil for an agency that is not ranked.
  public var rank: Int? { base.rank }

  /// The points of scored and bonus fields less those of penalty fields.
  public var points: DecimalNumber { DecimalNumber(exactly: base.points, criteria.settings.pointDecimals) }

  /// The most points of the scored fields, without exempt leaves.
  public var maximum: DecimalNumber { DecimalNumber(exactly: base.max, criteria.settings.pointDecimals) }

  /// The published index, a percentage rounded once; nil where the maximum is 0.
  public var index: DecimalNumber? {
    base.publishedIndex.map { DecimalNumber(exactly: $0, criteria.settings.indexDecimals) }
  }

  /// The exact index, a share; nil where the maximum is 0.
  public var exactIndex: Fraction? { base.index.map(Fraction.init) }

  /// The band; nil where there is none.
  public var band: String? { base.band }

  /// The fields in the order of the table.
  ///
  /// - Complexity: O(n) in the number of fields.
  public var fields: [FieldResult] {
    let set = criteria
    return zip(set.fields, base.fields).map { FieldResult(set, row: $0, $1) }
  }

  /// The leaves in the order of the table.
  ///
  /// - Complexity: O(n) in the number of leaves.
  public var leaves: [LeafResult] {
    scored.leaves.map { LeafResult($0) }
  }

  /// What the agency owes after publication, in the order of the table.
  public var obligations: [OwedObligation] {
    let set = criteria
    return base.obligations.map { OwedObligation($0, in: set) }
  }

  /// Where points were lost, in the order of the table.
  ///
  /// - Complexity: O(n) in the number of leaves.
  public var losses: [Loss] {
    let set = criteria
    return scored.fieldLosses.flatMap { field in
      field.items.map { item in
        Loss(
          field: set.rows[set.fields[field.field]].code, criterion: set.rows[set.leaves[item.leaf].row].code,
          points: DecimalNumber(exactly: item.units, set.settings.pointDecimals),
          status: .init(scored[leaf: item.leaf].score.status))
      }
    }
  }

  /// Explains where the points come from, as `cchc explain` does.
  ///
  /// Of a leaf these are its figures with their files and rows, the rule, the case that held with its exact
  /// fraction, limits, rounding and appraisals; of any other row the tree of points below it.
  ///
  /// - Parameters:
  ///   - criterion: The code of a leaf or of a row above leaves; nil for the agency as a whole.
  ///   - language: The language of the explanation.
  /// - Returns: Lines of text; nil where the set has no such criterion.
  /// - Complexity: O(n) in the number of the agency's leaves, and in the evidence of the round.
  public func explanation(of criterion: String? = nil, in language: Language) -> String? {
    let wording = Wording(language.base)
    let set = criteria
    guard let criterion else {
      return TreeExplanation(scored, top: nil, wording: wording).text()
    }
    guard let row = set.row(criterion) else { return nil }
    guard let leaf = set.rows[row].leaf else {
      return TreeExplanation(scored, top: row, wording: wording).text()
    }
    return LeafExplanation(scored[leaf: leaf], wording: wording).text()
  }
}
