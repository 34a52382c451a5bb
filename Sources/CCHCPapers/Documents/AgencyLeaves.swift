import CCHCCriteria
import CCHCDocuments
import CCHCExact
import CCHCFiles
import CCHCScoring

/// The leaves of one agency on its page: all points, the largest losses, and what appraisal changed and why.
struct AgencyLeaves {
  private let agency: ScoredAgency
  private let layout: SetLayout
  /// The latest appraisal rounds in which a leaf of the agency was appraised.
  private let appraisalRounds: [Int]

  /// The most columns of appraisal rounds that a table of A4 landscape takes, and the most losses listed.
  private static let (roundColumns, lossLimit) = (3, 10)

  private var set: CriteriaSet { layout.set }

  private var settings: SetSettings { layout.set.settings }

  init(_ agency: ScoredAgency, _ layout: SetLayout) {
    self.agency = agency
    self.layout = layout
    let rounds = Swift.Set(agency.leaves.flatMap { $0.rounds.map(\.round) })
    appraisalRounds = Array(rounds.sorted().suffix(Self.roundColumns))
  }

  // MARK: Losses

  /// The leaves on which the agency lost most points.
  func writeLosses(_ tree: inout DocumentTree) {
    var losses: [(leaf: Int, units: Int64)] = []
    for leaf in agency.leaves {
      if let units = leaf.lostPoints, units > 0 { losses.append((leaf.index, units)) }
    }
    tree.heading(2, "2. Tiêu chí bị trừ nhiều điểm nhất")
    guard !losses.isEmpty else { return tree.paragraph("Không có tiêu chí nào bị trừ điểm.") }
    losses.sort { ($1.units, $0.leaf) < ($0.units, $1.leaf) }
    let total = losses.reduce(Int128(0)) { $0 + Int128($1.units) }
    tree.paragraph(
      """
      Cơ quan bị trừ điểm ở \(countText(losses.count)) tiêu chí, tổng cộng \(settings.pointsText(total)) điểm (điểm \
      tối đa trừ điểm đạt được, không tính điểm thưởng và điểm trừ).
      """)
    let columns = [
      TableColumn("Mã", width: 8), TableColumn("Tiêu chí", width: 50),
      TableColumn("Điểm tối đa", width: 12, .right), TableColumn("Điểm đạt được", width: 12, .right),
      TableColumn("Điểm bị trừ", width: 12, .right), TableColumn("Trạng thái", width: 16),
    ]
    tree.table(columns) { rows in
      for loss in losses.prefix(Self.lossLimit) {
        let leaf = set.leaves[loss.leaf]
        let score = agency[leaf: loss.leaf].score
        rows.cell(layout.codes[leaf.row])
        rows.cell(layout.names[leaf.row])
        rows.cell(settings.maximumText(Int128(leaf.maxUnits)))
        rows.cell(settings.pointsText(score.final))
        rows.cell(settings.pointsText(loss.units))
        rows.cell(score.status.vietnamese)
        rows.endRow()
      }
    }
  }

  // MARK: All leaves

  /// Every leaf in tree order, a table for each field.
  func writeAll(_ tree: inout DocumentTree) {
    tree.heading(2, "3. Kết quả từng tiêu chí")
    let totals = agency.totals()
    for (field, rows) in zip(set.fields, layout.rowsOfField) {
      tree.heading(3, "Lĩnh vực \(layout.codes[field]). \(set.rows[field].fieldTitle)")
      tree.table(columns) { table in
        for row in rows {
          if let leaf = set.rows[row].leaf {
            leafRow(agency[leaf: leaf], row, &table)
          } else if row != field {
            parentRow(row, totals[row], &table)
          }
        }
      }
    }
  }

  private var columns: [TableColumn] {
    var columns = [
      TableColumn("Mã", width: 8), TableColumn("Tiêu chí", width: 40),
      TableColumn("Điểm tối đa", width: 9, .right), TableColumn("Tự chấm", width: 9, .right),
    ]
    for round in appraisalRounds {
      columns.append(TableColumn("Thẩm định lần \(round)", width: 10, .right))
    }
    columns.append(TableColumn("Điểm đạt được", width: 10, .right))
    columns.append(TableColumn("Trạng thái", width: 16))
    return columns
  }

  private func parentRow(_ row: Int, _ total: RowTotal, _ table: inout TableRows) {
    table.cell("**\(layout.codes[row])**" as RichText)
    table.cell("**\(layout.names[row])**" as RichText)
    table.cell(settings.maximumText(total.max))
    for _ in 0...appraisalRounds.count { table.cell("") }
    table.cell(total.max == 0 ? noFigure : settings.pointsText(total.points))
    table.cell("")
    table.endRow()
  }

  private func leafRow(_ leaf: ScoredLeaf, _ row: Int, _ table: inout TableRows) {
    let score = leaf.score
    table.cell(layout.codes[row])
    table.cell(layout.names[row])
    table.cell(settings.maximumText(leaf.applicableMaximum))
    table.cell(settings.pointsText(score.own))
    let rounds = leaf.rounds
    for number in appraisalRounds {
      let points = rounds.first { $0.round == number }?.points
      table.cell(settings.pointsText(points))
    }
    table.cell(settings.pointsText(score.final))
    table.cell(score.status.vietnamese)
    table.endRow()
  }

  // MARK: Appraisals

  /// What appraisal corrected or said, without who said it.
  func writeAppraisals(_ tree: inout DocumentTree) {
    tree.heading(2, "4. Ý kiến thẩm định")
    let list = agency.filed.appraisals
    guard list.contains(where: { $0.decision.changes || !$0.reason.isEmpty }) else {
      return tree.paragraph("Không có điều chỉnh hoặc ý kiến thẩm định.")
    }
    let columns = [
      TableColumn("Mã", width: 8), TableColumn("Tiêu chí", width: 27),
      TableColumn("Lần", width: 6, .center),
      TableColumn("Nội dung thẩm định", width: 30), TableColumn("Lý do", width: 32),
    ]
    tree.table(columns) { rows in
      var words = AppraisalWords(agency.filed)
      let citations = CitationWords(isInternal: false)
      for appraisal in list {
        let text = words.decision(appraisal)
        guard appraisal.decision.changes || !appraisal.reason.isEmpty else { continue }
        let row = set.leaves[appraisal.leaf].row
        rows.cell(layout.codes[row])
        rows.cell(layout.names[row])
        rows.cell(appraisal.round)
        rows.cell(text)
        rows.cell(
          appraisal.reason.isEmpty
            ? noFigure : citations.free(agency.round.evidence.texts[appraisal.reason], of: agency.filed))
        rows.endRow()
      }
    }
  }
}
