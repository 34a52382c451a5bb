import CCHCCriteria
package import CCHCCycle
import CCHCOffice
import CCHCScoring
package import CCHCTables

/// Writes noi-bo/so-sanh-<round>.csv and, where changes are parted, so-sanh-<round>-tach.csv.
package struct ComparisonCSV {
  private let comparison: RoundComparison
  private let locale: CSVLocale

  package init(_ comparison: RoundComparison, locale: CSVLocale) {
    self.comparison = comparison
    self.locale = locale
  }

  private func writer(_ table: TableSchema) -> CSVWriter {
    var csv = CSVWriter(locale: locale)
    csv.headings(table.columns)
    return csv
  }

  /// One row for each agency now and before; cells of the side that is not there are empty.
  package func agencies() -> [UInt8] {
    var codes: [String] = []
    for group in comparison.groups {
      let set = comparison.newer.round.groups[group.group].set
      for field in set.fields where !codes.contains(set.rows[field].code) {
        codes.append(set.rows[field].code)
      }
    }
    var csv = writer(ReportTables.comparison)
    for code in codes { csv.text(locale == .english ? "\(code).change" : "\(code).thay đổi") }
    csv.endRow()
    for group in comparison.groups {
      let set = comparison.newer.round.groups[group.group].set
      for agency in group.agencies {
        let pairs: [AgencyPair?] = agency.pairs.isEmpty ? [nil] : agency.pairs
        for pair in pairs { row(agency, pair, set, codes, &csv) }
      }
    }
    for old in comparison.gone { goneRow(old, codes, &csv) }
    return csv.bytes
  }

  private func row(
    _ agency: AgencyComparison, _ pair: AgencyPair?, _ set: CriteriaSet, _ codes: [String],
    _ csv: inout CSVWriter
  ) {
    let owner = comparison.newer.round.agencies[agency.now.agency]
    let settings = set.settings
    for text in [owner.code, owner.name, owner.bloc] { csv.text(text) }
    oldCells(pair?.before, &csv)
    csv.number(agency.now.publishedIndex, decimals: settings.indexDecimals)
    csv.number(pair?.indexChange.flatMap(settings.publishedPercent), decimals: settings.indexDecimals)
    csv.integer(pair?.before.rank)
    csv.integer(agency.now.rank)
    csv.integer(agency.isMerged ? nil : pair?.ranksRisen)
    for code in codes {
      let field = set.fields.firstIndex { set.rows[$0].code == code }
      let change = pair?.fields.first { $0.new == field }?.change
      csv.number(change.flatMap(settings.publishedPercent), decimals: settings.indexDecimals)
    }
    csv.endRow()
  }

  /// Code, name, bloc and index of an agency of the older round.
  private func oldCells(_ before: AgencyResult?, _ csv: inout CSVWriter) {
    guard let before else {
      for _ in 0..<4 { csv.empty() }
      return
    }
    let then = comparison.older.round.agencies[before.agency]
    for text in [then.code, then.name, then.bloc] { csv.text(text) }
    csv.number(
      before.publishedIndex,
      decimals: comparison.older.round[agency: before.agency].set.settings.indexDecimals)
  }

  private func goneRow(_ old: Int, _ codes: [String], _ csv: inout CSVWriter) {
    let result = comparison.older[agency: old].result
    for _ in 0..<3 { csv.empty() }
    oldCells(result, &csv)
    for _ in 0..<2 { csv.empty() }
    csv.integer(result.rank)
    for _ in 0..<(2 + codes.count) { csv.empty() }
    csv.endRow()
  }

  /// One row for each agency and leaf: its points before and now, and what changed them.
  package func leaves() -> [UInt8] {
    var csv = writer(ReportTables.split)
    csv.endRow()
    for group in comparison.groups {
      let set = comparison.newer.round.groups[group.group].set
      for agency in group.agencies {
        guard let split = agency.split, let pair = agency.pairs.first else { continue }
        let old = comparison.older.round[agency: pair.before.agency].set
        for leaf in split.leaves {
          csv.text(comparison.newer.round.agencies[agency.now.agency].code)
          let code =
            leaf.new.map { set.rows[set.leaves[$0].row].code }
            ?? leaf.old.map { old.rows[old.leaves[$0].row].code }
          csv.text(code ?? "")
          csv.text(locale == .english ? leaf.kind.rawValue : leaf.kind.vietnamese)
          csv.number(leaf.old == nil ? nil : leaf.before, decimals: split.decimals)
          csv.number(leaf.new == nil ? nil : leaf.after, decimals: split.decimals)
          csv.number(leaf.change, decimals: split.decimals)
          csv.number(leaf.kind == .split ? leaf.figures : nil, decimals: split.decimals)
          csv.number(leaf.kind == .split ? leaf.criteria : nil, decimals: split.decimals)
          csv.endRow()
        }
      }
    }
    return csv.bytes
  }
}

extension LeafChange.Kind {
  /// The kind as it is shown.
  var vietnamese: String {
    switch self {
    case .split: "tách được"
    case .added: "tiêu chí mới"
    case .dropped: "tiêu chí bỏ"
    case .decided: "điểm do thẩm định quyết định"
    case .dated: "chấm theo ngày"
    }
  }
}
