package import CCHCScoring
package import CCHCTables

/// Shows where every agency stands: on a terminal, as Markdown, CSV and JSON.
package struct ProgressTable {
  private let round: Round
  private let progress: [AgencyProgress]
  private let words: ProgressWords
  private let wording: Wording
  /// The day that the table is made for; nil where none is given.
  private let date: Day?
  /// The appraisal rounds that have begun.
  private let rounds: Int

  /// The table for a day, which names the stage that the round is in; without one no stage is named.
  package init(_ results: Results, on date: Day?, _ wording: Wording) {
    round = results.round
    progress = results.progress()
    self.wording = wording
    self.date = date
    words = ProgressWords(wording: wording)
    rounds = progress.map(\.rounds.count).max() ?? 0
  }

  // MARK: Terminal

  package func text() -> String {
    var text = round.settings.name + "\n"
    for line in stages() { text += line + "\n" }
    let width = (progress.map { words.state($0).count }.max() ?? 0) + 2
    let codes = (round.agencies.map { $0.code.count }.max() ?? 0) + 2
    text += "\n"
    for entry in progress {
      let agency = round.agencies[entry.agency]
      text += "  " + pad(agency.code, codes) + pad(words.state(entry), width)
      text += pad("\(entry.complete)/\(entry.total)", 8) + agency.name + "\n"
    }
    return text + "\n" + tally() + "\n"
  }

  private func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  /// How many agencies there are in each state, most advanced last.
  private func tally() -> String {
    var order: [String] = []
    var counts: [String: Int] = [:]
    for entry in progress {
      let kind = words.kind(entry.state)
      if counts[kind] == nil { order.append(kind) }
      counts[kind, default: 0] += 1
    }
    return wording("\(progress.count) cơ quan: ", "\(progress.count) agencies: ")
      + order.map { "\(counts[$0] ?? 0) \($0)" }.joined(separator: ", ") + "."
  }

  /// The stages that the day lies in, and how many days are left of them.
  private func stages() -> [String] {
    guard let date else { return [] }
    var lines: [String] = []
    for stage in round.calendar.stages {
      guard let until = stage.until, date <= until, stage.from.map({ $0 <= date }) ?? false else { continue }
      let left = until.number - date.number
      lines.append(
        wording(
          "\(stage.kind.vietnamese): đến hết ngày \(until.documentText), còn \(left) ngày",
          "\(stage.kind.vietnamese): until \(until.isoText), \(left) days left"))
    }
    return lines.isEmpty
      ? [
        wording(
          "Ngày \(date.documentText) không thuộc giai đoạn nào của stages.csv",
          "\(date.isoText) lies in no stage of stages.csv")
      ] : lines
  }

  // MARK: Markdown

  package func markdown() -> [UInt8] {
    var markdown = Markdown()
    markdown.heading(1, "TÌNH HÌNH THỰC HIỆN KỲ ĐÁNH GIÁ NĂM \(round.settings.yearText)")
    markdown.paragraph("*\(round.settings.name)*")
    if let date { markdown.paragraph("Tính đến ngày \(date.documentText).") }
    for line in stages() { markdown.item("\(line).") }
    markdown.paragraph("\(tally())")
    var columns = [
      MarkdownColumn("STT", width: 5, .center), MarkdownColumn("Cơ quan", width: 30),
      MarkdownColumn("Tiêu chí đã đủ", width: 9, .center), MarkdownColumn("Ngày nhận", width: 11, .center),
      MarkdownColumn("Số ngày muộn", width: 8, .right), MarkdownColumn("Trạng thái", width: 24),
    ]
    for number in 0..<min(rounds, 3) {
      columns.append(MarkdownColumn("Thẩm định lần \(number + 1)", width: 9, .center))
      columns.append(MarkdownColumn("Giải trình lần \(number + 1)", width: 9, .center))
    }
    markdown.table(columns) { rows in
      for (place, entry) in progress.enumerated() {
        rows.cell(place + 1)
        rows.cell(round.agencies[entry.agency].name)
        rows.cell("\(entry.complete)/\(entry.total)" as String)
        rows.cell(entry.receipt?.date.documentText ?? noFigure)
        rows.cell(entry.lateDays > 0 ? groupedText(entry.lateDays) : noFigure)
        rows.cell(words.state(entry))
        for number in 0..<min(rounds, 3) {
          let done = entry.rounds.indices.contains(number) ? entry.rounds[number] : nil
          rows.cell(done.map(words.appraisal) ?? noFigure)
          rows.cell(done.map(words.explanation) ?? noFigure)
        }
        rows.endRow()
      }
    }
    markdown.paragraph(
      """
      Cột thẩm định: số tiêu chí đã thẩm định trên số tiêu chí phải thẩm định; cột giải trình: số tiêu chí đã giải trình trên số \
      tiêu chí bị trừ điểm ở lần đó.
      """)
    return markdown.bytes
  }

  // MARK: CSV and JSON

  package func csv(_ locale: CSVLocale) -> [UInt8] {
    var csv = CSVWriter(locale: locale)
    for heading in [
      "mã cơ quan", "tên", "trạng thái", "tiêu chí đã đủ", "tiêu chí phải nộp", "ngày nhận", "số ngày muộn",
    ] { csv.text(heading) }
    for number in 0..<rounds {
      csv.text("thẩm định lần \(number + 1)")
      csv.text("giải trình lần \(number + 1)")
    }
    csv.endRow()
    for entry in progress {
      csv.text(round.agencies[entry.agency].code)
      csv.text(round.agencies[entry.agency].name)
      csv.text(words.state(entry))
      csv.integer(entry.complete)
      csv.integer(entry.total)
      csv.text(entry.receipt?.date.isoText ?? "")
      csv.integer(entry.lateDays)
      for number in 0..<rounds {
        let done = entry.rounds.indices.contains(number) ? entry.rounds[number] : nil
        csv.text(done.map(words.appraisal) ?? "")
        csv.text(done.map(words.explanation) ?? "")
      }
      csv.endRow()
    }
    return csv.bytes
  }

  package func write(_ json: inout JSONWriter) {
    json.array { json in
      for entry in progress {
        json.object { json in
          json.member("agency", round.agencies[entry.agency].code)
          json.member("state", words.state(entry))
          json.key("complete")
          json.number(Int128(entry.complete))
          json.key("total")
          json.number(Int128(entry.total))
          json.key("received")
          json.string(entry.receipt?.date.isoText)
          json.key("late_days")
          json.number(Int128(entry.lateDays))
        }
      }
    }
  }
}
