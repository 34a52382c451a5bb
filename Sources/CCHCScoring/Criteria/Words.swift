import CCHCTables

/// The words of a fixed list, in English and in Vietnamese (FORMATS 7), compared ignoring case.
package enum Words {
  /// A list of words, each with the form that code uses and the Vietnamese ones.
  typealias List = [(english: String, vietnamese: [String])]

  static let kinds: List = [
    ("scored", ["tính điểm"]), ("bonus", ["điểm thưởng"]), ("penalty", ["điểm trừ"]),
    ("monitored", ["theo dõi"]),
  ]
  static let methods: List = [
    ("self", ["tự chấm"]), ("survey", ["điều tra xhh"]), ("external", ["số liệu cơ quan khác"]),
  ]
  static let zeroDenominators: List = [
    ("zero", ["0 điểm"]), ("full", ["điểm tối đa"]), ("exempt", ["không đánh giá"]),
  ]
  static let documents: List = [
    ("required", ["bắt buộc"]), ("required_or_explained", ["bắt buộc hoặc giải trình"]),
    ("optional", ["không bắt buộc"]),
  ]
  static let types: List = [
    ("yesno", ["có/không"]), ("count", ["số đếm"]), ("signed", ["số có dấu"]), ("date", ["ngày"]),
    ("choice", ["lựa chọn"]),
  ]
  static let yesNo: List = [("yes", ["có", "đạt", "1"]), ("no", ["không", "không đạt", "0"])]
  static let appraisers: List = [("council", ["hội đồng"]), ("standing", ["thường trực"])]
  static let request: List = [("not applicable", ["không áp dụng"])]

  /// The English form of a word, nil where the list lacks it.
  static func english(_ word: String, in list: List) -> String? {
    let folded = word.folded
    return list.first { $0.english == folded || $0.vietnamese.contains(folded) }?.english
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
