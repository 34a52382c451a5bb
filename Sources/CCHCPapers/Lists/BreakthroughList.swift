import CCHCCriteria
package import CCHCCycle
import CCHCDocuments
import CCHCExact
import CCHCOffice
package import CCHCScoring

/// The list of breakthrough work to be filled in: what is registered, and a row for each agency that still owes it.
///
/// It has the columns of breakthrough.csv: filled in, it is that table.
package enum BreakthroughList {
  private static let columns: [ListColumn] = [
    .given(.agency, 12), .remark("tên cơ quan", 26), open(.work, 34), open(.solution, 34), open(.field, 9),
    .remark("tên lĩnh vực", 22), open(.responsible, 20), open(.deadline, 12), open(.expected, 9),
    open(.result, 26), open(.registered, 12),
  ]

  private static func open(_ column: BreakthroughColumn, _ width: Double) -> ListColumn {
    .open(column.column, width)
  }

  /// The places of the columns that have rules, from 1.
  private static let (field, deadline, expected, registered) = (5, 8, 9, 11)

  private static let note = """
    # Mỗi việc một dòng; dòng chưa ghi “công việc” không được đọc. Lĩnh vực ghi mã như 1, 2; các lĩnh vực dưới 75% của từng cơ \
    quan có ở tệp theo-doi.xlsx, trang Danh sách thi đua. Ghi xong, chép tệp vào thư mục kỳ đánh giá với tên breakthrough.xlsx.
    """

  /// Rows in which further work is registered.
  private static let spareRows = 30

  /// The workbook; nil where it has more rows than a sheet.
  package static func workbook(_ results: Results, _ followUp: FollowUp) -> [UInt8]? {
    let round = results.round
    let owing = followUp.papers.indices.filter { followUp.papers[$0].isBreakthrough }.flatMap { place in
      followUp.duties(of: place).filter { !$0.state.isReceived }.map(\.agency)
    }
    let working = Set(round.breakthroughs.map(\.agency))
    let missing = owing.filter { !working.contains($0) }
    let cells = round.breakthroughs.map { row($0, round) } + missing.map { empty($0, round) }
    let agencies = round.breakthroughs.map(\.agency) + missing
    var list = ListTable("Đột phá", columns, cells)
    list.note = note
    list.spareRows = spareRows
    list.validations = { first in validations(agencies, round, first) }
    return ListWorkbook.bytes([list], title: "Đăng ký công việc đột phá", creator: round.settings.issuer)
  }

  private static func row(_ work: Breakthrough, _ round: Round) -> [ListCell] {
    let rows = round[agency: work.agency].set.rows
    let mark: Unicode.Scalar = ","
    return [
      .text(round.agencies[work.agency].code), .text(round.agencies[work.agency].name), .text(work.work),
      .text(work.solution), .text(work.field.map { rows[$0].code } ?? ""),
      .text(work.field.map { rows[$0].name } ?? ""), .text(work.responsible), day(work.deadline),
      work.expected.map { value in
        let units = Int128(value.units)
        let shown = decimalText(units, decimals: value.scale, mark: mark)
        return .figure(units, decimals: value.scale, shown: shown)
      } ?? .empty, .text(work.result), day(work.registered),
    ]
  }

  private static func empty(_ agency: Int, _ round: Round) -> [ListCell] {
    [.text(round.agencies[agency].code), .text(round.agencies[agency].name)]
      + [ListCell](repeating: .empty, count: columns.count - 2)
  }

  private static func day(_ day: Day?) -> ListCell { day.map { .day($0, shown: $0.isoText) } ?? .empty }

  private static func validations(_ agencies: [Int], _ round: Round, _ first: Int) -> [DataValidation] {
    var fields = ColumnRules(column: field)
    for (place, agency) in agencies.enumerated() {
      let set = round[agency: agency].set
      fields.add(.oneOf(set.fields.map { set.rows[$0].code }), rows: first + place...first + place)
    }
    let rows = first...first + agencies.count + spareRows - 1
    func column(_ place: Int) -> CellArea { CellArea(rows: rows, columns: place...place) }
    return fields.validations + [
      InputRule.day.validation([column(deadline), column(registered)]),
      InputRule.number(isSigned: false).validation([column(expected)]),
    ]
  }
}
