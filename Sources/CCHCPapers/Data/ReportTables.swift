import CCHCCriteria
import CCHCFiles
package import CCHCTables

/// The columns of tables that the product writes alone.
extension Column {
  static let appraised = Column("appraised", "thẩm định", .number)
  static let band = Column("band", "xếp loại")
  static let final = Column("final", "điểm đạt được", .number)
  static let index = Column("index", "chỉ số", .number)
  static let maximum = Column("max", "điểm tối đa", .number)
  static let own = Column("self", "tự chấm", .number)
  static let rank = Column("rank", "hạng", .count)
}

/// The tables of results for programs and spreadsheets, in English or in Vietnamese.
package enum ReportTables {
  package static let all = [
    ranking, scores, obligations, survey, followUp, emulation, comparison, split,
  ]

  static let ranking = TableSchema(
    "cong-bo/ranking.csv",
    [.rank, .agency, .name, .bloc, .points, .maximum, .index, .band],
    title: Bilingual("bảng xếp hạng", "the ranking"))
  /// The last columns of the ranking where there is a round of the year before.
  static let rankingChange = [
    Column("previous_rank", "hạng năm trước", .count), Column("change", "tăng giảm", .count),
  ]
  static let scores = TableSchema(
    "noi-bo/scores.csv", [.group, .agency, .criterion, .status, .own, .appraised, .final, .maximum],
    title: Bilingual("điểm của mọi tiêu chí", "the points of every leaf"))
  static let obligations = TableSchema(
    "noi-bo/obligations.csv",
    [.agency, .id, .duty, .deadline, .recipient, .reason, .legalBasis, .report],
    title: Bilingual("nghĩa vụ sau công bố", "who owes what"))
  static let survey = TableSchema(
    "noi-bo/dieu-tra.csv",
    [
      .agency, .criterion, .respondentGroup, .answer, Column("label", "nội dung trả lời"), .count,
    ],
    title: Bilingual("số phiếu của từng câu trả lời", "the counts of answers"))
  static let followUp = TableSchema(
    "noi-bo/theo-doi.csv",
    [
      .agency, .name, .obligation, .duty, .deadline, .recipient, .received, Column("document", "văn bản"),
      Column("state", "tình trạng"), Column("days", "số ngày", .count), Column("expected", "dự kiến"),
      .reason,
      .legalBasis,
    ],
    title: Bilingual(
      "mỗi báo cáo hoặc nghĩa vụ nhập tay một dòng", "a row for each paper or order that is owed"))
  static let emulation = TableSchema(
    "noi-bo/danh-sach-thi-dua.csv",
    [
      .agency, .name, .group, .bloc, .rank, .index, .band, Column("fields_below_75", "lĩnh vực dưới 75%"),
      Column("self_criticism", "báo cáo kiểm điểm"), .rating,
    ],
    title: Bilingual("danh sách để xét thi đua", "the list for emulation"))
  static let comparison = TableSchema(
    "noi-bo/so-sanh-*.csv",
    [
      .agency, .name, .bloc, Column("old_agency", "mã cơ quan cũ", .code), Column("old_name", "tên cũ"),
      Column("old_bloc", "khối cũ"), Column("old_index", "chỉ số năm trước", .number), .index,
      Column("index_change", "thay đổi chỉ số", .number), Column("old_rank", "hạng năm trước", .count), .rank,
      Column("rank_change", "tăng giảm", .count),
    ],
    title: Bilingual(
      "các cơ quan của kỳ này và kỳ trước; sau đó là thay đổi của từng lĩnh vực",
      "the agencies now and before; behind these columns the change of each field"))
  static let split = TableSchema(
    "noi-bo/so-sanh-*-tach.csv",
    [
      .agency, .criterion, .kind, Column("before", "điểm năm trước", .number), Column("now", "điểm", .number),
      Column("change", "thay đổi", .number), Column("figures", "do số liệu", .number),
      Column("criteria", "do tiêu chí", .number),
    ],
    title: Bilingual(
      "thay đổi điểm của từng tiêu chí, tách theo nguyên nhân", "what changed the points of a leaf"))
}

extension Column {
  /// The heading in the language of a locale.
  func heading(_ locale: CSVLocale) -> String { locale == .english ? name : vietnamese }
}

extension CSVWriter {
  /// The headings of some columns, in the language of the file.
  mutating func headings(_ columns: [Column]) {
    for column in columns { text(column.heading(locale)) }
  }
}
