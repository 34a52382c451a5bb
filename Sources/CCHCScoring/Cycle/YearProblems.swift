package import CCHCFiles

extension ProblemCode {
  static let previousMissing = ProblemCode(
    "previous-missing", .warning,
    vi:
      "Không có kỳ năm trước “{0}” ở thư mục bên cạnh kỳ này; không so sánh được với năm trước. Ghi tên thư mục của một kỳ khác, hoặc bỏ khóa “previous”.",
    en:
      "There is no round “{0}” in a folder beside this one; nothing is compared with the year before. Name the folder of another round, or remove the key “previous”."
  )
  static let mapOldUnknown = ProblemCode(
    "map-old-unknown", .error,
    vi: "Kỳ {1} không có cơ quan “{0}”; cột “mã cũ” phải là mã cơ quan của kỳ đó.",
    en: "The round {1} has no agency “{0}”; “old” must be the code of an agency of that round.")

  static let surveyPersonalColumn = ProblemCode(
    "survey-personal-column", .error,
    vi:
      "Cột “{0}” nêu người trả lời; bảng điều tra không được chứa thông tin cá nhân nên không được đọc. Xóa cột này (cả khi là cột ghi chú) rồi lưu lại tệp.",
    en:
      "The column “{0}” names a person; a survey table must not hold personal data, so it is not read. Remove the column (a comment column too) and save the file again."
  )
  static let surveyFewAnswers = ProblemCode(
    "survey-few-answers", .warning,
    vi: "{0}: ít hơn {1} phiếu ở tiêu chí điều tra {2}; chỉ số của cơ quan được nêu kèm cảnh báo.",
    en: "{0}: fewer than {1} answers on the survey criteria {2}; its index is shown with a warning.")

  static let parentCircle = ProblemCode(
    "parent-circle", .error,
    vi: "Cơ quan cấp trên “{1}” của {0} dẫn vòng trở lại chính {0}; hãy sửa cột “cơ quan cấp trên”.",
    en: "The parent “{1}” of {0} leads back to {0}; correct the column “parent”.")

  /// Every problem code of what two years, a survey or levels are about, for the reference of error codes.
  package static let yearCodes: [ProblemCode] = [
    previousMissing, mapOldUnknown, surveyPersonalColumn, surveyFewAnswers, parentCircle,
  ]
}
