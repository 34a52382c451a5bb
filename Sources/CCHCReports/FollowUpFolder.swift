package import CCHCScoring
package import CCHCTables

/// Writes the papers of the follow-up after the announcement, all or none.
package enum FollowUpFolder {
  private static let (review, report) = ("bang-kiem-diem.md", "bao-cao-kiem-diem")
  private static let letter = "noi-bo/cong-van-don-doc.md"

  /// - Parameters:
  ///   - results: the scored round.
  ///   - followUp: its duties on a day.
  ///   - locale: how the tables are written.
  ///   - path: the round's report folder.
  /// - Returns: the files written, below the report folder.
  /// - Throws: `FileError` where a file cannot be written; then the old files stay as they were.
  package static func write(
    _ results: Results, _ followUp: FollowUp, locale: CSVLocale, to path: String
  ) throws(FileError) -> [String] {
    var folder = OutputFolder(path)
    var names: [String] = []
    do throws(FileError) {
      for file in innerFiles(results, followUp, locale) {
        try folder.write(file.bytes, to: file.name)
        names.append(file.name)
      }
      // A letter of an earlier day must not stay behind when there is nothing to urge.
      if !names.contains(letter) { folder.remove(letter) }
      var wanted: Set<String> = []
      for file in agencyFiles(results, followUp) {
        try folder.write(file.bytes, to: "co-quan/\(file.name)")
        wanted.insert(file.name)
        names.append("co-quan/\(file.name)")
      }
      folder.removeOthers(below: "co-quan", wanted: wanted) { name in
        name == review || (name.hasPrefix(report) && name.hasSuffix(".md"))
      }
      try folder.commit()
    } catch {
      folder.discard()
      throw error
    }
    return names
  }

  private static func innerFiles(
    _ results: Results, _ followUp: FollowUp, _ locale: CSVLocale
  ) -> [(name: String, bytes: [UInt8])] {
    let tables = FollowUpTables(results, followUp, locale: locale)
    var files = [
      (name: "noi-bo/theo-doi.md", bytes: FollowUpReport.bytes(results, followUp)),
      (name: "noi-bo/theo-doi.csv", bytes: tables.duties()),
      (name: "noi-bo/danh-sach-thi-dua.md", bytes: EmulationList.bytes(results, followUp)),
      (name: "noi-bo/danh-sach-thi-dua.csv", bytes: tables.emulation()),
      (name: "noi-bo/dot-pha.md", bytes: BreakthroughReport.bytes(results, followUp)),
      (name: "noi-bo/bao-cao-tong-hop.md", bytes: ChairmanReport.bytes(results, followUp)),
    ]
    if let bytes = ReminderLetter.bytes(results, followUp) { files.append((letter, bytes)) }
    return files
  }

  /// The papers of every agency, by its folder.
  private static func agencyFiles(
    _ results: Results, _ followUp: FollowUp
  ) -> [(name: String, bytes: [UInt8])] {
    var files: [(name: String, bytes: [UInt8])] = []
    for agency in results.round.agencies.indices {
      let code = results.round.agencies[agency].code
      files.append(("\(code)/\(review)", LossReview.bytes(results, agency: agency)))
      let duties = followUp.duties.filter { $0.agency == agency && followUp.isSelfCriticism($0) }
      for (number, duty) in duties.enumerated() {
        // Obligations with other report words are papers of their own.
        let suffix = number == 0 ? "" : "-\(number + 1)"
        files.append(("\(code)/\(report)\(suffix).md", SelfCriticismReport.bytes(results, duty)))
      }
    }
    return files
  }
}
