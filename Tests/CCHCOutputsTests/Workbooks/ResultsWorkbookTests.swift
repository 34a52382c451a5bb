import CCHCBooks
import CCHCCriteria
import CCHCCycle
import CCHCDocuments
import CCHCExact
import CCHCFiles
import CCHCOffice
import CCHCPapers
import CCHCScoring
import Testing

@Suite("results.xlsx")
struct ResultsWorkbookTests {
  @Test("Sheets stand in their order, and the same results give the same bytes", arguments: SampleBook.names)
  func sheets(_ name: String) throws {
    let results = try SampleBook.results(name)
    let bytes = ResultsWorkbook.bytes(results)
    #expect(bytes == ResultsWorkbook.bytes(results))
    #expect(
      try ReadBook(bytes).names == [
        "Xếp hạng", "Lĩnh vực", "Chi tiết", "Thẩm định", "Nghĩa vụ sau công bố", "Thống kê", "Phương pháp",
      ])
  }

  @Test("Every formula gives the value that stands beside it", arguments: SampleBook.names)
  func formulas(_ name: String) throws {
    #expect(try SampleBook.book(name).checkFormulas() > 10)
  }

  @Test(
    "Xếp hạng and Lĩnh vực hold the engine's figures, sums and shares as formulas",
    arguments: SampleBook.names)
  func ranking(_ name: String) throws {
    let results = try SampleBook.results(name)
    let book = try SampleBook.book(name)
    for group in results.groups {
      for result in group.agencies { try check(result, in: group, results, book) }
    }
  }

  private func check(
    _ result: AgencyResult, in group: GroupResult, _ results: Results, _ book: ReadBook
  ) throws {
    let set = results.round.groups[group.group].set
    let (points, share) = (set.settings.pointDecimals, set.settings.indexDecimals + 2)
    let code = results.round.agencies[result.agency].code
    let ranks = try ReadTable(book.sheet("Xếp hạng"), first: "Hạng", with: code)
    #expect(try ranks.text(code, "Hạng") == result.rank.map { String($0) } ?? "–")
    #expect(try ranks.text(code, "Điểm đạt được") == plain(result.points, points))
    #expect(try ranks.isFormula(code, "Điểm đạt được"))
    #expect(try ranks.text(code, "Điểm tối đa") == plain(result.max, points))
    #expect(try ranks.text(code, "Chỉ số") == plain(result.publishedIndex, share))
    #expect(try ranks.isFormula(code, "Chỉ số") == (result.publishedIndex != nil))
    if ranks.hasColumn("Xếp loại") { #expect(try ranks.text(code, "Xếp loại") == result.band ?? "–") }
    let name = results.round.agencies[result.agency].name
    let mark = results[agency: result.agency].shortSurveys.isEmpty ? "" : " (*)"
    #expect(try ranks.text(code, "Cơ quan") == name + mark)

    let fields = try ReadTable(book.sheet("Lĩnh vực"), first: "Hạng", with: code)
    for (place, field) in set.fields.enumerated() {
      let total = result.fields[place]
      let isEmpty = total.max == 0 && total.points == 0
      let heading = try #require(
        ["", " (điểm thưởng)", " (điểm trừ)"].lazy.map {
          "\(set.rows[field].code). \(set.rows[field].name)\($0)"
        }.first { ranks.hasColumn($0) })
      #expect(try ranks.text(code, heading) == plain(isEmpty ? nil : total.points, points))
      let percent = total.share.flatMap(set.settings.publishedPercent)
      #expect(try fields.text(code, heading) == plain(percent, share))
      #expect(try fields.isFormula(code, heading) == (percent != nil))
      let wide = results.groups.map { results.round.groups[$0.group].set.fields.count }.max() ?? 0
      #expect(try fields.text(code, heading, after: wide) == plain(isEmpty ? nil : total.points, points))
      #expect(try fields.text(code, heading, after: 2 * wide) == plain(total.max, points))
    }
  }

  @Test("Chi tiết holds every leaf, with a mark where it is not simply scored", arguments: SampleBook.names)
  func leaves(_ name: String) throws {
    let results = try SampleBook.results(name)
    let book = try SampleBook.book(name)
    let marks: [LeafStatus: String] = [.exempt: "KĐG", .monitored: "TD"]
    for group in results.groups {
      let set = results.round.groups[group.group].set
      for result in group.agencies {
        let code = results.round.agencies[result.agency].code
        let table = try ReadTable(book.sheet("Chi tiết"), first: "Mã", with: code)
        for (number, leaf) in set.leaves.enumerated() {
          let score = results[agency: result.agency][leaf: number].score
          let shown = score.final.map { plain(Int128($0), set.settings.pointDecimals) } ?? marks[score.status]
          #expect(try table.text(code, set.rows[leaf.row].code) == shown)
        }
        #expect(try table.text(code, "Tổng") == plain(result.points, set.settings.pointDecimals))
        #expect(try table.isFormula(code, "Tổng"))
        for (place, field) in set.fields.enumerated() where set.rows[field].leaf == nil {
          let sum = try table.text(code, "Cộng \(set.rows[field].code)")
          #expect(sum == plain(result.fields[place].points, set.settings.pointDecimals))
        }
      }
    }
  }

  @Test(
    "Thẩm định has a row for every appraised leaf, its difference as a formula", arguments: SampleBook.names)
  func appraisals(_ name: String) throws {
    let results = try SampleBook.results(name)
    let sheet = try SampleBook.book(name).sheet("Thẩm định")
    let head = try #require(sheet.cells.first { $0.value.text == "Mã cơ quan" }).position.row
    let titles = Dictionary(uniqueKeysWithValues: sheet.row(head).map { ($0.value.text, $0.position.column) })
    var row = head
    for group in results.groups {
      let set = results.round.groups[group.group].set
      for result in group.agencies {
        for (number, leaf) in set.leaves.enumerated() {
          let score = results[agency: result.agency][leaf: number].score
          guard score.isAppraised else { continue }
          row += 1
          func text(_ title: String) throws -> String {
            sheet[CellPosition(row: row, column: try #require(titles[title]))]?.value.text ?? ""
          }
          func shown(_ units: Int64?) -> String {
            plain(units.map { Int128($0) }, set.settings.pointDecimals)
          }
          #expect(try text("Mã cơ quan") == results.round.agencies[result.agency].code)
          #expect(try text("Mã tiêu chí") == set.rows[leaf.row].code)
          #expect(try text("Tự chấm") == shown(score.own))
          #expect(try text("Điểm đạt được") == shown(score.final))
          for appraised in results.rounds(of: score) {
            #expect(try text("Thẩm định lần \(appraised.round)") == shown(appraised.points))
          }
          let difference = score.own.flatMap { own in score.final.map { $0 - own } }
          #expect(try text("Chênh lệch") == shown(difference))
          #expect(try text("Trạng thái") == score.status.vietnamese)
        }
      }
    }
    #expect(sheet.lastRow == row)
  }

  @Test(
    "Nghĩa vụ sau công bố names every paper that is owed, with all its reasons", arguments: SampleBook.names)
  func duties(_ name: String) throws {
    let results = try SampleBook.results(name)
    let sheet = try SampleBook.book(name).sheet("Nghĩa vụ sau công bố")
    let head = try #require(sheet.cells.first { $0.value.text == "TT" }).position.row
    // Notes below the table stand in the first column, too.
    var found = sheet.cells.filter { cell in
      guard case .number = cell.value else { return false }
      return cell.position.row > head && cell.position.column == 1
    }.count
    for paper in DutyPaper.papers(of: results.round) {
      for group in results.groups {
        for result in group.agencies {
          guard let debt = paper.debt(result, group: group.group) else { continue }
          found -= 1
          let code = results.round.agencies[result.agency].code
          let rows = (head + 1...sheet.lastRow).map { sheet.row($0).map(\.value.text) }
          let row = rows.first { $0.count > 4 && $0[1] == code && $0[3] == paper.duty }
          let cells = try #require(row, "\(code): \(paper.duty)")
          for reason in debt.reasons { #expect(cells[4].contains(reason)) }
          #expect(cells[5] == debt.deadline?.isoText ?? cells[5])
        }
      }
    }
    #expect(found == 0)
  }

  @Test("Thống kê says what the report says", arguments: SampleBook.names)
  func statistics(_ name: String) throws {
    let results = try SampleBook.results(name)
    let sheet = try SampleBook.book(name).sheet("Thống kê")
    let report = shown(SummaryReport.document(results).markdown)
    for group in results.groups where !group.agencies.isEmpty {
      let set = results.round.groups[group.group].set
      for (place, field) in set.fields.enumerated() {
        guard let spread = group.fieldSpread(place, set.settings) else { continue }
        let rows = sheet.cells.filter { $0.value.text == set.rows[field].code && $0.position.column == 1 }
          .map { sheet.row($0.position.row).map(\.value.text) }
        let decimals = set.settings.indexDecimals
        let figures = [spread.mean, spread.highest, spread.lowest]
        #expect(rows.contains { [3, 4, 6].map($0.text(at:)) == figures.map { plain($0, decimals + 2) } })
        for figure in figures {
          #expect(report.contains(decimalText(figure, decimals: decimals, mark: ",") + "%"))
        }
      }
    }
  }

  @Test("Phương pháp names every file behind the scores, the program, and why results are provisional")
  func method() throws {
    let results = try SampleBook.results("2024-cchc-mau")
    let sheet = try SampleBook.book("2024-cchc-mau").sheet("Phương pháp")
    let texts = Set(sheet.cells.map(\.value.text))
    for stamp in results.round.scoreStamps {
      #expect(texts.contains(stamp.file))
      #expect(texts.contains(stamp.sha256))
    }
    #expect(texts.contains { $0.hasPrefix("cchc ") })
    #expect(texts.contains { $0.hasPrefix("còn 03 lượt tự chấm chưa được thẩm định") })
  }
}

extension [String] {
  fileprivate func text(at place: Int) -> String { place < count ? self[place] : "" }
}
