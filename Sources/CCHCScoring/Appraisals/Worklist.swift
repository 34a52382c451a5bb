import CCHCTables

/// The leaves that one council member is to appraise, grouped by criterion over all agencies.
package struct Worklist: Sendable {
  /// The member's code; nil for leaves that neither the set nor council.csv assigns.
  package let member: String?
  package fileprivate(set) var entries: [Entry] = []

  /// A leaf of an agency.
  package struct Entry: Sendable {
    package let agency: Int
    package let leaf: Int
  }
}

extension Worklist {
  /// Whether a member has filled anything into a written worklist, CSV or workbook by its name: a round, a value, points or a reason.
  package static func isFilled(_ bytes: [UInt8], file: String) -> Bool {
    var problems = ProblemList()
    // What cannot be read as a worklist is not ours to write over.
    guard let table = Table(contents: bytes, file: file, schema: AppraisalColumn.schema, problems: &problems)
    else {
      return true
    }
    var rows = table.rows()
    while rows.next(&problems) {
      if [AppraisalColumn.round, .value, .points, .reason].contains(where: { !rows.isEmpty($0) }) {
        return true
      }
    }
    return false
  }
}

extension Results {
  /// The worklists of an appraisal round, by member, and the leaves that no member may appraise.
  ///
  /// In the first round these are all self and external leaves that are neither exempt nor monitored; in a later
  /// one those whose points the round before changed or which the agency explained. A member's own leaves go to
  /// its substitute; without one only the council or the standing member may decide them.
  package func worklists(
    round number: Int
  ) -> (lists: [Worklist], unassigned: [Worklist.Entry]) {
    var places: [CouncilMember?: Int] = [:]
    var lists: [Worklist] = []
    var unassigned: [Worklist.Entry] = []
    let wanted = number > 1 ? Set(contested(in: number - 1)) : nil
    for group in round.groups.indices {
      for leaf in round.groups[group].set.leaves.indices {
        for agency in round.agencies.indices where round.agencies[agency].group == group {
          guard isAppraisable(agency, leaf) else { continue }
          if let wanted, !wanted.contains([agency, leaf]) { continue }
          let entry = Worklist.Entry(agency: agency, leaf: leaf)
          let appraiser = round.groups[group].appraisers[leaf]
          let code = round.agencies[agency].code
          let isOwn = appraiser.member == code
          guard !isOwn || (appraiser.substitute ?? code) != code else {
            unassigned.append(entry)
            continue
          }
          let member = isOwn ? appraiser.substitute : appraiser.member
          let key = member.map(CouncilMember.init)
          let place = places[key] ?? lists.count
          if place == lists.count {
            places[key] = place
            lists.append(Worklist(member: member))
          }
          lists[place].entries.append(entry)
        }
      }
    }
    lists.sort { precedesInBytes($0.member ?? "", $1.member ?? "") }
    return (lists, unassigned)
  }

  private func isAppraisable(_ agency: Int, _ leaf: Int) -> Bool {
    let owner = round.agencies[agency]
    let declared = round.groups[owner.group].set.leaves[leaf]
    return declared.method != .survey && !declared.isMonitored
      && !round.evidence.marks[owner.firstLeaf + leaf].contains(.exempt)
  }

  /// Leaves whose points a round changed, also to or from none, and those that the agency explained after it.
  private func contested(in number: Int) -> [[Int]] {
    let changing = round.evidence.appraisals.filter { $0.round == number && $0.decision.changes }
    let touched = Set(changing.map { [$0.agency, $0.leaf] }).filter { pair in
      let score = score(agency: pair[0], leaf: pair[1])
      let list = Array(rounds(of: score))
      guard let place = list.firstIndex(where: { $0.round == number }) else { return false }
      let before =
        place > 0
        ? list[place - 1].points
        : score.own ?? LeafTrace(round, agency: pair[0], leaf: pair[1]).steps.first?.points
      return list[place].points != before
    }
    let explained = round.explanations.filter { $0.round == number }.map { [$0.agency, $0.leaf] }
    return Array(touched) + explained
  }
}
