package import CCHCFiles

// Slips of published rankings.
extension ProblemCode {
  static let rankingHeadings = ProblemCode(
    "ranking-headings", .error,
    vi:
      "Không tìm thấy dòng tiêu đề của bảng xếp hạng: cần cột tên hoặc mã cơ quan, và cột điểm hoặc chỉ số (như “Cơ quan”, “Điểm đạt được”, “Chỉ số”, “Xếp hạng”).",
    en:
      "No headings of a ranking were found: a column of agencies (name or code) and one of points or index are needed."
  )
  static let rankingNumber = ProblemCode(
    "ranking-number", .error,
    vi: "“{0}” không phải là số.",
    en: "“{0}” is no number.")
  static let rankingRange = ProblemCode(
    "ranking-range", .error,
    vi: "{0} nằm ngoài khoảng từ {1} đến {2}.",
    en: "{0} lies outside {1} to {2}.")
  static let rankingOverMax = ProblemCode(
    "ranking-over-max", .warning,
    vi: "{0} vượt {1}: chỉ đúng khi có điểm thưởng.",
    en: "{0} is over {1}: right only with bonus points.")
  static let rankingAgencyTwice = ProblemCode(
    "ranking-agency-twice", .error,
    vi: "Cơ quan “{0}” đã có ở dòng {1}.",
    en: "The agency “{0}” stands in row {1} already.")
  static let rankingNameTwice = ProblemCode(
    "ranking-name-twice", .warning,
    vi: "Tên “{0}” trùng với dòng {1} dù mã khác nhau.",
    en: "The name “{0}” is that of row {1}, with another code.")
  static let rankingOrder = ProblemCode(
    "ranking-order", .error,
    vi:
      "Hạng {0} với giá trị {1} trái thứ tự: dòng {2} hạng {3} có giá trị {4}. Theo giá trị phải là hạng {5}.",
    en: "Rank {0} with {1} is out of order: row {2}, rank {3}, has {4}. By its value it must be rank {5}.")
  static let rankingTie = ProblemCode(
    "ranking-tie", .error,
    vi: "Hạng {0} trùng với dòng {1} dù giá trị khác nhau ({2} và {3}); phải là hạng {4}.",
    en: "Rank {0} is that of row {1}, but the values differ ({2} and {3}); it must be rank {4}.")
  static let rankingTieBroken = ProblemCode(
    "ranking-tie-broken", .warning,
    vi:
      "Cùng giá trị {0} với dòng {1} (hạng {2}) nhưng hạng khác ({3}): chỉ đúng khi có quy định phân hạng khi bằng nhau hoặc xếp theo giá trị chưa làm tròn.",
    en:
      "The value {0} is that of row {1} (rank {2}), but the rank is another ({3}): right only with a rule for ties or by values before rounding."
  )
  static let rankingGap = ProblemCode(
    "ranking-gap", .error,
    vi: "Sau hạng {1} ({0} cơ quan) là hạng {2}; phải là hạng {3}.",
    en: "After rank {1} (agencies: {0}) comes rank {2}; it must be {3}.")
  static let rankingStart = ProblemCode(
    "ranking-start", .error,
    vi: "Hạng cao nhất của bảng là {0}; phải là 1.",
    en: "The highest rank of the table is {0}; it must be 1.")
  static let rankingTiesMixed = ProblemCode(
    "ranking-ties-mixed", .error,
    vi:
      "Sau {0} cơ quan đồng hạng {1} là hạng {2}, trong khi ở chỗ khác bảng đánh hạng theo cách kia (sau đồng hạng {3}); phải là hạng {4}.",
    en:
      "After {0} of rank {1} comes rank {2}, while elsewhere the table counts the other way (as after rank {3}); it must be {4}."
  )
  static let rankingExcerpt = ProblemCode(
    "ranking-excerpt", .warning,
    vi:
      "Bảng có {0} dòng có hạng, hạng lớn nhất {1}: là bảng trích, không kiểm tra hạng bị bỏ cách và trung bình.",
    en:
      "The table has {0} ranked rows up to rank {1}: it is an excerpt; gaps in ranks and means are not checked."
  )
  static let rankingIndex = ProblemCode(
    "ranking-index", .error,
    vi: "Chỉ số {0} không khớp {1} / {2} điểm: phải là {3}{4}.",
    en: "The index {0} is not {1} of {2} points: it must be {3}{4}.")
  static let rankingIndexMode = ProblemCode(
    "ranking-index-mode", .error,
    vi: "Chỉ số {0} làm tròn khác các dòng còn lại ({1}): phải là {2}.",
    en: "The index {0} is rounded otherwise than the other rows ({1}): it must be {2}.")
  static let rankingIndexUnrounded = ProblemCode(
    "ranking-index-unrounded", .warning,
    vi: "Chỉ số {0} chỉ đúng khi tính từ điểm chưa làm tròn; từ điểm ghi trong bảng là {1}.",
    en: "The index {0} is right only from points before rounding; the printed points give {1}.")
  static let rankingSum = ProblemCode(
    "ranking-sum", .error,
    vi: "Tổng {0} cột thành phần là {1}, bảng ghi {2}.",
    en: "The {0} columns of the fields add up to {1}; the table says {2}.")
  static let rankingSumRounding = ProblemCode(
    "ranking-sum-rounding", .warning,
    vi: "Tổng {0} cột thành phần là {1}, bảng ghi {2}: lệch trong phạm vi làm tròn từng cột.",
    en:
      "The {0} columns of the fields add up to {1}; the table says {2}: no more than rounding each column explains."
  )
  static let rankingSumUnclear = ProblemCode(
    "ranking-sum-unclear", .warning,
    vi: "Không kiểm tra được tổng: các cột thành phần không cộng thành điểm ở {0}/{1} dòng.",
    en: "Sums are not checked: in {0} of {1} rows the columns of the fields do not add up to the points.")
  static let rankingBand = ProblemCode(
    "ranking-band", .error,
    vi: "“{0}” với giá trị {1}, trong khi dòng {2} có giá trị {3} được xếp “{4}”.",
    en: "“{0}” with {1}, while row {2} with {3} is “{4}”.")
  static let rankingMean = ProblemCode(
    "ranking-mean", .error,
    vi: "Trung bình của {0} dòng là {1}, bảng ghi {2}.",
    en: "The mean of {0} rows is {1}; the table says {2}.")

  /// Every problem of a published ranking.
  package static let rankingCodes = [
    rankingHeadings, rankingNumber, rankingRange, rankingOverMax, rankingAgencyTwice, rankingNameTwice,
    rankingOrder, rankingTie, rankingTieBroken, rankingGap, rankingStart, rankingTiesMixed, rankingExcerpt,
    rankingIndex, rankingIndexMode, rankingIndexUnrounded, rankingSum, rankingSumRounding, rankingSumUnclear,
    rankingBand, rankingMean,
  ]
}
