package import CCHCScoring
import CCHCTables

/// A leaf of an agency that the council discusses.
package struct DisputedLeaf {
  fileprivate let results: Results
  fileprivate let agency: Int
  fileprivate let leaf: Int

  package init(_ results: Results, agency: Int, leaf: Int) {
    (self.results, self.agency, self.leaf) = (results, agency, leaf)
  }
}

extension Output where Source == DisputedLeaf {
  static var dispute: Output {
    Output(
      "noi-bo/phieu-giai-trinh/\(.agency)-\(.criterion)",
      Bilingual("phiếu giải trình điểm của một tiêu chí", "the dispute sheet of a leaf"),
      each: { disputed in
        let round = disputed.results.round
        let set = round.set(of: disputed.agency)
        let values: OutputPath.Values = [
          .agency: round.agencies[disputed.agency].code,
          .criterion: set.rows[set.leaves[disputed.leaf].row].code,
        ]
        return [OutputSubject(values, disputed)]
      },
      [.document { DisputeSheet.document($0.results, agency: $0.agency, leaf: $0.leaf) }])
  }
}
