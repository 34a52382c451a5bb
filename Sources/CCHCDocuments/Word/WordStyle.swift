import CCHCOffice
import CCHCTables

/// A named style of paragraphs in a Word file; officials change a document by changing its styles.
///
/// Sizes are those of Nghị định 30/2020/NĐ-CP, Phụ lục I. Lengths are in twips (1/20 point), sizes of letters in
/// half points.
struct WordStyle: Sendable {
  /// How the lines of a paragraph stand.
  enum Alignment: String, Sendable {
    case left
    case center
    case right
    case justified = "both"
  }

  /// Lines around a paragraph.
  enum Rule: Sendable {
    case none
    case box
    case above
  }

  let id: String
  /// The name in the list of styles; those of Word's own styles are English in every file.
  let name: String
  var alignment: Alignment = .left
  var before = 0
  var after = 0
  /// The height of lines in 240ths; nil for one line.
  var lineHeight: Int?
  /// The exact height of the paragraph, for those without words.
  var exactHeight: Int?
  var firstLine = 0
  /// What is kept free at both sides.
  var margin = 0
  var size = 28
  var isBold = false
  var isItalic = false
  var isCapital = false
  var keepsWithNext = false
  /// The level in the outline of the document, from 0.
  var outline: Int?
  var rule: Rule = .none
  var isListed = false

  /// The lengths of the text: 1.27 cm, 6 points, line and a tenth.
  private static let (indent, gap, spacing) = (720, 120, 264)

  // MARK: Running text

  static let normal = WordStyle(id: "Normal", name: "Normal")
  static let body = WordStyle(
    id: "BodyText", name: "Body Text", alignment: .justified, after: gap, lineHeight: spacing,
    firstLine: indent)
  /// That of documents which are to fit one page.
  static let compactBody = WordStyle(
    id: "NoiDungGon", name: "Nội dung gọn", alignment: .justified, after: gap / 2, firstLine: indent, size: 25
  )
  static let compactItem = WordStyle(
    id: "DanhMucGon", name: "Danh mục gọn", alignment: .justified, after: gap / 2, firstLine: indent,
    size: 25,
    isListed: true)
  static let item = WordStyle(
    id: "ListBullet", name: "List Bullet", alignment: .justified, after: gap, lineHeight: spacing,
    firstLine: indent, isListed: true)
  static let centered = WordStyle(
    id: "GiuaTrang", name: "Giữa trang", alignment: .center, before: gap, after: gap)
  static let byline = WordStyle(id: "TenKy", name: "Tên kỳ đánh giá", alignment: .center, after: gap)
  static let addressee = WordStyle(
    id: "KinhGui", name: "Kính gửi", alignment: .center, before: gap, after: 2 * gap)
  static let notice = WordStyle(
    id: "LuuY", name: "Lưu ý", alignment: .justified, before: gap, after: 2 * gap, margin: 120, size: 26,
    rule: .box)
  static let title = WordStyle(
    id: "Title", name: "Title", alignment: .center, before: 2 * gap, isBold: true, keepsWithNext: true,
    outline: 0)
  static let subject = WordStyle(
    id: "Subtitle", name: "Subtitle", alignment: .center, isBold: true, keepsWithNext: true)
  static let headings = [
    WordStyle(
      id: "Heading1", name: "heading 1", alignment: .justified, before: gap, after: gap, firstLine: indent,
      isBold: true, keepsWithNext: true, outline: 0),
    WordStyle(
      id: "Heading2", name: "heading 2", alignment: .justified, before: gap, after: gap, firstLine: indent,
      isBold: true, keepsWithNext: true, outline: 1),
    WordStyle(
      id: "Heading3", name: "heading 3", alignment: .justified, before: gap, after: gap, firstLine: indent,
      isBold: true, isItalic: true, keepsWithNext: true, outline: 2),
  ]
  static let annexLabel = WordStyle(
    id: "PhuLuc", name: "Phụ lục", alignment: .center, isBold: true, keepsWithNext: true, outline: 0)
  static let annexTitle = WordStyle(
    id: "TenPhuLuc", name: "Tên phụ lục", alignment: .center, after: gap, isBold: true, isCapital: true,
    keepsWithNext: true)

  // MARK: Head

  static let superior = WordStyle(
    id: "CoQuanChuQuan", name: "Cơ quan chủ quản", alignment: .center, size: 26)
  static let issuer = WordStyle(
    id: "CoQuanBanHanh", name: "Cơ quan ban hành", alignment: .center, size: 26, isBold: true)
  static let nation = WordStyle(
    id: "QuocHieu", name: "Quốc hiệu", alignment: .center, size: 26, isBold: true)
  static let motto = WordStyle(id: "TieuNgu", name: "Tiêu ngữ", alignment: .center, size: 28, isBold: true)
  static let number = WordStyle(
    id: "SoKyHieu", name: "Số, ký hiệu", alignment: .center, before: 60, size: 26)
  static let letterSubject = WordStyle(
    id: "TrichYeuCongVan", name: "Trích yếu công văn", alignment: .center, before: 60, size: 24)
  static let date = WordStyle(
    id: "DiaDanhNgay", name: "Địa danh, ngày tháng", alignment: .center, before: 60, size: 28, isItalic: true)
  static let line = WordStyle(
    id: "DuongKe", name: "Đường kẻ", before: 60, after: 100, exactHeight: 60, size: 4, rule: .above)

  // MARK: Signature

  static let recipientHeading = WordStyle(
    id: "NoiNhan", name: "Nơi nhận", before: gap, size: 24, isBold: true, isItalic: true, keepsWithNext: true)
  static let recipient = WordStyle(id: "DanhSachNhan", name: "Danh sách nơi nhận", size: 22)
  static let office = WordStyle(
    id: "ChucVu", name: "Chức vụ người ký", alignment: .center, before: gap, isBold: true, keepsWithNext: true
  )
  static let hand = WordStyle(
    id: "ChuKy", name: "Chữ ký", alignment: .center, size: 26, isItalic: true, keepsWithNext: true)
  static let signer = WordStyle(
    id: "HoTen", name: "Họ tên người ký", alignment: .center, before: 1200, isBold: true)

  // MARK: Tables

  static let columnHeading = WordStyle(
    id: "DauBang", name: "Đầu bảng", alignment: .center, before: 20, after: 20, size: 24, isBold: true,
    keepsWithNext: true)
  static let cellLeft = WordStyle(id: "OBang", name: "Ô bảng", before: 20, after: 20, size: 24)
  static let cellCenter = WordStyle(
    id: "OBangGiua", name: "Ô bảng (giữa)", alignment: .center, before: 20, after: 20, size: 24)
  static let cellRight = WordStyle(
    id: "OBangPhai", name: "Ô bảng (phải)", alignment: .right, before: 20, after: 20, size: 24)
  /// Those of tables with many columns are smaller by a point.
  static let small: [WordStyle] = [columnHeading, cellLeft, cellCenter, cellRight].map { style in
    var small = WordStyle(id: style.id + "Nho", name: style.name + " nhỏ")
    (small.alignment, small.before, small.after) = (style.alignment, style.before, style.after)
    (small.isBold, small.keepsWithNext, small.size) = (style.isBold, style.keepsWithNext, 22)
    return small
  }

  // MARK: What is not text

  /// The number in the top margin.
  static let pageNumber = WordStyle(id: "Header", name: "header", alignment: .center, size: 28)
  /// What parts a table from what follows it.
  static let gapAfterTable = WordStyle(id: "SauBang", name: "Sau bảng", exactHeight: 120, size: 12)
  /// The last line of a section, which holds the section's page setup.
  static let sectionEnd = WordStyle(id: "HetPhan", name: "Hết phần", exactHeight: 20, size: 2)

  /// All styles, as the list of styles names them.
  static let all: [WordStyle] = {
    var styles = [
      normal, body, compactBody, item, compactItem, centered, byline, addressee, notice, title, subject,
    ]
    styles += headings
    styles += [annexLabel, annexTitle]
    styles += [superior, issuer, nation, motto, number, letterSubject, date, line]
    styles += [recipientHeading, recipient, office, hand, signer]
    styles += [columnHeading, cellLeft, cellCenter, cellRight]
    styles += small
    return styles + [pageNumber, gapAfterTable, sectionEnd]
  }()
}
