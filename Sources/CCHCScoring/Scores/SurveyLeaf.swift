import CCHCCriteria
import CCHCTables

/// The answers to one survey leaf about one agency, by group of respondents.
package struct SurveyLeaf: Sendable {
  package let agency: Int
  package let leaf: Int
  /// Groups that answered, in order; one without a group holds those whose group no table names.
  package let rows: [Row]
  /// Answers of all groups, by the leaf's inputs.
  package let counts: [Int64]

  /// The answers of one group of respondents.
  package struct Row: Sendable {
    /// By its place in the evidence's list; nil for those whose group is not named.
    package let group: Int?
    /// By the leaf's inputs.
    package let counts: [Int64]

    package init(group: Int?, counts: [Int64]) {
      self.group = group
      self.counts = counts
    }

    package var total: Int128 { counts.reduce(0) { $0 + Int128($1) } }
  }

  /// The answers of some groups, all with as many counts.
  package init(agency: Int, leaf: Int, rows: [Row], counts: [Int64]) {
    self.agency = agency
    self.leaf = leaf
    self.rows = rows
    self.counts = counts
  }

  package var total: Int128 { counts.reduce(0) { $0 + Int128($1) } }
}

/// A scored survey leaf on which an agency has too few answers.
package struct ShortSurvey: Sendable {
  package let leaf: Int
  package let answers: Int128
}

extension SurveyLeaf {
  /// The answers to a survey leaf that has some.
  init(_ leaf: FiledLeaf) {
    let counts = leaf.figures.map(\.units)
    let first = leaf.figures.startIndex
    var byGroup: [Int: [Int64]] = [:]
    var unnamed = counts
    for answers in leaf.answers {
      byGroup[answers.group, default: counts.map { _ in 0 }][answers.figure - first] += answers.count
      unnamed[answers.figure - first] -= answers.count
    }
    var rows = byGroup.keys.sorted().map { SurveyLeaf.Row(group: $0, counts: byGroup[$0] ?? []) }
    if rows.isEmpty || unnamed.contains(where: { $0 != 0 }) {
      rows.append(SurveyLeaf.Row(group: nil, counts: unnamed))
    }
    self.init(agency: leaf.agency.index, leaf: leaf.index, rows: rows, counts: counts)
  }
}

extension ShortSurvey {
  /// The scored survey leaves on which an agency has fewer answers than its set asks for.
  ///
  /// - Parameters:
  ///   - agency: the agency.
  ///   - scores: those of all leaves of all agencies.
  /// - Returns: the leaves, in table order.
  static func all(of agency: FiledAgency, _ scores: [LeafScore]) -> [ShortSurvey] {
    let (set, firstLeaf) = (agency.set, agency.firstLeaf)
    var short: [ShortSurvey] = []
    for (number, leaf) in set.leaves.enumerated() where leaf.method == .survey && !leaf.isMonitored {
      let filed = agency[leaf: number]
      guard scores[firstLeaf + number].status != .exempt, filed.marks.contains(.isSurveyed) else { continue }
      let answers = filed.figures.reduce(Int128(0)) { $0 + Int128($1.units) }
      if answers < set.settings.surveyMinAnswers { short.append(ShortSurvey(leaf: number, answers: answers)) }
    }
    return short
  }
}

/// The margin of error of a proportion at 95 % in tenths of a percentage point, rounded up; nil without answers.
///
/// The greatest margin, that of a half: 1.96 × √(0.25/n). In tenths it is 980/√n, so the smallest k with k²n ≥ 980².
package func marginOfError(answers: Int128) -> Int? {
  guard answers > 0 else { return nil }
  let square = (980 * 980 + answers - 1) / answers
  var (low, high): (Int128, Int128) = (0, 980)
  while low < high {
    let middle = (low + high) / 2
    if middle * middle >= square { high = middle } else { low = middle + 1 }
  }
  return Int(low)
}
