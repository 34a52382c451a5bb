package import CCHCScoring
import CCHCTables

/// Writes cong-bo/ranking.md: ranks and field percents to be published, and nothing of the evidence.
package struct PublicRanking {
  private let results: Results
  private let round: Round

  /// The published ranking of a scored round.
  package static func bytes(_ results: Results) -> [UInt8] {
    var markdown = Markdown()
    PublicRanking(results: results, round: results.round).write(&markdown)
    return markdown.bytes
  }

  private func write(_ markdown: inout Markdown) {
    let settings = round.settings
    markdown.heading(1, "BẢNG XẾP HẠNG CÁC CƠ QUAN NĂM \(settings.yearText)")
    if !settings.name.isEmpty { markdown.paragraph("*\(settings.name)*") }
    markdown.provisionalMark(results)
    if !results.isProvisional { markdown.publication(round.publication) }
    markdown.closedVersion(results)
    let groups = results.groups.filter { !$0.agencies.isEmpty }
    for group in groups {
      if groups.count > 1 { markdown.heading(2, "\(round.groupTitle(group.group))") }
      write(group, level: groups.count > 1 ? 3 : 2, &markdown)
    }
    markdown.sourceAndNote(settings)
  }

  private func write(_ group: GroupResult, level: Int, _ markdown: inout Markdown) {
    let tables = RankingTables(results, group)
    let set = round.groups[group.group].set
    if !set.settings.name.isEmpty { markdown.paragraph("Bộ tiêu chí: \(set.settings.name.sentence)") }
    for bloc in group.blocs(in: round) {
      let title = round.blocTitle(group.bloc(at: bloc.lowerBound, in: round), group: group.group)
      markdown.heading(level, "Xếp hạng: \(title)")
      tables.ranking(bloc, into: &markdown)
    }
    if ParentTables.isNeeded([group], in: round) {
      markdown.heading(level, "Theo cơ quan cấp trên")
      ParentTables.write(group, of: results, into: &markdown)
    }
    markdown.heading(level, "Chỉ số thành phần theo lĩnh vực")
    tables.fields(.percent, into: &markdown)
    let notes = MethodNotes(set)
    markdown.heading(level, "Cách tính")
    markdown.item(notes.rounding)
    markdown.item(notes.ranking)
    if group.agencies.contains(where: { $0.rank == nil }) { markdown.item(notes.unranked) }
  }
}
