import CCHCCriteria
import CCHCOffice
import CCHCTables

/// The sheet Hướng dẫn of a form: how to fill it in, and what it cannot do.
struct FormGuide {
  private let plan: FormPlan
  private let styles: FormStyles

  init(_ plan: FormPlan, _ styles: FormStyles) {
    self.plan = plan
    self.styles = styles
  }

  private static let width = 100.0

  private var paragraphs: [String] {
    var list = [
      "1. Chỉ nhập vào các ô nền vàng của trang “Tự chấm điểm”: số liệu, tài liệu kiểm chứng, giải trình, cột “Không áp dụng”. Các ô khác đã khóa; điểm tự tính lại sau mỗi lần nhập.",
      "2. Số đếm ghi số nguyên, không ghi dấu phân cách hàng nghìn; tỷ lệ ghi như 80%; ngày ghi như 31/03/2024. Ô có danh sách thì chọn trong danh sách. Số 0 và ô trống khác nhau: ô trống là chưa có số liệu, tiêu chí được 0 điểm.",
      "3. Tiêu chí không phát sinh ở cơ quan: chọn “có” ở cột “Không áp dụng” của tiêu chí. Tiêu chí được 0 điểm cho đến khi Hội đồng quyết định không đánh giá.",
      "4. Màu đỏ: số liệu không hợp lệ hoặc không khớp với nhau. Màu vàng đậm: còn thiếu số liệu. Màu xám: không đánh giá, hoặc do cơ quan khác cung cấp số liệu.",
      "5. Khi còn chờ số liệu điều tra xã hội học hoặc của cơ quan khác, biểu chỉ cho điểm phần tự chấm và khoảng của từng ngưỡng, chưa kết luận chỉ số và xếp loại.",
      "6. Mã đối chiếu in ở đầu mỗi trang được tính từ các số liệu đã nhập. Bản giấy đã ký và tệp gửi đi phải có cùng mã; sửa bất kỳ số liệu nào thì mã đổi. Tài liệu kiểm chứng và giải trình không tính vào mã.",
      "7. Nộp: lưu tệp dạng .xlsx và gửi về cơ quan thường trực cùng bản giấy đã ký. Không thêm, xóa dòng, cột hay đổi tên trang tính: tệp đã sửa ô khóa sẽ bị trả lại.",
      "8. Tệp dùng được với Excel 2007 trở lên, LibreOffice, WPS Office. Các bước tính ở trang ẩn “Tinh”.",
    ]
    if !plan.largeLeaves.isEmpty {
      let codes = plan.largeLeaves.map { plan.set.rows[plan.set.leaves[$0].row].code }
      list.append(
        "9. Bảng tính giữ 15 chữ số. Với số liệu rất lớn, tích trung gian của các tiêu chí sau có thể vượt quá mức đó: \(codes.joined(separator: ", ")). Khi vượt, dòng tiêu chí báo “Số liệu quá lớn…” và điểm do phần mềm của cơ quan thường trực tính."
      )
    }
    return list
  }

  func sheet() -> Sheet {
    var grid = SheetGrid()
    grid[1, 1] = Cell("HƯỚNG DẪN", styles.title)
    for (place, text) in paragraphs.enumerated() {
      grid[place + 3, 1] = Cell(text, styles.paragraph)
      grid.setHeight(wrappedHeight(text, width: Self.width, normalSize: 11) + 4, ofRow: place + 3)
    }
    var sheet = Sheet("Hướng dẫn", grid: grid)
    sheet.columns = [ColumnSettings(1, width: Self.width)]
    sheet.protection = SheetProtection()
    sheet.showsGridLines = false
    return sheet
  }
}

/// The sheet Cách chấm of a form: for each criterion the decision's own words, the rule and the legal basis.
struct FormRules {
  private let plan: FormPlan
  private let styles: FormStyles

  init(_ plan: FormPlan, _ styles: FormStyles) {
    self.plan = plan
    self.styles = styles
  }

  private static let columns: [(heading: String, width: Double)] = [
    ("Mã", 8), ("Tên", 40), ("Điểm tối đa", 8), ("Cách chấm", 50), ("Công thức", 34), ("Căn cứ", 34),
  ]

  func sheet() -> Sheet {
    var grid = SheetGrid()
    for (place, column) in Self.columns.enumerated() {
      grid[1, place + 1] = Cell(column.heading, styles.heading)
    }
    grid.setHeight(32, ofRow: 1)
    for (place, row) in plan.set.rows.enumerated() {
      let rule = row.leaf.flatMap { plan.set.leaves[$0].rule?.text } ?? ""
      let texts = [row.code, row.name, "", row.ruleText, rule, row.legalBasis]
      let look = row.leaf == nil ? styles.boldCell : styles.cell
      for (column, text) in texts.enumerated() {
        grid[place + 2, column + 1] = Cell(text, column < 2 ? look : styles.cell)
      }
      grid[place + 2, 1].style = styles.codeCell
      grid[place + 2, 3].style = styles.pointsCell
      if let maximum = row.maxPoints { grid[place + 2, 3].content = .decimal(maximum) }
      let height = zip(texts, Self.columns).map {
        wrappedHeight($0, width: $1.width, normalSize: 11)
      }.max()
      grid.setHeight(height ?? 16, ofRow: place + 2)
    }
    var sheet = Sheet("Cách chấm", grid: grid)
    sheet.columns = Self.columns.enumerated().map { ColumnSettings($0 + 1, width: $1.width) }
    sheet.frozenBefore = CellPosition(row: 2, column: 3)
    sheet.protection = SheetProtection()
    sheet.print.orientation = .landscape
    sheet.print.repeatedRows = 1...1
    return sheet
  }
}
