import CCHCScoring
import CCHCTables

/// Who issues a paper, under which number, where and when (NĐ 30/2020/NĐ-CP).
struct PaperHead {
  var superior: String
  var issuer: String
  /// What follows “Số: ”.
  var number: String
  var place: String
  /// nil leaves the date open.
  var day: Day?
  /// Minutes bear neither place nor date in their head.
  var isDated = true
  /// The subject of an official letter, which stands below its number.
  var subject: MarkdownText?

  init(
    superior: String, issuer: String, number: String, place: String, day: Day? = nil, isDated: Bool = true,
    subject: MarkdownText? = nil
  ) {
    self.superior = superior
    self.issuer = issuer
    self.number = number
    self.place = place
    self.day = day
    self.isDated = isDated
    self.subject = subject
  }

  /// The head of a paper that the round's issuer signs; a kind such as `TB` stands in its number.
  init(_ settings: RoundSettings, kind: String, day: Day?) {
    self.init(
      superior: settings.superior, issuer: settings.issuer, number: settings.number(of: kind),
      place: settings.place, day: day)
  }

  /// The head of an official letter of the round's issuer.
  init(letter settings: RoundSettings, day: Day?, subject: MarkdownText) {
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

extension Markdown {
  /// The head of an administrative document; what is not known is left open.
  mutating func head(_ head: PaperHead) {
    let place: MarkdownText = head.place.isEmpty ? "" : "\(head.place), "
    let date: MarkdownText =
      head.day.map { "*\(place)\($0.longText)*" } ?? "*\(place)ngày …… tháng …… năm ……*"
    // A heading row without text: converters then set a table without rules.
    table([MarkdownColumn("", width: 40, .center), MarkdownColumn("", width: 60, .center)]) { rows in
      // An issuer without a superior stands beside the first line.
      let issuer: MarkdownText = "**\(head.issuer.isEmpty ? "……" : head.issuer)**"
      rows.cell(head.superior.isEmpty ? issuer : "\(head.superior)")
      rows.cell("**CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM**" as MarkdownText)
      rows.endRow()
      rows.cell(head.superior.isEmpty ? "" : issuer)
      rows.cell("**Độc lập - Tự do - Hạnh phúc**" as MarkdownText)
      rows.endRow()
      rows.cell("———" as MarkdownText)
      rows.cell("———————————" as MarkdownText)
      rows.endRow()
      rows.cell("Số: \(head.number)" as MarkdownText)
      rows.cell(head.isDated ? date : "")
      rows.endRow()
      if let subject = head.subject {
        rows.cell("V/v \(subject)" as MarkdownText)
        rows.cell("")
        rows.endRow()
      }
    }
  }

  /// Kind and subject of a paper.
  mutating func title(_ kind: MarkdownText, _ subject: MarkdownText) {
    heading(1, kind)
    paragraph("**\(subject)**")
  }

  /// Recipients on the left, who signs on the right.
  mutating func signature(recipients: [MarkdownText], titles: [MarkdownText], signer: String) {
    var right = titles + ["*(Chữ ký, dấu)*" as MarkdownText]
    right.append(signer.isEmpty ? "……" : "**\(signer)**")
    signatureTable(["***Nơi nhận:***"] + recipients, right)
  }

  /// The signature of the round's issuer; the further recipients of round.csv stand before the file copy.
  ///
  /// - Parameters:
  ///   - settings: those of the round.
  ///   - first: who receives the paper first.
  ///   - isForOne: whether it is about one agency alone and goes to nobody further.
  mutating func issuerSignature(_ settings: RoundSettings, to first: [MarkdownText], isForOne: Bool = false) {
    let further = isForOne ? [] : settings.recipients.map { "- \($0);" as MarkdownText }
    signature(
      recipients: first + further + ["- Lưu: VT."],
      titles: [settings.signerTitle.isEmpty ? "……" : "**\(settings.signerTitle)**"], signer: settings.signer)
  }

  /// Two columns of lines without rules.
  mutating func signatureTable(_ left: [MarkdownText], _ right: [MarkdownText]) {
    table([MarkdownColumn("", width: 50), MarkdownColumn("", width: 50, .center)]) { rows in
      for line in 0..<max(left.count, right.count) {
        rows.cell(line < left.count ? left[line] : "")
        rows.cell(line < right.count ? right[line] : "")
        rows.endRow()
      }
    }
  }

  /// The legal bases of a paper, one to a line in italics; the last line ends the list.
  mutating func bases(_ lines: [MarkdownText]) {
    for (place, line) in lines.enumerated() {
      let stop: MarkdownText = place == lines.count - 1 ? "." : ";"
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
  /// `ngày 05 tháng 02 năm 2024`: a leading zero for days below 10 and for January and February.
  var longText: String {
    let (year, month, day) = components
    return "ngày \(day < 10 ? "0" : "")\(day) tháng \(month < 3 ? "0" : "")\(month) năm \(year)"
  }

  /// `ngày 15/3/2024`, or an open date for nil.
  static func phrase(_ day: Day?) -> String { day.map { "ngày \($0.documentText)" } ?? "ngày ……" }
}
