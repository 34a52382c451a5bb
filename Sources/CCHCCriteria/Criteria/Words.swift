import CCHCFiles
package import CCHCTables

/// The fixed lists of words that cells may hold, in English and in Vietnamese (FORMATS 7).
package enum Words {
  static let kinds = WordList(
    .init("scored", "tính điểm"), .init("bonus", "điểm thưởng"), .init("penalty", "điểm trừ"),
    .init("monitored", "theo dõi"))
  package static let methods = WordList(
    .init("self", "tự chấm"), .init("survey", "điều tra XHH"), .init("external", "số liệu cơ quan khác"))
  static let zeroDenominators = WordList(
    .init("zero", "0 điểm"), .init("full", "điểm tối đa"), .init("exempt", "không đánh giá"))
  static let documents = WordList(
    .init("required", "bắt buộc"), .init("required_or_explained", "bắt buộc hoặc giải trình"),
    .init("optional", "không bắt buộc"))
  static let types = WordList(
    .init("yesno", "có/không"), .init("count", "số đếm"), .init("signed", "số có dấu"), .init("date", "ngày"),
    .init("choice", "lựa chọn"))
  /// Types that only the columns of case tables have.
  package static let caseTypes = WordList(.init("agency", "cơ quan"), .init("text", "chữ"))
  package static let yesNo = WordList(.init("yes", "có", "đạt", "1"), .init("no", "không", "không đạt", "0"))
  package static let appraisers = WordList(.init("council", "hội đồng"), .init("standing", "thường trực"))
  package static let submissions = WordList(
    .init("received", "đã nhận"), .init("returned", "trả lại"), .init("unlocked", "đã mở khóa"))
  package static let secrecies = WordList(
    .init("restricted", "mật"), .init("secret", "tối mật"), .init("top secret", "tuyệt mật"))
  static let request = WordList(.init("not applicable", "không áp dụng"))

  static func isType(_ word: String, _ type: String) -> Bool { types.english(word) == type }

  /// Whether a value asks the council not to assess the criterion (FORMATS 4).
  package static func isRequest(_ text: String) -> Bool { request.english(text) != nil }
}
