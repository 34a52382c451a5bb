import CCHCFiles
package import CCHCTables

/// The keys of round.csv, in the order in which a new round has them.
package enum RoundKey: String, DeclaredKey {
  case name, year
  case criteria = "criteria:"
  case previous, superior, issuer, place, symbol
  case signerTitle = "signer_title"
  case signer, recipients
  case randomSample = "random_sample"
  case source, note

  package static let schema = TableSchema(
    "round.csv", keys: keys, title: Bilingual("kỳ đánh giá", "the round"), isRequired: true,
    stamp: .scores)

  package var key: TableKey {
    switch self {
    case .name:
      declared(
        vi: "tên kỳ đánh giá, in ở đầu báo cáo", en: "title of the round, at the head of reports",
        isRequired: true)
    case .year: declared(vi: "năm được đánh giá", en: "the assessed year", isRequired: true)
    case .criteria:
      declared(
        vi: "bộ tiêu chí của nhóm", en: "folder name of the criteria set that scores the group",
        subject: Bilingual("nhóm", "group"))
    case .previous:
      declared(
        vi: "tên thư mục kỳ năm trước (cạnh kỳ này): hạng năm trước có trong bảng xếp hạng",
        en: "folder name of the round of the year before, beside this one: rank and change are in the ranking"
      )
    case .superior: declared(vi: "cơ quan chủ quản, như UBND TỈNH …", en: "the issuer's superior authority")
    case .issuer:
      declared(
        vi: "cơ quan ban hành văn bản, như SỞ NỘI VỤ; để trống thì văn bản không có phần đầu",
        en: "the authority that issues documents; without it they have no head")
    case .place: declared(vi: "địa danh ghi trước ngày tháng", en: "the place before the date of documents")
    case .symbol: declared(vi: "ký hiệu văn bản, như BC-SNV", en: "symbol of documents, as BC-SNV")
    case .signerTitle: declared(vi: "chức vụ người ký, như GIÁM ĐỐC", en: "the signer's office")
    case .signer:
      declared(vi: "họ tên người ký, không ghi học hàm, học vị", en: "the signer's name, without titles")
    case .recipients:
      declared(
        vi: "nơi nhận khác, ngăn bằng dấu chấm phẩy",
        en: "further places that documents are sent to, separated by `;`")
    case .randomSample:
      declared(
        vi: "có: điều tra XHH chọn mẫu ngẫu nhiên, khi đó mới tính sai số",
        en: "yes where the survey asked a random sample: only then a margin of error is given", usual: "no")
    case .source: declared(vi: "nguồn số liệu", en: "source of the figures")
    case .note: declared(vi: "ghi chú chung", en: "a general note")
    }
  }
}
