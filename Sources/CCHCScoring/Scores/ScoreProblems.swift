package import CCHCFiles

extension ProblemCode {
  static let leafMissing = ProblemCode(
    "leaf-missing", .warning,
    vi: "{0}, tiêu chí {1}: chưa có số liệu {2}; được 0 điểm.",
    en: "{0}, criterion {1}: {2} is not filed; 0 points.")
  static let leafRequested = ProblemCode(
    "leaf-requested", .warning,
    vi: "{0}, tiêu chí {1}: đề nghị không đánh giá, chưa được quyết định trong exemptions.csv; được 0 điểm.",
    en: "{0}, criterion {1}: an exemption is asked for and not granted in exemptions.csv; 0 points.")
  static let leafUndocumented = ProblemCode(
    "leaf-undocumented", .warning,
    vi: "{0}, tiêu chí {1}: thiếu tài liệu kiểm chứng; được 0 điểm.",
    en: "{0}, criterion {1}: no document is named; 0 points.")
  static let checkFails = ProblemCode(
    "check-fails", .error,
    vi: "{0}, tiêu chí {1}: số liệu không thỏa ràng buộc “{2}” ({3}); được 0 điểm.",
    en: "{0}, criterion {1}: the figures do not meet the check “{2}” ({3}); 0 points.")
  static let divisionByZero = ProblemCode(
    "division-by-zero", .error,
    vi: "{0}, tiêu chí {1}: công thức chia cho 0 và bộ tiêu chí chưa nói cách chấm; được 0 điểm.",
    en: "{0}, criterion {1}: the rule divides by 0 and the set does not say what follows; 0 points.")
  static let valueTooLarge = ProblemCode(
    "value-too-large", .error,
    vi: "{0}, tiêu chí {1}: phép tính vượt quá giới hạn chính xác; được 0 điểm. Hãy kiểm tra số liệu.",
    en: "{0}, criterion {1}: a value is beyond the exact range; 0 points. Check the figures.")
  static let agencyWithoutMaximum = ProblemCode(
    "agency-without-maximum", .warning,
    vi: "{0} không có tiêu chí nào được đánh giá nên không có chỉ số, không xếp hạng.",
    en: "{0} has no criterion left to assess, so it has no index and no rank.")
  static let headUnrated = ProblemCode(
    "head-unrated", .warning,
    vi: "Người đứng đầu {0} chưa được xếp loại về CCHC; chưa kết luận được nghĩa vụ “{1}”.",
    en: "The head of {0} is not yet rated; the obligation “{1}” is not concluded.")
  static let deadlineNotAfter = ProblemCode(
    "deadline-not-after-announcement", .warning,
    vi:
      "Thời hạn {1} của nghĩa vụ “{0}” không sau ngày công bố {2}; ghi ngày khác ở khóa “deadline:{0}” của publication.csv.",
    en:
      "The deadline {1} of “{0}” is not after the announcement on {2}; give another as “deadline:{0}” in publication.csv."
  )
  static let deadlineNoDay = ProblemCode(
    "deadline-no-day", .error,
    vi: "Năm {1} không có ngày {2}; ghi thời hạn của “{0}” ở khóa “deadline:{0}” của publication.csv.",
    en: "The year {1} has no {2}; give the deadline of “{0}” as “deadline:{0}” in publication.csv.")

  /// Every problem code of scoring, for the reference of error codes.
  package static let scoreCodes: [ProblemCode] = [
    leafMissing, leafRequested, leafUndocumented, checkFails, divisionByZero, valueTooLarge,
    agencyWithoutMaximum, headUnrated, deadlineNotAfter, deadlineNoDay,
  ]
}
