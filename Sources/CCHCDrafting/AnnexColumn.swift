import CCHCFiles

/// What a column of an annex's table holds.
enum AnnexColumn: CaseIterable, Hashable {
  case number
  case name
  case maximum
  case scoring
  case document
  case method
  /// A column that a draft does not use, such as the points an agency gives itself.
  case other

  /// What a heading says of its column; nil where it says nothing that is known.
  init?(heading: String) {
    guard heading.count <= Self.longestHeading else { return nil }
    let words = heading.unaccented.split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
    guard !words.isEmpty else { return nil }
    func has(_ phrases: String...) -> Bool { phrases.contains { words.hasPhrase($0) } }
    if ["stt", "tt", "so tt", "so thu tu", "muc", "ma", "ma so", "ma tieu chi", "thu tu"].contains(words) {
      self = .number
    } else if Self.nameBeginnings.contains(where: { words.hasPrefix($0) }) {
      self = .name
    } else if has(
      "tu cham", "tu danh gia", "tham dinh", "dat duoc", "diem thuc te", "chi so", "ket qua", "diem dat",
      "ty le",
      "don vi tinh")
    {
      self = .other
    } else if has("tai lieu", "tlkc", "kiem chung", "minh chung", "ho so chung minh") {
      self = .document
    } else if has(
      "cach danh gia", "cach cham", "cach tinh", "cach thuc", "phuong phap", "huong dan", "tieu chuan cham",
      "quy dinh cham", "noi dung cham", "muc diem", "thang diem chi tiet", "cach xac dinh", "yeu cau danh gia"
    ) {
      self = .scoring
    } else if has(
      "diem toi da", "diem chuan", "thang diem", "so diem", "diem quy dinh", "muc diem toi da", "toi da")
      || words == "diem"
    {
      self = .maximum
    } else if has("hinh thuc", "phuong thuc", "dieu tra", "xhh", "dtxhh", "ghi chu") {
      self = .method
    } else if has("tieu chi", "linh vuc", "noi dung", "chi tieu") {
      self = .name
    } else {
      return nil
    }
  }

  private static let nameBeginnings = [
    "linh vuc", "tieu chi", "ten tieu chi", "cac tieu chi", "noi dung tieu chi", "chi so thanh phan",
    "ten linh vuc",
  ]

  /// A longer text is a title or a sentence.
  private static let longestHeading = 90
}

extension String {
  /// Whether words that spaces part hold a phrase as whole words.
  func hasPhrase(_ phrase: String) -> Bool {
    (" " + self + " ").contains(" " + phrase + " ")
  }
}
