package import CCHCFiles

extension ProblemCode {
  static let annexHeaderMissing = ProblemCode(
    "annex-header-missing", .error,
    vi:
      "Không thấy bảng tiêu chí (đã xem “{0}”). Bảng cần một dòng tiêu đề có cột tên (“Tiêu chí”, “Lĩnh vực/tiêu chí/tiêu chí thành phần”, “Nội dung đánh giá”) và cột điểm (“Điểm tối đa”, “Điểm chuẩn”, “Thang điểm”).",
    en:
      "There is no table of criteria (looked at “{0}”). It needs a header row with a column of the names of criteria and one of their maximum points, with Vietnamese headings."
  )
  static let annexWithoutRows = ProblemCode(
    "annex-without-rows", .error,
    vi: "Dưới dòng tiêu đề không có dòng nào mang số thứ tự như I, 1, 1.1, a).",
    en: "Below the header no row bears a number such as I, 1, 1.1, a).")
  static let annexTooLong = ProblemCode(
    "annex-too-long", .error,
    vi: "Bảng dài hơn {0} dòng; các dòng từ đây không được đọc. Hãy tách bảng tiêu chí ra trang riêng.",
    en: "The table is longer than {0} rows; those from here on are not read. Put it on a sheet of its own.")
  package static let annexSumOfChildren = ProblemCode(
    "annex-sum-of-children", .error,
    vi: "“{0}” ghi {1} điểm nhưng các dòng con cộng lại là {2}.",
    en: "“{0}” says {1} points but the rows below it add up to {2}.")
  package static let annexTotal = ProblemCode(
    "annex-total", .error,
    vi: "Dòng tổng ghi {0} điểm nhưng các lĩnh vực tính điểm cộng lại là {1}.",
    en: "The row of the total says {0} points but the scored fields add up to {1}.")
  static let annexMaximumInvalid = ProblemCode(
    "annex-maximum-invalid", .error,
    vi: "“{0}” không đọc được thành điểm; viết một số như 1,5.",
    en: "“{0}” cannot be read as points; write a number such as 1.5.")
  static let annexMaximumMissing = ProblemCode(
    "annex-maximum-missing", .error,
    vi: "“{0}” không có điểm tối đa.",
    en: "“{0}” has no maximum points.")
  static let annexMaximumNegative = ProblemCode(
    "annex-maximum-negative", .warning,
    vi: "“{0}” ghi điểm âm; bộ tiêu chí ghi {1}, dấu trừ do loại “điểm trừ” của lĩnh vực quyết định.",
    en: "“{0}” has negative points; the set writes {1}, and the kind of the field (penalty) subtracts it.")
  static let annexNumberTwice = ProblemCode(
    "annex-number-twice", .error,
    vi: "Số thứ tự “{0}” đã có ở ô {1}; dòng này được đặt mã {2}.",
    en: "The number “{0}” stands in {1} already; this row gets the code {2}.")
  static let annexNumberGap = ProblemCode(
    "annex-number-gap", .warning,
    vi: "Sau “{1}” là “{0}”: có thể thiếu dòng.",
    en: "“{0}” follows “{1}”: a row may be missing.")
  static let annexNumberChanged = ProblemCode(
    "annex-number-changed", .warning,
    vi: "Bảng tính đã đổi số thứ tự thành “{0}”; dòng được đặt mã {1}. Hãy so với bản giấy.",
    en: "The spreadsheet changed the number into “{0}”; the row gets the code {1}. Compare it with the paper."
  )
  static let annexNumberUnread = ProblemCode(
    "annex-number-unread", .error,
    vi: "Số thứ tự “{0}” không đọc được; dòng này được coi là cùng bậc với dòng trên, mã {1}.",
    en: "The number “{0}” cannot be read; the row is taken for one of the level above it, code {1}.")
  static let annexCellError = ProblemCode(
    "annex-cell-error", .error,
    vi: "Ô chứa “{0}”, không phải nội dung. Hãy sửa công thức, hoặc mở bằng bảng tính và lưu lại.",
    en: "The cell holds “{0}”, which is no content. Repair the formula, or open and save the workbook again.")

  /// Every problem code of drafting a criteria set, for the reference of error codes.
  package static let draftCodes: [ProblemCode] = [
    annexHeaderMissing, annexWithoutRows, annexTooLong, annexSumOfChildren, annexTotal, annexMaximumInvalid,
    annexMaximumMissing, annexMaximumNegative, annexNumberTwice, annexNumberGap, annexNumberChanged,
    annexNumberUnread, annexCellError,
  ]
}
