import CCHCCriteria
import CCHCDocuments
import CCHCScoring

/// The table of parents (cơ quan cấp trên) of a group: mean, best and worst of the agencies under each.
enum ParentTables {
  /// Whether any agency of some groups has a parent.
  static func isNeeded(_ groups: [GroupResult], in round: Round) -> Bool {
    groups.contains { $0.agencies.contains { !round.agencies[$0.agency].parent.isEmpty } }
  }

  /// Writes the table of a group; nothing where none of its agencies has a parent.
  static func write(_ group: GroupResult, of results: Results, into tree: inout DocumentTree) {
    let round = results.round
    let parents = group.parents(in: round)
    guard !parents.isEmpty else { return }
    let settings = round.groups[group.group].set.settings
    let names = AgencyNames(results, group)
    let columns = [
      TableColumn("Cơ quan cấp trên", width: 24), TableColumn("Số cơ quan", width: 9, .right),
      TableColumn("Trung bình", width: 10, .right), TableColumn("Cao nhất", width: 28),
      TableColumn("Thấp nhất", width: 28),
    ]
    tree.table(columns) { rows in
      for parent in parents {
        rows.cell(round.agency(parent.parent).map { round.agencies[$0].name } ?? parent.parent)
        rows.cell(parent.children.count)
        rows.cell(settings.percentText(parent.mean))
        for places in [parent.best, parent.worst] {
          guard let first = places.first else {
            rows.cell(noFigure)
            continue
          }
          let index = settings.percentText(group.agencies[first].publishedIndex)
          rows.cell("\(index): \(names.list(places))" as RichText)
        }
        rows.endRow()
      }
    }
    tree.paragraph(
      "Trung bình là trung bình cộng của chỉ số chính xác của các cơ quan trực thuộc trong bảng, làm tròn một lần."
    )
  }
}
