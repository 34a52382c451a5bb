package import CCHCFiles

extension ProblemCode {
  static let ruleTooLong = ProblemCode(
    "rule-too-long", .error,
    vi: "Công thức dài quá 4.000 ký tự; hãy tách thành các tiêu chí thành phần.",
    en: "The rule is longer than 4,000 characters; split the criterion.")
  static let ruleTooDeep = ProblemCode(
    "rule-too-deep", .error,
    vi: "Ở ký tự {0}: công thức lồng nhau quá 64 bậc.",
    en: "At letter {0}: the rule is nested more than 64 levels deep.")
  static let ruleSymbol = ProblemCode(
    "rule-symbol", .error,
    vi: "Ở ký tự {0}: “{1}” không dùng được trong công thức; viết {2}.",
    en: "At letter {0}: “{1}” has no place in a rule; write {2}.")
  static let ruleLetter = ProblemCode(
    "rule-letter", .error,
    vi: "Ở ký tự {0}: ký tự “{1}” không dùng được trong công thức; chữ phải đặt trong ngoặc kép thẳng.",
    en: "At letter {0}: “{1}” has no place in a rule; texts stand in straight quotes.")
  static let ruleTextOpen = ProblemCode(
    "rule-text-open", .error,
    vi: "Ở ký tự {0}: ngoặc kép mở mà không đóng.",
    en: "At letter {0}: the quote is never closed.")
  static let ruleNumber = ProblemCode(
    "rule-number", .error,
    vi: "Ở ký tự {0}: “{1}” không phải là số viết đúng; viết như 12 hoặc 0.5.",
    en: "At letter {0}: “{1}” is not a number; write 12 or 0.5.")
  static let ruleDate = ProblemCode(
    "rule-date", .error,
    vi: "Ở ký tự {0}: “{1}” không phải là ngày; viết 2023-03-31. Phép trừ thì đặt dấu cách quanh dấu “-”.",
    en: "At letter {0}: “{1}” is not a date; write 2023-03-31. For a subtraction put spaces around “-”.")
  static let ruleUnexpected = ProblemCode(
    "rule-unexpected", .error,
    vi: "Ở ký tự {0}: gặp {1} trong khi cần {2}.",
    en: "At letter {0}: found {1} where {2} is needed.")
  static let ruleComma = ProblemCode(
    "rule-comma", .error,
    vi:
      "Ở ký tự {0}: dấu “,” chỉ ngăn các đối số của hàm; số thập phân trong công thức viết với dấu chấm, viết 0.5.",
    en: "At letter {0}: “,” only parts the arguments of a function; write decimals with a point, 0.5.")
  static let ruleConditionAlone = ProblemCode(
    "rule-condition-alone", .error,
    vi: "Ở ký tự {0}: điều kiện phải có dấu “:” và điểm theo sau, như b/a >= 80%: full; else: 0.",
    en: "At letter {0}: a condition is followed by “:” and its points, as b/a >= 80%: full; else: 0.")
  static let ruleElseMissing = ProblemCode(
    "rule-else-missing", .error,
    vi: "Ở ký tự {0}: trường hợp này không có điều kiện; trường hợp cuối cùng viết “else: …”.",
    en: "At letter {0}: this case has no condition; write the last one as “else: …”.")
  static let ruleNameElsewhere = ProblemCode(
    "rule-name-elsewhere", .error,
    vi: "Ở ký tự {0}: “{1}” chỉ dùng trong điều kiện của bands.csv và obligations.csv.",
    en: "At letter {0}: “{1}” is for the conditions of bands.csv and obligations.csv only.")
  static let ruleNameUnknown = ProblemCode(
    "rule-name-unknown", .error,
    vi: "Ở ký tự {0}: không có số liệu hoặc từ nào tên “{1}”.",
    en: "At letter {0}: there is no input or word “{1}”.")
  static let ruleRowUnknown = ProblemCode(
    "rule-row-unknown", .error,
    vi: "Ở ký tự {0}: bộ tiêu chí không có mã “{1}”.",
    en: "At letter {0}: the set has no criterion “{1}”.")
  static let ruleLabelUnknown = ProblemCode(
    "rule-label-unknown", .error,
    vi: "Ở ký tự {0}: “{1}” không có trong danh sách lựa chọn: {2}.",
    en: "At letter {0}: “{1}” is not among the choices: {2}.")
  static let ruleType = ProblemCode(
    "rule-type", .error,
    vi: "Ở ký tự {0}: {1}.",
    en: "At letter {0}: {1}.")
  static let ruleElseNotLast = ProblemCode(
    "rule-else-not-last", .error,
    vi: "Ở ký tự {0}: “else” phải là trường hợp cuối cùng; các trường hợp sau nó không bao giờ được xét.",
    en: "At letter {0}: “else” must come last; the cases after it are never tried.")
  static let ruleUnreachable = ProblemCode(
    "rule-unreachable", .error,
    vi: "Ở ký tự {0}: trường hợp “{1}” không bao giờ được dùng vì các trường hợp trên đã bao hết.",
    en: "At letter {0}: the case “{1}” is never used: the cases above cover it.")
  static let ruleNeverHolds = ProblemCode(
    "rule-never-holds", .warning,
    vi: "Ở ký tự {0}: điều kiện “{1}” không bao giờ đúng.",
    en: "At letter {0}: the condition “{1}” can never hold.")
  static let ruleStepAboveMaximum = ProblemCode(
    "rule-step-above-maximum", .error,
    vi: "Ở ký tự {0}: mức điểm “{1}” vượt điểm tối đa {2}.",
    en: "At letter {0}: the step “{1}” is above the maximum of {2} points.")
  static let ruleWithoutElse = ProblemCode(
    "rule-without-else", .warning,
    vi: "Công thức không có “else”: khi không trường hợp nào đúng thì được 0 điểm{1}.",
    en: "The rule has no “else”: where no case holds it gives 0 points{1}.")
  package static let ruleDivisionUnsaid = ProblemCode(
    "rule-division-unsaid", .warning,
    vi:
      "Công thức chia cho số liệu nhưng cột “mẫu số bằng 0” để trống; viết “0 điểm”, “điểm tối đa” hoặc “không đánh giá”.",
    en: "The rule divides by an input but zero_denominator is empty; write zero, full or exempt.")
  static let ruleEmptyNotOptional = ProblemCode(
    "rule-empty-not-optional", .error,
    vi: "Ở ký tự {0}: empty({1}) chỉ hỏi được về số liệu không bắt buộc; thêm “?” vào kiểu của “{1}”.",
    en: "At letter {0}: empty({1}) asks about an input that is not optional; add “?” to the type of “{1}”.")

  /// Every problem code of the rule language, for the reference of error codes.
  package static let ruleCodes: [ProblemCode] = [
    ruleTooLong, ruleTooDeep, ruleSymbol, ruleLetter, ruleTextOpen, ruleNumber, ruleDate, ruleUnexpected,
    ruleComma, ruleConditionAlone, ruleElseMissing, ruleNameElsewhere, ruleNameUnknown, ruleRowUnknown,
    ruleLabelUnknown, ruleType, ruleElseNotLast, ruleUnreachable,
    ruleNeverHolds, ruleStepAboveMaximum, ruleWithoutElse, ruleDivisionUnsaid, ruleEmptyNotOptional,
  ]
}
