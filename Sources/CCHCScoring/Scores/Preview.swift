package import CCHCCriteria
package import CCHCExact

/// What an agency sees of its own scores before anybody appraises them (R5).
///
/// Points are those of the self column. Survey and external leaves count where their figures are in; until
/// then every threshold is a range: from the least to the most that those leaves can bring.
package struct Preview: Sendable {
  package let agency: Int
  /// By the rows of criteria.csv.
  package let rows: [Standing]
  /// The agency as a whole: scored fields, with bonus and penalty.
  package let whole: Standing
  package let thresholds: [Threshold]
  /// Leaves where points are lost, largest first.
  package let losses: [Loss]
  /// Leaves that wait for figures of others.
  package let waiting: [Int]

  /// Where points stand, in units of the set's point decimals.
  package struct Standing: Sendable {
    /// Points and maximum of the leaves whose figures are in.
    package var known = RowTotal()
    /// Points and maximum of the self leaves alone.
    package var own = RowTotal()
    /// The least and the most that the waiting leaves can bring, and their maximum.
    package var least: Int128 = 0
    package var most: Int128 = 0
    package var waitingMax: Int128 = 0

    package var isComplete: Bool { waitingMax == 0 }
    package var max: Int128 { known.max + waitingMax }
  }

  /// A limit that a band or an obligation sets, and where the agency stands.
  package struct Threshold: Sendable {
    package let limit: ResultLimit
    /// What is to be reached, in points; exact.
    package let needed: Rational
    package let standing: Standing
  }

  /// A leaf on which points are lost.
  package struct Loss: Sendable {
    package let leaf: Int
    package let points: Int128
    package let status: LeafStatus
  }

  package init(_ agency: ScoredAgency) {
    let set = agency.set
    var rows = [Standing](repeating: Standing(), count: set.rows.count)
    var waiting: [Int] = []
    var losses: [Loss] = []
    for ((number, leaf), score) in zip(set.leaves.enumerated(), agency.scores) {
      let isOwn = leaf.method == .own
      guard let points = isOwn ? score.own : score.final, !leaf.isMonitored else { continue }
      let isWaiting = !isOwn && score.status == .missing
      if isWaiting {
        waiting.append(number)
      } else if points < leaf.maxUnits, set.rows[leaf.row].fieldKind == .scored {
        losses.append(Loss(leaf: number, points: Int128(leaf.maxUnits - points), status: score.status))
      }
      var place: Int? = leaf.row
      while let row = place {
        rows[row].add(leaf, points, isOwn: isOwn, isWaiting: isWaiting)
        place = set.rows[row].parent
      }
    }
    self.agency = agency.index
    self.rows = rows
    self.waiting = waiting
    self.losses = losses.sorted { ($1.points, $0.leaf) < ($0.points, $1.leaf) }
    whole = Standing(sum: set.fields.map { (rows[$0], set.rows[$0].fieldKind) })
    let total = whole
    thresholds = set.resultLimits.compactMap { limit in
      let standing = limit.row.map { rows[$0] } ?? total
      guard standing.max > 0 else { return nil }
      let maximum = Rational(units: standing.max, decimals: set.settings.pointDecimals)
      guard let needed = limit.isShare ? limit.value.multiplied(by: maximum) : limit.value else { return nil }
      return Threshold(limit: limit, needed: needed, standing: standing)
    }
  }
}

extension Preview.Standing {
  fileprivate mutating func add(_ leaf: Leaf, _ points: Int64, isOwn: Bool, isWaiting: Bool) {
    let maximum = Int128(leaf.maxUnits)
    if isWaiting {
      least += Int128(leaf.minUnits)
      most += maximum
      waitingMax += maximum
      return
    }
    known.points += Int128(points)
    known.max += maximum
    if isOwn {
      own.points += Int128(points)
      own.max += maximum
    }
  }

  /// The agency's standing from those of its fields: penalties count against it, only scored fields have a maximum.
  fileprivate init(sum fields: [(standing: Preview.Standing, kind: FieldKind)]) {
    for (field, kind) in fields {
      let sign: Int128 = kind == .penalty ? -1 : 1
      known.points += sign * field.known.points
      own.points += sign * field.own.points
      least += kind == .penalty ? -field.most : field.least
      most += kind == .penalty ? -field.least : field.most
      guard kind == .scored else { continue }
      known.max += field.known.max
      own.max += field.own.max
      waitingMax += field.waitingMax
    }
  }
}
