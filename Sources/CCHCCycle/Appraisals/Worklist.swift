import CCHCCriteria
import CCHCFiles
import CCHCOffice
package import CCHCScoring
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

/// What the members of the council are to appraise in one appraisal round.
package struct Worklists: Sendable {
  package let results: Results
  /// The appraisal round, from 1.
  package let round: Int
  /// By member, in the order of their codes.
  package private(set) var lists: [Worklist] = []
  /// The leaves that no member may appraise.
  package private(set) var unassigned: [Worklist.Entry] = []

  /// The worklists of an appraisal round.
  ///
  /// In the first round these are all self and external leaves that are neither exempt nor monitored; in a later
  /// one those whose points the round before changed or which the agency explained. A member's own leaves go to
  /// its substitute; without one only the council or the standing member may decide them.
  package init(_ results: Results, round number: Int) {
    (self.results, self.round) = (results, number)
    let round = results.round
    var indices: [CouncilMember?: Int] = [:]
    let wanted = number > 1 ? Self.contested(in: number - 1, of: results) : nil
    for group in round.groups.indices {
      for leaf in round.groups[group].set.leaves.indices {
        for agency in round.agencies.indices where round.agencies[agency].group == group {
          guard round[agency: agency][leaf: leaf].isAppraisable else { continue }
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
          let index = indices[key] ?? lists.count
          if index == lists.count {
            indices[key] = index
            lists.append(Worklist(member: member))
          }
          lists[index].entries.append(entry)
        }
      }
    }
    lists.sort { precedesInBytes($0.member ?? "", $1.member ?? "") }
  }

  /// Leaves whose points a round changed, also to or from none, and those that the agency explained after it.
  private static func contested(in number: Int, of results: Results) -> Set<[Int]> {
    let round = results.round
    let changing = round.evidence.appraisals.filter { $0.round == number && $0.decision.changes }
    let touched = Set(changing.map { [$0.agency, $0.leaf] }).filter { pair in
      guard let points = results[agency: pair[0]][leaf: pair[1]].points(in: number) else { return false }
      return points.after != points.before
    }
    return touched.union(round.explanations.filter { $0.round == number }.map { [$0.agency, $0.leaf] })
  }
}
