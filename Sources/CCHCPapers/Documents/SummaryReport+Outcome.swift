import CCHCCriteria
import CCHCDocuments
import CCHCExact
import CCHCScoring

// II. Kết quả
extension SummaryReport {
  /// The section on what the agencies reached, as a whole, by bloc, by field, and against their self scores.
  func writeOutcome(_ tree: inout DocumentTree) {
    tree.heading(2, "II. Kết quả")
    tree.heading(3, "1. Kết quả chung")
    for group in groups {
      groupHeading(group, &tree)
      writeGeneral(group, &tree)
    }
    tree.heading(3, "2. Kết quả theo nhóm và khối")
    for group in groups {
      groupHeading(group, &tree)
      writeBlocs(group, &tree)
      FewAnswersNote.write(group.agencies, of: results, into: &tree)
    }
    tree.heading(3, "3. Kết quả theo lĩnh vực")
    for group in groups {
      groupHeading(group, &tree)
      writeFields(group, &tree)
    }
    tree.heading(3, "4. Chênh lệch giữa điểm tự chấm và điểm thẩm định")
    for group in groups {
      groupHeading(group, &tree)
      writeCorrections(group, &tree)
    }
    guard ParentTables.isNeeded(groups, in: round) else { return }
    tree.heading(3, "5. Theo cơ quan cấp trên")
    for group in groups where ParentTables.isNeeded([group], in: round) {
      groupHeading(group, &tree)
      ParentTables.write(group, of: results, into: &tree)
    }
  }

  // MARK: 1. Kết quả chung

  private func writeGeneral(_ group: GroupResult, _ tree: inout DocumentTree) {
    let set = set(of: group)
    let settings = set.settings
    let all = group.agencies.indices
    guard let spread = group.indexSpread(of: all, rounding: settings.rounding) else {
      return tree.paragraph("Không có cơ quan nào có chỉ số.")
    }
    let names = AgencyNames(results, group)
    guard spread.highest > spread.lowest else {
      tree.paragraph(
        "Chỉ số của cả \(countText(spread.count)) cơ quan đều là \(settings.percentText(spread.highest)).")
      return writeReachedBands(group, of: spread.count, &tree)
    }
    tree.paragraph(
      """
      Chỉ số trung bình của \(countText(spread.count)) cơ quan là \(settings.percentText(spread.mean)). Cao nhất là \
      \(names.list(spread.atHighest)) với \(settings.percentText(spread.highest)); thấp nhất là \
      \(names.list(spread.atLowest)) với \(settings.percentText(spread.lowest)).
      """)
    writeReachedBands(group, of: spread.count, &tree)
  }

  /// How many of the agencies with an index reached each band.
  private func writeReachedBands(_ group: GroupResult, of count: Int, _ tree: inout DocumentTree) {
    let set = set(of: group)
    let bands = group.bandCounts(of: group.agencies.indices, in: set)
    guard !bands.isEmpty else { return tree.paragraph("Bộ tiêu chí không quy định xếp loại.") }
    let total = countText(count)
    let reached = bands.filter { $0.count > 0 }.map { band -> RichText in
      let share = Rational(Int128(band.count), over: Int128(count))
      return
        "\(countText(band.count))/\(total) cơ quan đạt loại \(band.label) (\(set.settings.percentText(of: share)))"
    }
    tree.paragraph("Về xếp loại, có \(RichText.joined(reached, "; ")).")
  }

  // MARK: 2. Kết quả theo nhóm và khối

  private func writeBlocs(_ group: GroupResult, _ tree: inout DocumentTree) {
    let set = set(of: group)
    let names = AgencyNames(results, group)
    let blocs = group.blocs(in: round)
    tree.paragraph("Chỉ số trung bình, cao nhất và thấp nhất của từng khối như sau:")
    let columns = [
      TableColumn("Khối", width: 20), TableColumn("Số cơ quan", width: 9, .right),
      TableColumn("Trung bình", width: 10, .right), TableColumn("Cao nhất", width: 30),
      TableColumn("Thấp nhất", width: 30),
    ]
    tree.table(columns) { rows in
      for bloc in blocs {
        rows.cell(title(of: bloc, group))
        rows.cell(bloc.count)
        spreadCells(group.indexSpread(of: bloc, rounding: set.settings.rounding), names, set.settings, &rows)
        rows.endRow()
      }
    }
    writeBands(group, blocs, &tree)
    tree.paragraph("Thứ hạng, điểm và chỉ số của từng cơ quan nêu tại mục 1 Phụ lục.")
  }

  private func title(of bloc: Range<Int>, _ group: GroupResult) -> String {
    round.blocTitle(group.bloc(at: bloc.lowerBound, in: round), group: group.group)
  }

  /// Mean, highest and lowest value with the agencies that have them.
  private func spreadCells(
    _ spread: Spread?, _ names: AgencyNames, _ settings: SetSettings, _ rows: inout TableRows
  ) {
    guard let spread else {
      for _ in 0..<3 { rows.cell(noFigure) }
      return
    }
    rows.cell(settings.percentText(spread.mean))
    rows.cell("\(settings.percentText(spread.highest)): \(names.list(spread.atHighest))" as RichText)
    rows.cell("\(settings.percentText(spread.lowest)): \(names.list(spread.atLowest))" as RichText)
  }

  /// How many agencies of each bloc are in each band.
  private func writeBands(_ group: GroupResult, _ blocs: [Range<Int>], _ tree: inout DocumentTree) {
    let set = set(of: group)
    let all = group.bandCounts(of: group.agencies.indices, in: set)
    guard !all.isEmpty else { return }
    tree.paragraph("Số cơ quan theo từng mức xếp loại:")
    var columns = [TableColumn("Khối", width: 24)]
    for band in all { columns.append(TableColumn("\(band.label)", width: 12, .right)) }
    tree.table(columns) { rows in
      for bloc in blocs {
        rows.cell(title(of: bloc, group))
        for band in group.bandCounts(of: bloc, in: set) { rows.cell(band.count) }
        rows.endRow()
      }
      guard blocs.count > 1 else { return }
      rows.cell("**Cộng**" as RichText)
      for band in all { rows.cell("**\(groupedText(band.count))**" as RichText) }
      rows.endRow()
    }
  }

  // MARK: 3. Kết quả theo lĩnh vực

  private func writeFields(_ group: GroupResult, _ tree: inout DocumentTree) {
    let set = set(of: group)
    let names = AgencyNames(results, group)
    let spreads = set.fields.indices.map { group.fieldSpread($0, set.settings) }
    writeExtremes(spreads, set, &tree)
    tree.paragraph("Chỉ số thành phần của từng lĩnh vực như sau:")
    let columns = [
      TableColumn("Mã", width: 6), TableColumn("Lĩnh vực", width: 32),
      TableColumn("Trung bình", width: 10, .right), TableColumn("Cao nhất", width: 26),
      TableColumn("Thấp nhất", width: 26),
    ]
    tree.table(columns) { rows in
      for (field, spread) in zip(set.fields, spreads) {
        let row = set.rows[field]
        rows.cell(row.code)
        rows.cell(row.fieldTitle)
        spreadCells(spread, names, set.settings, &rows)
        rows.endRow()
      }
    }
  }

  /// The scored fields with the highest and the lowest mean.
  private func writeExtremes(_ spreads: [Spread?], _ set: CriteriaSet, _ tree: inout DocumentTree) {
    var means: [(name: String, mean: Int128)] = []
    for (field, spread) in zip(set.fields, spreads) where set.rows[field].fieldKind == .scored {
      if let spread { means.append((set.rows[field].name, spread.mean)) }
    }
    guard let best = means.map(\.mean).max(), let worst = means.map(\.mean).min(), best != worst else {
      return
    }
    func list(_ mean: Int128) -> RichText {
      RichText.joined(means.filter { $0.mean == mean }.map { "“\($0.name)”" }, ", ")
    }
    tree.paragraph(
      """
      Lĩnh vực có chỉ số thành phần trung bình cao nhất là \(list(best)) (\(set.settings.percentText(best))); thấp \
      nhất là \(list(worst)) (\(set.settings.percentText(worst))).
      """)
  }
}
