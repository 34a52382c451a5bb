import CCHCCriteria
import CCHCExact
import CCHCOffice
package import CCHCScoring

/// What appraisal did in a round: corrections, over-claimed criteria, what is undecided, who has what to do.
package struct AppraisalSummary: Sendable {
  /// Corrected leaves, also those of other departments' figures; those that lost or won most first.
  package let corrections: [Dispute]
  /// Self-scored criteria that appraisal cut, those that lost most first.
  package let overclaimed: [Overclaim]
  /// Leaves for which an agency asks not to be assessed, without a decision.
  package let requests: [Worklist.Entry]
  package let workloads: [Workload]

  /// A leaf of a group that appraisal cut.
  package struct Overclaim: Sendable {
    package let group: Int
    package let leaf: Int
    /// Points taken away, in units of the set's point decimals.
    package let units: Int128
    /// Agencies that lost points.
    package let agencies: Int
  }

  /// The self leaves of one council member.
  package struct Workload: Sendable {
    package let member: String?
    /// Leaves to appraise, those appraised, and those whose points appraisal changed.
    package let due: Int
    package let done: Int
    package let changed: Int
    /// Leaves not yet appraised.
    package let open: [Worklist.Entry]
  }
}

extension AppraisalSummary {
  /// Sums up the appraisals of a scored round.
  package init(_ results: Results) {
    let round = results.round
    let disputes = Dispute.all(in: results).filter { dispute in
      dispute.change != 0 && results[agency: dispute.agency][leaf: dispute.leaf].score.isAppraised
    }
    let ordered = disputes.enumerated().sorted { left, right in
      let (a, b) = (Self.magnitude(left.element, in: round), Self.magnitude(right.element, in: round))
      return a != b ? a > b : left.offset < right.offset
    }.map(\.element)
    var requests: [Worklist.Entry] = []
    for agency in round.agencies.indices {
      for (leaf, score) in results[agency: agency].scores.enumerated() where score.status == .requested {
        requests.append(Worklist.Entry(agency: agency, leaf: leaf))
      }
    }
    self.init(
      corrections: ordered, overclaimed: Self.overclaimed(disputes, in: round), requests: requests,
      workloads: Self.workloads(Set(disputes.map { [$0.agency, $0.leaf] }), results))
  }

  /// How large a correction is, comparable between sets of different decimals.
  private static func magnitude(_ dispute: Dispute, in round: Round) -> Rational {
    let decimals = round[agency: dispute.agency].set.settings.pointDecimals
    return Rational(units: Int128(dispute.change.magnitude), decimals: decimals)
  }

  private static func overclaimed(_ disputes: [Dispute], in round: Round) -> [Overclaim] {
    var sums: [[Int]: (units: Int128, agencies: Int)] = [:]
    for dispute in disputes where dispute.change < 0 {
      guard round[agency: dispute.agency].set.leaves[dispute.leaf].method == .own else { continue }
      let key = [round.agencies[dispute.agency].group, dispute.leaf]
      sums[key, default: (0, 0)].units -= Int128(dispute.change)
      sums[key, default: (0, 0)].agencies += 1
    }
    return sums.map { key, sum in
      Overclaim(group: key[0], leaf: key[1], units: sum.units, agencies: sum.agencies)
    }.sorted { ($1.units, $1.agencies, $0.group, $0.leaf) < ($0.units, $0.agencies, $1.group, $1.leaf) }
  }

  private static func workloads(_ changed: Set<[Int]>, _ results: Results) -> [Workload] {
    let worklists = Worklists(results, round: 1)
    var all = worklists.lists.map { ($0.member, $0.entries) }
    if let standing = all.firstIndex(where: { $0.0.map(CouncilMember.init) == .standing }) {
      all[standing].1 += worklists.unassigned
    } else if !worklists.unassigned.isEmpty {
      all.append(("standing", worklists.unassigned))
    }
    return all.compactMap { member, entries in
      let own = entries.filter { results.round[agency: $0.agency].set.leaves[$0.leaf].method == .own }
      guard !own.isEmpty else { return nil }
      let open = own.filter { !results[agency: $0.agency][leaf: $0.leaf].score.isAppraised }
      return Workload(
        member: member, due: own.count, done: own.count - open.count,
        changed: own.count { changed.contains([$0.agency, $0.leaf]) }, open: open)
    }
  }
}
