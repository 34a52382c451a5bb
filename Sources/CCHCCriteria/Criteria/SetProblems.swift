package import CCHCFiles

extension ProblemCode {
  package static let codeInvalid = ProblemCode(
    "code-invalid", .error,
    vi:
      "Mã “{0}” không hợp lệ: chỉ dùng chữ cái không dấu, chữ số, “.”, “-”, “_”, không bắt đầu bằng dấu chấm, không trùng tên thiết bị của Windows.",
    en:
      "The code “{0}” is not valid: ASCII letters, digits, “.”, “-”, “_”, no leading dot, no device name of Windows."
  )
  static let criterionCodeInvalid = ProblemCode(
    "criterion-code-invalid", .error,
    vi:
      "Mã tiêu chí “{0}” không hợp lệ: viết các phần chữ cái không dấu, chữ số, ngăn bằng dấu chấm, như 3.2.1.",
    en:
      "The criterion code “{0}” is not valid: write parts of ASCII letters and digits joined by dots, as 3.2.1."
  )
  package static let codeCase = ProblemCode(
    "code-case", .error,
    vi: "Mã “{0}” chỉ khác “{1}” ở chữ hoa, chữ thường; tên tệp sẽ trùng nhau.",
    en: "The code “{0}” differs from “{1}” in case only; their files would collide.")
  static let settingInvalid = ProblemCode(
    "setting-invalid", .error,
    vi: "Giá trị “{1}” của khóa “{0}” không dùng được; viết {2}.",
    en: "The value “{1}” of “{0}” cannot be used; write {2}.")
  static let criterionOrphan = ProblemCode(
    "criterion-orphan", .error,
    vi: "Tiêu chí “{0}” không có tiêu chí cha “{1}” trong bảng.",
    en: "The criterion “{0}” has no parent “{1}” in the table.")
  static let criterionLookalike = ProblemCode(
    "criterion-lookalike", .warning,
    vi:
      "Bộ có cả “{0}” và “{1}”: bảng tính đổi chữ “{1}” thành số “{0}”. Hãy đánh mã khác hoặc để cột mã dạng văn bản.",
    en: "The set has both “{0}” and “{1}”: spreadsheets turn the text “{1}” into the number “{0}”.")
  static let pointsMissing = ProblemCode(
    "points-missing", .error,
    vi: "Tiêu chí “{0}” chưa có điểm tối đa.",
    en: "The criterion “{0}” has no maximum points.")
  static let pointsInvalid = ProblemCode(
    "points-invalid", .error,
    vi: "“{0}” không phải là điểm của bộ này: số không âm, tối đa {1} chữ số thập phân.",
    en: "“{0}” is not points of this set: a number that is not negative, at most {1} decimals.")
  static let minimumInvalid = ProblemCode(
    "minimum-invalid", .error,
    vi: "Điểm tối thiểu “{0}” phải là số có tối đa {1} chữ số thập phân và không vượt điểm tối đa.",
    en: "The minimum “{0}” must have at most {1} decimals and not exceed the maximum.")
  static let parentCellUnused = ProblemCode(
    "parent-cell-unused", .warning,
    vi:
      "“{0}” có tiêu chí con; cột này chỉ có nghĩa ở tiêu chí lá và không truyền xuống. Ghi ở từng tiêu chí con.",
    en:
      "“{0}” has children; this column means something on leaves alone and is not handed down. Fill each child."
  )
  static let sumOfChildren = ProblemCode(
    "sum-of-children", .error,
    vi: "Điểm tối đa của “{0}” là {1} nhưng tổng các tiêu chí con là {2}.",
    en: "The maximum of “{0}” is {1} but its children add up to {2}.")
  static let parentWithRule = ProblemCode(
    "parent-with-rule", .error,
    vi: "“{0}” có tiêu chí con nên cột này phải để trống.",
    en: "“{0}” has children, so this column must be empty.")
  static let monitoredWithRule = ProblemCode(
    "monitored-with-rule", .error,
    vi: "“{0}” chỉ để theo dõi nên không có công thức chấm.",
    en: "“{0}” is monitored only, so it has no rule.")
  static let kindMisplaced = ProblemCode(
    "kind-misplaced", .error,
    vi:
      "“{0}”: loại “{1}” không dùng được ở dòng này; lĩnh vực: tính điểm, điểm thưởng, điểm trừ; tiêu chí lá bên dưới: theo dõi hoặc để trống.",
    en:
      "“{0}”: the kind “{1}” does not fit here; a field is scored, bonus or penalty, a leaf below it monitored or empty."
  )
  static let ruleMissing = ProblemCode(
    "rule-missing", .error,
    vi: "Tiêu chí “{0}” chưa có công thức chấm.",
    en: "The criterion “{0}” has no rule.")
  static let inputsInvalid = ProblemCode(
    "inputs-invalid", .error,
    vi: "Số liệu “{0}”: {1}.",
    en: "Input “{0}”: {1}.")
  static let setWithoutLeaves = ProblemCode(
    "set-without-leaves", .error,
    vi: "Bộ tiêu chí không có tiêu chí nào được chấm điểm.",
    en: "The criteria set has no leaf that is scored.")
  static let bandWithoutElse = ProblemCode(
    "band-without-else", .error,
    vi: "Dòng cuối của bảng xếp loại phải có điều kiện “else”.",
    en: "The last band's condition must be “else”.")
  static let bandElseNotLast = ProblemCode(
    "band-else-not-last", .error,
    vi: "“else” chỉ đứng ở dòng cuối; các dòng dưới nó không bao giờ được dùng.",
    en: "“else” stands in the last row only; the rows below it are never used.")
  static let deadlineInvalid = ProblemCode(
    "deadline-invalid", .error,
    vi: "Thời hạn “{0}” không đọc được; viết tháng-ngày như 04-01, hoặc +30 (số ngày sau công bố).",
    en: "The deadline “{0}” cannot be read; write month-day as 04-01, or +30 (days after the announcement).")
  package static let criterionUnknown = ProblemCode(
    "criterion-unknown", .error,
    vi: "Bộ tiêu chí “{1}” không có mã “{0}”.",
    en: "The criteria set “{1}” has no criterion “{0}”.")
  package static let criterionNotLeaf = ProblemCode(
    "criterion-not-leaf", .error,
    vi: "“{0}” có tiêu chí con; hãy ghi mã của tiêu chí lá bên dưới.",
    en: "“{0}” has children; name a leaf below it.")
  static let caseFigures = ProblemCode(
    "case-figures", .error,
    vi: "Ví dụ tính: “{0}” không đọc được; viết như a=100; b=80, ngăn các số liệu bằng dấu “;”.",
    en: "Worked example: “{0}” cannot be read; write a=100; b=80, parted by “;”.")
  package static let caseDiffers = ProblemCode(
    "case-differs", .error,
    vi: "Ví dụ tính của {0}{1}: bảng ghi {2}, công thức cho {3}.",
    en: "Worked example of {0}{1}: the table says {2}, the rule gives {3}.")

  package static let definitionText = ProblemCode(
    "definition-text", .error,
    vi: "“{0}” không ghi được vào ô của bảng: bỏ các dấu {1}.",
    en: "“{0}” cannot be written into a cell of a table: leave out the marks {1}.")
  package static let definitionSetTwice = ProblemCode(
    "definition-set-twice", .error,
    vi: "Kỳ có hai bộ tiêu chí khác nhau cùng mã “{0}”; đặt mã khác cho một bộ.",
    en: "The round has two different criteria sets with the code “{0}”; give one of them another code.")

  static let shareComparedAsPercent = ProblemCode(
    "share-compared-as-percent", .warning,
    vi: "“{0}”: index và percent là tỷ lệ; muốn so với {1}% thì viết {1}%.",
    en: "“{0}”: index and percent are shares; to compare with {1} percent write {1}%.")
  static let caseAgencyColumn = ProblemCode(
    "case-agency-column", .error,
    vi: "Bảng phải có đúng một dòng kiểu “cơ quan”: cột ghi hồ sơ thuộc cơ quan nào.",
    en: "The table needs exactly one row of the type “agency”: the column that says whose a case file is.")
  static let tallyInputUnfit = ProblemCode(
    "tally-input-unfit", .error,
    vi: "{0}, số liệu {1}: chỉ đếm hồ sơ vào số liệu dạng số của tiêu chí tự chấm hoặc số liệu cơ quan khác.",
    en: "{0}, input {1}: case files are counted into numbers of self and external leaves only.")
  static let tallyOneCondition = ProblemCode(
    "tally-one-condition", .error,
    vi: "Ô này chỉ ghi một điều kiện; nối nhiều điều kiện bằng “and”, đếm mọi hồ sơ thì viết “always”.",
    en: "This cell holds one condition; join several by “and”, to count every case file write “always”.")
  package static let criterionCodeSpreadsheet = ProblemCode(
    "criterion-code-spreadsheet", .error,
    vi:
      "Excel đã đổi mã {1}; hãy dùng tệp .xlsx, cột mã định dạng Text (văn bản). Ô này nay ghi “{0}”; dòng này không được dùng.",
    en:
      "A spreadsheet changed the code {1}; use the .xlsx file, with the column of codes formatted as Text. The cell now says “{0}”; the row is not used."
  )
  package static let inputUnknown = ProblemCode(
    "input-unknown", .error,
    vi: "Tiêu chí {0} không có số liệu “{1}”; các số liệu là: {2}.",
    en: "Criterion {0} has no input “{1}”; its inputs are: {2}.")
  static let periodInvalid = ProblemCode(
    "period-invalid", .error,
    vi: "Kỳ số liệu “{0}” không đọc được; viết như 01-01..03-31.",
    en: "The period “{0}” cannot be read; write 01-01..03-31.")

  /// Every problem code of criteria sets, for the reference of error codes.
  package static let setCodes: [ProblemCode] = [
    codeInvalid, criterionCodeInvalid, codeCase, settingInvalid, criterionOrphan, criterionLookalike,
    pointsMissing, pointsInvalid, minimumInvalid, sumOfChildren, parentWithRule, parentCellUnused,
    monitoredWithRule,
    kindMisplaced, ruleMissing, inputsInvalid, setWithoutLeaves, bandWithoutElse, bandElseNotLast,
    deadlineInvalid,
    criterionUnknown, criterionNotLeaf, caseFigures, caseDiffers, shareComparedAsPercent, definitionText,
    definitionSetTwice, criterionCodeSpreadsheet, inputUnknown, periodInvalid, caseAgencyColumn,
    tallyInputUnfit,
    tallyOneCondition,
  ]
}
