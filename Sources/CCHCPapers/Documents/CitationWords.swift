import CCHCExact
import CCHCFiles
import CCHCScoring

/// Words what a `document` cell names: registered documents by number and date, anything else as it is.
struct CitationWords {
  /// Whether the words stand in the internal folder, where alone a secret document is named.
  let isInternal: Bool

  /// What stands for a secret document outside the internal folder.
  static let secret = "tài liệu kiểm tra trực tiếp tại cơ quan"

  /// The longest summary that stands beside a number, in letters.
  private static let longestSummary = 100

  /// The words of a cell; empty where it is.
  func text(_ cell: String, of agency: FiledAgency) -> String {
    var pieces: [String] = []
    for citation in agency.citations(cell) {
      let piece =
        switch citation {
        case .text(let words): free(words, of: agency)
        case .document(let document): text(document)
        }
      if !pieces.contains(piece) { pieces.append(piece) }
    }
    return pieces.joined(separator: "; ")
  }

  /// Words that a person wrote about an agency; outside the internal folder they name no secret document.
  func free(_ text: String, of agency: FiledAgency) -> String {
    isInternal ? text : agency.hidingSecrets(in: text, by: Self.secret)
  }

  /// The words of a registered document: `Kế hoạch số 14/KH-STP ngày 18/01/2023 của Sở Tư pháp (…)`.
  func text(_ document: Document) -> String {
    guard document.secrecy == nil || isInternal else { return Self.secret }
    var text = document.title
    if let date = document.date { text += " ngày \(date.documentText)" }
    if !document.issuer.isEmpty { text += " của \(document.issuer)" }
    if !document.summary.isEmpty, document.number.isEmpty || document.summary.count <= Self.longestSummary {
      text += " (\(document.summary))"
    }
    if let secrecy = document.secrecy { text += " – \(secrecy.vietnamese), kiểm tra trực tiếp tại cơ quan" }
    return text
  }
}

extension Document {
  /// Kind and number; the id where there is no number.
  fileprivate var title: String {
    if number.isEmpty { return id }
    return number.folded.hasPrefix("số ") ? number : "\(kind ?? "Văn bản") số \(number)"
  }

  /// The kind of an administrative document by its number: `14/KH-STP` is a Kế hoạch; nil for any other.
  private var kind: String? {
    guard let stroke = number.lastIndex(of: "/") else { return nil }
    let mark = number[number.index(after: stroke)...].prefix { $0 != "-" && $0 != " " }
    return Self.kinds[String(mark)]
  }

  /// Abbreviations of kinds of documents (NĐ 30/2020/NĐ-CP, Phụ lục III), and of those above them.
  private static let kinds = [
    "NQ": "Nghị quyết", "QĐ": "Quyết định", "CT": "Chỉ thị", "QC": "Quy chế", "QyĐ": "Quy định",
    "TC": "Thông cáo", "TB": "Thông báo", "HD": "Hướng dẫn", "CTr": "Chương trình", "KH": "Kế hoạch",
    "PA": "Phương án", "ĐA": "Đề án", "DA": "Dự án", "BC": "Báo cáo", "BB": "Biên bản", "TTr": "Tờ trình",
    "HĐ": "Hợp đồng", "CĐ": "Công điện", "GM": "Giấy mời", "PC": "Phiếu chuyển", "PB": "Phiếu báo",
    "NĐ": "Nghị định", "TT": "Thông tư",
  ]
}
