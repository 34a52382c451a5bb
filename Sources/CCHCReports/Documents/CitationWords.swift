import CCHCScoring
import CCHCTables

/// Words what a `document` cell names: registered documents by number and date, anything else as it is.
struct CitationWords {
  let round: Round
  /// Whether the words stand in the internal folder, where alone a secret document is named.
  let isInternal: Bool

  /// What stands for a secret document outside the internal folder.
  static let secret = "tài liệu kiểm tra trực tiếp tại cơ quan"

  /// The words of a cell; empty where it is.
  func text(_ cell: String, agency: Int) -> String {
    round.citations(cell, agency: agency).map { citation in
      switch citation {
      case .text(let words): words
      case .document(let document): text(document)
      }
    }.joined(separator: "; ")
  }

  /// The words of a registered document.
  func text(_ document: Document) -> String {
    guard document.secrecy == nil || isInternal else { return Self.secret }
    var text = document.number.isEmpty ? document.id : document.number
    if let date = document.date { text += " ngày \(date.documentText)" }
    if !document.issuer.isEmpty { text += " của \(document.issuer)" }
    if !document.summary.isEmpty { text += " (\(document.summary))" }
    if let secrecy = document.secrecy { text += " – \(secrecy.vietnamese), kiểm tra trực tiếp tại cơ quan" }
    return text
  }
}
