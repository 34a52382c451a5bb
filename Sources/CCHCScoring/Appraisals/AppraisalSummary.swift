import CCHCTables

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

extension Results {
  /// Sums up the appraisals of a scored round.
  package func appraisalSummary() -> AppraisalSummary {
    let disputes = disputes().filter { dispute in
      dispute.change != 0 && score(agency: dispute.agency, leaf: dispute.leaf).isAppraised
    }
    let ordered = disputes.enumerated().sorted { left, right in
      let (a, b) = (magnitude(left.element), magnitude(right.element))
      return a != b ? a > b : left.offset < right.offset
    }.map(\.element)
    var requests: [Worklist.Entry] = []
    for agency in round.agencies.indices {
      for leaf in round.set(of: agency).leaves.indices
      where score(agency: agency, leaf: leaf).status == .requested {
        requests.append(Worklist.Entry(agency: agency, leaf: leaf))
      }
    }
    return AppraisalSummary(
      corrections: ordered, overclaimed: overclaimed(disputes), requests: requests,
      workloads: workloads(Set(disputes.map { [$0.agency, $0.leaf] })))
  }

  /// How large a correction is, comparable between sets of different decimals.
  private func magnitude(_ dispute: Dispute) -> Rational {
    let decimals = round.set(of: dispute.agency).settings.pointDecimals
    return Rational(units: Int128(dispute.change.magnitude), decimals: decimals)
  }

  private func overclaimed(_ disputes: [Dispute]) -> [AppraisalSummary.Overclaim] {
    var sums: [[Int]: (units: Int128, agencies: Int)] = [:]
    for dispute in disputes where dispute.change < 0 {
      guard round.set(of: dispute.agency).leaves[dispute.leaf].method == .own else { continue }
      let key = [round.agencies[dispute.agency].group, dispute.leaf]
      sums[key, default: (0, 0)].units -= Int128(dispute.change)
      sums[key, default: (0, 0)].agencies += 1
    }
    return sums.map { key, sum in
      AppraisalSummary.Overclaim(group: key[0], leaf: key[1], units: sum.units, agencies: sum.agencies)
    }.sorted { ($1.units, $1.agencies, $0.group, $0.leaf) < ($0.units, $0.agencies, $1.group, $1.leaf) }
  }

  private func workloads(_ changed: Set<[Int]>) -> [AppraisalSummary.Workload] {
    let (lists, unassigned) = worklists(round: 1)
    var all = lists.map { ($0.member, $0.entries) }
    if let place = all.firstIndex(where: { $0.0.map(CouncilMember.init) == .standing }) {
      all[place].1 += unassigned
    } else if !unassigned.isEmpty {
      all.append(("standing", unassigned))
    }
    return all.compactMap { member, entries in
      let own = entries.filter { round.set(of: $0.agency).leaves[$0.leaf].method == .own }
      guard !own.isEmpty else { return nil }
      let open = own.filter { !score(agency: $0.agency, leaf: $0.leaf).isAppraised }
      return AppraisalSummary.Workload(
        member: member, due: own.count, done: own.count - open.count,
        changed: own.count { changed.contains([$0.agency, $0.leaf]) }, open: open)
    }
  }
}
