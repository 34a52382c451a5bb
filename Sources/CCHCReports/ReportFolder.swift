package import CCHCScoring
package import CCHCTables

/// Writes the reports of a round in their three folders, all or none (FORMATS 6).
package enum ReportFolder {
  /// A kind of file that can be asked for alone.
  package enum Kind: String, CaseIterable, Sendable {
    case json
    case csv
    case md
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
      try folder.commit()
    } catch {
      folder.discard()
      throw error
    }
  }
}
