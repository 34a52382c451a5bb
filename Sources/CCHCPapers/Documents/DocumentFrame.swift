import CCHCCycle
package import CCHCDocuments
import CCHCExact
import CCHCFiles
import CCHCScoring

// The parts of NĐ 30/2020/NĐ-CP around a document's body: issuer, motto, number, place, date, signature.
extension DocumentTree {
  /// The head of an administrative document; nothing where round.csv names no issuer.
  mutating func documentHead(_ settings: RoundSettings) {
    guard !settings.issuer.isEmpty else { return }
    head(
      PaperHead(
        superior: settings.superior, issuer: settings.issuer,
        number: settings.symbol.isEmpty ? "……" : "……/\(settings.symbol)", place: settings.place))
  }

  /// Recipients and signature of an administrative document; nothing where no issuer is named.
  mutating func signature(_ round: Round) {
    let settings = round.settings
    guard !settings.issuer.isEmpty else { return }
    var recipients: [RichText] = []
    if !settings.superior.isEmpty { recipients.append("- \(settings.superior) (để báo cáo);") }
    if !round.councilRows.isEmpty {
      recipients.append("- Hội đồng đánh giá, xác định Chỉ số CCHC;")
    }
    for place in settings.recipients { recipients.append("- \(place);") }
    recipients.append("- Lưu: VT.")
    signature(
      Signature(
        recipients: recipients,
        right: Signatory(
          titles: settings.signerTitle.isEmpty ? [] : ["**\(settings.signerTitle)**"],
          name: settings.signer.isEmpty ? nil : "**\(settings.signer)**")))
  }

  /// Says above everything else that results are provisional, and why.
  mutating func provisionalNotice(_ results: Results) {
    guard results.isProvisional else { return }
    let reasons = results.provisionalReasons(errorsAt: " (xem Phụ lục)")
    notice(
      "**TẠM TÍNH.** Kết quả trong văn bản này chưa phải là kết quả chính thức: \(RichText.joined(reasons, "; "))."
    )
  }

  /// Says that results are provisional, without the reasons, which are not for the public.
  mutating func provisionalMark(_ results: Results) {
    guard results.isProvisional else { return }
    notice("**TẠM TÍNH.** Kết quả trong văn bản này chưa phải là kết quả chính thức, có thể thay đổi.")
  }

  /// A chain of legal documents, one to a line, each carrying out the one below it.
  mutating func legalChain(_ chain: String) {
    for (place, document) in chain.documents.enumerated() {
      item(place == 0 ? RichText(document) : "→ \(document)")
    }
  }

  /// Where the figures are from and what is to be said about them, as round.csv puts it.
  mutating func sourceAndNote(_ settings: RoundSettings) {
    if !settings.source.isEmpty { paragraph("Nguồn số liệu: \(settings.source.sentence)") }
    if !settings.note.isEmpty { paragraph("Ghi chú: \(settings.note.sentence)") }
  }

  /// Which frozen version the results are; nothing while the round is open or where it has changed since.
  mutating func closedVersion(_ results: Results) {
    if let sentence = results.closedSentence { paragraph(sentence) }
  }

  /// Number, date, signer and announcement of the results, in a sentence.
  mutating func publication(_ publication: Publication) { paragraph(publication.sentence) }
}

extension Publication {
  /// Number, date, signer and announcement of the results, in a sentence.
  package var sentence: RichText {
    guard !number.isEmpty || date != nil || announced != nil else {
      return "Kết quả chưa có văn bản công bố."
    }
    var sentence: RichText = "Kết quả được công bố"
    if !number.isEmpty { sentence += " tại văn bản số \(number)" }
    if let date { sentence += " ngày \(date.documentText)" }
    if !signer.isEmpty { sentence += ", người ký: \(signer)" }
    if let announced { sentence += "; ngày công bố: \(announced.documentText)" }
    sentence += "."
    return sentence
  }
}

extension Results {
  /// Why results are provisional, with words that say where errors are listed; none where they are final.
  package func provisionalReasons(errorsAt place: RichText = "") -> [RichText] {
    var reasons: [RichText] = []
    let errors = problems.count(.error)
    if errors > 0 { reasons.append("còn \(countText(errors)) lỗi số liệu\(place)") }
    let waiting = unappraised.reduce(0) { $0 + $1.count }
    if waiting > 0 {
      let names = round.memberNames
      let members = unappraised.map { entry -> RichText in
        let name = entry.member.map { names[$0] ?? $0 } ?? "chưa phân công cơ quan thẩm định"
        return "\(name): \(countText(entry.count))"
      }
      let list = RichText.joined(members, "; ")
      reasons.append("còn \(countText(waiting)) lượt tự chấm chưa được thẩm định (\(list))")
    }
    return reasons
  }

  /// Which frozen version the results are; nil while the round is open or where it has changed since.
  package var closedSentence: RichText? {
    guard let closing = round.closing, !isProvisional else { return nil }
    var sentence: RichText = "Kết quả đã khóa sổ"
    if let date = closing.date { sentence += " ngày \(date.documentText)" }
    sentence += ", phiên bản \(closing.version)"
    if closing.version > 1 { sentence += " (đính chính: \(closing.reason.withoutStop))" }
    sentence += "."
    return sentence
  }
}

extension String {
  /// The documents of a chain of legal bases.
  var documents: [String] {
    var parts: [String] = []
    var current = ""
    for character in self {
      if character == "→" {
        parts.append(current.trimmed)
        current = ""
      } else {
        current.append(character)
      }
    }
    return (parts + [current.trimmed]).filter { !$0.isEmpty }
  }

  /// The text with a full stop at its end.
  package var sentence: String { hasSuffix(".") || hasSuffix("!") || hasSuffix("?") ? self : self + "." }

  /// The text without a full stop at its end.
  var withoutStop: String { hasSuffix(".") ? String(dropLast()) : self }

  /// The text as it goes on inside a sentence: its first letter small, unless it begins an abbreviation.
  var insideSentence: String {
    guard let first, !(dropFirst().first?.isUppercase ?? false) else { return self }
    return first.lowercased() + dropFirst()
  }
}

extension Round {
  /// The names of the council's members, by their codes.
  var memberNames: [String: String] {
    var names: [String: String] = [:]
    for row in councilRows where !row.name.isEmpty && names[row.appraiser] == nil {
      names[row.appraiser] = row.name
    }
    return names
  }

  /// Who a cell of appraisers names: by council.csv, else by agencies.csv; the council and the standing member by their words.
  package func memberName(_ written: String) -> String {
    let member = CouncilMember(written)
    let row = councilRows.first { !$0.name.isEmpty && CouncilMember($0.appraiser) == member }
    if let row { return row.name }
    switch member {
    case .council: return "Hội đồng"
    case .standing: return "Cơ quan thường trực"
    case .code(let code): return agency(code).map { agencies[$0].name } ?? code
    }
  }

  /// A bloc as a heading calls it.
  package func blocTitle(_ bloc: String, group: Int) -> String {
    if bloc == groups[group].code { return groupTitle(group) }
    let begins = ["khối", "cụm", "nhóm"].contains { bloc.folded.hasPrefix($0) }
    return begins ? bloc : "Khối \(bloc)"
  }

  /// A group as a heading calls it.
  package func groupTitle(_ group: Int) -> String { "Nhóm \(groups[group].code)" }
}
