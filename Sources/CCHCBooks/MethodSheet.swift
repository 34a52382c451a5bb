import CCHCCriteria
import CCHCDocuments
import CCHCExact
import CCHCFiles
import CCHCOffice
import CCHCPapers
import CCHCScoring

/// The sheet Phương pháp: how points, indices and ranks come about, how final they are, and from which files.
struct MethodSheet {
  private let table: ResultsTable
  private let styles: BookStyles

  init(_ table: ResultsTable, _ styles: BookStyles) {
    self.table = table
    self.styles = styles
  }

  func sheet() -> Sheet {
    var plan = SheetPlan(widths: [26, 92], styles)
    let (results, round) = (table.results, table.round)
    plan.heading(table.title("PHƯƠNG PHÁP TÍNH"), results, over: 1...2)
    addState(&plan)
    for place in table.groups.indices {
      let set = table.set(place)
      let notes = MethodNotes(set)
      plan.gap()
      plan.line(round.groupTitle(table.groups[place].group), styles.section, over: 1...2)
      add("Bộ tiêu chí", "\(set.settings.name) (\(set.code))", &plan)
      add("Căn cứ", set.settings.legalBasis, &plan)
      add("Làm tròn", notes.rounding.plain, &plan)
      add("Chỉ số", notes.index.plain, &plan)
      add("Xếp hạng", notes.ranking.plain, &plan)
      add("Không xếp hạng", notes.unranked.plain, &plan)
      add("Điều kiện", notes.conditions.plain, &plan)
    }
    plan.gap()
    plan.line("Về tệp này", styles.section, over: 1...2)
    add(
      "Công thức",
      "Tổng điểm, chỉ số, chỉ số thành phần, trung bình và chênh lệch là công thức tính từ các ô nhìn thấy; giá trị ghi sẵn trong ô là kết quả của chương trình chấm điểm. Hạng, xếp loại và điểm từng tiêu chí là giá trị.",
      &plan)
    add("Chương trình", "cchc \(engineVersion)", &plan)
    if !round.scoreStamps.isEmpty {
      plan.gap()
      plan.line("Tệp số liệu và mã SHA-256", styles.section, over: 1...2)
      for stamp in round.scoreStamps { addStamp(stamp, &plan) }
    }
    var sheet = plan.sheet("Phương pháp")
    sheet.print = .landscape(results, repeating: nil)
    sheet.print.orientation = .portrait
    return sheet
  }

  /// Whether the results are final, and what keeps them from it.
  private func addState(_ plan: inout SheetPlan) {
    let results = table.results
    let reasons = RichText.joined(results.provisionalReasons(), "; ").plain
    if !reasons.isEmpty { add("Lý do tạm tính", reasons, &plan) }
    let (errors, warnings) = (results.problems.count(.error), results.problems.count(.warning))
    add("Kiểm tra số liệu", "\(quantityText(errors, "lỗi")), \(quantityText(warnings, "cảnh báo"))", &plan)
    guard let closing = results.round.closing else { return add("Khóa sổ", "Chưa khóa sổ", &plan) }
    add("Khóa sổ", "phiên bản \(closing.version), ngày \(closing.date?.documentText ?? noFigure)", &plan)
  }

  private func add(_ label: String, _ text: String, _ plan: inout SheetPlan) {
    let styles = styles
    plan.row(height: plan.height([(1, label), (2, text)])) { rows in
      rows.text(label, styles.bold.id)
      rows.text(text, styles.text.id)
    }
  }

  /// A file's name may be longer than the labels are wide: it stands above its digest.
  private func addStamp(_ stamp: FileStamp, _ plan: inout SheetPlan) {
    add(stamp.file, stamp.sha256, &plan)
  }
}
