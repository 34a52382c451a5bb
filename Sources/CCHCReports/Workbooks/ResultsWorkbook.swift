package import CCHCScoring
import CCHCTables

/// Writes noi-bo/results.xlsx: the results of a round as a workbook.
package enum ResultsWorkbook {
  /// The workbook of a scored round.
  package static func bytes(_ results: Results) -> [UInt8] {
    var normal = CellStyle()
    normal.font.size = 12
    var book = Workbook(
      title: results.round.settings.name, creator: results.round.settings.issuer, normal: normal)
    let styles = BookStyles(&book)
    book.sheets = [
      RankingSheet(results, styles).sheet(), FieldSheet(results, styles).sheet(),
      LeafSheet(results, styles).sheet(), AppraisalSheet(results, styles).sheet(),
      DutySheet(results, styles).sheet(), StatisticsSheet(results, styles).sheet(),
      MethodSheet(results, styles).sheet(),
    ]
    return book.written()
  }
}

extension Results {
  /// The groups that have agencies.
  var filledGroups: [GroupResult] { groups.filter { !$0.agencies.isEmpty } }

  /// What stands above every sheet: the round, and whether its results are provisional.
  var bookTitle: String {
    let mark = isProvisional ? " – TẠM TÍNH" : ""
    return round.settings.name.isEmpty ? round.code + mark : round.settings.name + mark
  }
}

extension PrintSetup {
  /// A4 on its side, with some rows repeated on every page.
  static func landscape(repeating rows: ClosedRange<Int>?) -> PrintSetup {
    var setup = PrintSetup()
    setup.orientation = .landscape
    setup.repeatedRows = rows
    return setup
  }
}
