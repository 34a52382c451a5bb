extension ProblemCode {
  package static let fileEncoding = ProblemCode(
    "file-encoding", .error,
    vi: "Tệp không phải UTF-8 hoặc UTF-16 có BOM. Hãy mở bằng bảng tính và lưu lại dạng “CSV UTF-8”.",
    en: "The file is neither UTF-8 nor UTF-16 with a BOM. Save it again as “CSV UTF-8”.")
  package static let fileEmpty = ProblemCode(
    "file-empty", .error,
    vi: "Tệp rỗng, không có dòng tiêu đề. Dòng đầu phải là tên các cột: {0}.",
    en: "The file is empty: the first row must name the columns: {0}.")
  package static let columnMissing = ProblemCode(
    "column-missing", .error,
    vi: "Thiếu cột bắt buộc {0}.",
    en: "The required column {0} is missing.")
  package static let columnUnknown = ProblemCode(
    "column-unknown", .error,
    vi: "Không có cột nào tên “{0}” trong bảng này; cột ghi chú thì đặt “#” ở đầu tên.",
    en: "This table has no column “{0}”; head a comment column with “#”.")
  package static let columnTwice = ProblemCode(
    "column-twice", .error,
    vi: "Cột “{0}” có hai lần; hãy bỏ bớt một cột.",
    en: "The column “{0}” is given twice; remove one.")
  package static let cellBeyondHeader = ProblemCode(
    "cell-beyond-header", .error,
    vi:
      "Ô “{0}” nằm ngoài các cột của dòng tiêu đề (dòng này có {1} ô như vậy). Ghi chú thì đặt ở cột có “#” ở đầu tên; trong tệp CSV, ô trước có dấu phân cách thì đặt trong ngoặc kép.",
    en:
      "The cell “{0}” lies beyond the header's columns ({1} such cells in this row). Head a column of notes with “#”; in CSV quote the cell that holds the delimiter."
  )
  package static let quoteOpen = ProblemCode(
    "quote-open", .error,
    vi: "Dấu ngoặc kép mở ở dòng này không được đóng; từ đây đến hết tệp không đọc được.",
    en: "A quote opened in this row is never closed; the rest of the file cannot be read.")
  package static let quoteMisplaced = ProblemCode(
    "quote-misplaced", .error,
    vi: "Có chữ sau dấu ngoặc kép đóng ô. Trong ô có ngoặc kép, hãy viết mỗi dấu ngoặc hai lần (\"\").",
    en: "Text follows the closing quote of a cell. Write each quote inside a quoted cell twice (\"\").")
  package static let cellRequired = ProblemCode(
    "cell-required", .error,
    vi: "Ô này không được để trống; nếu các ô đã bị gộp, hãy bỏ gộp và ghi lại ở từng dòng.",
    en: "This cell must not be empty; unmerge merged cells and fill each row.")
  package static let numberInvalid = ProblemCode(
    "number-invalid", .error,
    vi:
      "“{0}” không phải là số. Viết như 1234 hoặc 12,5 (không dấu ngăn nghìn, tối đa 12 chữ số trước và 6 sau dấu thập phân).",
    en:
      "“{0}” is not a number. Write 1234 or 12.5 (no thousands marks, at most 12 digits before and 6 after the mark)."
  )
  package static let numberMarksMixed = ProblemCode(
    "number-marks-mixed", .error,
    vi: "Tệp dùng cả dấu “.” và dấu “,” làm dấu thập phân (dòng này khác các dòng trước). Hãy dùng một dấu.",
    en: "The file uses both “.” and “,” as the decimal mark (this row differs from those above). Use one.")
  package static let wordUnknown = ProblemCode(
    "word-unknown", .error,
    vi: "“{0}” không phải là giá trị được dùng ở cột này. Viết một trong: {1}.",
    en: "“{0}” is not a value of this column. Write one of: {1}.")
  package static let dateInvalid = ProblemCode(
    "date-invalid", .error,
    vi: "“{0}” không phải là ngày. Viết như 31/03/2023 hoặc 2023-03-31.",
    en: "“{0}” is not a date. Write 2023-03-31 or 31/03/2023.")
  package static let keyUnknown = ProblemCode(
    "key-unknown", .error,
    vi: "Không có khóa “{0}”.",
    en: "There is no key “{0}”.")
  package static let keyMissing = ProblemCode(
    "key-missing", .error,
    vi: "Thiếu khóa bắt buộc “{0}” hoặc giá trị của nó để trống.",
    en: "The required key “{0}” is missing or has no value.")
  package static let rowRepeated = ProblemCode(
    "row-repeated", .warning,
    vi: "Dòng này lặp lại nguyên văn dòng {0} của {1}; chỉ tính một lần.",
    en: "This row repeats row {0} of {1} word for word; it counts once.")
  package static let rowConflict = ProblemCode(
    "row-conflict", .error,
    vi: "Dòng này trùng khóa với dòng {0} của {1} nhưng nội dung khác. Hãy giữ một dòng.",
    en: "This row has the same key as row {0} of {1} but says something else. Keep one of them.")
  package static let fileMissing = ProblemCode(
    "file-missing", .error,
    vi: "Không có tệp “{0}” (hoặc .xlsx cùng tên).",
    en: "The file “{0}”, or .xlsx of that name, is not there.")
  package static let fileUnreadable = ProblemCode(
    "file-unreadable", .error,
    vi: "Không đọc được tệp: {0}.",
    en: "The file cannot be read: {0}.")
  package static let tableTwice = ProblemCode(
    "table-twice", .error,
    vi: "Bảng này có hai tệp: {0} và {1}; không tệp nào được đọc. Hãy bỏ một tệp.",
    en: "This table has two files, {0} and {1}; neither is read. Remove one of them.")
  package static let tableWithoutRows = ProblemCode(
    "table-without-rows", .error,
    vi: "Bảng không có dòng nào dưới dòng tiêu đề.",
    en: "The table has no row below its header.")

  /// Every problem code of the table layer, for the reference of error codes.
  package static let tableCodes: [ProblemCode] = [
    fileEncoding, fileEmpty, columnMissing, columnUnknown, columnTwice, cellBeyondHeader, quoteOpen,
    quoteMisplaced, cellRequired, numberInvalid, numberMarksMixed, wordUnknown, dateInvalid, keyUnknown,
    keyMissing, rowRepeated, rowConflict, fileMissing, fileUnreadable, tableTwice,
    tableWithoutRows,
  ]
}
