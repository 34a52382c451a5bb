import CCHCTables

/// The words of a fixed list, in English and in Vietnamese (FORMATS 7), compared ignoring case.
package enum Words {
  /// A word in the form that code uses and in Vietnamese.
  struct Word: Sendable {
    let english: String
    let vietnamese: [String]
    fileprivate let folded: [String]

    init(_ english: String, _ vietnamese: String...) {
      self.english = english
      self.vietnamese = vietnamese
      folded = vietnamese.map(\.folded)
    }
  }

  typealias List = [Word]

  static let kinds: List = [
    Word("scored", "tính điểm"), Word("bonus", "điểm thưởng"), Word("penalty", "điểm trừ"),
    Word("monitored", "theo dõi"),
  ]
  static let methods: List = [
    Word("self", "tự chấm"), Word("survey", "điều tra XHH"), Word("external", "số liệu cơ quan khác"),
  ]
  static let zeroDenominators: List = [
    Word("zero", "0 điểm"), Word("full", "điểm tối đa"), Word("exempt", "không đánh giá"),
  ]
  static let documents: List = [
    Word("required", "bắt buộc"), Word("required_or_explained", "bắt buộc hoặc giải trình"),
    Word("optional", "không bắt buộc"),
  ]
  static let types: List = [
    Word("yesno", "có/không"), Word("count", "số đếm"), Word("signed", "số có dấu"), Word("date", "ngày"),
    Word("choice", "lựa chọn"),
  ]
  /// Types that only the columns of case tables have.
  static let caseTypes: List = [Word("agency", "cơ quan"), Word("text", "chữ")]
  static let yesNo: List = [Word("yes", "có", "đạt", "1"), Word("no", "không", "không đạt", "0")]
  static let appraisers: List = [Word("council", "hội đồng"), Word("standing", "thường trực")]
  static let submissions: List = [
    Word("received", "đã nhận"), Word("returned", "trả lại"), Word("unlocked", "đã mở khóa"),
  ]
  static let secrecies: List = [
    Word("restricted", "mật"), Word("secret", "tối mật"), Word("top secret", "tuyệt mật"),
  ]
  static let request: List = [Word("not applicable", "không áp dụng")]

  /// The English form of a word, nil where the list lacks it.
  static func english(_ word: String, in list: List) -> String? {
    let folded = word.folded
    return list.first { $0.english == folded || $0.folded.contains(folded) }?.english
  }

  /// The Vietnamese form of a word of code.
  static func vietnamese(_ english: String, in list: List) -> String {
    list.first { $0.english == english }?.vietnamese.first ?? english
  }

  /// All words of a list for a message, Vietnamese first.
  static func shown(_ list: List) -> String {
    list.map { "\($0.vietnamese.first ?? $0.english) (\($0.english))" }.joined(separator: ", ")
  }

  static func isType(_ word: String, _ type: String) -> Bool { english(word, in: types) == type }

  /// Whether a value asks the council not to assess the criterion (FORMATS 4).
  static func isRequest(_ text: String) -> Bool { english(text, in: request) != nil }
}

extension RowCursor {
  /// A cell as one of a list's words; nil where it is empty, or unknown, which is reported.
  func word(_ column: Int, of list: Words.List, _ problems: inout ProblemList) -> String? {
    guard !isEmpty(column) else { return nil }
    let written = text(column)
    if let word = Words.english(written, in: list) { return word }
    problems.report(
      .wordUnknown, at: place(column), written, Words.shown(list),
      suggestion: nearest(to: written, among: list.flatMap { $0.vietnamese + [$0.english] }))
    return nil
  }
}
