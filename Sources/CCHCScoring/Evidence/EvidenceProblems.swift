import CCHCCriteria
package import CCHCFiles

extension ProblemCode {
  static let groupWithoutSet = ProblemCode(
    "group-without-set", .error,
    vi:
      "Nhóm “{0}” chưa có bộ tiêu chí: thêm khóa “criteria:{0}” vào round.csv. Cơ quan này và mọi dòng của nó không được tính.",
    en:
      "The group “{0}” has no criteria set: add the key “criteria:{0}” to round.csv. The agency and all its rows are left out."
  )
  static let setMissing = ProblemCode(
    "set-missing", .error,
    vi: "Không có thư mục bộ tiêu chí “{0}” trong “{1}”; các cơ quan dùng bộ này không được tính.",
    en: "There is no folder of the criteria set “{0}” in “{1}”; the agencies that use it are left out.")
  package static let groupUnused = ProblemCode(
    "group-unused", .warning,
    vi: "Không có cơ quan nào thuộc nhóm “{0}”.",
    en: "No agency belongs to the group “{0}”.")
  static let agencyUnknown = ProblemCode(
    "agency-unknown", .error,
    vi: "Không có cơ quan nào mang mã “{0}” trong agencies.csv.",
    en: "agencies.csv has no agency “{0}”.")
  static let agencyOfOtherFile = ProblemCode(
    "agency-of-other-file", .error,
    vi: "Tệp của “{1}” không được chứa số liệu của “{0}”; dòng này không được dùng.",
    en: "The file of “{1}” must not hold figures of “{0}”; the row is not used.")
  static let agencyUnsaid = ProblemCode(
    "agency-unsaid", .error,
    vi:
      "Từ dòng này có dòng không ghi mã cơ quan và không được dùng: điền cột “mã cơ quan”, hoặc đặt tên tệp là <mã cơ quan>.csv, <mã cơ quan>.xlsx.",
    en:
      "From here on rows do not say whose they are and are not used: fill the column “agency”, or name the file <agency>.csv or .xlsx."
  )
  static let criterionNameDiffers = ProblemCode(
    "criterion-name-differs", .error,
    vi:
      "Tên ghi ở dòng này là “{1}” nhưng tiêu chí {0} tên là “{2}”. Hãy kiểm tra lại mã và tên; dòng vẫn được tính cho {0}.",
    en: "The row says “{1}” but criterion {0} is “{2}”. Check code and name; the row still counts for {0}.")
  static let criterionCodeChanged = ProblemCode(
    "criterion-code-changed", .error,
    vi:
      "Mã ghi là {0} nhưng tên “{2}” là của tiêu chí {1}; bảng tính có thể đã đổi mã. Hãy sửa mã; dòng này không được dùng.",
    en:
      "The code says {0} but the name “{2}” is that of criterion {1}; a spreadsheet may have changed the code. Correct it; the row is not used."
  )
  static let criterionCodeNumber = ProblemCode(
    "criterion-code-number", .error,
    vi:
      "Ô mã là số {0}, có thể vốn là {1}: Excel bỏ số 0 ở cuối. Hãy định dạng cột mã là Text rồi ghi lại mã, hoặc ghi cột “tên tiêu chí”; dòng này không được dùng.",
    en:
      "The code is a number cell {0} that may have been {1}: spreadsheets drop a last 0. Format the column as Text and write the code again, or fill “criterion_name”; the row is not used."
  )
  static let methodDiffers = ProblemCode(
    "method-differs", .error,
    vi: "Tiêu chí {0} lấy số liệu theo hình thức “{1}”, không nhận ở đây; dòng này không được dùng.",
    en: "Criterion {0} takes its figures by “{1}”, not here; the row is not used.")
  static let exemptRow = ProblemCode(
    "exempt-row", .warning,
    vi: "Tiêu chí {0} không đánh giá đối với {1}; dòng này không được dùng.",
    en: "Criterion {0} is exempt for {1}; the row is not used.")
  static let valueInvalid = ProblemCode(
    "value-invalid", .error,
    vi: "{0}, số liệu {1}: “{2}” không đúng kiểu; viết {3}.",
    en: "{0}, input {1}: “{2}” is not of its type; write {3}.")
  static let countInvalid = ProblemCode(
    "count-invalid", .error,
    vi: "“{0}” không phải là số phiếu; viết số nguyên không âm, chỉ gồm chữ số.",
    en: "“{0}” is not a number of answers; write a whole number in digits only.")
  static let tooManyFiles = ProblemCode(
    "too-many-files", .error,
    vi: "Kỳ đánh giá có quá 65.000 tệp số liệu; hãy gộp lại thành một bảng.",
    en: "The round has more than 65,000 evidence files; put them into one table.")
  static let fileUnknown = ProblemCode(
    "file-unknown", .warning,
    vi: "Không rõ “{0}” dùng để làm gì; tệp này không được đọc.",
    en: "“{0}” is not part of a round; it is not read.")
  static let fileSpreadsheet = ProblemCode(
    "file-spreadsheet", .warning,
    vi:
      "Không đọc tệp “{0}” (dạng bảng tính khác hoặc có macro); hãy mở và lưu bảng này lại dạng .xlsx cạnh nó.",
    en: "“{0}” is not read (another kind of spreadsheet, or macros); save the table as .xlsx beside it.")
  static let exemptionUnknown = ProblemCode(
    "exemption-criterion-unknown", .error,
    vi: "Không bộ tiêu chí nào áp dụng ở đây có mã “{0}”.",
    en: "No criteria set that applies here has a criterion “{0}”.")
  static let ratingUnknown = ProblemCode(
    "rating-unknown", .error,
    vi: "“{0}” không có trong các mức xếp loại: {1}.",
    en: "“{0}” is not among the ratings: {1}.")
  static let obligationUnknown = ProblemCode(
    "obligation-unknown", .error,
    vi: "Không có nghĩa vụ nào mang mã “{0}”.",
    en: "There is no obligation “{0}”.")
  static let yearInvalid = ProblemCode(
    "year-invalid", .error,
    vi: "Năm “{0}” không đọc được; viết bốn chữ số từ 1901 đến 2199.",
    en: "The year “{0}” cannot be read; write four digits from 1901 to 2199.")
  static let appraisalRound = ProblemCode(
    "appraisal-round", .error,
    vi: "“{0}” không phải là lần thẩm định; viết 1, 2, 3.",
    en: "“{0}” is not an appraisal round; write 1, 2, 3.")
  static let appraisalWithoutReason = ProblemCode(
    "appraisal-without-reason", .error,
    vi: "Thay đổi điểm hoặc số liệu của {0} phải có lý do; dòng này không được dùng.",
    en: "A change of {0} needs a reason; the row is not used.")
  static let appraisalPointsRange = ProblemCode(
    "appraisal-points-range", .error,
    vi: "Điểm “{0}” phải từ {1} đến {2}, tối đa {3} chữ số thập phân; dòng này không được dùng.",
    en: "The points “{0}” must lie between {1} and {2} with at most {3} decimals; the row is not used.")
  static let appraisalBoth = ProblemCode(
    "appraisal-both", .error,
    vi: "{0}, lần {1}: vừa có điểm vừa có số liệu sửa; chỉ ghi một trong hai. Các dòng này không được dùng.",
    en: "{0}, round {1}: both points and a corrected value; give one of them. The rows are not used.")
  static let appraisalTwicePoints = ProblemCode(
    "appraisal-twice-points", .error,
    vi: "{0}, lần {1}: hai dòng cùng ghi điểm (dòng {2} của {3}). Các dòng này không được dùng.",
    en: "{0}, round {1}: two rows give points (row {2} of {3}). The rows are not used.")
  static let appraisalConflict = ProblemCode(
    "appraisal-conflict", .error,
    vi: "{0}, lần {1}: dòng này trùng khóa với dòng {2} của {3} nhưng nội dung khác; cả hai không được dùng.",
    en: "{0}, round {1}: the same key as row {2} of {3} but other content; neither is used.")
  static let appraiserWrong = ProblemCode(
    "appraiser-wrong", .error,
    vi: "“{0}” không được phân công thẩm định {1}; cơ quan được phân công: {2}. Dòng này không được dùng.",
    en: "“{0}” does not appraise {1}; the appraiser is {2}. The row is not used.")
  static let appraiserMissing = ProblemCode(
    "appraiser-missing", .error,
    vi: "Chưa ghi cơ quan thẩm định của {0}; cơ quan được phân công: {1}. Dòng này không được dùng.",
    en: "The appraiser of {0} is not named; it is {1}. The row is not used.")
  static let appraiserOwn = ProblemCode(
    "appraiser-own", .error,
    vi: "{0} không được thẩm định điểm của chính mình; dòng này không được dùng.",
    en: "{0} must not appraise its own points; the row is not used.")
  static let appraisalSurvey = ProblemCode(
    "appraisal-survey", .error,
    vi: "{0} chấm qua điều tra XHH nên không thẩm định; dòng này không được dùng.",
    en: "{0} is scored by survey and is not appraised; the row is not used.")
  static let appraisalInputMissing = ProblemCode(
    "appraisal-input-missing", .error,
    vi: "Có giá trị sửa nhưng không ghi mã số liệu; dòng này không được dùng.",
    en: "A corrected value without its input; the row is not used.")
  static let caseWrittenTwice = ProblemCode(
    "case-written-twice", .error,
    vi: "Cách ghi “{0}” đã có ở dòng {1}.",
    en: "“{0}” stands in row {1} already.")

  /// Every problem code of evidence, for the reference of error codes.
  package static let evidenceCodes: [ProblemCode] = [
    groupWithoutSet, setMissing, groupUnused, agencyUnknown, agencyOfOtherFile, agencyUnsaid,
    criterionNameDiffers, criterionCodeChanged,
    criterionCodeNumber, methodDiffers, exemptRow, valueInvalid,
    countInvalid, tooManyFiles,
    fileUnknown, fileSpreadsheet, exemptionUnknown, ratingUnknown, obligationUnknown, yearInvalid,
    appraisalRound,
    appraisalWithoutReason, appraisalPointsRange, appraisalBoth, appraisalTwicePoints, appraisalConflict,
    appraiserWrong, appraiserMissing, appraiserOwn, appraisalSurvey, appraisalInputMissing, caseWrittenTwice,
  ]
}
