extension ProblemCode {
  package static let workbookNotArchive = ProblemCode(
    "workbook-not-archive", .error,
    vi:
      "Tệp không phải là bảng tính .xlsx, hoặc chưa tải về hết. Hãy mở bằng bảng tính và lưu lại dạng .xlsx.",
    en: "The file is no .xlsx workbook, or it was cut off on its way. Open it and save it again as .xlsx.")
  package static let workbookEncrypted = ProblemCode(
    "workbook-encrypted", .error,
    vi: "Tệp đặt mật khẩu. Hãy bỏ mật khẩu rồi lưu lại dạng .xlsx.",
    en: "The file asks for a password. Remove the password and save it again as .xlsx.")
  package static let workbookOld = ProblemCode(
    "workbook-old", .error,
    vi: "Tệp là bảng tính .xls đời cũ, hoặc đặt mật khẩu. Hãy mở, bỏ mật khẩu rồi lưu lại dạng .xlsx.",
    en: "The file is an old .xls workbook or has a password. Open it, remove the password, save it as .xlsx.")
  package static let workbookMacros = ProblemCode(
    "workbook-macros", .error,
    vi: "Tệp có macro nên không được đọc. Hãy lưu lại dạng .xlsx (không có macro).",
    en: "The file holds macros and is not read. Save it again as .xlsx, which holds none.")
  package static let workbookOtherKind = ProblemCode(
    "workbook-other-kind", .error,
    vi: "Tệp không phải là bảng tính .xlsx (có thể là .docx, .ods hoặc .xlsb). Hãy lưu lại dạng .xlsx.",
    en: "The file is no .xlsx workbook (perhaps .docx, .ods or .xlsb). Save it again as .xlsx.")
  package static let workbookPartMissing = ProblemCode(
    "workbook-part-missing", .error,
    vi: "Bảng tính hỏng: thiếu phần “{0}”. Hãy mở và lưu lại dạng .xlsx.",
    en: "The workbook is damaged: its part “{0}” is missing. Open it and save it again as .xlsx.")
  package static let workbookSheetMissing = ProblemCode(
    "workbook-sheet-missing", .error,
    vi: "Bảng tính không có trang tính “{0}”.",
    en: "The workbook has no sheet “{0}”.")
  package static let workbookWithoutSheets = ProblemCode(
    "workbook-without-sheets", .error,
    vi: "Bảng tính không có trang tính nào.",
    en: "The workbook has no sheet.")
  package static let workbookSheetTwice = ProblemCode(
    "workbook-sheet-twice", .error,
    vi: "Bảng tính hỏng: hai trang tính cùng dùng phần “{0}”. Hãy mở và lưu lại dạng .xlsx.",
    en: "The workbook is damaged: two sheets use the part “{0}”. Open it and save it again as .xlsx.")
  package static let workbookCellReference = ProblemCode(
    "workbook-cell-reference", .error,
    vi: "Trang tính “{0}” có ô “{1}”, không phải là ô của bảng tính (A1 đến XFD1048576).",
    en: "The sheet “{0}” has a cell “{1}”, which no sheet has (A1 to XFD1048576).")
  package static let workbookCellTwice = ProblemCode(
    "workbook-cell-twice", .error,
    vi: "Bảng tính hỏng: trang tính “{0}” có ô {1} hai lần. Hãy mở và lưu lại dạng .xlsx.",
    en: "The workbook is damaged: the sheet “{0}” has the cell {1} twice. Open it and save it again as .xlsx."
  )
  package static let workbookTextMissing = ProblemCode(
    "workbook-text-missing", .error,
    vi:
      "Bảng tính hỏng: ô {1} của trang tính “{0}” trỏ đến một chuỗi không có. Hãy mở và lưu lại dạng .xlsx.",
    en:
      "The workbook is damaged: {1} of the sheet “{0}” points at no text. Open it and save it again as .xlsx."
  )
  package static let workbookTooManyCells = ProblemCode(
    "workbook-too-many-cells", .error,
    vi: "Trang tính “{0}” có quá {1} ô có nội dung. Hãy chia bảng thành nhiều tệp.",
    en: "The sheet “{0}” has over {1} cells with content. Split the table into several files.")
  package static let archiveDamaged = ProblemCode(
    "archive-damaged", .error,
    vi: "Tệp nén hỏng (“{0}”). Hãy gửi lại tệp, hoặc mở và lưu lại dạng .xlsx.",
    en: "The archive is damaged (“{0}”). Send the file again, or open it and save it again as .xlsx.")
  package static let archiveTooLarge = ProblemCode(
    "archive-too-large", .error,
    vi:
      "Tệp nén chứa nhiều dữ liệu hơn một bảng tính thật (quá 512 MB, hoặc một phần quá lớn) nên không được mở.",
    en:
      "The archive holds more than a true workbook (over 512 MB, or one part too large) and is not opened.")
  package static let archivePartName = ProblemCode(
    "archive-part-name", .error,
    vi: "Tệp nén có phần tên “{0}” trỏ ra ngoài tệp nên không được mở.",
    en: "The archive has a part named “{0}”, which points outside, and is not opened.")
  package static let archivePartTwice = ProblemCode(
    "archive-part-twice", .error,
    vi: "Tệp nén có phần “{0}” hai lần nên không được mở.",
    en: "The archive has the part “{0}” twice and is not opened.")
  package static let archiveOverlap = ProblemCode(
    "archive-overlap", .error,
    vi: "Tệp nén có phần “{0}” chồng lên phần khác nên không được mở.",
    en: "In the archive the part “{0}” lies over another one; it is not opened.")
  package static let archiveSplit = ProblemCode(
    "archive-split", .error,
    vi: "Tệp chỉ là một mảnh của tệp nén nhiều tập. Hãy gửi lại cả tệp.",
    en: "The file is one piece of a split archive. Send the whole file.")
  package static let archiveMethod = ProblemCode(
    "archive-method", .error,
    vi: "Phần “{0}” của tệp nén theo cách mà bảng tính không dùng. Hãy mở và lưu lại dạng .xlsx.",
    en: "The part “{0}” is packed in a way that workbooks do not use. Open it and save it again as .xlsx.")
  package static let xmlDamaged = ProblemCode(
    "xml-damaged", .error,
    vi: "Bảng tính hỏng: phần “{0}” sai cú pháp XML ở byte {1}. Hãy mở và lưu lại dạng .xlsx.",
    en: "The workbook is damaged: “{0}” is no sound XML at byte {1}. Open it and save it again as .xlsx.")
  package static let xmlDoctype = ProblemCode(
    "xml-doctype", .error,
    vi: "Phần “{0}” của bảng tính khai báo DOCTYPE, điều không bảng tính nào làm; tệp không được đọc.",
    en: "The part “{0}” declares a DOCTYPE, which no workbook does; the file is not read.")
  package static let xmlEncoding = ProblemCode(
    "xml-encoding", .error,
    vi: "Phần “{0}” của bảng tính không phải là UTF-8. Hãy mở và lưu lại dạng .xlsx.",
    en: "The part “{0}” of the workbook is not UTF-8. Open it and save it again as .xlsx.")
  package static let xmlTooDeep = ProblemCode(
    "xml-too-deep", .error,
    vi: "Phần “{0}” của bảng tính có các phần tử lồng nhau quá sâu nên không được đọc.",
    en: "The part “{0}” of the workbook nests its elements too deep and is not read.")

  /// Every problem code of reading workbooks, for the reference of error codes.
  package static let workbookCodes: [ProblemCode] = [
    workbookNotArchive, workbookEncrypted, workbookOld, workbookMacros, workbookOtherKind,
    workbookPartMissing, workbookSheetMissing, workbookWithoutSheets, workbookSheetTwice,
    workbookCellReference,
    workbookCellTwice, workbookTextMissing, workbookTooManyCells, archiveDamaged, archiveTooLarge,
    archivePartName, archivePartTwice, archiveOverlap, archiveSplit, archiveMethod, xmlDamaged,
    xmlDoctype, xmlEncoding, xmlTooDeep,
  ]
}
