import CCHCCriteria
package import CCHCFiles

extension ProblemCode {
  // MARK: Stages and receipts

  static let stageUnknown = ProblemCode(
    "stage-unknown", .error,
    vi:
      "“{0}” không phải là một giai đoạn; viết: tự chấm, chốt số liệu, thẩm định lần 1, giải trình lần 1, thẩm định lần 2, hội đồng, công bố.",
    en:
      "“{0}” is no stage; write: self, cutoff, appraisal 1, explanation 1, appraisal 2, council, publication."
  )
  static let stageOrder = ProblemCode(
    "stage-order", .warning,
    vi: "Giai đoạn “{0}” kết thúc ngày {1}, trước khi “{2}” kết thúc (ngày {3}); kiểm tra lại lịch.",
    en: "The stage “{0}” ends on {1}, before “{2}” does ({3}); check the calendar.")
  static let periodBackward = ProblemCode(
    "period-backward", .error,
    vi: "Ngày bắt đầu {0} sau ngày kết thúc {1}; hãy sửa một trong hai.",
    en: "The first day {0} is after the last day {1}; correct one of them.")
  static let receiptBeforeStage = ProblemCode(
    "receipt-before-stage", .error,
    vi: "{0}: ngày {1} trước khi giai đoạn tự chấm bắt đầu ({2}); kiểm tra lại ngày.",
    en: "{0}: the day {1} is before the stage of self-scoring begins ({2}); check the date.")
  static let submissionBackward = ProblemCode(
    "submission-backward", .error,
    vi: "{0}: ngày {1} trước ngày của dòng liền trước ({2}); sổ tiếp nhận ghi theo thứ tự thời gian.",
    en:
      "{0}: the day {1} is before that of the agency's row above ({2}); the register is kept in order of time."
  )
  static let submissionOrder = ProblemCode(
    "submission-order", .error,
    vi: "{0}: không thể ghi “{1}” khi hồ sơ đang ở trạng thái “{2}”.",
    en: "{0}: it cannot be “{1}” while it is “{2}”.")
  static let submissionChanged = ProblemCode(
    "submission-changed", .error,
    vi:
      "Bảng tự chấm của {0} đã nhận ngày {1} và đã khóa, nhưng nội dung đã thay đổi. Khôi phục tệp, hoặc chạy “cchc unlock” rồi nhận lại.",
    en:
      "The table of {0} was received on {1} and is locked, but its content has changed. Restore the file, or run “cchc unlock” and receive it again."
  )

  // MARK: Agencies that begin or end in the year

  static let agencyOutsideYear = ProblemCode(
    "agency-outside-year", .error,
    vi: "{0} không hoạt động ngày nào trong năm {1}; sửa “hoạt động từ ngày”, “đến ngày” hoặc bỏ dòng này.",
    en: "{0} was not active on any day of {1}; correct “from” and “to”, or remove the row.")
  static let agencySuccessorUnknown = ProblemCode(
    "agency-successor-unknown", .error,
    vi: "Cơ quan kế thừa “{1}” của {0} phải là mã của một cơ quan khác trong bảng này.",
    en: "The successor “{1}” of {0} must be the code of another agency of this table.")
  static let agencySuccessorSeveral = ProblemCode(
    "agency-successor-several", .error,
    vi:
      "{0} ghi nhiều cơ quan kế thừa (“{1}”); ghi một cơ quan, phần chuyển cho cơ quan khác do quyết định riêng và nhập vào self/ của cơ quan đó.",
    en:
      "{0} names several successors (“{1}”); name one, what goes to another is filed by that agency under its own decision."
  )
  static let agencySuccessorWithoutEnd = ProblemCode(
    "agency-successor-without-end", .error,
    vi: "{0} có cơ quan kế thừa nhưng không ghi “đến ngày”.",
    en: "{0} has a successor but no last day (“to”).")
  static let agencySuccessorCircle = ProblemCode(
    "agency-successor-circle", .error,
    vi: "Các cơ quan kế thừa từ {0} quay vòng trở lại; hãy sửa.",
    en: "The successors from {0} on lead back in a circle; correct them.")
  static let exemptionProposed = ProblemCode(
    "exemption-proposed", .warning,
    vi:
      "{0} chỉ hoạt động một phần của năm; đề xuất không đánh giá: {1}. Hội đồng đồng ý thì ghi vào exemptions.csv.",
    en: "{0} was active for a part of the year; proposed for exemption: {1}. Granted in exemptions.csv alone."
  )
  static let carryoverNotEnded = ProblemCode(
    "carryover-not-ended", .error,
    vi: "{0} chưa kết thúc hoạt động trong năm (cột “đến ngày” của agencies.csv); dòng này không được dùng.",
    en: "{0} has not ended in the year (column “to” of agencies.csv); the row is not used.")
  static let carryoverSuccessor = ProblemCode(
    "carryover-successor", .error,
    vi: "Cơ quan kế thừa của {0} là “{2}” theo agencies.csv, không phải “{1}”; dòng này không được dùng.",
    en: "The successor of {0} is “{2}” in agencies.csv, not “{1}”; the row is not used.")
  static let carryoverGroup = ProblemCode(
    "carryover-group", .error,
    vi: "{0} và {1} không cùng nhóm nên không cùng bộ tiêu chí; dòng này không được dùng.",
    en: "{0} and {1} are of different groups and sets; the row is not used.")
  static let carryoverWithoutCounts = ProblemCode(
    "carryover-without-counts", .error,
    vi: "Tiêu chí {0} không có số liệu nào là số đếm nên không có gì để chuyển.",
    en: "Criterion {0} has no count among its inputs, so there is nothing to carry.")
  static let carryoverTwice = ProblemCode(
    "carryover-twice", .error,
    vi: "Số liệu {1} của {0} đã được chuyển ở một dòng trên; chỉ chuyển một lần.",
    en: "The counts {1} of {0} are carried by a row above; they are carried once.")

  // MARK: Documents and explanations

  static let documentFileOutside = ProblemCode(
    "document-file-outside", .error,
    vi: "{0}: tệp “{1}” phải nằm trong thư mục documents/ của kỳ; viết như STP/ke-hoach.pdf.",
    en: "{0}: the file “{1}” must lie in the round's folder documents/; write STP/plan.pdf.")
  static let documentFileMissing = ProblemCode(
    "document-file-missing", .error,
    vi: "{0}: không đọc được tệp “{1}” trong documents/.",
    en: "{0}: the file “{1}” in documents/ cannot be read.")
  static let documentDigestMissing = ProblemCode(
    "document-digest-missing", .error,
    vi: "{0}: tệp “{1}” chưa có mã SHA-256; ghi {2}.",
    en: "{0}: the file “{1}” has no SHA-256; write {2}.")
  static let documentDigestDiffers = ProblemCode(
    "document-digest-differs", .error,
    vi: "{0}: tệp “{1}” không còn như khi đăng ký; mã SHA-256 của tệp hiện nay là {2}.",
    en: "{0}: the file “{1}” is not the one that was registered; its SHA-256 now is {2}.")
  static let documentSecretContent = ProblemCode(
    "document-secret-content", .error,
    vi:
      "{0} là tài liệu mật: để trống trích yếu, tệp và mã SHA-256; tài liệu được kiểm tra trực tiếp tại cơ quan.",
    en: "{0} is secret: leave summary, file and SHA-256 empty; it is inspected at the agency.")
  static let documentOutsideYear = ProblemCode(
    "document-outside-year", .warning,
    vi: "{0} có ngày {1}, ngoài năm đánh giá {2}; kiểm tra xem có chứng minh được số liệu của năm không.",
    en: "{0} is dated {1}, outside the assessed year {2}; see whether it proves figures of that year.")
  static let documentAfterCutoff = ProblemCode(
    "document-after-cutoff", .warning,
    vi: "{0} có ngày {1}, sau ngày chốt số liệu {2}.",
    en: "{0} is dated {1}, after the cut-off day {2}.")
  static let documentUnknown = ProblemCode(
    "document-unknown", .warning,
    vi: "“{0}” không có trong danh mục tài liệu của cơ quan.",
    en: "“{0}” is not in the agency's register of documents.")
  static let documentUnused = ProblemCode(
    "document-unused", .warning,
    vi: "Tài liệu {0} không được dòng số liệu nào dẫn.",
    en: "No row names the document {0}.")
  static let explanationRound = ProblemCode(
    "explanation-round", .error,
    vi:
      "{2} giải trình {0} cho thẩm định lần {1}, nhưng tiêu chí này chưa được thẩm định lần đó; dòng này không được dùng.",
    en:
      "{2} answers appraisal round {1} of {0}, but that criterion was not appraised in that round; the row is not used."
  )
  static let explanationMethod = ProblemCode(
    "explanation-method", .error,
    vi: "{0} chấm qua điều tra XHH hoặc chỉ để theo dõi nên không có giải trình; dòng này không được dùng.",
    en: "{0} is scored by survey or only monitored, so there is nothing to explain; the row is not used.")
  static let explanationLate = ProblemCode(
    "explanation-late", .warning,
    vi: "Giải trình {0} nhận ngày {1}, sau hạn {2}.",
    en: "The explanation of {0} was received on {1}, after {2}.")

  // MARK: Closing and what follows

  static let closingVersion = ProblemCode(
    "closing-version", .error,
    vi:
      "Phiên bản “{0}” không đúng thứ tự; dòng này phải là {1}. Bảng này do “cchc close” ghi, không sửa tay.",
    en: "The version “{0}” is out of order; this row must be {1}. “cchc close” writes this table, not a hand."
  )
  static let closingBackward = ProblemCode(
    "closing-backward", .error,
    vi: "Ngày khóa sổ {0} trước ngày của phiên bản trước ({1}); kiểm tra lại ngày.",
    en: "The day {0} is before that of the version before ({1}); check the date.")
  static let closingWaits = ProblemCode(
    "closing-waits", .error,
    vi: "{0} lượt tự chấm chưa được thẩm định ({1}); thẩm định xong mới khóa sổ được.",
    en: "{0} self scores are not appraised ({1}); a round is closed once all are.")
  static let closingUnchanged = ProblemCode(
    "closing-unchanged", .error,
    vi: "Không có gì thay đổi so với phiên bản {0} đã khóa sổ ngày {1}; không có gì để đính chính.",
    en: "Nothing has changed since version {0} was closed on {1}; there is nothing to correct.")
  package static let registerWorkbook = ProblemCode(
    "register-workbook", .error,
    vi:
      "Chương trình chỉ ghi thêm vào sổ dạng CSV. Hãy lưu bảng này lại thành {0} (CSV UTF-8), bỏ tệp .xlsx.",
    en:
      "Rows are added to a register in CSV only. Save the table as {0} (CSV UTF-8) and remove the .xlsx file."
  )
  static let closedListChanged = ProblemCode(
    "closed-list-changed", .error,
    vi: "Danh sách {0} của phiên bản {1} bị mất hoặc bị sửa; không đối chiếu được. Khôi phục từ bản lưu.",
    en: "The list {0} of version {1} is lost or changed; nothing can be compared. Restore it from a copy.")
  static let closedChanged = ProblemCode(
    "closed-changed", .error,
    vi:
      "Kỳ đã khóa sổ (phiên bản {0}) nhưng tệp này đã thay đổi. Khôi phục, hoặc đính chính bằng “cchc close --reason”.",
    en:
      "The round is closed (version {0}) but this file has changed. Restore it, or correct by “cchc close --reason”."
  )
  static let closedAdded = ProblemCode(
    "closed-added", .error,
    vi:
      "Kỳ đã khóa sổ (phiên bản {0}) nhưng có thêm tệp này. Bỏ đi, hoặc đính chính bằng “cchc close --reason”.",
    en:
      "The round is closed (version {0}) but this file was added. Remove it, or correct by “cchc close --reason”."
  )
  static let closedRemoved = ProblemCode(
    "closed-removed", .error,
    vi:
      "Kỳ đã khóa sổ (phiên bản {0}) nhưng tệp này không còn. Khôi phục, hoặc đính chính bằng “cchc close --reason”.",
    en:
      "The round is closed (version {0}) but this file is gone. Restore it, or correct by “cchc close --reason”."
  )
  static let receiptBeforeAnnouncement = ProblemCode(
    "receipt-before-announcement", .warning,
    vi: "Ngày nhận {0} trước ngày công bố {1}; kiểm tra lại.",
    en: "Received on {0}, before the announcement on {1}; check the date.")
  static let obligationNotOwed = ProblemCode(
    "obligation-not-owed", .warning,
    vi: "{0} không phải thực hiện nghĩa vụ “{1}” theo kết quả này.",
    en: "{0} does not owe the obligation “{1}” by these results.")
  package static let followUpBeforeAnnouncement = ProblemCode(
    "followup-before-announcement", .error,
    vi: "Ngày {0} trước ngày công bố kết quả {1}; theo dõi nghĩa vụ từ ngày công bố trở đi.",
    en: "The day {0} is before the announcement on {1}; obligations are followed up from that day on.")
  static let orderIdTaken = ProblemCode(
    "order-id-taken", .error,
    vi: "Mã “{0}” là của một nghĩa vụ trong bộ tiêu chí; đặt mã khác.",
    en: "The id “{0}” is that of an obligation of the set; take another.")
  static let fieldUnknown = ProblemCode(
    "field-unknown", .error,
    vi: "“{0}” không phải là mã lĩnh vực của bộ {1}.",
    en: "“{0}” is no field of the set {1}.")

  /// Every problem code of the annual cycle, for the reference of error codes.
  package static let cycleCodes: [ProblemCode] = [
    stageUnknown, stageOrder, periodBackward, receiptBeforeStage, submissionBackward, submissionOrder,
    submissionChanged, agencyOutsideYear, agencySuccessorUnknown, agencySuccessorSeveral,
    agencySuccessorWithoutEnd, agencySuccessorCircle, exemptionProposed, carryoverNotEnded,
    carryoverSuccessor, carryoverGroup, carryoverWithoutCounts, carryoverTwice, documentFileOutside,
    documentFileMissing, documentDigestMissing, documentDigestDiffers, documentSecretContent,
    documentOutsideYear, documentAfterCutoff, documentUnknown, documentUnused, explanationRound,
    explanationMethod, explanationLate, closingVersion, closingBackward, closingWaits, closingUnchanged,
    registerWorkbook,
    closedListChanged, closedChanged, closedAdded,
    closedRemoved, receiptBeforeAnnouncement, obligationNotOwed, followUpBeforeAnnouncement, orderIdTaken,
    fieldUnknown,
  ]
}
