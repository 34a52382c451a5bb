package import CCHCScoring
package import CCHCTables

/// Writes the papers of the council and of the announcement, all or none.
package enum PaperFolder {
  private static let noticePrefix = "thong-bao-tham-dinh-lan-"

  /// - Parameters:
  ///   - results: the scored round.
  ///   - day: the day that papers of the issuer bear; notices of earlier appraisal rounds have theirs left open.
  ///   - path: the round's report folder.
  /// - Returns: the files written, below the report folder.
  /// - Throws: `FileError` where a file cannot be written; then the old files stay as they were.
  package static func write(_ results: Results, on day: Day, to path: String) throws(FileError) -> [String] {
    var folder = OutputFolder(path)
    var names: [String] = []
    do throws(FileError) {
      let papers: [(name: String, bytes: [UInt8])] = [
        ("noi-bo/bien-ban-hop-hoi-dong.md", CouncilMinutes.bytes(results)),
        ("noi-bo/to-trinh.md", DecisionProposal.bytes(results, on: day)),
        ("cong-bo/quyet-dinh-cong-bo.md", PublicDecision.bytes(results)),
      ]
      for paper in papers {
        try folder.write(paper.bytes, to: paper.name)
        names.append(paper.name)
      }
      let notices = results.notices()
      let newest = notices.map(\.round).max()
      var wanted: Set<String> = []
      for notice in notices {
        let code = results.round.agencies[notice.agency].code
        let file = "\(code)/\(noticePrefix)\(notice.round).md"
        let bytes = AppraisalNotice.bytes(results, notice, on: notice.round == newest ? day : nil)
        try folder.write(bytes, to: "co-quan/\(file)")
        wanted.insert(file)
        names.append("co-quan/\(file)")
      }
      folder.removeOthers(below: "co-quan", wanted: wanted) {
        $0.hasPrefix(noticePrefix) && $0.hasSuffix(".md")
      }
      try folder.commit()
    } catch {
      folder.discard()
      throw error
    }
    return names
  }
}
