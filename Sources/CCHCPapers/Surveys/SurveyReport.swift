import CCHCCriteria
import CCHCCycle
package import CCHCDocuments
import CCHCExact
package import CCHCScoring

/// Writes what respondents answered: in full for the internal folder, else with small counts masked.
package struct SurveyReport {
  private let results: Results
  private let round: Round
  private let isMasked: Bool

  /// noi-bo/dieu-tra.md: every count.
  package static func full(_ results: Results) -> DocumentTree {
    SurveyReport(results: results, round: results.round, isMasked: false).document()
  }

  /// cong-bo/dieu-tra.md: counts below the set's limit are masked, and others that would give them away.
  package static func masked(_ results: Results) -> DocumentTree {
    SurveyReport(results: results, round: results.round, isMasked: true).document()
  }

  private func document() -> DocumentTree {
    var tree = DocumentTree()
    tree.title("KẾT QUẢ ĐIỀU TRA XÃ HỘI HỌC NĂM \(round.settings.yearText)")
    if !round.settings.name.isEmpty { tree.byline("*\(round.settings.name)*") }
    tree.provisionalMark(results)
    writeNotes(&tree)
    let groups = results.groups.filter { !$0.agencies.isEmpty }
    var isEmpty = true
    for group in groups {
      if groups.count > 1 { tree.heading(2, "\(round.groupTitle(group.group))") }
      let leaves = round.groups[group.group].set.leaves
      for leaf in leaves.indices where leaves[leaf].method == .survey {
        let surveys = group.agencies.compactMap { round[agency: $0.agency][leaf: leaf].survey }
        guard !surveys.isEmpty else { continue }
        isEmpty = false
        write(surveys, leaf, group.group, level: groups.count > 1 ? 3 : 2, &tree)
      }
    }
    if isEmpty { tree.paragraph("Không có phiếu điều tra nào.") }
    tree.sourceAndNote(round.settings)
    return tree
  }

  // MARK: Notes

  private func writeNotes(_ tree: inout DocumentTree) {
    if isMasked {
      for (limit, title) in limits(\.surveyMinCell) where limit >= 2 {
        tree.item(
          """
          \(title)Số phiếu nhỏ hơn \(limit) ghi là “<\(limit)”; ô ghi “ẩn” từ \(limit) phiếu trở lên, không nêu để không \
          tính ngược ra được ô nhỏ.
          """)
      }
      tree.item(
        """
        Điểm của tiêu chí điều tra là hàm của số phiếu đầy đủ: từ điểm và cách chấm vẫn có thể suy đoán thêm về số phiếu; \
        khi công bố điểm từng tiêu chí cần cân nhắc việc này.
        """)
    } else {
      tree.item(
        """
        Tài liệu nội bộ: số phiếu đầy đủ, không che. Điểm của tiêu chí điều tra là hàm của số phiếu; khi công bố dùng bản \
        trong cong-bo/.
        """)
    }
    if round.settings.hasRandomSample {
      tree.item(
        """
        Sai số là sai số lớn nhất của một tỷ lệ ở độ tin cậy 95 % với mẫu ngẫu nhiên (1,96 × √(0,25/số phiếu)), theo điểm \
        phần trăm, làm tròn lên.
        """)
    } else {
      tree.item(
        "Không nêu sai số: kỳ đánh giá không ghi là điều tra theo mẫu ngẫu nhiên (random_sample), nên sai số không có nghĩa."
      )
    }
    for (limit, title) in limits(\.surveyMinAnswers) where limit > 0 {
      tree.item("\(title)(\\*) Cơ quan có ít hơn \(groupedText(limit)) phiếu ở tiêu chí đó.")
    }
  }

  /// A setting of the sets, by group where they differ.
  private func limits(_ setting: KeyPath<SetSettings, Int>) -> [(Int, RichText)] {
    let groups = results.groups.filter { !$0.agencies.isEmpty }
    let values = groups.map { round.groups[$0.group].set.settings[keyPath: setting] }
    if Set(values).count == 1, let value = values.first { return [(value, "")] }
    return zip(groups, values).map { ($1, "\(round.groupTitle($0.group)): ") }
  }

  // MARK: One criterion

  private func write(
    _ surveys: [SurveyLeaf], _ leaf: Int, _ group: Int, level: Int, _ tree: inout DocumentTree
  ) {
    let set = round.groups[group].set
    let declared = set.leaves[leaf]
    let row = set.rows[declared.row]
    tree.heading(level, "Tiêu chí \(row.code). \(row.name)")
    let inputs = declared.inputs.map { input -> RichText in
      input.label.isEmpty ? "**\(input.name)**" : "**\(input.name)**: \(input.label)"
    }
    tree.paragraph("Phương án trả lời: \(RichText.joined(inputs, "; ")).")
    let hasMargin = round.settings.hasRandomSample
    var columns = [TableColumn("Cơ quan", width: 30), TableColumn("Nhóm đối tượng", width: 24)]
    for input in declared.inputs { columns.append(TableColumn("\(input.name)", width: 8, .right)) }
    columns.append(TableColumn("Số phiếu", width: 9, .right))
    if hasMargin { columns.append(TableColumn("Sai số", width: 8, .right)) }
    tree.table(columns) { rows in
      for survey in surveys { write(survey, set, hasMargin, &rows) }
    }
  }

  private func write(_ survey: SurveyLeaf, _ set: CriteriaSet, _ hasMargin: Bool, _ rows: inout TableRows) {
    let limit = set.settings.surveyMinCell
    let least = set.leaves[survey.leaf].isMonitored ? nil : set.settings.surveyMinAnswers
    let mask = SurveyMask(survey, limit: isMasked ? limit : 0, minAnswers: least)
    func text(_ count: Int128, _ sight: SurveyMask.Sight) -> String {
      if mask.isWithheld { return "ẩn" }
      switch sight {
      case .shown: return decimalCount(count)
      case .small: return "<\(limit)"
      case .hidden: return "ẩn"
      }
    }
    func margin(_ count: Int128, _ sight: SurveyMask.Sight) -> String {
      guard sight == .shown, !mask.isWithheld, let tenths = marginOfError(answers: count) else {
        return noFigure
      }
      return "±" + decimalText(Int128(tenths), decimals: 1, mark: ",")
    }
    let name = round.agencies[survey.agency].name
    let isShort = survey.total < set.settings.surveyMinAnswers && !set.leaves[survey.leaf].isMonitored
    for (place, row) in survey.rows.enumerated() {
      if place == 0 { rows.cell(isShort ? "\(name) (\\*)" : RichText(name)) } else { rows.cell("") }
      rows.cell(row.group.map { round.evidence.respondentGroups[$0] } ?? "không ghi nhóm")
      for (column, count) in row.counts.enumerated() {
        rows.cell(text(Int128(count), mask.cells[place][column]))
      }
      rows.cell(text(row.total, mask.rowTotals[place]))
      if hasMargin { rows.cell(margin(row.total, mask.rowTotals[place])) }
      rows.endRow()
    }
    guard survey.rows.count > 1 else { return }
    rows.cell("")
    rows.cell("**Cộng**" as RichText)
    for (column, count) in survey.counts.enumerated() {
      rows.cell(text(Int128(count), mask.columnTotals[column]))
    }
    rows.cell(text(survey.total, mask.total))
    if hasMargin { rows.cell(margin(survey.total, mask.total)) }
    rows.endRow()
  }

  private func decimalCount(_ count: Int128) -> String {
    Int(exactly: count).map(groupedText) ?? String(count)
  }
}
