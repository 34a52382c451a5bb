import CCHCCriteria
package import CCHCCycle
package import CCHCDocuments
import CCHCExact
import CCHCFiles
import CCHCScoring

/// Writes noi-bo/so-sanh-<round>.md: what changed between two rounds.
package struct ComparisonReport {
  let comparison: RoundComparison
  let older: Round
  let newer: Round

  /// The most field columns that a table of A4 landscape takes.
  private static let fieldColumns = 6

  /// The document on two compared rounds.
  package static func document(_ comparison: RoundComparison) -> DocumentTree {
    var tree = DocumentTree()
    ComparisonReport(comparison).write(&tree)
    return tree
  }

  private init(_ comparison: RoundComparison) {
    self.comparison = comparison
    older = comparison.older.round
    newer = comparison.newer.round
  }

  /// The groups that have agencies.
  var groups: [GroupComparison] { comparison.groups.filter { !$0.agencies.isEmpty } }

  func set(of group: GroupComparison) -> CriteriaSet { newer.groups[group.group].set }

  func name(now agency: Int) -> String { newer.agencies[agency].name }

  func name(before agency: Int) -> String { older.agencies[agency].name }

  /// How the two rounds are named in headings of columns: by year, or by folder where the years are alike.
  var columnNames: (before: String, now: String) {
    let (before, now) = (older.settings.yearText, newer.settings.yearText)
    return before == now ? (older.code, newer.code) : (before, now)
  }

  func groupHeading(_ group: GroupComparison, _ tree: inout DocumentTree) {
    if groups.count > 1 { tree.heading(3, "\(newer.groupTitle(group.group))") }
  }

  private func write(_ tree: inout DocumentTree) {
    let names = columnNames
    tree.title("SO SÁNH KẾT QUẢ NĂM \(names.now) VỚI NĂM \(names.before)")
    tree.byline("*\(newer.settings.name)* so với *\(older.settings.name)*")
    if comparison.older.isProvisional || comparison.newer.isProvisional {
      let which = [(comparison.older, names.before), (comparison.newer, names.now)].filter {
        $0.0.isProvisional
      }.map(\.1)
      tree.notice("**TẠM TÍNH.** Kết quả năm \(which.joined(separator: " và năm ")) còn có thể thay đổi.")
    }
    writeSets(&tree)
    tree.heading(2, "1. Chỉ số và thứ hạng")
    tree.paragraph(
      """
      Thay đổi của chỉ số tính từ giá trị chính xác của hai năm rồi mới làm tròn, theo điểm phần trăm, nên có thể khác hiệu \
      của hai số đã làm tròn. Bậc tăng (+), giảm (-) chỉ tính khi cơ quan được xếp hạng cả hai năm trong cùng một khối.
      """)
    for group in groups {
      groupHeading(group, &tree)
      writeIndices(group, &tree)
    }
    writeNotes(&tree)
    writeFewAnswers(&tree)
    tree.heading(2, "2. Chỉ số thành phần theo lĩnh vực")
    tree.paragraph(
      "Mỗi ô ghi chỉ số thành phần năm \(names.now) và, trong ngoặc, thay đổi so với năm trước.")
    for group in groups {
      groupHeading(group, &tree)
      writeFields(group, &tree)
    }
    if groups.contains(where: { $0.agencies.contains { $0.split != nil } }) { writeSplits(&tree) }
  }

  private func writeSets(_ tree: inout DocumentTree) {
    for group in groups {
      guard let sets = comparison.changedSets(of: group) else { continue }
      tree.paragraph(
        """
        \(newer.groupTitle(group.group)): bộ tiêu chí đã đổi từ \(sets.old.joined(separator: ", ")) sang \(sets.new); \
        chỉ số hai năm không cùng một thước đo.
        """)
    }
  }

  // MARK: 1. Chỉ số và thứ hạng

  private func writeIndices(_ group: GroupComparison, _ tree: inout DocumentTree) {
    let names = columnNames
    let settings = set(of: group).settings
    let columns = [
      TableColumn("Cơ quan", width: 34), TableColumn("Chỉ số \(names.before)", width: 11, .right),
      TableColumn("Chỉ số \(names.now)", width: 11, .right), TableColumn("Thay đổi", width: 11, .right),
      TableColumn("Hạng \(names.before)", width: 9, .center),
      TableColumn("Hạng \(names.now)", width: 9, .center),
      TableColumn("Tăng, giảm", width: 9, .center),
    ]
    var bloc: String?
    tree.table(columns) { rows in
      for agency in group.agencies {
        blocRow(agency, &bloc, &rows)
        rows.cell(name(now: agency.now.agency))
        if let pair = agency.pairs.first, !agency.isMerged {
          beforeCell(pair, &rows)
          rows.cell(settings.percentText(agency.now.publishedIndex))
          rows.cell(settings.percentDifferenceText(of: pair.indexChange))
          rows.cell(pair.before.rank.map(groupedText) ?? noFigure)
          rows.cell(agency.now.rank.map(groupedText) ?? noFigure)
          rows.cell(pair.ranksRisen.map(signedText) ?? noFigure)
        } else {
          rows.cell(noFigure)
          rows.cell(settings.percentText(agency.now.publishedIndex))
          for _ in 0..<2 { rows.cell(noFigure) }
          rows.cell(agency.now.rank.map(groupedText) ?? noFigure)
          rows.cell(noFigure)
        }
        rows.endRow()
        guard agency.isMerged else { continue }
        for pair in agency.pairs {
          rows.cell("– trước là \(name(before: pair.before.agency))" as RichText)
          beforeCell(pair, &rows)
          rows.cell("")
          rows.cell(settings.percentDifferenceText(of: pair.indexChange))
          rows.cell(pair.before.rank.map(groupedText) ?? noFigure)
          rows.cell("")
          rows.cell("")
          rows.endRow()
        }
      }
    }
  }

  /// A row that names the bloc of the agencies below it, where another one begins.
  private func blocRow(_ agency: AgencyComparison, _ bloc: inout String?, _ rows: inout TableRows) {
    let owner = newer.agencies[agency.now.agency]
    guard bloc != owner.bloc else { return }
    bloc = owner.bloc
    rows.wideCell("**\(newer.blocTitle(owner.bloc, group: owner.group))**")
    rows.endRow()
  }

  private func beforeCell(_ pair: AgencyPair, _ rows: inout TableRows) {
    rows.cell(older[agency: pair.before.agency].set.settings.percentText(pair.before.publishedIndex))
  }

  /// Agencies of one year only, renamed, merged or moved between blocs.
  private func writeNotes(_ tree: inout DocumentTree) {
    let names = columnNames
    for agency in groups.lazy.flatMap(\.agencies) {
      let now = newer.agencies[agency.now.agency]
      if agency.pairs.isEmpty {
        tree.item("\(now.name): chỉ có năm \(names.now).")
      } else if agency.isMerged {
        let parts = agency.pairs.map { RichText(name(before: $0.before.agency)) }
        tree.item(
          "\(now.name): hợp nhất từ \(RichText.joined(parts, ", ")); so với từng cơ quan cũ, không so hạng."
        )
      } else if let pair = agency.pairs.first {
        let then = older.agencies[pair.before.agency]
        if then.name != now.name { tree.item("\(now.name): năm \(names.before) là \(then.name).") }
      }
      for pair in agency.pairs where !pair.isSameGroup || !pair.isSameBloc {
        let then = older.agencies[pair.before.agency]
        let old = older.blocTitle(then.bloc, group: then.group)
        let new = newer.blocTitle(now.bloc, group: now.group)
        tree.item("\(now.name): năm \(names.before) \(then.name) ở \(old), nay ở \(new).")
      }
    }
    for agency in comparison.gone {
      tree.item("\(name(before: agency)): chỉ có năm \(names.before), không có cơ quan nào nối tiếp.")
    }
  }

  /// Agencies whose index of one of the years rests on too few answers.
  private func writeFewAnswers(_ tree: inout DocumentTree) {
    let names = columnNames
    for (results, year) in [(comparison.older, names.before), (comparison.newer, names.now)] {
      for group in results.groups {
        for result in group.agencies {
          let agency = results[agency: result.agency]
          guard let sentence = FewAnswersNote.sentence(agency) else { continue }
          tree.item("\(agency.name), năm \(year): \(sentence)")
        }
      }
    }
  }

  // MARK: 2. Lĩnh vực

  private func writeFields(_ group: GroupComparison, _ tree: inout DocumentTree) {
    let set = set(of: group)
    let count = set.fields.count
    guard count > 0 else { return }
    let tables = (count + Self.fieldColumns - 1) / Self.fieldColumns
    let size = (count + tables - 1) / tables
    for start in stride(from: 0, to: count, by: size) {
      let part = start..<min(start + size, count)
      var columns = [TableColumn("Cơ quan", width: 30)]
      for field in part {
        columns.append(TableColumn("\(set.rows[set.fields[field]].code)", width: 13, .right))
      }
      tree.table(columns) { rows in
        for agency in group.agencies {
          rows.cell(name(now: agency.now.agency))
          for field in part { fieldCell(field, agency, set.settings, &rows) }
          rows.endRow()
        }
      }
      let entries = part.map { field -> RichText in
        let row = set.rows[set.fields[field]]
        return "**\(row.code)**: \(row.fieldTitle)"
      }
      tree.paragraph("Lĩnh vực: \(RichText.joined(entries, "; ")).")
    }
  }

  private func fieldCell(
    _ field: Int, _ agency: AgencyComparison, _ settings: SetSettings, _ rows: inout TableRows
  ) {
    let percent = settings.percentText(of: agency.now.fields[field].share)
    let pair = agency.isMerged ? nil : agency.pairs.first
    guard let change = pair?.fields.first(where: { $0.new == field })?.change else {
      return rows.cell(percent)
    }
    rows.cell("\(percent) (\(settings.percentDifferenceText(of: change)))" as RichText)
  }
}
