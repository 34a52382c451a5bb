import CCHCCriteria
package import CCHCDocuments
import CCHCExact
package import CCHCFiles
import CCHCScoring

/// What a person has to go over in a drafted criteria set (de-xuat.md).
package struct DraftReport {
  private let set: DraftSet
  private let problems: ProblemList

  package init(_ set: DraftSet, _ problems: ProblemList) {
    self.set = set
    self.problems = problems
  }

  package func document() -> DocumentTree {
    var page = DocumentTree()
    page.title("Dự thảo bộ tiêu chí từ phụ lục")
    page.paragraph("Tệp “\(set.file)”, trang tính “\(set.sheet)”.")
    page.notice(
      "Đây là **dự thảo do máy đề xuất**, chưa có giá trị chấm điểm. Từng công thức phải được người có trách nhiệm soát với văn bản đã ban hành."
    )
    overview(&page)
    sums(&page)
    reading(&page)
    proposals(&page)
    unwritten(&page)
    questions(&page)
    notes(&page)
    steps(&page)
    return page
  }

  // MARK: Counts

  private func overview(_ page: inout DocumentTree) {
    let leaves = set.leaves
    let proposed = leaves.count { $0.proposal != nil }
    let fields = set.rows.count { $0.level == 1 }
    let inner = set.rows.count { $0.level > 1 && !$0.isLeaf }
    page.heading(2, "Đã đọc được")
    page.item("Tên bộ tiêu chí: \(set.name.isEmpty ? "chưa thấy, phải ghi vào set.csv" : set.name).")
    page.item("Căn cứ: \(set.legalBasis.isEmpty ? "chưa thấy, phải ghi vào set.csv" : set.legalBasis).")
    page.item(
      "Lĩnh vực (bậc 1): \(fields); tiêu chí có tiêu chí con: \(inner); tiêu chí chấm điểm: \(leaves.count).")
    page.item(
      "Công thức đã đề xuất: \(proposed) trên \(leaves.count); còn phải viết: \(leaves.count - proposed).")
    page.table([
      TableColumn("Mã", width: 6), TableColumn("Lĩnh vực", width: 40),
      TableColumn("Điểm tối đa", width: 10, .right),
      TableColumn("Tiêu chí chấm điểm", width: 10, .right),
      TableColumn("Đã đề xuất", width: 10, .right),
    ]) { rows in
      for field in set.rows where field.level == 1 {
        let own = leaves.filter { $0.code == field.code || $0.code.hasPrefix(field.code + ".") }
        rows.cell(field.code)
        rows.cell(field.name)
        rows.cell(shown(field.maximum))
        rows.cell(own.count)
        rows.cell(own.count { $0.proposal != nil })
        rows.endRow()
      }
    }
  }

  private func shown(_ value: Decimal?) -> String { value == nil ? noFigure : DraftTables.number(value) }

  private func sums(_ page: inout DocumentTree) {
    page.heading(2, "Tổng điểm")
    guard !set.differences.isEmpty else {
      return page.paragraph("Mọi tổng điểm khớp nhau.")
    }
    page.paragraph(
      "Các tổng dưới đây **không khớp**. Dự thảo giữ nguyên số của phụ lục; hãy sửa theo văn bản đã ban hành."
    )
    page.table([
      TableColumn("Ô", width: 6), TableColumn("Dòng", width: 40),
      TableColumn("Phụ lục ghi", width: 10, .right),
      TableColumn("Các dòng con cộng lại", width: 12, .right),
    ]) { rows in
      for difference in set.differences {
        rows.cell(difference.cell)
        rows.cell(difference.name)
        rows.cell(shown(difference.stated))
        rows.cell(exactText(difference.sum, mark: ","))
        rows.endRow()
      }
    }
  }

  /// What was wrong with cells, the sums apart.
  private func reading(_ page: inout DocumentTree) {
    let told = problems.items.filter { ![.annexSumOfChildren, .annexTotal].contains($0.code) }
    guard !told.isEmpty else { return }
    page.heading(2, "Các ô phải xem lại")
    for problem in told {
      page.item("\(problem.place.cell ?? ""): \(problem.message(in: .vietnamese))")
    }
  }

  // MARK: Rules

  private func proposals(_ page: inout DocumentTree) {
    page.heading(2, "Công thức đề xuất – cần soát")
    let rows = set.leaves.compactMap { row in row.proposal.map { (row, $0) } }
    guard !rows.isEmpty else { return page.paragraph("Không có.") }
    page.table([
      TableColumn("Mã", width: 7), TableColumn("Điểm", width: 6, .right),
      TableColumn("Câu của phụ lục", width: 34), TableColumn("Công thức đề xuất", width: 26),
      TableColumn("Số liệu", width: 28), TableColumn("Vì sao", width: 12),
    ]) { table in
      for (row, proposal) in rows {
        table.cell(row.code)
        table.cell(shown(row.maximum))
        table.cell(row.words)
        table.cell(proposal.rule)
        table.cell(proposal.inputs)
        table.cell(proposal.shape.vietnamese)
        table.endRow()
      }
    }
  }

  private func unwritten(_ page: inout DocumentTree) {
    page.heading(2, "Công thức còn phải viết")
    let rows = set.leaves.compactMap { row in row.refusal.map { (row, $0) } }
    guard !rows.isEmpty else { return page.paragraph("Không có.") }
    page.paragraph("Cột “công thức chấm” của các tiêu chí này để trống nên bộ chưa chấm được điểm.")
    page.table([
      TableColumn("Mã", width: 7), TableColumn("Tên", width: 26),
      TableColumn("Điểm", width: 6, .right),
      TableColumn("Câu của phụ lục", width: 36), TableColumn("Vì sao chưa đề xuất", width: 26),
    ]) { table in
      for (row, refusal) in rows {
        table.cell(row.code)
        table.cell(row.name)
        table.cell(shown(row.maximum))
        table.cell(row.words.isEmpty ? noFigure : row.words)
        table.cell(refusal.vietnamese)
        table.endRow()
      }
    }
  }

  private func questions(_ page: inout DocumentTree) {
    page.heading(2, "Câu hỏi cần quyết định")
    var isEmpty = true
    for row in set.leaves {
      for question in row.proposal?.questions ?? [] {
        page.item("**\(row.code)**: \(question)")
        isEmpty = false
      }
    }
    if isEmpty { page.paragraph("Không có.") }
  }

  // MARK: The rest

  private func notes(_ page: inout DocumentTree) {
    guard !set.notes.isEmpty else { return }
    page.heading(2, "Chữ trong phụ lục chưa dùng đến")
    for note in set.notes { page.item("\(note.cell): \(note.text)") }
  }

  private func steps(_ page: inout DocumentTree) {
    page.heading(2, "Việc tiếp theo")
    page.item(
      "Soát từng công thức đề xuất với văn bản; sửa thẳng trong criteria.csv, rồi xóa chữ ở cột “# đề xuất”.")
    page.item(
      "Viết các công thức còn thiếu (cách viết: docs/cong-thuc.md) và quyết định các câu hỏi ở trên.")
    page.item("Chạy “cchc check” với thư mục này cho đến khi không còn lỗi.")
    page.item("Ghi ví dụ tính vào cases.csv và chạy lại, trước khi dùng bộ này cho một kỳ đánh giá.")
  }
}
