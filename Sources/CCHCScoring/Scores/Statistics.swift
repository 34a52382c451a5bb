import CCHCTables

/// Highest, lowest and mean of published percentages, so that the printed table explains them.
package struct Spread: Sendable {
  /// How many values there are.
  package let count: Int
  /// The values in units of the set's index decimals.
  package let highest: Int128
  package let lowest: Int128
  /// The mean of the published values, rounded as they are.
  package let mean: Int128
  /// Places in the list of those that have the highest and the lowest value.
  package let atHighest: [Int]
  package let atLowest: [Int]

  /// The spread of the values that exist; nil where there is none.
  ///
  /// - Parameters:
  ///   - values: in units of the index decimals, nil for those that have none.
  ///   - start: the place of the first value.
  ///   - rounding: the set's rounding, for the mean.
  init?(_ values: [Int128?], from start: Int = 0, rounding: Rounding) {
    let known = values.compactMap(\.self)
    guard let highest = known.max(), let lowest = known.min(),
      let mean = Rational(known.reduce(0, +), over: Int128(known.count))
    else { return nil }
    count = known.count
    self.highest = highest
    self.lowest = lowest
    self.mean = rounding.units(of: mean, decimals: 0) ?? 0
    atHighest = values.indices.filter { values[$0] == highest }.map { $0 + start }
    atLowest = values.indices.filter { values[$0] == lowest }.map { $0 + start }
  }
}

/// Points that the agencies of a group lost on a leaf of a scored field: the maximum less the final points.
package struct LeafLoss: Sendable {
  package let leaf: Int
  /// In units of the set's point decimals.
  package fileprivate(set) var units: Int128 = 0
  /// Agencies that lost points on the leaf.
  package fileprivate(set) var losers = 0
  /// Agencies that the leaf was assessed for.
  package fileprivate(set) var assessed = 0
}

/// What appraisal made of self scores, over the leaves that have one and were appraised.
///
/// Points of penalty fields count as negative ones.
package struct Correction: Sendable {
  /// Points in units of the set's point decimals.
  package private(set) var own: Int128 = 0
  package private(set) var final: Int128 = 0
  /// Leaves in all, and those whose points appraisal raised or lowered.
  package private(set) var leaves = 0
  package private(set) var raised = 0
  package private(set) var lowered = 0

  /// Final points less self points.
  package var difference: Int128 { final - own }

  fileprivate mutating func add(own: Int64, final: Int64, isPenalty: Bool) {
    let sign: Int128 = isPenalty ? -1 : 1
    let (before, after) = (sign * Int128(own), sign * Int128(final))
    self.own += before
    self.final += after
    leaves += 1
    if after > before { raised += 1 }
    if after < before { lowered += 1 }
  }
}

/// Corrections of a group: in total, by agency as the group lists them, and by field in table order.
package struct GroupCorrections: Sendable {
  package fileprivate(set) var total = Correction()
  package fileprivate(set) var agencies: [Correction]
  package fileprivate(set) var fields: [Correction]
  /// Those of each agency by field.
  package fileprivate(set) var cells: [[Correction]]
}

/// How many leaves of a method were to be filed, filed and appraised; a leaf of an agency counts once.
package struct Filing: Sendable {
  package let method: Method
  /// Leaves that are neither exempt nor monitored.
  package fileprivate(set) var due = 0
  /// Leaves for which any figure was filed.
  package fileprivate(set) var filed = 0
  package fileprivate(set) var appraised = 0
}

extension GroupResult {
  /// The agencies of each bloc, as ranges of `agencies`.
  package func blocs(in round: Round) -> [Range<Int>] {
    var blocs: [Range<Int>] = []
    var start = 0
    for place in agencies.indices {
      let next = place + 1
      if next < agencies.count, bloc(at: next, in: round) == bloc(at: place, in: round) { continue }
      blocs.append(start..<next)
      start = next
    }
    return blocs
  }

  /// The bloc of an agency of the group.
  package func bloc(at place: Int, in round: Round) -> String { round.agencies[agencies[place].agency].bloc }

  /// The spread of the published index over some agencies of the group.
  package func indexSpread(of places: Range<Int>, rounding: Rounding) -> Spread? {
    Spread(agencies[places].map(\.publishedIndex), from: places.lowerBound, rounding: rounding)
  }

  /// The spread of a field's published percent over the group, by the field's place among the fields.
  package func fieldSpread(_ field: Int, _ settings: SetSettings) -> Spread? {
    Spread(
      agencies.map { $0.fields[field].share.flatMap(settings.publishedPercent) }, rounding: settings.rounding)
  }

  /// How many of some agencies are in each band, bands in table order.
  package func bandCounts(of places: Range<Int>, in set: CriteriaSet) -> [(label: String, count: Int)] {
    var counts: [String: Int] = [:]
    for place in places { if let band = agencies[place].band { counts[band, default: 0] += 1 } }
    var labels: [String] = []
    for band in set.bands where !labels.contains(band.label) { labels.append(band.label) }
    return labels.map { ($0, counts[$0] ?? 0) }
  }
}

extension Results {
  /// The points lost on a leaf; nil where it is not assessed, or its field is not a scored one.
  package func lostPoints(agency: Int, leaf: Int) -> Int64? {
    let set = round.set(of: agency)
    let declared = set.leaves[leaf]
    guard set.rows[declared.row].fieldKind == .scored, let final = score(agency: agency, leaf: leaf).final
    else {
      return nil
    }
    return declared.maxUnits - final
  }

  /// The losses of a group by leaf, the largest first, equal ones in table order; leaves without loss left out.
  package func losses(in group: GroupResult) -> [LeafLoss] {
    var losses = round.groups[group.group].set.leaves.indices.map { LeafLoss(leaf: $0) }
    for result in group.agencies {
      for leaf in losses.indices {
        guard let lost = lostPoints(agency: result.agency, leaf: leaf) else { continue }
        losses[leaf].assessed += 1
        if lost > 0 { losses[leaf].losers += 1 }
        losses[leaf].units += Int128(lost)
      }
    }
    return losses.filter { $0.units > 0 }.sorted { ($1.units, $0.leaf) < ($0.units, $1.leaf) }
  }

  /// What appraisal made of the self scores of a group.
  package func corrections(in group: GroupResult) -> GroupCorrections {
    let set = round.groups[group.group].set
    let fieldPlaces = set.leaves.map { leaf in set.fields.firstIndex(of: set.field(of: leaf.row)) ?? 0 }
    var corrections = GroupCorrections(
      agencies: group.agencies.map { _ in Correction() }, fields: set.fields.map { _ in Correction() },
      cells: group.agencies.map { _ in set.fields.map { _ in Correction() } })
    for (place, result) in group.agencies.enumerated() {
      for (number, leaf) in set.leaves.enumerated() {
        let score = score(agency: result.agency, leaf: number)
        guard score.isAppraised, let own = score.own, let final = score.final else { continue }
        let isPenalty = set.rows[leaf.row].fieldKind == .penalty
        corrections.total.add(own: own, final: final, isPenalty: isPenalty)
        corrections.agencies[place].add(own: own, final: final, isPenalty: isPenalty)
        corrections.fields[fieldPlaces[number]].add(own: own, final: final, isPenalty: isPenalty)
        corrections.cells[place][fieldPlaces[number]].add(own: own, final: final, isPenalty: isPenalty)
      }
    }
    return corrections
  }

  /// What was to be filed, filed and appraised in a group, by the methods that its set uses.
  package func filing(in group: GroupResult) -> [Filing] {
    let set = round.groups[group.group].set
    let methods: [Method] = [.own, .external, .survey]
    var filings = methods.map { Filing(method: $0) }
    for result in group.agencies {
      for (number, leaf) in set.leaves.enumerated() {
        let score = score(agency: result.agency, leaf: number)
        guard score.status != .exempt, score.status != .monitored,
          let place = methods.firstIndex(of: leaf.method)
        else { continue }
        filings[place].due += 1
        if isFiled(agency: result.agency, leaf: number) { filings[place].filed += 1 }
        if score.isAppraised { filings[place].appraised += 1 }
      }
    }
    return filings.filter { filing in set.leaves.contains { $0.method == filing.method && !$0.isMonitored } }
  }

  /// Whether any figure of a leaf was filed, or its survey has a row.
  private func isFiled(agency: Int, leaf: Int) -> Bool {
    let owner = round.agencies[agency]
    let declared = round.groups[owner.group].set.leaves[leaf]
    if round.evidence.marks[owner.firstLeaf + leaf].contains(.isSurveyed) { return true }
    let first = owner.firstFigure + declared.firstInput
    return round.evidence.figures[first..<(first + declared.inputs.count)].contains {
      $0.state != .absent && $0.state != .blank
    }
  }

  /// How many leaves of a group's agencies were appraised in each round, rounds in order.
  package func appraisalCounts(in group: GroupResult) -> [(round: Int, count: Int)] {
    var counts: [Int: Int] = [:]
    for result in group.agencies {
      let first = round.agencies[result.agency].firstLeaf
      for score in scores[first..<(first + round.groups[group.group].set.leaves.count)] {
        for appraised in rounds(of: score) { counts[appraised.round, default: 0] += 1 }
      }
    }
    return counts.sorted { $0.key < $1.key }.map { (round: $0.key, count: $0.value) }
  }

  /// How many leaves of a group's agencies have each status.
  package func statusCounts(in group: GroupResult) -> [LeafStatus: Int] {
    var counts: [LeafStatus: Int] = [:]
    for result in group.agencies {
      let first = round.agencies[result.agency].firstLeaf
      for score in scores[first..<(first + round.groups[group.group].set.leaves.count)] {
        counts[score.status, default: 0] += 1
      }
    }
    return counts
  }
}
