package import CCHCScoring
package import CCHCTables

/// Writes the papers of the council and of the announcement, all or none.
package enum PaperFolder {
  private static let noticePrefix = "thong-bao-tham-dinh-lan-"

  /// - Parameters:
  ///   - results: the scored round.
  ///   - kinds: the kinds of files that are wanted.
  ///   - day: the day that papers of the issuer bear; notices of earlier appraisal rounds have theirs left open.
  ///   - path: the round's report folder.
  /// - Returns: the files written, below the report folder.
  /// - Throws: `FileError` where a file cannot be written; then the old files stay as they were.
  package static func write(
    _ results: Results, _ kinds: Set<OutputKind>, on day: Day, to path: String
  ) throws(FileError) -> [String] {
    try ChosenFiles.write(to: path, kinds) { (files: inout ChosenFiles) throws(FileError) in
      let wanted = try put(results, on: day, into: &files)
      files.removeOthers(below: "co-quan", wanted: wanted) { $0.hasPrefix(noticePrefix) }
    }
  }

  /// The paper to be signed, which bears the day.
  private static let proposal = "noi-bo/to-trinh"

  /// Gives every paper.
  ///
  /// - Parameters:
  ///   - results: the scored round.
  ///   - day: the day of the papers that bear one; nil for those alone that bear none.
  ///   - files: takes the papers.
  /// - Returns: the notices below co-quan/, without what tells their kind.
  /// - Throws: `FileError` where a file cannot be written.
  @discardableResult
  static func put(
    _ results: Results, on day: Day?, into files: inout ChosenFiles
  ) throws(FileError) -> Set<String> {
    try files.write(CouncilMinutes.document(results), to: "noi-bo/bien-ban-hop-hoi-dong")
    if let day { try files.write(DecisionProposal.document(results, on: day), to: proposal) }
    try files.write(PublicDecision.document(results), to: "cong-bo/quyet-dinh-cong-bo")
    var wanted: Set<String> = []
    let notices = results.notices()
    let newest = notices.map(\.round).max()
    for notice in notices where day != nil || notice.round != newest {
      let name = name(of: notice, results)
      try files.write(
        AppraisalNotice.document(results, notice, on: notice.round == newest ? day : nil),
        to: "co-quan/\(name)")
      wanted.insert(name)
    }
    return wanted
  }

  /// The papers that bear the day on which they were made, without what tells their kind.
  static func datedNames(_ results: Results) -> [String] {
    let notices = results.notices()
    let newest = notices.map(\.round).max()
    return [proposal] + notices.filter { $0.round == newest }.map { "co-quan/\(name(of: $0, results))" }
  }

  private static func name(of notice: Notice, _ results: Results) -> String {
    "\(results.round.agencies[notice.agency].code)/\(noticePrefix)\(notice.round)"
  }
}
