import CCHCCriteria
package import CCHCCycle
import CCHCDocuments
import CCHCExact
import CCHCOffice
package import CCHCScoring
package import CCHCTables

/// Writes a council member's worklist, which is an appraisal table once its rounds are filled in.
package struct WorklistTable {
  private let worklist: Worklist
  private let results: Results
  private let number: Int

  /// The worklist of an appraisal round.
  package init(_ worklist: Worklist, _ results: Results, round number: Int) {
    (self.worklist, self.results, self.number) = (worklist, results, number)
  }

  /// What a worklist's columns are headed; those that begin with `#` are for reading alone.
  private static let columns: [ListColumn] = [
    .given(.criterion, 9), .given(.criterionName, 30), .given(.agency, 10), .remark("tên cơ quan", 20),
    .remark("số liệu đã nộp", 22), .remark("năm trước: số liệu", 18), .remark("năm trước: điểm", 8),
    .remark("điểm tối đa", 7), .remark("điểm tự chấm", 7), .remark("kết quả lần trước", 8),
    .remark(Column.document.vietnamese, 20), .remark(Column.note.vietnamese, 20),
    .remark("giải trình của cơ quan", 20), .open(.round, 8), .open(.input, 8), .open(.value, 10),
    .open(AppraisalColumn.points.column, 8), .open(.reason, 28), .open(.appraiser, 10),
    ListColumn("# ghi chú nội bộ", 18, .input),
  ]
  /// The places of the columns that have rules, from 1.
  private static let (round, input, value, points) = (14, 15, 16, 17)

  /// What a member has to know, in a row that is a comment.
  private static func instruction(_ twice: String) -> String {
    """
    # Ghi “lần thẩm định” là đã thẩm định; chỉ vậy là đồng ý. Muốn thay đổi thì ghi thêm mã số liệu và giá trị đúng, hoặc điểm \
    thẩm định, kèm lý do; sửa hai số liệu thì chép dòng ấy \(twice). Cột và dòng có # ở đầu không được đọc.
    """
  }

  /// Rows below a worklist in which a second figure of a leaf is corrected.
  private static let spareRows = 30

  private func list(_ instruction: String) -> ListTable {
    var list = ListTable("Thẩm định lần \(number)", Self.columns, count: worklist.entries.count) { take in
      let words = CitationWords(isInternal: true)
      for entry in worklist.entries { take(cells(entry, words)) }
    }
    list.note = instruction
    return list
  }

  /// The worklist as CSV.
  package func csv(_ locale: CSVLocale) -> [UInt8] { list(Self.instruction("thành hai")).csv(locale) }

  /// The worklist as a workbook; nil where it has more rows than a sheet.
  package func workbook() -> [UInt8]? {
    var list = list(Self.instruction("xuống dòng trống ở cuối bảng"))
    list.frozenColumns = 4
    list.spareRows = Self.spareRows
    list.validations = validations
    return ListWorkbook.bytes(
      [list], title: "Bảng công việc thẩm định lần \(number)", creator: results.round.settings.issuer)
  }

  private func cells(_ entry: Worklist.Entry, _ citations: CitationWords) -> [ListCell] {
    let agency = results[agency: entry.agency]
    let leaf = agency[leaf: entry.leaf]
    let words = LeafWords(leaf: leaf)
    let (settings, criterion, declared) = (agency.set.settings, leaf.criterion, leaf.declared)
    let (documents, notes) = words.proofs(citations)
    let before = leaf.before
    let maximum = plainDecimal(Int128(declared.maxUnits), decimals: settings.pointDecimals)
    return [
      .text(criterion.code), .text(criterion.name), .text(agency.code), .text(agency.name),
      .text(words.figures), .text(before.map { LeafWords(leaf: $0).figures } ?? ""),
      before.map { .points($0.score.final, settings) } ?? .empty,
      .figure(
        maximum.units, decimals: maximum.decimals,
        shown: settings.maximumText(Int128(declared.maxUnits))),
      .points(leaf.filedPoints, settings),
      leaf.score.isAppraised ? .points(leaf.rounds.last?.points, settings) : .empty,
      .text(documents.joined(separator: "; ")), .text(notes.joined(separator: "; ")),
      .text(words.explanations), .empty, .empty, .empty, .empty, .empty, .text(worklist.member ?? ""), .empty,
    ]
  }

  /// What may be typed: the round, inputs of the leaf, values of their type, points in the leaf's range.
  private func validations(firstRow: Int) -> [DataValidation] {
    var (inputs, values) = (ColumnRules(column: Self.input), ColumnRules(column: Self.value))
    var points = ColumnRules(column: Self.points)
    for (place, entry) in worklist.entries.enumerated() {
      let set = results.round[agency: entry.agency].set
      let leaf = set.leaves[entry.leaf]
      let row = firstRow + place
      let decimals = set.settings.pointDecimals
      inputs.add(leaf.inputs.isEmpty ? nil : .oneOf(leaf.inputs.map(\.name)), rows: row...row)
      if let first = leaf.inputs.first, leaf.inputs.allSatisfy({ $0.type == first.type }) {
        values.add(InputRule(first.type, allowsRequest: false), rows: row...row)
      }
      points.add(
        .points(
          low: Decimal(units: leaf.minUnits, scale: decimals),
          high: Decimal(units: leaf.maxUnits, scale: decimals)),
        rows: row...row)
    }
    let rows = firstRow...firstRow + worklist.entries.count + Self.spareRows - 1
    let rounds = InputRule.whole(from: 1, to: 9).validation([
      CellArea(rows: rows, columns: Self.round...Self.round)
    ])
    return [rounds] + inputs.validations + values.validations + points.validations
  }
}
