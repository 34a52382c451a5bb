package import CCHCScoring
package import CCHCTables

/// Writes the reports of a round in their three folders, all or none (FORMATS 6).
package enum ReportFolder {
  /// A kind of file that can be asked for alone.
  package enum Kind: String, CaseIterable, Sendable {
    case json
    case csv
    case md
    case xlsx
  }

  /// Not to be published; to be published; a page for each agency.
  private static let (inner, open, pages) = ("noi-bo", "cong-bo", "co-quan")

  /// - Throws: `FileError` where a file cannot be written; then the old files stay as they were.
  package static func write(
    _ results: Results, _ kinds: Set<Kind>, locale: CSVLocale, to path: String
  ) throws(FileError) {
    var folder = OutputFolder(path)
    do throws(FileError) {
      if kinds.contains(.json) { try folder.write(ResultsJSON.bytes(results), to: "\(inner)/results.json") }
      if kinds.contains(.csv) {
        let tables = TablesCSV(results, locale: locale)
        try folder.write(tables.scores(), to: "\(inner)/scores.csv")
        try folder.write(tables.obligations(), to: "\(inner)/obligations.csv")
        try folder.write(tables.ranking(), to: "\(open)/ranking.csv")
      }
      if kinds.contains(.md) { try writeDocuments(results, to: &folder) }
      if kinds.contains(.xlsx) {
        try folder.write(ResultsWorkbook.bytes(results), to: "\(inner)/results.xlsx")
        try folder.write(RankingWorkbook.bytes(results), to: "\(open)/ranking.xlsx")
      }
      try folder.commit()
    } catch {
      folder.discard()
      throw error
    }
  }

  private static func writeDocuments(_ results: Results, to folder: inout OutputFolder) throws(FileError) {
    try folder.write(SummaryReport.bytes(results), to: "\(inner)/report.md")
    try folder.write(PublicRanking.bytes(results), to: "\(open)/ranking.md")
    let page = AgencyPage(results)
    var names: Set<String> = []
    for result in results.groups.lazy.flatMap(\.agencies) {
      let name = results.round.agencies[result.agency].code + ".md"
      try folder.write(page.bytes(result), to: "\(pages)/\(name)")
      names.insert(name)
    }
    // The page of an agency that is no longer in the round must not stay behind.
    folder.removeOthers(in: pages, suffix: ".md", wanted: names)
  }
}
