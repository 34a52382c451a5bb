import CCHCCriteria
import CCHCOffice
import CCHCPapers
package import CCHCScoring

/// Writes noi-bo/results.xlsx: the results of a round as a workbook.
package enum ResultsWorkbook {
  /// The workbook of a scored round.
  package static func bytes(_ results: Results) -> [UInt8] {
    var book = Workbook(results)
    let styles = BookStyles(&book)
    let table = ResultsTable(results)
    book.sheets = [
      RankingSheet(table, styles).sheet(), FieldSheet(table, styles).sheet(),
      LeafSheet(table, styles).sheet(),
      AppraisalSheet(table, styles).sheet(), DutySheet(table, styles).sheet(),
      StatisticsSheet(table, styles).sheet(), MethodSheet(table, styles).sheet(),
    ]
    return book.written()
  }
}

/// Writes cong-bo/ranking.xlsx: ranks and fields to be published, and nothing of the evidence.
package enum RankingWorkbook {
  /// The workbook to be published of a scored round.
  package static func bytes(_ results: Results) -> [UInt8] {
    var book = Workbook(results)
    let styles = BookStyles(&book)
    let table = ResultsTable(results)
    book.sheets = [
      RankingSheet(table, styles, explainsMethod: true).sheet(), FieldSheet(table, styles).sheet(),
    ]
    return book.written()
  }
}

extension Workbook {
  fileprivate init(_ results: Results) {
    var normal = CellStyle()
    normal.font.size = 12
    self.init(
      title: results.round.settings.name, creator: results.round.settings.issuer, normal: normal)
  }
}

/// What the sheets of a workbook share: the groups that have agencies, and how wide their figures are.
struct ResultsTable {
  let results: Results
  /// The groups that have agencies.
  let groups: [GroupResult]
  /// The rows of each group's fields, in table order.
  let fields: [[Int]]
  let names: [AgencyNames]
  let codeWidth: Double
  let pointsWidth: Double
  let percentWidth: Double

  /// The most fields whose figures are shown: beyond, formulas of their sums would be too long for Excel.
  private static let mostFields = 500

  init(_ results: Results) {
    self.results = results
    let round = results.round
    groups = results.groups.filter { !$0.agencies.isEmpty }
    fields = groups.map { group in
      let fields = round.groups[group.group].set.fields
      return fields.count > Self.mostFields ? [] : fields
    }
    names = groups.map { AgencyNames(results, $0) }
    codeWidth = ColumnWidth.code(round.agencies.map(\.code.count).max() ?? 0)
    var (points, percent) = (0.0, 0.0)
    for group in groups {
      let settings = round.groups[group.group].set.settings
      let largest = group.agencies.flatMap { [$0.points, $0.max] + $0.fields.map(\.points) }
      points = max(points, ColumnWidth.points(largest.map { max($0, -$0) }.max() ?? 0, settings))
      percent = max(percent, ColumnWidth.percent(settings))
    }
    (pointsWidth, percentWidth) = (points, percent)
  }

  var round: Round { results.round }

  /// The criteria set of a group, by its place among the groups shown.
  func set(_ place: Int) -> CriteriaSet { round.groups[groups[place].group].set }

  /// The most fields of a group.
  var mostFields: Int { fields.map(\.count).max() ?? 0 }

  /// A title with the assessed year.
  func title(_ text: String) -> String { "\(text) NĂM \(round.settings.yearText)" }

  /// The title of a group; nil where the round has only one.
  func groupTitle(_ place: Int) -> String? {
    groups.count > 1 ? round.groupTitle(groups[place].group) : nil
  }

  /// The title of a bloc of a group.
  func blocTitle(_ bloc: Range<Int>, _ place: Int) -> String {
    round.blocTitle(groups[place].bloc(at: bloc.lowerBound, in: round), group: groups[place].group)
  }

  /// The name of a field as a heading of a narrow column shows it.
  func fieldHead(_ field: Int, _ set: CriteriaSet) -> String {
    "\(set.rows[field].code). \(set.rows[field].fieldTitle.shortened(to: 80))"
  }
}

extension RowWriter {
  /// Points in units of a set's decimals; `–` for nil.
  mutating func points(_ units: Int128?, _ settings: SetSettings, _ style: StyleID, none: StyleID) {
    guard let units else { return text(noFigure, none) }
    number(units, decimals: settings.pointDecimals, style)
  }

  /// A published percentage as a share, which its format shows in percent; `–` for nil.
  mutating func percent(_ units: Int128?, _ settings: SetSettings, _ style: StyleID, none: StyleID) {
    guard let units else { return text(noFigure, none) }
    number(units, decimals: settings.indexDecimals + 2, style)
  }

  /// A number as a formula where there is an exact one, else as it is.
  mutating func number(_ units: Int128, decimals: Int, from formula: ExactFormula?, _ style: StyleID) {
    guard let formula else { return number(units, decimals: decimals, style) }
    self.formula(formula.text, .number(units: units, decimals: decimals), style)
  }
}
