import CCHCCriteria
import CCHCFiles
package import CCHCScoring

/// How a directive is carried out, by its points: figures of the round and duties that rest on each.
package struct Directive: Sendable {
  /// A field or criterion whose legal basis names the point.
  package struct Figure: Sendable {
    /// The place of the group among those with agencies.
    package let group: Int
    package let row: Int
    /// Percents of the agencies; nil where none has one.
    package let spread: Spread?
  }

  package struct Point: Sendable {
    /// `mục 1, điểm a`; empty for the directive as a whole.
    package let name: String
    /// Rows that name the point; those below a row that names just the same points are left out.
    package fileprivate(set) var figures: [Figure] = []
    /// Places of the papers that rest on the point.
    package fileprivate(set) var papers: [Int] = []
  }

  package let name: String
  /// In the order of the document.
  package let points: [Point]
}

extension Directive {
  /// The documents that the round's obligations rest on, with what the round says about their points.
  package static func all(behind papers: [DutyPaper], in results: Results) -> [Directive] {
    var names: [String] = []
    for basis in papers.flatMap(\.bases) {
      guard let name = LegalCitation.chains(basis).first?.first?.first?.document else { continue }
      if !names.contains(where: { $0.folded == name.folded }) { names.append(name) }
    }
    guard !names.isEmpty else { return [] }
    let figures = citedFigures(in: results)
    return names.map { name in
      var points: [String: Directive.Point] = [:]
      var order: [LegalCitation] = []
      func note(_ citation: LegalCitation, _ change: (inout Directive.Point) -> Void) {
        let key = citation.point.folded
        if points[key] == nil { order.append(citation) }
        change(&points[key, default: Directive.Point(name: citation.point)])
      }
      for entry in figures where entry.citation.document.folded == name.folded {
        note(entry.citation) { $0.figures.append(entry.figure) }
      }
      for (place, paper) in papers.enumerated() {
        let citations = paper.bases.flatMap { LegalCitation.chains($0).first?.first ?? [] }
        var seen: Set<String> = []
        for citation in citations
        where citation.document.folded == name.folded && seen.insert(citation.point.folded).inserted {
          note(citation) { $0.papers.append(place) }
        }
      }
      let sorted = order.sorted { $0.order.lexicographicallyPrecedes($1.order) }
      return Directive(name: name, points: sorted.compactMap { points[$0.point.folded] })
    }
  }

  /// Every point that a row's legal basis names, with the row's percents.
  ///
  /// A row is left out where one above it names just the same points of the document.
  private static func citedFigures(in results: Results) -> [(
    citation: LegalCitation, figure: Directive.Figure
  )] {
    var found: [(LegalCitation, Directive.Figure)] = []
    for (place, group) in results.groups.filter({ !$0.agencies.isEmpty }).enumerated() {
      let set = results.round.groups[group.group].set
      let cited = set.rows.map { Set(LegalCitation.chains($0.legalBasis).joined().joined()) }
      let totals = group.agencies.map { results[agency: $0.agency].totals() }
      for (row, criterion) in set.rows.enumerated() where !criterion.isMonitored {
        var fresh = cited[row]
        var ancestor = criterion.parent
        while let above = ancestor {
          fresh = fresh.filter { cited[row].of($0.document) != cited[above].of($0.document) }
          ancestor = set.rows[above].parent
        }
        guard !fresh.isEmpty else { continue }
        let spread = Spread(
          totals.map { $0[row].share.flatMap(set.settings.publishedPercent) }, rounding: set.settings.rounding
        )
        for citation in fresh.sorted(by: { precedesInBytes($0.document + $0.point, $1.document + $1.point) })
        {
          found.append((citation, Directive.Figure(group: place, row: row, spread: spread)))
        }
      }
    }
    return found
  }
}

extension Set<LegalCitation> {
  /// The citations of one document.
  fileprivate func of(_ document: String) -> Set<LegalCitation> { filter { $0.document == document } }
}
