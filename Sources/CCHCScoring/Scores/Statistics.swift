package import CCHCCriteria
package import CCHCExact

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
  package init?(_ values: [Int128?], from start: Int = 0, rounding: Rounding) {
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
  package private(set) var units: Int128 = 0
  /// Agencies that lost points on the leaf.
  package private(set) var losers = 0
  /// Agencies that the leaf was assessed for.
  package private(set) var assessed = 0

  init(leaf: Int) { self.leaf = leaf }

  /// Adds an agency that the leaf was assessed for, and the points that it lost.
  mutating func add(_ lost: Int64) {
    assessed += 1
    if lost > 0 { losers += 1 }
    units += Int128(lost)
  }
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
  package private(set) var total = Correction()
  package private(set) var agencies: [Correction]
  package private(set) var fields: [Correction]
  /// Those of each agency by field.
  package private(set) var cells: [[Correction]]

  /// Corrections of so many agencies and fields, none yet.
  init(agencies: Int, fields: Int) {
    self.agencies = [Correction](repeating: Correction(), count: agencies)
    self.fields = [Correction](repeating: Correction(), count: fields)
    cells = [[Correction]](repeating: self.fields, count: agencies)
  }

  /// Adds a leaf of an agency and a field.
  mutating func add(own: Int64, final: Int64, isPenalty: Bool, agency: Int, field: Int) {
    total.add(own: own, final: final, isPenalty: isPenalty)
    agencies[agency].add(own: own, final: final, isPenalty: isPenalty)
    fields[field].add(own: own, final: final, isPenalty: isPenalty)
    cells[agency][field].add(own: own, final: final, isPenalty: isPenalty)
  }
}

/// How many leaves of a method were to be filed, filed and appraised; a leaf of an agency counts once.
package struct Filing: Sendable {
  package let method: Method
  /// Leaves that are neither exempt nor monitored.
  package private(set) var due = 0
  /// Leaves for which any figure was filed.
  package private(set) var filed = 0
  package private(set) var appraised = 0

  init(method: Method) { self.method = method }

  /// Adds a leaf of an agency that is neither exempt nor monitored.
  mutating func add(isFiled: Bool, isAppraised: Bool) {
    due += 1
    if isFiled { filed += 1 }
    if isAppraised { appraised += 1 }
  }
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
