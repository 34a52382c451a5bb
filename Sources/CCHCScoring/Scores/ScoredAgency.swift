package import CCHCCriteria

/// One agency of a scored round.
///
///     let agency = results[agency: 3]
///     print(agency.result.rank, agency[leaf: 0].score.final)
package struct ScoredAgency: Sendable {
  package let results: Results
  /// What it filed and what was filed about it.
  package let filed: FiledAgency

  fileprivate init(_ results: Results, _ index: Int) {
    self.results = results
    filed = results.round[agency: index]
  }

  /// The agency's index in `Round.agencies`.
  package var index: Int { filed.index }
  package var round: Round { filed.round }
  /// Its row of agencies.csv.
  package var row: Agency { filed.row }
  package var code: String { filed.code }
  package var name: String { filed.name }
  /// The criteria set that scores it.
  package var set: CriteriaSet { filed.set }

  /// Its points, rank, band and obligations.
  package var result: AgencyResult {
    let position = results.positions[index]
    return results.groups[position.group].agencies[position.index]
  }

  /// One of its leaves, by the leaf's index in the set.
  package subscript(leaf index: Int) -> ScoredLeaf { ScoredLeaf(self, index) }

  /// All leaves of its set, in table order.
  package var leaves: [ScoredLeaf] { self.set.leaves.indices.map { self[leaf: $0] } }

  /// The scores of its leaves, in table order.
  package var scores: ArraySlice<LeafScore> {
    let first = filed.firstLeaf
    return results.scores[first..<(first + set.leaves.count)]
  }

  /// Points and applicable maximum of every row of its set.
  package func totals(of column: (LeafScore) -> Int64? = { $0.final }) -> [RowTotal] {
    results.sums[row.group].totals(scores, of: column)
  }

  /// What it lost in each scored field and by each penalty field, in table order.
  package var fieldLosses: [FieldLoss] {
    let set = set
    var items = [[FieldLoss.Item]](repeating: [], count: set.fields.count)
    let indices = Dictionary(uniqueKeysWithValues: set.fields.enumerated().map { ($1, $0) })
    for leaf in leaves {
      guard let field = indices[set.field(of: leaf.declared.row)] else { continue }
      let lost = leaf.isPenalty ? leaf.score.final : leaf.lostPoints
      if let lost, lost > 0 { items[field].append(FieldLoss.Item(leaf: leaf.index, units: lost)) }
    }
    return set.fields.indices.compactMap { field in
      set.rows[set.fields[field]].fieldKind == .bonus ? nil : FieldLoss(field: field, items: items[field])
    }
  }

  /// The scored fields in which it stays below the limit, by the exact values.
  package var shortfalls: [Shortfall] {
    let (set, fields) = (set, result.fields)
    return set.fields.indices.compactMap { field in
      guard set.rows[set.fields[field]].fieldKind == .scored, let share = fields[field].share,
        share < Shortfall.limit
      else { return nil }
      let shown = set.settings.percent(share, below: Shortfall.limit)
      return Shortfall(field: field, percent: shown.units, decimals: shown.decimals)
    }
  }

  /// How many leaves that it scores itself have each status; exempt and monitored ones are not asked for.
  package var ownLeaves: (due: Int, statuses: [LeafStatus: Int]) {
    var statuses: [LeafStatus: Int] = [:]
    for leaf in leaves where leaf.declared.method == .own {
      let status = leaf.score.status
      if status != .exempt, status != .monitored { statuses[status, default: 0] += 1 }
    }
    return (statuses.values.reduce(0, +), statuses)
  }

  /// The scored survey leaves on which it has fewer answers than its set asks for.
  package var shortSurveys: [ShortSurvey] { ShortSurvey.all(of: filed, results.scores) }

  // MARK: The round before

  /// The agencies of the round before that became it, in that round's order; none where no such round was loaded.
  package var predecessors: [ScoredAgency] {
    guard let previous = results.previous else { return [] }
    return previous.agencies.olds[index].map { previous.results[agency: $0] }
  }

  /// What its rank was in the round before; nil where no such round was loaded.
  package var rankBefore: RankBefore? {
    guard results.previous != nil else { return nil }
    let before = predecessors
    guard let old = before.first else { return .absent }
    guard before.count == 1 else { return .merged(before.map(\.index)) }
    guard let rank = old.result.rank else { return .unranked }
    let isAlike = old.row.bloc == row.bloc && old.filed.group.code == filed.group.code
    return isAlike ? .ranked(rank) : .elsewhere(rank: rank, bloc: old.row.bloc)
  }

  /// By how many ranks it rose since the round before, negative where it fell; nil where it cannot be said.
  package var ranksRisen: Int? {
    guard let rank = result.rank, case .ranked(let before)? = rankBefore else { return nil }
    return before - rank
  }
}

extension Results {
  /// One agency, by its index in `Round.agencies`.
  package subscript(agency index: Int) -> ScoredAgency { ScoredAgency(self, index) }
}
