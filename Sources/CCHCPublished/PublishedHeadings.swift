import CCHCExact
import CCHCFiles

/// What a column of a published ranking holds, by its heading.
enum PublishedColumn: Equatable {
  case rank
  case code
  case name
  case bloc
  case points
  case max
  case index
  case band
  /// The points or the percentage of a field.
  case field(FieldHeading)
  /// The number of each row.
  case ordinal
  /// A rank of another year, a self score and whatever else is of no use.
  case other

  /// What a heading says, nil where it says nothing known.
  init?(_ heading: String) {
    let limit = FieldHeading.limit(in: heading)
    let words = plainWords(limit?.rest ?? heading)
    guard !words.isEmpty else { return nil }
    if Self.ordinals.contains(words) {
      self = .ordinal
    } else if Self.isOther(words) {
      self = .other
    } else if let kind = Self.kind(of: words) {
      self = kind
    } else if FieldHeading.isNamed(words), let field = FieldHeading(heading) {
      self = .field(field)
    } else if let kind = Self.kinds.first(where: { kind in kind.beginnings.contains { words.hasPrefix($0) } })
    {
      self = kind.column
    } else if let field = FieldHeading(heading) {
      self = .field(field)
    } else if let open = heading.firstIndex(of: "("), open > heading.startIndex,
      let kind = Self.kind(of: plainWords(String(heading[..<open])))
    {
      // What stands in brackets explains: `Chỉ số (=6/5*100)`.
      self = kind
    } else {
      return nil
    }
  }

  private static func kind(of words: String) -> PublishedColumn? {
    kinds.first { $0.words.contains(words) }?.column
  }

  private static func isOther(_ words: String) -> Bool {
    others.contains(words) || words.hasPrefix("xep hang linh vuc")
      || ["truoc", "previous", "tang giam", "thay doi", "change", "nguoi dung dau", "sum check"].contains {
        words.contains($0)
      }
      || ["tu cham", "tu danh gia", "diem tu cham", "diem tu danh gia", "self "].contains {
        words.hasPrefix($0)
      }
  }

  private static let ordinals: Set<String> = ["stt", "tt", "so tt", "so thu tu", "no"]

  private static let others: Set<String> = ["ghi chu", "note", "notes", "nam", "year", "year rank"]

  /// The words that a column's heading may consist of, and those that it may begin with.
  private static let kinds: [(column: PublishedColumn, words: Set<String>, beginnings: [String])] = [
    (
      .rank,
      [
        "rank", "ranking", "hang", "xep hang", "thu hang", "xep thu", "vi tri", "vi thu", "xh", "xep vi thu",
        "thu tu xep hang", "ket qua xep hang",
      ], ["rank ", "hang ", "xep hang ", "thu hang ", "vi thu ", "vi tri xep hang"]
    ),
    (
      .code,
      ["agency", "code", "agency code", "ma", "ma co quan", "ma don vi", "ma dinh danh", "ma tinh", "ma xa"],
      ["ma so "]
    ),
    (
      .name,
      [
        "name", "agency name", "unit", "province", "ten", "co quan", "don vi", "dia phuong", "tinh",
        "tinh thanh", "tinh thanh pho", "so ban nganh", "xa phuong", "bo nganh", "bo co quan",
        "co quan don vi", "don vi dia phuong", "xa", "huyen",
      ],
      [
        "ten ", "cac co quan", "cac don vi", "co quan ", "don vi ", "ubnd ", "xa phuong", "quan huyen",
        "huyen thi xa", "huyen thanh pho", "so ban", "bo co quan", "tinh thanh pho ",
      ]
    ),
    (
      .bloc, ["bloc", "group", "khoi", "nhom", "cum", "khoi cum", "cum khoi", "nhom khoi"],
      ["khoi ", "cum ", "nhom "]
    ),
    (
      .max,
      [
        "max", "max points", "maximum", "diem toi da", "diem chuan", "tong diem toi da", "tong diem chuan",
        "thang diem",
      ], ["diem toi da ", "tong diem toi da ", "diem chuan "]
    ),
    (
      .index,
      [
        "index", "par index", "chi so", "chi so cchc", "chi so cai cach hanh chinh", "gia tri chi so",
        "ket qua",
        "ket qua chi so", "ty le", "ty le dat", "ty le diem", "chi so tong hop", "gia tri", "ty le dat duoc",
        "ty le phan tram", "diem quy doi",
      ],
      [
        "par index ", "chi so cchc ", "chi so cai cach ", "ket qua chi so ", "gia tri chi so ", "ty le dat ",
        "chi so nam ", "diem quy doi ",
      ]
    ),
    (
      .points,
      [
        "points", "total", "score", "total points", "total score", "diem", "tong diem", "diem dat duoc",
        "tong so diem", "diem so", "diem tong", "tong cong", "tong", "diem tham dinh",
      ],
      [
        "tong diem ", "diem dat duoc ", "tong so diem ", "diem sau ", "diem tham dinh ", "diem danh gia",
        "diem cchc", "diem chi so", "ket qua diem",
      ]
    ),
    (
      .band,
      ["band", "rating", "grade", "xep loai", "phan loai", "loai", "muc danh gia", "muc xep loai"],
      ["xep loai ", "ket qua xep loai", "muc xep loai "]
    ),
  ]
}

/// A heading of a field's figures.
struct FieldHeading: Equatable {
  /// The heading as the table prints it.
  let title: String
  /// Whether the figures are percentages.
  let isPercent: Bool
  /// The highest points that the heading names.
  let max: Decimal?
  /// Whether the figures are taken off.
  let isPenalty: Bool

  /// A heading that is called that of a field whatever it says; `isShare` where what stands above it is of percentages.
  init(any title: String, isShare: Bool = false) {
    self.title = title
    let words = plainWords(title)
    isPercent =
      isShare || title.contains("%") || words.hasSuffix("percent") || words.contains("chi so thanh phan")
      || words.hasPrefix("ty le")
    max = Self.limit(in: title)?.max
    isPenalty = words.contains("diem tru") || words.contains("penalty")
  }

  /// A heading that says itself that it is a field's: by a number, a maximum, or the words for one.
  init?(_ title: String) {
    let words = plainWords(title)
    let first = words.split(separator: " ").first ?? ""
    let goesOn = words.count > first.count
    let isNumbered = !first.isEmpty && first.count <= 2 && goesOn && first.allSatisfy(\.isNumber)
    let isRoman = !first.isEmpty && first.count <= 4 && goesOn && first.allSatisfy { "ivx".contains($0) }
    let hasKind =
      words.hasSuffix(" percent") || words.hasSuffix(" points") || words.hasSuffix("chi so thanh phan")
    guard isNumbered || isRoman || Self.isNamed(words) || hasKind || Self.limit(in: title) != nil else {
      return nil
    }
    self.init(any: title)
  }

  /// Whether words say that something is a field's, or a bonus or a penalty beside them.
  static func isNamed(_ words: String) -> Bool {
    ["linh vuc", "lv", "field", "chi so thanh phan", "diem thuong", "diem tru", "bonus", "penalty"].contains {
      words.hasPrefix($0)
    } || (words.contains(" linh vuc ") && !words.hasPrefix("tong"))
  }

  /// The highest points that a heading names, as in `CKMB_max18`, `(tối đa 18)`, `(18 điểm)` or `/18`, and the
  /// heading without them.
  static func limit(in heading: String) -> (max: Decimal, rest: String)? {
    let words = plainLetters(heading)
    for (mark, end) in [
      ("_max", ""), ("(toi da", ")"), ("toi da:", ""), ("(max", ")"), ("(thang diem", ")"), ("/", ""),
    ] {
      guard let range = words.ranges(of: Array(mark.unicodeScalars)).last else { continue }
      let tail = words[range.upperBound...]
      let number = tail.drop { $0 == " " || $0 == ":" }.prefix {
        $0.properties.numericType != nil || $0 == "." || $0 == ","
      }
      let behind = tail.drop { $0 == " " || $0 == ":" }.dropFirst(number.count).filter { $0 != " " }
      guard let max = decimal(number),
        end.isEmpty ? behind.allSatisfy({ ")".unicodeScalars.contains($0) }) : behind.contains(")")
      else { continue }
      return (max, rest(of: heading, range.lowerBound))
    }
    // `(18 điểm)`
    guard let open = words.lastIndex(of: "("), let close = words.lastIndex(of: ")"), open < close else {
      return nil
    }
    let inside = words[(open + 1)..<close]
    let number = inside.prefix { $0.properties.numericType != nil || $0 == "." || $0 == "," }
    var unit = String.UnicodeScalarView()
    unit.append(contentsOf: inside.dropFirst(number.count))
    guard ["diem", "d", "points", "diem toi da"].contains(String(unit).trimmed), let max = decimal(number)
    else { return nil }
    return (max, rest(of: heading, open))
  }

  /// The letters of a heading without accents, one for each letter of it.
  private static func plainLetters(_ heading: String) -> [Unicode.Scalar] {
    heading.map { String($0).unaccented.unicodeScalars.first ?? " " }
  }

  private static func rest(of heading: String, _ end: Int) -> String { String(heading.prefix(end)).trimmed }

  private static func decimal(_ letters: ArraySlice<Unicode.Scalar>) -> Decimal? {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: letters)
    guard let value = parseNumber(Array(String(text).utf8).span)?.value else { return nil }
    // A larger number is a year.
    return value.units > 0 && Rational(value) <= Rational(1_000) ? value : nil
  }
}
