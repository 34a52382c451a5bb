package import CCHCTables

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

  /// Every problem code of what two years, a survey or levels are about, for the reference of error codes.
  package static let yearCodes: [ProblemCode] = [previousMissing, mapOldUnknown]
}
