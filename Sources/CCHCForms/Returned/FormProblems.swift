import CCHCCriteria
package import CCHCFiles
import CCHCOffice
import CCHCScoring
import CCHCTables

// Problems of forms that come back.
extension ProblemCode {
  static let formUnstamped = ProblemCode(
    "form-unstamped", .error,
    vi: "Tệp không phải là biểu mẫu do “cchc form” phát, hoặc trang ẩn “_tem” đã bị xóa.",
    en: "The file is no form of “cchc form”, or its hidden sheet “_tem” was removed.")
  static let formOtherVersion = ProblemCode(
    "form-other-version", .error,
    vi:
      "Biểu mẫu thuộc phiên bản “{0}”, chương trình này nhận “{1}”. Hãy phát lại biểu mẫu bằng “cchc form”.",
    en: "The form is of version “{0}”, this program takes “{1}”. Make the form anew with “cchc form”.")
  static let formOtherRound = ProblemCode(
    "form-other-round", .error,
    vi: "Biểu mẫu của kỳ “{0}”, không phải của kỳ “{1}”.",
    en: "The form belongs to the round “{0}”, not to “{1}”.")
  static let formOtherAgency = ProblemCode(
    "form-other-agency", .error,
    vi: "Biểu mẫu của cơ quan “{0}”, không có trong kỳ đánh giá.",
    en: "The form belongs to the agency “{0}”, which the round does not have.")
  static let formOtherSet = ProblemCode(
    "form-other-set", .error,
    vi:
      "Biểu mẫu được phát theo một bản khác của bộ tiêu chí “{0}”. Hãy phát lại biểu mẫu bằng “cchc form” và chuyển số liệu sang.",
    en:
      "The form was made for another version of the criteria set “{0}”. Make it anew with “cchc form” and move the figures over."
  )
  static let formLockedCell = ProblemCode(
    "form-locked-cell", .error,
    vi: "Ô khóa {0} đã bị sửa: phải là “{1}”, nay là “{2}”. Hãy dùng lại biểu mẫu đã phát.",
    en: "The locked cell {0} was changed: it must be “{1}”, it is “{2}”. Use the form as it was made.")
  static let formLockedCells = ProblemCode(
    "form-locked-cells", .error,
    vi: "Còn {0} ô khóa khác đã bị sửa.",
    en: "{0} more locked cells were changed.")
  static let formFormula = ProblemCode(
    "form-formula", .error,
    vi: "Ô nhập {0} (tiêu chí {1}, “{2}”) chứa công thức. Hãy ghi giá trị.",
    en: "The input cell {0} (criterion {1}, “{2}”) holds a formula. Write a value.")
  static let formErrorValue = ProblemCode(
    "form-error-value", .error,
    vi: "Ô nhập {0} (tiêu chí {1}, “{2}”) chứa lỗi “{3}”. Hãy ghi giá trị.",
    en: "The input cell {0} (criterion {1}, “{2}”) holds the error “{3}”. Write a value.")
  static let formValue = ProblemCode(
    "form-value", .error,
    vi: "Ô nhập {0} (tiêu chí {1}, “{2}”): “{3}” không hợp lệ; ghi {4}.",
    en: "The input cell {0} (criterion {1}, “{2}”): “{3}” is not valid; write {4}.")
  static let formRequestFull = ProblemCode(
    "form-request-full", .error,
    vi:
      "Tiêu chí {1}: ô {0} đề nghị không đánh giá nhưng mọi số liệu đều đã ghi. Hãy xóa số liệu hoặc bỏ đề nghị.",
    en:
      "Criterion {1}: the cell {0} asks not to be assessed, yet every figure is filled in. Clear the figures or the request."
  )
  static let formFacts = ProblemCode(
    "form-facts", .warning,
    vi:
      "Từ khi phát biểu mẫu, kỳ đánh giá đã thay đổi (số liệu của cơ quan khác, miễn đánh giá hoặc số ngày nộp muộn): chỉ số trên biểu mẫu không còn đúng; số liệu tự chấm vẫn nhận được.",
    en:
      "Since the form was made the round has changed (figures of others, exemptions or days late): the form's index is out of date; its figures are taken all the same."
  )
  static let formFiledElsewhere = ProblemCode(
    "form-filed-elsewhere", .error,
    vi: "Số liệu của {0} đang ở tệp {1}; hãy chuyển sang self/{0}.csv trước khi nhận biểu mẫu.",
    en: "The figures of {0} stand in {1}; move them to self/{0}.csv before taking a form.")
  static let formReceived = ProblemCode(
    "form-received", .error,
    vi:
      "Bảng tự chấm của {0} đã được tiếp nhận và khóa; mở khóa bằng “cchc unlock” trước khi nhận biểu mẫu khác.",
    en: "The table of {0} is received and locked; open it with “cchc unlock” before another form is taken.")
  static let formOverwrites = ProblemCode(
    "form-overwrites", .error,
    vi: "Tiêu chí {0}, {1}: đã nộp “{2}”, biểu mẫu ghi “{3}”. Thêm --replace để thay.",
    en: "Criterion {0}, {1}: “{2}” is filed, the form says “{3}”. Add --replace to put it in place.")
  static let formDropsRow = ProblemCode(
    "form-drops-row", .error,
    vi:
      "Dòng {0} của {1} (tiêu chí “{2}”, số liệu “{3}”) không có trong biểu mẫu và sẽ mất. Thêm --replace để thay.",
    en:
      "Row {0} of {1} (criterion “{2}”, input “{3}”) is not in the form and would be lost. Add --replace to put it in place."
  )
  package static let formComputed = ProblemCode(
    "form-computed", .error,
    vi: "Ô {0}: tệp ghi “{1}”, chương trình tính “{2}”.",
    en: "Cell {0}: the file says “{1}”, the program works out “{2}”.")
  package static let formUncomputed = ProblemCode(
    "form-uncomputed", .warning,
    vi:
      "{0} ô công thức chưa được tính, ô đầu tiên là {1}: tệp do một chương trình không tính công thức lưu. Mở và lưu lại bằng bảng tính.",
    en:
      "{0} formulas are not computed, {1} first: a program that computes nothing saved the file. Open and save it in a spreadsheet."
  )
  package static let resultsDifferMore = ProblemCode(
    "results-differ-more", .error,
    vi: "Còn {0} ô khác sai khác.",
    en: "{0} more cells differ.")

  static let inboxTwoForms = ProblemCode(
    "inbox-two-forms", .error,
    vi: "Có nhiều biểu mẫu khác nhau của {0}: {1}. Chỉ để lại biểu mẫu đúng.",
    en: "There are different forms of {0}: {1}. Keep the right one alone.")

  /// Every problem of a form that comes back.
  package static let formCodes = [
    formUnstamped, formOtherVersion, formOtherRound, formOtherAgency, formOtherSet, formLockedCell,
    formLockedCells, formFormula, formErrorValue, formValue, formRequestFull, formFacts, formFiledElsewhere,
    formReceived, formOverwrites, formDropsRow, formComputed, formUncomputed, resultsDifferMore,
    inboxTwoForms,
  ]
}
