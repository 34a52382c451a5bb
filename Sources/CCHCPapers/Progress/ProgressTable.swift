import CCHCCriteria
import CCHCCycle
package import CCHCDocuments
package import CCHCExact
import CCHCFiles
package import CCHCScoring
package import CCHCTables

/// Shows where every agency stands: on a terminal, as a document, CSV and JSON.
package struct ProgressTable {
  private let round: Round
  private let progress: [AgencyProgress]
  private let words: ProgressWords
  private let wording: Wording
  /// The day that the table is made for; nil where none is given.
  private let date: Day?
  /// The appraisal rounds that have begun.
  private let rounds: Int

  /// The most appraisal rounds that a table of A4 takes.
  private static let roundColumns = 3

  /// The table for a day, which names the stage that the round is in; without one no stage is named.
  package init(_ results: Results, on date: Day?, _ wording: Wording) {
    round = results.round
    progress = AgencyProgress.all(in: results, on: date)
    self.wording = wording
    self.date = date
    words = ProgressWords(wording: wording)
    rounds = progress.map(\.rounds.count).max() ?? 0
  }

  // MARK: Terminal

  package func text() -> String {
    var text = round.settings.name + "\n"
    for line in stages() { text += line + "\n" }
    return text + "\n" + table() + "\n" + tally() + "\n"
  }

  /// The agencies in columns, each as wide as its widest cell; names, which may be long, come last.
  private func table() -> String {
    let headings = [
      wording("Mã", "Code"), wording("Trạng thái", "State"), wording("Đã đủ", "Complete"),
      wording("Ngày nhận", "Received"), wording("Muộn", "Late"), wording("Thẩm định", "Appraised"),
      wording("Cơ quan", "Agency"),
    ]
    var lines = [headings]
    for entry in progress {
      let agency = round.agencies[entry.agency]
      let received = entry.receipt.map { wording($0.date.documentText, $0.date.isoText) }
      let appraised = entry.rounds.map(words.appraisal).joined(separator: " ")
      lines.append([
        agency.code, words.state(entry), "\(entry.complete)/\(entry.total)", received ?? noFigure,
        entry.lateDays > 0 ? String(entry.lateDays) : noFigure, appraised.isEmpty ? noFigure : appraised,
        agency.name,
      ])
    }
    let widths = headings.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    return lines.map { cells in
      let last = cells.count - 1
      return "  " + zip(cells, widths).prefix(last).map { pad($0, $1 + 2) }.joined() + cells[last] + "\n"
    }.joined()
  }

  private func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  /// How many agencies there are in each state, in the order of the year.
  private func tally() -> String {
    var counts: [ProgressState: Int] = [:]
    for entry in progress { counts[entry.state, default: 0] += 1 }
    let order = counts.sorted { $0.key.order < $1.key.order }
    return wording("\(progress.count) cơ quan: ", "\(progress.count) agencies: ")
      + order.map { "\($0.value) \(words.kind($0.key))" }.joined(separator: ", ") + "."
  }

  /// The stages that the day lies in, and how many days are left of them.
  private func stages() -> [String] {
    guard let date else { return [] }
    let lines = round.calendar.stages(on: date).map { stage, until in
      let left = until.number - date.number
      return wording(
        "\(stage.kind.vietnamese): đến hết ngày \(until.documentText), còn \(left) ngày",
        "\(stage.kind.argument.worded(in: .english)): until \(until.isoText), \(left) day\(left == 1 ? "" : "s") left"
      )
    }
    guard lines.isEmpty else { return lines }
    return [
      wording(
        "Ngày \(date.documentText) không thuộc giai đoạn nào của stages.csv",
        "\(date.isoText) lies in no stage of stages.csv")
    ]
  }

  // MARK: Document

  package func document() -> DocumentTree {
    var tree = DocumentTree()
    tree.title("TÌNH HÌNH THỰC HIỆN KỲ ĐÁNH GIÁ NĂM \(round.settings.yearText)")
    tree.byline("*\(round.settings.name)*")
    if let date { tree.paragraph("Tính đến ngày \(date.documentText).") }
    for line in stages() { tree.item("\(line).") }
    tree.paragraph("\(tally())")
    var columns = [
      TableColumn("STT", width: 5, .center), TableColumn("Cơ quan", width: 30),
      TableColumn("Tiêu chí đã đủ", width: 9, .center), TableColumn("Ngày nhận", width: 11, .center),
      TableColumn("Số ngày muộn", width: 8, .right), TableColumn("Trạng thái", width: 24),
    ]
    for number in 0..<min(rounds, Self.roundColumns) {
      columns.append(TableColumn("Thẩm định lần \(number + 1)", width: 9, .center))
      columns.append(TableColumn("Giải trình lần \(number + 1)", width: 9, .center))
    }
    let blocs = blocs()
    tree.table(columns) { rows in
      var number = 0
      for bloc in blocs {
        if blocs.count > 1 {
          rows.cell("")
          rows.wideCell("**\(bloc.title)**")
          rows.endRow()
        }
        for entry in bloc.entries {
          number += 1
          write(entry, number, &rows)
        }
      }
    }
    tree.paragraph(
      """
      Cột thẩm định: số tiêu chí đã thẩm định trên số tiêu chí phải thẩm định; cột giải trình: số tiêu chí đã giải trình trên số \
      tiêu chí bị trừ điểm ở lần đó.
      """)
    return tree
  }

  private func write(_ entry: AgencyProgress, _ number: Int, _ rows: inout TableRows) {
    rows.cell(number)
    rows.cell(round.agencies[entry.agency].name)
    rows.cell("\(entry.complete)/\(entry.total)" as String)
    rows.cell(entry.receipt?.date.documentText ?? noFigure)
    rows.cell(entry.lateDays > 0 ? groupedText(entry.lateDays) : noFigure)
    rows.cell(words.state(entry))
    for place in 0..<min(rounds, Self.roundColumns) {
      let done = entry.rounds.indices.contains(place) ? entry.rounds[place] : nil
      rows.cell(done.map(words.appraisal) ?? noFigure)
      rows.cell(done.map(words.explanation) ?? noFigure)
    }
    rows.endRow()
  }

  /// The agencies of each bloc of each group, groups and blocs by name, agencies as agencies.csv lists them.
  private func blocs() -> [(title: String, entries: [AgencyProgress])] {
    var blocs: [(title: String, entries: [AgencyProgress])] = []
    for group in round.groups.indices {
      let own = progress.filter { round.agencies[$0.agency].group == group }
      let names = Set(own.map { round.agencies[$0.agency].bloc }).sorted(by: precedesInBytes)
      for name in names {
        blocs.append(
          (round.blocTitle(name, group: group), own.filter { round.agencies[$0.agency].bloc == name }))
      }
    }
    return blocs
  }

  // MARK: CSV, workbook and JSON

  package func csv(_ locale: CSVLocale) -> [UInt8] { list().csv(locale) }

  /// The table as a workbook, with the register of receipts behind it.
  package func workbook() -> [UInt8]? {
    ListWorkbook.bytes(
      [list(), ReceiptList.list(round)], title: "Tình hình thực hiện kỳ đánh giá",
      creator: round.settings.issuer)
  }

  private func list() -> ListTable {
    var columns = [
      ListColumn.given(.agency, 13), .given(.name, 34), .given(.bloc, 22), .given(.status, 30),
      ListColumn("tiêu chí đã đủ", 10), ListColumn("tiêu chí phải nộp", 10), .given(.received, 12),
      ListColumn("số ngày muộn", 9),
    ]
    for number in 0..<rounds {
      columns.append(ListColumn("thẩm định lần \(number + 1)", 11))
      columns.append(ListColumn("giải trình lần \(number + 1)", 11))
    }
    return ListTable("Tình hình", columns, progress.map(cells))
  }

  private func cells(_ entry: AgencyProgress) -> [ListCell] {
    let agency = round.agencies[entry.agency]
    var cells: [ListCell] = [
      .text(agency.code), .text(agency.name), .text(agency.bloc), .text(words.state(entry)),
      .integer(entry.complete), .integer(entry.total),
      entry.receipt.map { .day($0.date, shown: $0.date.isoText) } ?? .empty, .integer(entry.lateDays),
    ]
    for number in 0..<rounds {
      let done = entry.rounds.indices.contains(number) ? entry.rounds[number] : nil
      cells.append(.text(done.map(words.appraisal) ?? ""))
      cells.append(.text(done.map(words.explanation) ?? ""))
    }
    return cells
  }

  package func write(_ json: inout JSONWriter) {
    json.array { json in
      for entry in progress {
        json.object { json in
          json.member("agency", round.agencies[entry.agency].code)
          json.member("state", entry.state.id)
          json.member("shown", words.state(entry))
          json.key("complete")
          json.number(Int128(entry.complete))
          json.key("total")
          json.number(Int128(entry.total))
          json.key("received")
          json.string(entry.receipt?.date.isoText)
          json.key("late_days")
          json.number(Int128(entry.lateDays))
          json.key("overdue_days")
          json.number(Int128(entry.overdueDays))
          json.key("rounds")
          json.array { json in
            for round in entry.rounds { write(round, &json) }
          }
        }
      }
    }
  }

  private func write(_ round: AgencyProgress.RoundProgress, _ json: inout JSONWriter) {
    json.object { json in
      let members = [
        ("round", round.round), ("appraised", round.appraised), ("wanted", round.wanted),
        ("cut", round.cut), ("explained", round.explained),
      ]
      for (name, value) in members {
        json.key(name)
        json.number(Int128(value))
      }
    }
  }
}
