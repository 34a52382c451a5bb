import CCHCBooks
import CCHCCriteria
import CCHCDocuments
package import CCHCFiles
import CCHCForms
import CCHCOffice

// Problems of a folder of reports.
extension ProblemCode {
  static let reportUnstamped = ProblemCode(
    "report-unstamped", .error,
    vi:
      "Không đọc được mã SHA-256 của số liệu đầu vào trong noi-bo/results.json: không biết báo cáo lập từ số liệu nào. Dưới đây so với số liệu hiện có.",
    en:
      "No SHA-256 of the inputs can be read from noi-bo/results.json: which inputs the reports are from is not known. Below they are compared with the inputs of today."
  )
  static let reportOtherVersion = ProblemCode(
    "report-other-version", .error,
    vi:
      "Báo cáo do cchc phiên bản {0} lập, chương trình này là {1}: kiểm tra bằng đúng phiên bản đó, hoặc lập lại bằng “cchc score”.",
    en:
      "The reports were made by cchc {0}, this program is {1}: verify with that version, or make them anew with “cchc score”."
  )
  static let reportOtherRound = ProblemCode(
    "report-other-round", .error,
    vi: "Báo cáo của kỳ “{0}”, không phải của kỳ “{1}”. Nêu đúng thư mục kỳ sau --round.",
    en: "The reports are of the round “{0}”, not of “{1}”. Name the right one after --round.")
  static let reportInputsDiffer = ProblemCode(
    "report-inputs-differ", .error,
    vi:
      "Số liệu đầu vào không còn như lúc lập báo cáo: {0} tệp tính điểm, {1} tệp sau chấm điểm. Các sai khác bên dưới có thể do đó mà ra; lập lại báo cáo bằng “cchc score”, hoặc trả lại đúng số liệu cũ rồi kiểm tra.",
    en:
      "The inputs are no longer those that the reports were made from: {0} files of the scores, {1} of what came after. The differences below may follow from that; make the reports anew with “cchc score”, or put the old inputs back and verify again."
  )
  static let reportInputChanged = ProblemCode(
    "report-input-changed", .error,
    vi: "Tệp đầu vào này đã thay đổi từ khi lập báo cáo. Phụ thuộc vào tệp: {0}.",
    en: "This input changed since the reports were made. What depends on it: {0}.")
  static let reportInputMissing = ProblemCode(
    "report-input-missing", .error,
    vi: "Báo cáo được lập từ tệp đầu vào này, nay không còn. Phụ thuộc vào tệp: {0}.",
    en: "The reports were made from this input, which is no longer there. What depends on it: {0}.")
  static let reportInputAdded = ProblemCode(
    "report-input-added", .error,
    vi: "Tệp đầu vào này chưa có khi lập báo cáo. Phụ thuộc vào tệp: {0}.",
    en: "This input was not there when the reports were made. What depends on it: {0}.")
  static let reportLineDiffers = ProblemCode(
    "report-line-differs", .error,
    vi: "Dòng {0} khác kết quả tính lại: tệp ghi “{1}”, phải là “{2}”.",
    en: "Line {0} is not what the round gives: the file says “{1}”, it must say “{2}”.")
  static let reportEndsEarly = ProblemCode(
    "report-ends-early", .error,
    vi: "Tệp kết thúc trước dòng {0}; dòng đó phải là “{1}”.",
    en: "The file ends before line {0}, which must be “{1}”.")
  static let reportGoesOn = ProblemCode(
    "report-goes-on", .error,
    vi: "Thừa từ dòng {0}: “{1}”. Tệp phải kết thúc trước đó.",
    en: "Too long from line {0} on: “{1}”. The file must end before it.")
  static let reportBytesDiffer = ProblemCode(
    "report-bytes-differ", .error,
    vi:
      "Chữ và số đúng nhưng tệp đã được lưu lại theo cách khác (ký tự kết thúc dòng, dấu BOM hoặc khoảng trắng; chỗ khác đầu tiên ở dòng {0}).",
    en:
      "Letters and figures are right, but the file was saved in another way (line ends, BOM or blanks; line {0} first)."
  )
  static let reportTextDiffers = ProblemCode(
    "report-text-differs", .error,
    vi: "Đoạn văn thứ {0} khác kết quả tính lại: tệp ghi “{1}”, phải là “{2}”.",
    en: "Paragraph {0} is not what the round gives: the file says “{1}”, it must say “{2}”.")
  static let reportPartDiffers = ProblemCode(
    "report-part-differs", .error,
    vi: "Chữ và số đúng nhưng phần “{0}” bên trong tệp khác: tệp đã được mở và lưu lại, hoặc sửa định dạng.",
    en:
      "Letters and figures are right, but the part “{0}” in the file differs: it was opened and saved again, or its formats were changed."
  )
  static let reportDamaged = ProblemCode(
    "report-damaged", .error,
    vi: "Tệp hỏng hoặc không phải là tệp .{0}: không mở được.",
    en: "The file is damaged or no .{0} file: it cannot be opened.")
  static let reportMissing = ProblemCode(
    "report-missing", .error,
    vi: "Thiếu tệp này; “{0}” ghi tệp này cùng các tệp khác trong thư mục.",
    en: "This file is missing; “{0}” writes it with the others in the folder.")
  static let reportUnknownFile = ProblemCode(
    "report-unknown-file", .error,
    vi:
      "Với số liệu hiện có và các ngày nêu sau --on, không lệnh nào của chương trình ghi tệp này. Tệp của lần chạy trước hoặc tự đưa vào thì chuyển đi nơi khác.",
    en:
      "No command of the program writes this file from the inputs as they are and for the days after --on. Move away what an earlier run left or somebody put there."
  )
  static let reportUnverifiedDay = ProblemCode(
    "report-unverified-day", .warning,
    vi:
      "Chưa kiểm tra {0} tệp: nội dung phụ thuộc ngày lập (--on) của “{1}”. Nêu ngày đó sau --on để kiểm tra.",
    en:
      "{0} files are not verified: they depend on the day (--on) on which “{1}” made them. Name that day after --on to verify them."
  )
  static let reportUnverifiedSlip = ProblemCode(
    "report-unverified-slip", .warning,
    vi: "Chưa kiểm tra {0} tệp: phiếu của “{1}” ghi tình hình lúc lập phiếu.",
    en: "{0} files are not verified: slips of “{1}” tell how things stood when they were made.")
  static let reportUnverifiedState = ProblemCode(
    "report-unverified-state", .warning,
    vi: "Chưa kiểm tra: bảng công việc thẩm định đã được điền, hoặc lập theo số liệu lúc phân công.",
    en: "Not verified: the worklist has been filled in, or is from the figures of the day of its assignment.")
  static let reportUnverifiedRound = ProblemCode(
    "report-unverified-round", .warning,
    vi: "Chưa kiểm tra: không đọc được kỳ được so sánh “{0}” ở {1}.",
    en: "Not verified: the compared round “{0}” cannot be read at {1}.")

  /// Every problem of a folder of reports.
  package static let verificationCodes = [
    reportUnstamped, reportOtherVersion, reportOtherRound, reportInputsDiffer, reportInputChanged,
    reportInputMissing, reportInputAdded, reportLineDiffers, reportEndsEarly, reportGoesOn, reportBytesDiffer,
    reportTextDiffers, reportPartDiffers, reportDamaged, reportMissing, reportUnknownFile,
    reportUnverifiedDay, reportUnverifiedSlip, reportUnverifiedState, reportUnverifiedRound,
  ]
}
