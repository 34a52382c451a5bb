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
      try files.write(CouncilMinutes.document(results), to: "noi-bo/bien-ban-hop-hoi-dong")
      try files.write(DecisionProposal.document(results, on: day), to: "noi-bo/to-trinh")
      try files.write(PublicDecision.document(results), to: "cong-bo/quyet-dinh-cong-bo")
      let notices = results.notices()
      let newest = notices.map(\.round).max()
      var wanted: Set<String> = []
      for notice in notices {
        let name = "\(results.round.agencies[notice.agency].code)/\(noticePrefix)\(notice.round)"
        try files.write(
          AppraisalNotice.document(results, notice, on: notice.round == newest ? day : nil),
          to: "co-quan/\(name)")
        wanted.insert(name)
      }
      files.removeOthers(below: "co-quan", wanted: wanted) { $0.hasPrefix(noticePrefix) }
    }
  }
}
