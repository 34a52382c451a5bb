import CCHCCriteria
package import CCHCDocuments
import CCHCFiles
package import CCHCScoring

/// Writes cong-bo/ranking.md: ranks and field percents to be published, and nothing of the evidence.
package struct PublicRanking {
  private let results: Results
  private let round: Round

  /// The published ranking of a scored round.
  package static func document(_ results: Results) -> DocumentTree {
    var tree = DocumentTree()
    PublicRanking(results: results, round: results.round).write(&tree)
    return tree
  }

  private func write(_ tree: inout DocumentTree) {
    let settings = round.settings
    tree.title("BẢNG XẾP HẠNG CÁC CƠ QUAN NĂM \(settings.yearText)")
    if !settings.name.isEmpty { tree.byline("*\(settings.name)*") }
    tree.provisionalMark(results)
    if !results.isProvisional { tree.publication(round.publication) }
    tree.closedVersion(results)
    let groups = results.groups.filter { !$0.agencies.isEmpty }
    for group in groups {
      if groups.count > 1 { tree.heading(2, "\(round.groupTitle(group.group))") }
      write(group, level: groups.count > 1 ? 3 : 2, &tree)
    }
    tree.sourceAndNote(settings)
  }

  private func write(_ group: GroupResult, level: Int, _ tree: inout DocumentTree) {
    let tables = RankingTables(results, group)
    let set = round.groups[group.group].set
    if !set.settings.name.isEmpty { tree.paragraph("Bộ tiêu chí: \(set.settings.name.sentence)") }
    for bloc in group.blocs(in: round) {
      let title = round.blocTitle(group.bloc(at: bloc.lowerBound, in: round), group: group.group)
      tree.heading(level, "Xếp hạng: \(title)")
      tables.ranking(bloc, into: &tree)
    }
    if ParentTables.isNeeded([group], in: round) {
      tree.heading(level, "Theo cơ quan cấp trên")
      ParentTables.write(group, of: results, into: &tree)
    }
    tree.heading(level, "Chỉ số thành phần theo lĩnh vực")
    tables.fields(.percent, into: &tree)
    let notes = MethodNotes(set)
    tree.heading(level, "Cách tính")
    tree.item(notes.rounding)
    tree.item(notes.ranking)
    if group.agencies.contains(where: { $0.rank == nil }) { tree.item(notes.unranked) }
  }
}
