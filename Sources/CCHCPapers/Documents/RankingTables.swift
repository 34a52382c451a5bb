import CCHCCriteria
package import CCHCDocuments
import CCHCExact
package import CCHCScoring

/// Tables of a group's ranks, indices and fields, as the report and the published ranking show them.
package struct RankingTables {
  private let results: Results
  private let group: GroupResult
  private let set: CriteriaSet
  private let names: AgencyNames

  /// The most field columns that a table of A4 landscape takes.
  private static let fieldColumns = 6

  package init(_ results: Results, _ group: GroupResult) {
    self.results = results
    self.group = group
    set = results.round.groups[group.group].set
    names = AgencyNames(results, group)
  }

  private var hasBands: Bool { !set.bands.isEmpty }

  private func rankText(_ place: Int) -> String { group.agencies[place].rank.map(groupedText) ?? noFigure }

  // MARK: Ranks

  /// The agencies of a bloc with rank, points, index and band.
  func ranking(_ bloc: Range<Int>, into tree: inout DocumentTree) {
    let settings = set.settings
    let isCompared = results.previous != nil
    var columns: [TableColumn] = [
      TableColumn("Hạng", width: 8, .center), TableColumn("Cơ quan", width: isCompared ? 34 : 44),
      TableColumn("Điểm đạt được", width: 12, .right), TableColumn("Điểm tối đa", width: 12, .right),
      TableColumn("Chỉ số", width: 12, .right),
    ]
    if hasBands { columns.append(TableColumn("Xếp loại", width: 14)) }
    if isCompared {
      columns.append(TableColumn("Hạng năm trước", width: 9, .center))
      columns.append(TableColumn("Tăng, giảm", width: 9, .center))
    }
    tree.table(columns) { rows in
      for place in bloc {
        let result = group.agencies[place]
        rows.cell(rankText(place))
        rows.cell(names.title(place))
        rows.cell(settings.pointsText(result.points))
        rows.cell(settings.maximumText(result.max))
        rows.cell(settings.percentText(result.publishedIndex))
        if hasBands { rows.cell(result.band ?? noFigure) }
        let agency = results[agency: result.agency]
        if let before = agency.rankBefore {
          rows.cell(before.rank.map(groupedText) ?? noFigure)
          rows.cell(agency.ranksRisen.map(signedText) ?? noFigure)
        }
        rows.endRow()
      }
    }
    FewAnswersNote.write(bloc.map { group.agencies[$0] }, of: results, into: &tree)
    for text in alikeNotes(bloc) { tree.paragraph(text) }
    YearNotes(results)?.write(bloc.map { group.agencies[$0] }, into: &tree)
  }

  /// Says which agencies print alike and were parted by the exact index.
  package func alikeNotes(_ bloc: Range<Int>) -> [RichText] {
    let alike = bloc.filter { group.alikeInPrint.contains($0) }
    var notes: [RichText] = []
    var start = alike.startIndex
    while start < alike.endIndex {
      var end = start + 1
      let index = group.agencies[alike[start]].publishedIndex
      while end < alike.endIndex, group.agencies[alike[end]].publishedIndex == index { end += 1 }
      let list = names.list(Array(alike[start..<end]), atMost: 10)
      notes.append(
        "\(list) có chỉ số in ra như nhau (\(set.settings.percentText(index))); hạng được phân định theo giá trị chính xác, chưa làm tròn, của chỉ số."
      )
      start = end
    }
    return notes
  }

  // MARK: Fields

  /// What a cell of a field table shows.
  enum FieldFigure {
    case points
    case percent
  }

  /// The fields of all agencies of the group, cut into tables of at most six fields, and what their codes mean.
  func fields(_ figure: FieldFigure, into tree: inout DocumentTree) {
    let count = set.fields.count
    guard count > 0 else { return }
    let tables = (count + Self.fieldColumns - 1) / Self.fieldColumns
    let size = (count + tables - 1) / tables
    let blocs = group.blocs(in: results.round)
    for start in stride(from: 0, to: count, by: size) {
      let part = start..<min(start + size, count)
      var columns = [TableColumn("Hạng", width: 7, .center), TableColumn("Cơ quan", width: 33)]
      for field in part {
        columns.append(TableColumn("\(set.rows[set.fields[field]].code)", width: 10, .right))
      }
      tree.table(columns) { rows in
        for bloc in blocs {
          if blocs.count > 1 { blocRow(bloc, &rows) }
          for place in bloc { row(place, part, figure, &rows) }
        }
      }
      legend(part, into: &tree)
    }
  }

  /// A row that names the bloc of the rows below it.
  private func blocRow(_ bloc: Range<Int>, _ rows: inout TableRows) {
    let title = results.round.blocTitle(
      group.bloc(at: bloc.lowerBound, in: results.round), group: group.group)
    rows.cell("")
    rows.wideCell("**\(title)**")
    rows.endRow()
  }

  private func row(_ place: Int, _ part: Range<Int>, _ figure: FieldFigure, _ rows: inout TableRows) {
    rows.cell(rankText(place))
    rows.cell(names.name(place))
    for field in part {
      let total = group.agencies[place].fields[field]
      switch figure {
      case .percent: rows.cell(set.settings.percentText(of: total.share))
      case .points where total.max == 0: rows.cell(noFigure)
      case .points:
        let points = set.settings.pointsText(total.points)
        let isWhole = total.max == fullMaximum(field)
        rows.cell(isWhole ? points : points + "/" + set.settings.maximumText(total.max))
      }
    }
    rows.endRow()
  }

  /// A field's maximum before exemptions, in units of the set's point decimals.
  private func fullMaximum(_ field: Int) -> Int128? {
    set.rows[set.fields[field]].maxPoints?.units(atScale: set.settings.pointDecimals).map { Int128($0) }
  }

  private func legend(_ part: Range<Int>, into tree: inout DocumentTree) {
    let entries = part.map { field -> RichText in
      let row = set.rows[set.fields[field]]
      return
        "**\(row.code)**: \(row.fieldTitle), tối đa \(set.settings.maximumText(fullMaximum(field))) điểm"
    }
    tree.paragraph("Lĩnh vực: \(RichText.joined(entries, "; ")).")
  }
}
