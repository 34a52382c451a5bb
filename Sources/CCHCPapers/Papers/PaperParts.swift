import CCHCCriteria
import CCHCDocuments
import CCHCExact
import CCHCScoring

extension PaperHead {
  /// The head of a paper that the round's issuer signs; a kind such as `TB` stands in its number.
  init(_ settings: RoundSettings, kind: String, day: Day?) {
    self.init(
      superior: settings.superior, issuer: settings.issuer, number: settings.number(of: kind),
      place: settings.place, day: day)
  }

  /// The head of an official letter of the round's issuer.
  init(letter settings: RoundSettings, day: Day?, subject: RichText) {
    self.init(
      superior: settings.superior, issuer: settings.issuer,
      number: "……/\(settings.issuerSymbol ?? "……")-……", place: settings.place, day: day, subject: subject)
  }

  /// The head of a paper that an agency itself signs.
  init(agency: Agency, in round: Round) {
    self.init(
      superior: round.settings.superior, issuer: agency.name.uppercased(), number: "……",
      place: round.settings.place)
  }
}

extension DocumentTree {
  /// Kind and subject of a paper.
  mutating func title(_ kind: RichText, _ subject: RichText) {
    title(kind)
    self.subject(subject)
  }

  /// Recipients on the left, who signs on the right.
  mutating func signature(recipients: [RichText], titles: [RichText], signer: String) {
    signature(
      Signature(
        recipients: recipients,
        right: Signatory(titles: titles, name: signer.isEmpty ? "……" : "**\(signer)**")))
  }

  /// The signature of the round's issuer; the further recipients of round.csv stand before the file copy.
  ///
  /// - Parameters:
  ///   - settings: those of the round.
  ///   - first: who receives the paper first.
  ///   - isForOne: whether it is about one agency alone and goes to nobody further.
  mutating func issuerSignature(_ settings: RoundSettings, to first: [RichText], isForOne: Bool = false) {
    let further = isForOne ? [] : settings.recipients.map { "- \($0);" as RichText }
    signature(
      recipients: first + further + ["- Lưu: VT."],
      titles: [settings.signerTitle.isEmpty ? "……" : "**\(settings.signerTitle)**"], signer: settings.signer)
  }

  /// The legal bases of a paper, one to a line in italics; the last line ends the list.
  mutating func bases(_ lines: [RichText]) {
    for (place, line) in lines.enumerated() {
      let stop: RichText = place == lines.count - 1 ? "." : ";"
      paragraph("*\(line)\(stop)*")
    }
  }

  /// Says that what follows from the results is expected only, while the round is open.
  mutating func expectedMark(_ round: Round) {
    guard round.closing == nil, round.groups.contains(where: { !$0.set.obligations.isEmpty }) else { return }
    notice(
      "**DỰ KIẾN.** Kỳ đánh giá chưa khóa sổ; kết quả và nghĩa vụ theo kết quả trong văn bản này là dự kiến.")
  }
}

extension Day {
  /// `ngày 15/3/2024`, or an open date for nil.
  static func phrase(_ day: Day?) -> String { day.map { "ngày \($0.documentText)" } ?? "ngày ……" }
}
