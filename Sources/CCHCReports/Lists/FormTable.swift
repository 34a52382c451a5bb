import CCHCScoring
import CCHCTables

/// A table of a round that awaits what people fill in, row by row: CSV, or a workbook of the same cells.
struct FormTable {
  /// How the files of a round are written.
  enum Format: Sendable {
    case csv
    case workbook

    var ending: String { self == .csv ? ".csv" : Table.workbookEnding }
  }

  private let name: String
  private let columns: [ListColumn]
  private let isProtected: Bool
  private var cells: [[String]] = []
  private var values: ColumnRules

  /// - Parameters:
  ///   - name: The name of the sheet.
  ///   - headings: As the loader reads them.
  ///   - isProtected: Whether rows are given and only figures, documents and notes are filled in.
  init(_ name: String, _ headings: [String], isProtected: Bool = false) {
    self.name = name
    self.isProtected = isProtected
    columns = headings.map { Self.column($0, isProtected: isProtected) }
    values = ColumnRules(column: (headings.firstIndex(of: "giá trị") ?? 0) + 1, allowsRequest: true)
  }

  /// A row of texts; cells that it lacks are empty.
  mutating func row(_ texts: [String]) { cells.append(texts) }

  /// A row whose value is of a type.
  mutating func row(_ texts: [String], value type: InputType) {
    cells.append(texts)
    // Below the headings, which are row 1.
    let row = cells.count + 1
    values.add(InputRule(type, allowsRequest: true), rows: row...row)
  }

  func bytes(_ format: Format) -> [UInt8] {
    var list = ListTable(name, columns, cells.map { $0.map { .text($0) } })
    list.isProtected = isProtected
    let validations = values.validations
    list.validations = { _ in validations }
    // A form never has more rows than a sheet, but for all agencies' figures in one table.
    if format == .workbook, let bytes = ListWorkbook.bytes([list], title: name, creator: "") { return bytes }
    return list.csv(.vietnamese)
  }

  private static let codes: Set<String> = [
    "mã cơ quan", "mã tiêu chí", "mã số liệu", "nhóm", "khóa", "cơ quan thẩm định", "cơ quan thay thế",
    "cơ quan cấp trên", "cơ quan kế thừa", "phương án trả lời",
  ]
  private static let days: Set<String> = ["hoạt động từ ngày", "đến ngày", "từ ngày", "đến hết ngày"]
  private static let filled: Set<String> = ["giá trị", "tài liệu kiểm chứng", "thuyết minh", "nguồn", "năm"]
  private static let widths: [String: Double] = [
    "tên": 36, "tên tiêu chí": 36, "# tên tiêu chí": 36, "# tên cơ quan": 26, "# nội dung số liệu": 34,
    "# cách ghi": 24, "tài liệu kiểm chứng": 26, "thuyết minh": 30, "# ý nghĩa": 50, "# ghi chú": 36,
    "giai đoạn": 26, "khối": 24, "# yêu cầu tài liệu": 14, "nguồn": 24, "nhóm đối tượng khảo sát": 24,
    "khóa": 18,
  ]

  private static func column(_ heading: String, isProtected: Bool) -> ListColumn {
    let isOpen = !heading.hasPrefix("#") && (!isProtected || filled.contains(heading))
    let isCode = codes.contains(heading)
    let role: ListColumn.Role =
      if days.contains(heading) {
        .inputDay
      } else if isCode {
        isOpen ? .inputCode : .code
      } else {
        isOpen ? .input : .reading
      }
    return ListColumn(heading, widths[heading] ?? 14, role)
  }
}
