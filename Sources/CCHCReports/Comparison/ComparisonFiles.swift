package import CCHCScoring
package import CCHCTables

/// Writes the documents on two compared rounds, all or none.
package enum ComparisonFiles {
  /// Gives the paths of what was written.
  ///
  /// - Throws: `FileError` where a file cannot be written; then the old files stay as they were.
  package static func write(
    _ comparison: RoundComparison, locale: CSVLocale, isSplit: Bool, to path: String
  ) throws(FileError) -> [String] {
    let base = "noi-bo/so-sanh-\(comparison.older.round.code)"
    let tables = ComparisonCSV(comparison, locale: locale)
    var names = ["\(base).md", "\(base).csv"]
    var folder = OutputFolder(path)
    do throws(FileError) {
      try folder.write(ComparisonReport.bytes(comparison), to: names[0])
      try folder.write(tables.agencies(), to: names[1])
      if isSplit {
        names.append("\(base)-tach.csv")
        try folder.write(tables.leaves(), to: names[2])
      }
      try folder.commit()
    } catch {
      folder.discard()
      throw error
    }
    return names.map { joinedPath(path, $0) }
  }
}
