package import CCHCFiles

extension ProblemCode {
  static let caseHeadingMissing = ProblemCode(
    "case-heading-missing", .error,
    vi: "Không có cột “{0}” (dùng cho “{1}”); sửa tiêu đề của tệp hoặc thêm tiêu đề vào case_columns.csv.",
    en:
      "There is no column “{0}” (for “{1}”); correct the file's heading or add its heading to case_columns.csv."
  )
  static let caseFileTwice = ProblemCode(
    "case-file-twice", .error,
    vi: "Tệp này giống hệt “{0}”; mỗi danh sách chỉ đưa vào một lần.",
    en: "This file is the same as “{0}”; give each list once.")
  static let caseFileKind = ProblemCode(
    "case-file-kind", .error,
    vi: "Danh sách hồ sơ phải là tệp CSV, đây là {0}.",
    en: "A list of case files has to be a CSV file; this is {0}.")
  static let caseRowTooLong = ProblemCode(
    "case-row-too-long", .error,
    vi: "Dòng dài quá 1 MB, có lẽ do dấu ngoặc kép mở mà không đóng; từ đây đến hết tệp không đọc được.",
    en: "The row is over 1 MB long, most likely a quote is never closed; the rest of the file cannot be read."
  )
  static let caseAgencyUnknown = ProblemCode(
    "case-agency-unknown", .error,
    vi:
      "Không biết “{0}” là cơ quan nào; sửa ô này hoặc thêm một dòng cho cách ghi đó vào case_agencies.csv.",
    en: "No agency is known as “{0}”; correct the cell or add a row for it to case_agencies.csv.")
  static let caseValueInvalid = ProblemCode(
    "case-value-invalid", .error,
    vi: "“{0}” không hợp với “{1}”; viết {2}.",
    en: "“{0}” does not fit “{1}”; write {2}.")
  static let caseConditionFault = ProblemCode(
    "case-condition-fault", .error,
    vi: "Điều kiện đếm {0} {1} không tính được với dòng này: {2}.",
    en: "The condition for {0} {1} cannot be worked out for this row: {2}.")
  static let tallyWithoutCases = ProblemCode(
    "tally-without-cases", .warning,
    vi: "Không có hồ sơ nào của {0} ({1}); các số liệu đếm được là 0.",
    en: "There is no case file of {0} ({1}); its counts are 0.")
  static let tallyFiled = ProblemCode(
    "tally-filed", .error,
    vi: "{0}, {1} {2}: đã có số liệu {3}, đếm từ danh sách hồ sơ được {4}; số đã có được giữ nguyên.",
    en: "{0}, {1} {2}: {3} is filed, the case files give {4}; what is filed stays.")
  static let tallyLocked = ProblemCode(
    "tally-locked", .error,
    vi:
      "Bảng tự chấm của {0} đã tiếp nhận và khóa, số liệu đếm được không ghi vào; mở khóa bằng “cchc unlock”.",
    en: "The table of {0} is received and locked, its counts are not written; unlock it with “cchc unlock”.")
  static let tallyForeign = ProblemCode(
    "tally-foreign", .error,
    vi: "Tệp này có dòng không do “cchc tally” ghi ({0}, {1} {2}); hãy chuyển dòng đó sang tệp khác.",
    en: "This file has a row that “cchc tally” did not write ({0}, {1} {2}); move it to another file.")

  /// Every problem code of counting case files, for the reference of error codes.
  package static let tallyCodes: [ProblemCode] = [
    caseHeadingMissing, caseFileTwice, caseFileKind,
    caseRowTooLong,
    caseAgencyUnknown, caseValueInvalid, caseConditionFault, tallyWithoutCases, tallyFiled,
    tallyLocked, tallyForeign,
  ]
}
