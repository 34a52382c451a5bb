import CCHCCriteria
package import CCHCExact
package import CCHCFiles
package import CCHCScoring

/// Two scored rounds set against each other, agency by agency.
package struct RoundComparison: Sendable {
  package let older: Results
  package let newer: Results
  package let map: AgencyMap
  /// Agencies of the newer round in the order of its results, by group.
  package let groups: [GroupComparison]
  /// Agencies of the older round that none of the newer one continues, in table order.
  package let gone: [Int]
  /// What is wrong in the table of merged and renamed agencies.
  package let problems: ProblemList
  /// Whether changes of points are split into figures and criteria.
  package let isSplit: Bool

  /// Compares two rounds.
  ///
  /// - Parameters:
  ///   - older: the round that is compared with.
  ///   - newer: the round whose changes are told.
  ///   - changes: merged and renamed agencies; the newer round's own where nil.
  ///   - found: problems met while the changes were read.
  ///   - splits: whether changes of points are parted into figures and criteria.
  package init(
    _ older: Results, _ newer: Results, changes: [AgencyChange]? = nil, found: ProblemList = ProblemList(),
    splits: Bool = false
  ) {
    self.older = older
    self.newer = newer
    isSplit = splits
    var problems = found
    map = AgencyMap(
      from: older.round, to: newer.round.agencies, changes ?? newer.round.agencyChanges, &problems)
    self.problems = problems
    gone = map.news.indices.filter { [map] in map.news[$0] == nil }
    var splitter = splits ? PointsSplitter(older, newer) : nil
    groups = newer.groups.map { [map] group in
      GroupComparison(
        group: group.group,
        agencies: group.agencies.map { now in
          let olds = map.olds[now.agency]
          let pairs = olds.map { AgencyPair(older, older[agency: $0].result, newer, now) }
          let split = pairs.count == 1 ? splitter?.split(pairs[0]) : nil
          return AgencyComparison(now: now, pairs: pairs, split: split)
        })
    }
  }

  /// The sets of a group that differ between the rounds: the older one's codes and the newer one's.
  package func changedSets(of group: GroupComparison) -> (old: [String], new: String)? {
    let new = newer.round.groups[group.group].set.code
    var old: [String] = []
    for pair in group.agencies.lazy.flatMap(\.pairs) {
      let code = older.round[agency: pair.before.agency].set.code
      if code != new, !old.contains(code) { old.append(code) }
    }
    return old.isEmpty ? nil : (old, new)
  }
}

/// The agencies of one group of the newer round.
package struct GroupComparison: Sendable {
  package let group: Int
  package let agencies: [AgencyComparison]
}

/// An agency of the newer round and what it was in the older one.
package struct AgencyComparison: Sendable {
  package let now: AgencyResult
  /// One for each agency of the older round that became it; none where it is new.
  package let pairs: [AgencyPair]
  /// How its change of points parts; nil where it was not asked for, or there is not one agency before.
  package let split: PointsSplit?

  package var isMerged: Bool { pairs.count > 1 }
}

/// An agency before and now.
package struct AgencyPair: Sendable {
  package let before: AgencyResult
  package let now: AgencyResult
  package let isSameGroup: Bool
  package let isSameBloc: Bool
  /// The exact index now less the one before, as a share; nil where one of them does not exist.
  package let indexChange: Rational?
  /// Changes of the fields that both sets have under one code and kind, in the newer set's order.
  package let fields: [FieldChange]

  init(_ older: Results, _ before: AgencyResult, _ newer: Results, _ now: AgencyResult) {
    let (then, owner) = (older.round.agencies[before.agency], newer.round.agencies[now.agency])
    let (oldSet, newSet) = (older.round[agency: before.agency].set, newer.round[agency: now.agency].set)
    self.before = before
    self.now = now
    isSameGroup = older.round.groups[then.group].code == newer.round.groups[owner.group].code
    isSameBloc = then.bloc == owner.bloc
    indexChange = now.index.flatMap { index in before.index.flatMap { index.subtracting($0) } }
    var fields: [FieldChange] = []
    for (place, field) in newSet.fields.enumerated() {
      let row = newSet.rows[field]
      guard
        let other = oldSet.fields.firstIndex(where: {
          oldSet.rows[$0].code == row.code && oldSet.rows[$0].fieldKind == row.fieldKind
        })
      else { continue }
      let change = now.fields[place].share.flatMap { share in
        before.fields[other].share.flatMap { share.subtracting($0) }
      }
      fields.append(FieldChange(old: other, new: place, change: change))
    }
    self.fields = fields
  }

  /// By how many ranks the agency rose; nil where it was not ranked twice among the same agencies.
  package var ranksRisen: Int? {
    guard isSameGroup, isSameBloc, let then = before.rank, let rank = now.rank else { return nil }
    return then - rank
  }
}

/// A field that both sets have, by its places among their fields.
package struct FieldChange: Sendable {
  package let old: Int
  package let new: Int
  /// The exact percent now less the one before, as a share; nil where one of them does not exist.
  package let change: Rational?
}
