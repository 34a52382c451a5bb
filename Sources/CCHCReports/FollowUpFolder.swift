package import CCHCScoring
package import CCHCTables

/// Writes the papers of the follow-up after the announcement, all or none.
package enum FollowUpFolder {
  private static let (review, report) = ("bang-kiem-diem", "bao-cao-kiem-diem")
  private static let letter = "noi-bo/cong-van-don-doc"
  private static let breakthroughs = "noi-bo/dot-pha"
  private static let (duties, emulation, summary) = (
    "noi-bo/theo-doi", "noi-bo/danh-sach-thi-dua", "noi-bo/bao-cao-tong-hop"
  )

  /// The papers of the whole round, without what tells their kind.
  static let innerNames = [duties, emulation, breakthroughs, summary, letter]

  /// The list in which breakthrough work is filled in.
  static var breakthroughList: String { breakthroughs + ".xlsx" }

  /// Whether a paper in an agency's folder is one of the follow-up, by its name without what tells its kind.
  static func isAgencyPaper(_ name: String) -> Bool { name == review || isDatedPaper(name) }

  /// Whether such a paper depends on the day of the follow-up.
  static func isDatedPaper(_ name: String) -> Bool { name.hasPrefix(report) }

  /// - Parameters:
  ///   - results: the scored round.
  ///   - followUp: its duties on a day.
  ///   - kinds: the kinds of files that are wanted.
  ///   - locale: how the tables are written.
  ///   - path: the round's report folder.
  /// - Returns: the files written, below the report folder.
  /// - Throws: `FileError` where a file cannot be written; then the old files stay as they were.
  package static func write(
    _ results: Results, _ followUp: FollowUp, _ kinds: Set<OutputKind>, locale: CSVLocale, to path: String
  ) throws(FileError) -> [String] {
    try ChosenFiles.write(to: path, kinds) { (files: inout ChosenFiles) throws(FileError) in
      let wanted = try put(results, followUp, locale: locale, into: &files)
      files.removeOthers(below: "co-quan", wanted: wanted, where: isAgencyPaper)
    }
  }

  /// Gives every paper.
  ///
  /// - Returns: those below co-quan/, without what tells their kind.
  /// - Throws: `FileError` where a file cannot be written.
  @discardableResult
  static func put(
    _ results: Results, _ followUp: FollowUp, locale: CSVLocale, into files: inout ChosenFiles
  ) throws(FileError) -> Set<String> {
    try writeInner(results, followUp, FollowUpTables(results, followUp, locale: locale), to: &files)
    return try writeAgencies(results, followUp, to: &files)
  }

  /// Gives the papers that are the same on every day.
  ///
  /// - Throws: `FileError` where a file cannot be written.
  static func putUndated(_ results: Results, into files: inout ChosenFiles) throws(FileError) {
    for agency in results.round.agencies.indices { try writeReview(results, agency, to: &files) }
  }

  private static func writeReview(
    _ results: Results, _ agency: Int, to files: inout ChosenFiles
  ) throws(FileError) {
    let code = results.round.agencies[agency].code
    try files.write(LossReview.document(results, agency: agency), to: "co-quan/\(code)/\(review)")
  }

  private static func writeInner(
    _ results: Results, _ followUp: FollowUp, _ tables: FollowUpTables, to files: inout ChosenFiles
  ) throws(FileError) {
    try files.write(FollowUpReport.document(results, followUp), to: duties)
    try files.write(tables.duties(), as: .csv, to: duties)
    try files.write(EmulationList.document(results, followUp), to: emulation)
    try files.write(tables.emulation(), as: .csv, to: emulation)
    try files.write(BreakthroughReport.document(results, followUp), to: breakthroughs)
    if files.holds(.xlsx) {
      if let book = FollowUpTables(results, followUp, locale: .vietnamese).workbook() {
        try files.write(book, as: .xlsx, to: duties)
      }
      if let book = BreakthroughList.workbook(results, followUp) {
        try files.write(book, as: .xlsx, to: breakthroughs)
      }
    }
    try files.write(ChairmanReport.document(results, followUp), to: summary)
    if let document = ReminderLetter.document(results, followUp) {
      try files.write(document, to: letter)
    } else {
      // A letter of an earlier day must not stay behind when there is nothing to urge.
      files.remove(letter)
    }
  }

  /// The list of breakthrough work in a report folder where somebody has filled in work that the round lacks.
  ///
  /// - Throws: `FileError` where the list cannot be read.
  package static func filledList(in folder: String, _ round: Round) throws(FileError) -> String? {
    let path = joinedPath(folder, breakthroughList)
    guard fileKind(path) == .file else { return nil }
    let bytes = try readFile(path)
    guard round.lacksBreakthroughs(of: bytes, file: path) else { return nil }
    return path
  }

  /// Writes the papers of every agency into its folder.
  ///
  /// - Returns: their names below co-quan/.
  private static func writeAgencies(
    _ results: Results, _ followUp: FollowUp, to files: inout ChosenFiles
  ) throws(FileError) -> Set<String> {
    var wanted: Set<String> = []
    for agency in results.round.agencies.indices {
      let code = results.round.agencies[agency].code
      try writeReview(results, agency, to: &files)
      wanted.insert("\(code)/\(review)")
      let duties = followUp.duties(ofAgency: agency).filter(followUp.isSelfCriticism)
      for (number, duty) in duties.enumerated() {
        // Obligations with other report words are papers of their own.
        let name = "\(code)/\(report)" + (number == 0 ? "" : "-\(number + 1)")
        try files.write(SelfCriticismReport.document(results, duty), to: "co-quan/\(name)")
        wanted.insert(name)
      }
    }
    return wanted
  }
}
