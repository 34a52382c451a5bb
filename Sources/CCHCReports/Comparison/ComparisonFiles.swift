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
    let names = try ChosenFiles.write(to: path, kinds) { (files: inout ChosenFiles) throws(FileError) in
      try put(comparison, locale: locale, isSplit: isSplit, into: &files)
    }
    return names.map { joinedPath(path, $0) }
  }

  /// How the names of the files begin; the code of the older round follows.
  static let prefix = "noi-bo/so-sanh-"
  /// How the name of the table ends that parts the changes of leaves.
  static let splitSuffix = "-tach"

  /// Gives every file of a comparison.
  ///
  /// - Throws: `FileError` where a file cannot be written.
  static func put(
    _ comparison: RoundComparison, locale: CSVLocale, isSplit: Bool, into files: inout ChosenFiles
  ) throws(FileError) {
    let base = prefix + comparison.older.round.code
    let tables = ComparisonCSV(comparison, locale: locale)
    try files.write(ComparisonReport.document(comparison), to: base)
    try files.write(tables.agencies(), as: .csv, to: base)
    if isSplit { try files.write(tables.leaves(), as: .csv, to: base + splitSuffix) }
  }
}
