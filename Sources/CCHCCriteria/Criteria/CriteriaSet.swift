package import CCHCExact
package import CCHCFiles
import CCHCOffice

/// A criteria set (bộ tiêu chí): one decision, one version.
package struct CriteriaSet: Sendable {
  /// The set's folder name.
  package let code: String
  package var settings = SetSettings()
  package var rows: [Criterion] = []
  package var leaves: [Leaf] = []
  package var bands: [Band] = []
  package var obligations: [ObligationRule] = []
  package var cases: [WorkedCase] = []
  /// What is counted in lists of case files; nil where the set does not say.
  package var tally: CaseTally?
  /// How many figures the leaves of one agency have together.
  package var inputCount = 0

  package init(code: String) { self.code = code }

  /// The rows of level 1 (lĩnh vực), in table order.
  package var fields: [Int] { rows.indices.filter { rows[$0].parent == nil } }

  /// The row with a code.
  package func row(_ code: String) -> Int? { rows.firstIndex { $0.code == code } }

  /// The leaves at or below a row, in table order.
  package func leaves(under row: Int) -> [Int] {
    if let leaf = rows[row].leaf { return [leaf] }
    return leaves.indices.filter { leaf in isRow(leaves[leaf].row, atOrBelow: row) }
  }

  package func isRow(_ row: Int, atOrBelow ancestor: Int) -> Bool {
    var current: Int? = row
    while let place = current {
      if place == ancestor { return true }
      current = rows[place].parent
    }
    return false
  }

  /// The field that a row belongs to.
  package func field(of row: Int) -> Int {
    var place = row
    while let parent = rows[place].parent { place = parent }
    return place
  }
}

/// The settings of set.csv.
package struct SetSettings: Sendable {
  package var name = ""
  package var legalBasis = ""
  /// Decimals of a leaf's points, 0 to 4.
  package var pointDecimals = 2
  /// Decimals of published percentages, 0 to 4.
  package var indexDecimals = 2
  package var rounding = Rounding.halfUp
  package var isDense = false
  package var ranksByExactIndex = false
  /// Rows of the fields whose percents part equal indices, in order.
  package var tieBreak: [Int] = []
  package var headRatings: [HeadRating] = HeadRating.usual
  /// With fewer answers on a survey leaf an agency's index is shown with a warning.
  package var surveyMinAnswers = 30
  /// Counts of answers below it are not printed outside the internal folder.
  package var surveyMinCell = 5
}

/// A rating of a head about CCHC, with its abbreviations.
package struct HeadRating: Sendable {
  package let full: Label
  package let abbreviations: [Label]

  package static let usual: [HeadRating] = [
    HeadRating(full: Label("Hoàn thành xuất sắc nhiệm vụ"), abbreviations: [Label("HTXSNV")]),
    HeadRating(full: Label("Hoàn thành tốt nhiệm vụ"), abbreviations: [Label("HTTNV")]),
    HeadRating(full: Label("Hoàn thành nhiệm vụ"), abbreviations: [Label("HTNV")]),
    HeadRating(full: Label("Không hoàn thành nhiệm vụ"), abbreviations: [Label("KHTNV")]),
  ]
}

/// What a field's points do to the agency's points.
package enum FieldKind: String, Sendable {
  case scored
  case bonus
  case penalty
}

/// A row of criteria.csv.
package struct Criterion: Sendable {
  package let code: String
  package let name: String
  /// nil on level 1.
  package var parent: Int?
  package var children: [Int] = []
  /// The leaf that the row is, nil for a parent.
  package var leaf: Int?
  /// What the row's field is.
  package var fieldKind = FieldKind.scored
  /// Shown, never scored.
  package var isMonitored = false
  /// nil on monitored rows, and where the cell is wrong.
  package let maxPoints: Decimal?
  /// The council member that the set names for this row and all below it.
  package let appraiser: String?
  package let legalBasis: String
  package let ruleText: String
  package let place: Place

  /// 1 for a field.
  package var level: Int { code.split(separator: ".").count }
}

/// How a leaf gets its figures.
package enum Method: String, Sendable {
  case own = "self"
  case survey
  case external
}

/// What the whole rule gives when a division by 0 is met.
package enum ZeroDenominator: String, Sendable {
  case zero
  case full
  case exempt
}

/// Whether a leaf needs a document.
package enum DocumentPolicy: String, Sendable {
  case required
  case requiredOrExplained = "required_or_explained"
  case optional
}

/// A row without children: what is filed for it and how it is scored.
package struct Leaf: Sendable {
  package let row: Int
  package let method: Method
  package let inputs: [Input]
  /// Where the leaf's inputs stand among all inputs of an agency.
  package let firstInput: Int
  /// nil where the rule has an error, or the leaf is monitored.
  package let rule: Rule?
  package let checks: [StatedCondition]
  package let zeroDenominator: ZeroDenominator?
  /// Maximum and minimum in units of the set's point decimals.
  package let maxUnits: Int64
  package let minUnits: Int64
  package let documents: DocumentPolicy
  package let isMonitored: Bool
  /// Whether an error of the set keeps the leaf from being scored: its rule, a check, its maximum or minimum.
  package let isBroken: Bool
  /// Inputs that the rule or the checks name and that are not optional.
  package let needed: [Int]
  /// The part of the year that the leaf is about; nil for the whole year.
  package let period: LeafPeriod?
}

/// A band (xếp loại): the first whose condition holds wins; the last has none.
package struct Band: Sendable {
  package let label: String
  package let condition: StatedCondition
  package let isElse: Bool
}

/// When a duty falls due: the first day that is too late.
package enum Deadline: Sendable, Equatable {
  /// A day of the year after the assessed one.
  case dayOfNextYear(month: Int, day: Int)
  /// Days after the announcement.
  case daysAfterAnnouncement(Int)
}

/// A row of obligations.csv: who owes what after publication.
package struct ObligationRule: Sendable {
  package let id: String
  package let condition: StatedCondition
  package let duty: String
  package let deadline: Deadline?
  package let recipient: String
  package let legalBasis: String
  /// Obligations of one agency with the same word are one paper with several reasons.
  package let report: String
  package let place: Place
}

/// A row of cases.csv: a worked example.
package struct WorkedCase: Sendable {
  package let leaf: Int
  /// The figures as written, by the leaf's inputs.
  package let figures: [String?]
  /// The days late that the example is about.
  package let lateDays: Int
  /// nil where the example says `exempt`.
  package let points: Decimal?
  package let source: String
  package let place: Place
}
