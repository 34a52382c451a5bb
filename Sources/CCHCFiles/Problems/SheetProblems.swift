extension ProblemCode {
  package static let workbookRowOrder = ProblemCode(
    "workbook-row-order", .error,
    vi: "Bảng tính hỏng: trang tính “{0}” có dòng {1} không đúng thứ tự. Hãy mở và lưu lại dạng .xlsx.",
    en:
      "The workbook is damaged: in the sheet “{0}” row {1} is out of order. Open it, save it again as .xlsx.")
  package static let workbookTableTooLarge = ProblemCode(
    "workbook-table-too-large", .error,
    vi: "Bảng ở trang tính “{0}” quá lớn (quá {1} MB chữ). Hãy chia thành nhiều tệp.",
    en: "The table in the sheet “{0}” is too large (over {1} MB of text). Split it into several files.")
  package static let sheetHeaderMerged = ProblemCode(
    "sheet-header-merged", .error,
    vi:
      "Dòng tiêu đề có ô gộp {0} nên bảng không được đọc. Hãy bỏ gộp ô, mỗi cột một tiêu đề; dòng tên bảng ở trên thì đặt “#” ở đầu.",
    en:
      "The header row has the merged cells {0}; the table is not read. Unmerge them, one heading to a column; a title above begins with “#”."
  )
  package static let sheetCellsMerged = ProblemCode(
    "sheet-cells-merged", .error,
    vi:
      "Các ô {0} bị gộp nên chỉ ô đầu có nội dung (trong bảng có {1} chỗ gộp như vậy). Hãy bỏ gộp và ghi lại ở từng dòng.",
    en:
      "The cells {0} are merged, so only the first one holds something ({1} such areas in the table). Unmerge and fill each row."
  )
  package static let sheetErrorValue = ProblemCode(
    "sheet-error-value", .error,
    vi: "Ô này là công thức đang báo lỗi {0}. Hãy sửa công thức, hoặc ghi thẳng giá trị.",
    en: "The formula of this cell gives the error {0}. Correct it, or write the value itself.")
  package static let sheetFormulaEmpty = ProblemCode(
    "sheet-formula-empty", .error,
    vi:
      "Ô này là công thức mà tệp không giữ kết quả. Hãy mở bằng bảng tính và lưu lại, hoặc ghi thẳng giá trị.",
    en:
      "The file does not hold the result of this cell's formula. Open it in a spreadsheet and save it, or write the value itself."
  )
  package static let sheetOfForm = ProblemCode(
    "sheet-of-form", .error,
    vi:
      "Tệp là biểu mẫu tự chấm điểm nên không được đọc như một bảng. Hãy nhận bằng “cchc import”, không chép vào đây.",
    en: "The file is a form that scores itself, not a table. Take it by “cchc import”; do not copy it here.")

  /// Every problem code of reading a table from a sheet, for the reference of error codes.
  package static let sheetCodes: [ProblemCode] = [
    workbookRowOrder, workbookTableTooLarge, sheetHeaderMerged, sheetCellsMerged, sheetErrorValue,
    sheetFormulaEmpty, sheetOfForm,
  ]
}
