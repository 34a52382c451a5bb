import CCHCCriteria
package import CCHCScoring

/// Which counts of a survey table may be published so that no count below a limit can be worked out.
///
/// A table of counts with its totals is a circulation: the total of all flows into the rows, a row's total out into its
/// cells, a column's cells into its total, and these back. A hidden count is protected where another table with the
/// same published figures has another value in its place, that is where a cycle of hidden counts through it can be
/// shifted by one. Everybody knows that a count shown as `<limit` lies below the limit and another hidden one does not.
package struct SurveyMask: Sendable {
  /// How a count is shown.
  package enum Sight: Sendable {
    case shown
    /// Below the limit: shown as `<limit`.
    case small
    /// Hidden so that a small one cannot be worked out.
    case hidden
  }

  /// By row and column of the table.
  package private(set) var cells: [[Sight]]
  /// By row.
  package private(set) var rowTotals: [Sight]
  /// By column; all alike those of the row where there is only one.
  package private(set) var columnTotals: [Sight]
  package private(set) var total: Sight
  /// Whether nothing of the table may be published.
  package private(set) var isWithheld = false

  /// Masks the counts of a table below a limit; a limit below 2 hides nothing, as `<1` would say 0.
  ///
  /// Where `minAnswers` is given, a mark tells everybody whether the total lies below it.
  package init(_ table: SurveyLeaf, limit: Int, minAnswers: Int? = nil) {
    let (rows, columns) = (table.rows.count, table.counts.count)
    var network = CountNetwork(limit: Int128(limit), known: (table.total, minAnswers.map { Int128($0) }))
    // Nodes: rows, then columns, then where the totals of columns meet, then where those of rows begin.
    let (meeting, source) = (rows + columns, rows + columns + 1)
    let isSingle = rows == 1
    for (row, entry) in table.rows.enumerated() {
      for (column, count) in entry.counts.enumerated() {
        network.add(Int128(count), from: row, to: isSingle ? source : rows + column)
      }
    }
    for (row, entry) in table.rows.enumerated() {
      network.add(entry.total, from: source, to: row, isTotal: true, isWhole: isSingle)
    }
    if !isSingle {
      for (column, count) in table.counts.enumerated() {
        network.add(Int128(count), from: rows + column, to: meeting, isTotal: true)
      }
      network.add(table.total, from: meeting, to: source, isTotal: true, isWhole: true)
    }
    isWithheld = limit >= 2 ? !network.protect() : false
    let sights = network.arcs.map(\.sight)
    cells = (0..<rows).map { row in Array(sights[(row * columns)..<((row + 1) * columns)]) }
    let totals = rows * columns
    rowTotals = Array(sights[totals..<(totals + rows)])
    columnTotals = isSingle ? cells[0] : Array(sights[(totals + rows)..<(totals + rows + columns)])
    total = isSingle ? rowTotals[0] : sights[totals + rows + columns]
  }
}

/// Counts as flows between nodes, some of them hidden.
private struct CountNetwork {
  struct Arc {
    let value: Int128
    let from: Int
    let to: Int
    let isTotal: Bool
    /// What everybody knows of the count, whether it is shown or not.
    let bounds: ClosedRange<Int128>
    var sight = SurveyMask.Sight.shown
  }

  let limit: Int128
  private(set) var arcs: [Arc] = []

  /// What the mark of few answers tells of the total of all.
  private let wholeBounds: ClosedRange<Int128>

  init(limit: Int128, known: (total: Int128, least: Int128?)) {
    self.limit = limit
    switch known.least {
    case nil: wholeBounds = 0...Int128.max
    case .some(let least): wholeBounds = known.total < least ? 0...(least - 1) : least...Int128.max
    }
  }

  mutating func add(_ value: Int128, from: Int, to: Int, isTotal: Bool = false, isWhole: Bool = false) {
    arcs.append(
      Arc(
        value: value, from: from, to: to, isTotal: isTotal, bounds: isWhole ? wholeBounds : 0...Int128.max))
  }

  /// Hides small counts, and others until every small one is protected.
  ///
  /// - Returns: whether that succeeded.
  mutating func protect() -> Bool {
    for place in arcs.indices where arcs[place].value < limit { arcs[place].sight = .small }
    while let open = arcs.indices.first(where: { arcs[$0].sight == .small && !isProtected($0) }) {
      guard let next = complement(of: open) else { return false }
      arcs[next].sight = .hidden
    }
    showAgain()
    return true
  }

  /// Shows what was hidden on the way and protects nothing: totals first, then the largest cells.
  private mutating func showAgain() {
    let hidden = arcs.indices.filter { arcs[$0].sight == .hidden }.sorted {
      (arcs[$0].isTotal ? 1 : 0, arcs[$0].value, $0) > (arcs[$1].isTotal ? 1 : 0, arcs[$1].value, $1)
    }
    for place in hidden {
      arcs[place].sight = .shown
      let isOpen = arcs.indices.contains { arcs[$0].sight == .small && !isProtected($0) }
      if isOpen { arcs[place].sight = .hidden }
    }
  }

  /// The next count to hide: the smallest cell of the same row, then column, then a total, then any.
  private func complement(of open: Int) -> Int? {
    let arc = arcs[open]
    func smallest(_ isWanted: (Arc) -> Bool) -> Int? {
      arcs.indices.filter { arcs[$0].sight == .shown && isWanted(arcs[$0]) }.min {
        (arcs[$0].value, $0) < (arcs[$1].value, $1)
      }
    }
    let touches: (Arc) -> Bool = {
      [arc.from, arc.to].contains($0.from) || [arc.from, arc.to].contains($0.to)
    }
    return smallest { !$0.isTotal && !arc.isTotal && $0.from == arc.from }
      ?? smallest { !$0.isTotal && !arc.isTotal && $0.to == arc.to }
      ?? smallest { !$0.isTotal && touches($0) } ?? smallest(touches) ?? smallest { _ in true }
  }

  /// Whether another value of a hidden count goes with all that is shown.
  private func isProtected(_ place: Int) -> Bool {
    let arc = arcs[place]
    return (canRise(arc) && hasPath(from: arc.to, to: arc.from, without: place))
      || (canFall(arc) && hasPath(from: arc.from, to: arc.to, without: place))
  }

  private func canRise(_ arc: Arc) -> Bool {
    arc.value < arc.bounds.upperBound
      && (arc.sight == .hidden || (arc.sight == .small && arc.value < limit - 1))
  }

  private func canFall(_ arc: Arc) -> Bool {
    arc.value > arc.bounds.lowerBound
      && (arc.sight == .hidden ? arc.value > limit : arc.sight == .small && arc.value > 0)
  }

  /// Whether hidden counts can be shifted by one along a way between two nodes.
  private func hasPath(from start: Int, to end: Int, without place: Int) -> Bool {
    var seen: Set<Int> = [start]
    var next = [start]
    while let node = next.popLast() {
      if node == end { return true }
      for (number, arc) in arcs.enumerated() where number != place && arc.sight != .shown {
        if arc.from == node, canRise(arc), seen.insert(arc.to).inserted { next.append(arc.to) }
        if arc.to == node, canFall(arc), seen.insert(arc.from).inserted { next.append(arc.from) }
      }
    }
    return false
  }
}
