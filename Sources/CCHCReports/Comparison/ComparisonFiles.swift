package import CCHCScoring
package import CCHCTables

/// Writes the documents on two compared rounds, all or none.
package enum ComparisonFiles {
  /// Gives the paths of what was written.
  ///
  /// - Throws: `FileError` where a file cannot be written; then the old files stay as they were.
  package static func write(
    _ comparison: RoundComparison, _ kinds: Set<OutputKind>, locale: CSVLocale, isSplit: Bool, to path: String
  ) throws(FileError) -> [String] {
    let base = "noi-bo/so-sanh-\(comparison.older.round.code)"
    let tables = ComparisonCSV(comparison, locale: locale)
    let names = try ChosenFiles.write(to: path, kinds) { (files: inout ChosenFiles) throws(FileError) in
      try files.write(ComparisonReport.document(comparison), to: base)
      try files.write(tables.agencies(), as: .csv, to: base)
      if isSplit { try files.write(tables.leaves(), as: .csv, to: "\(base)-tach") }
    }
    return names.map { joinedPath(path, $0) }
  }
}
