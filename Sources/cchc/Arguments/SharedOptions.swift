import CCHCCriteria
import CCHCDocuments
import CCHCExact
import CCHCFiles
import CCHCTables

/// Options that several commands take: declared once, used by reference.
enum SharedOptions {
  static let language = Option(
    "lang", .choice([.vietnamese, .english]), Bilingual("ngôn ngữ của thông báo", "the language of messages"),
    default: Language.vietnamese, standard: Bilingual("vi"))
  static let help = Option(
    flag: "help", short: "h", Bilingual("in hướng dẫn này", "print this help"))
  static let version = Option(flag: "version", Bilingual("in phiên bản", "print the version"))
  static let json = Option(
    flag: "json",
    Bilingual(
      "in kết quả hoặc danh sách vấn đề dạng JSON cho chương trình khác đọc",
      "print the result or the problems as JSON for other programs"))

  /// Options that every command takes.
  static let common: [any DeclaredOption] = [language, help]

  static let criteria = Option(
    "criteria", .folder, Bilingual("thư mục chứa các bộ tiêu chí", "the folder of the criteria sets"),
    standard: Bilingual("criteria/ cạnh evidence/", "criteria/ beside evidence/"))
  static let output = Option(
    "output", short: "o", .folder, Bilingual("nơi ghi", "where to write"),
    standard: Bilingual("reports/<kỳ>/ cạnh evidence/", "reports/<round>/ beside evidence/"))
  static let jobs = Option(
    "jobs", .number("N", "N", 1...256),
    Bilingual("số luồng; kết quả như nhau", "threads; the results are the same"), default: coreCount,
    standard: Bilingual("mọi lõi", "all cores"))

  /// The day that a command works on: no command reads the clock.
  static func day(_ meaning: Bilingual) -> Option<Day?> { Option("on", .day, meaning) }

  /// The same where the command needs one.
  static func requiredDay(_ meaning: Bilingual) -> Option<Day> { Option(required: "on", .day, meaning) }

  /// Some of the kinds of files that a command writes.
  static func only(_ kinds: [FileExtension]) -> Option<Set<FileExtension>> {
    let words = Bilingual(oneOf: kinds.map(\.name))
    return Option(
      "only", .kinds(kinds), Bilingual("chỉ ghi ", "write only ") + words, default: Set(kinds),
      standard: Bilingual("mọi loại", "all kinds"))
  }

  /// The form of CSV files.
  static func locale(default locale: CSVLocale) -> Option<CSVLocale> {
    Option(
      "locale", .choice([.vietnamese, .english]),
      Bilingual(
        "CSV cho bảng tính tiếng Việt (dấu ; và dấu phẩy thập phân) hoặc tiếng Anh",
        "CSV for a Vietnamese spreadsheet (“;”, decimal comma) or an English one"),
      default: locale, standard: Bilingual(locale.rawValue))
  }
}

/// Operands that several commands take.
enum SharedOperands {
  static let round = Operand(.round, Bilingual("thư mục kỳ đánh giá", "the folder of a round"))
  static let agency = Operand(.agency, Bilingual("mã cơ quan (hoặc tên)", "the agency's code (or name)"))
}
