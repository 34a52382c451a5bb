package import CCHCScoring
package import CCHCTables

/// Writes the reports of a round in their three folders, all or none (FORMATS 6).
package enum ReportFolder {
  /// Not to be published; to be published; a page for each agency.
  private static let (inner, open, pages) = ("noi-bo", "cong-bo", "co-quan")

  /// - Throws: `FileError` where a file cannot be written; then the old files stay as they were.
  package static func write(
    _ results: Results, _ kinds: Set<OutputKind>, locale: CSVLocale, jobs: Int = coreCount, to path: String
  ) throws(FileError) {
    try ChosenFiles.write(to: path, kinds) { (files: inout ChosenFiles) throws(FileError) in
      try put(results, locale: locale, jobs: jobs, into: &files)
    }
  }

  /// Gives every file of the reports.
  ///
  /// - Throws: `FileError` where a file cannot be written.
  static func put(
    _ results: Results, locale: CSVLocale, jobs: Int = coreCount, into files: inout ChosenFiles
  ) throws(FileError) {
    try files.write(ResultsJSON.bytes(results), as: .json, to: "\(inner)/results")
    let tables = TablesCSV(results, locale: locale)
    try files.write(as: .csv, to: "\(inner)/scores") { put throws(FileError) in
      try tables.scores(jobs: jobs, put)
    }
    try files.write(as: .csv, to: "\(inner)/obligations") { put throws(FileError) in
      try tables.obligations(jobs: jobs, put)
    }
    try files.write(as: .csv, to: "\(open)/ranking") { put throws(FileError) in
      try tables.ranking(jobs: jobs, put)
    }
    if files.holdsDocuments { try writeDocuments(results, to: &files) }
    try files.write(ResultsWorkbook.bytes(results), as: .xlsx, to: "\(inner)/results")
    try files.write(RankingWorkbook.bytes(results), as: .xlsx, to: "\(open)/ranking")
  }

  /// The three folders.
  static let folders = [inner, open, pages]

  /// The file that holds the digests of the inputs.
  package static let stampFile = "\(inner)/results.json"

  private static func writeDocuments(_ results: Results, to files: inout ChosenFiles) throws(FileError) {
    try files.write(SummaryReport.document(results), to: "\(inner)/report")
    try files.write(PublicRanking.document(results), to: "\(open)/ranking")
    let page = AgencyPage(results)
    var names: Set<String> = []
    for result in results.groups.lazy.flatMap(\.agencies) {
      let name = results.round.agencies[result.agency].code
      try files.write(page.document(result), to: "\(pages)/\(name)")
      names.insert(name)
    }
    // The page of an agency that is no longer in the round must not stay behind.
    files.removeOthers(in: pages, wanted: names)
  }
}
