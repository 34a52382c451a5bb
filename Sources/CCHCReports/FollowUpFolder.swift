package import CCHCScoring
package import CCHCTables

/// Writes the papers of the follow-up after the announcement, all or none.
package enum FollowUpFolder {
  private static let (review, report) = ("bang-kiem-diem.md", "bao-cao-kiem-diem")
  private static let breakthroughs = "noi-bo/dot-pha.xlsx"
  private static let letter = "noi-bo/cong-van-don-doc.md"

  /// - Parameters:
  ///   - results: the scored round.
  ///   - followUp: its duties on a day.
  ///   - kinds: the kinds of files that are written.
  ///   - locale: how the tables are written.
  ///   - path: the round's report folder.
  /// - Returns: the files written, below the report folder.
  /// - Throws: `FileError` where a file cannot be written; then the old files stay as they were.
  package static func write(
    _ results: Results, _ followUp: FollowUp, kinds: Set<ReportFolder.Kind>, locale: CSVLocale,
    to path: String
  ) throws(FileError) -> [String] {
    var folder = OutputFolder(path)
    var names: [String] = []
    do throws(FileError) {
      for file in innerFiles(results, followUp, locale) where kinds.contains(file.kind) {
        try folder.write(file.bytes, to: file.name)
        names.append(file.name)
      }
      if kinds.contains(.xlsx) { try writeWorkbooks(results, followUp, to: &folder, &names) }
      guard kinds.contains(.md) else {
        try folder.commit()
        return names
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

  /// The list of breakthrough work in a report folder where somebody has filled in work that the round lacks.
  package static func filledList(in folder: String, _ round: Round) -> String? {
    let path = joinedPath(folder, breakthroughs)
    guard let bytes = try? readFile(path), round.lacksBreakthroughs(of: bytes, file: path) else { return nil }
    return path
  }

  private static func innerFiles(
    _ results: Results, _ followUp: FollowUp, _ locale: CSVLocale
  ) -> [(kind: ReportFolder.Kind, name: String, bytes: [UInt8])] {
    let tables = FollowUpTables(results, followUp, locale: locale)
    var files: [(kind: ReportFolder.Kind, name: String, bytes: [UInt8])] = [
      (.md, "noi-bo/theo-doi.md", FollowUpReport.bytes(results, followUp)),
      (.csv, "noi-bo/theo-doi.csv", tables.duties()),
      (.md, "noi-bo/danh-sach-thi-dua.md", EmulationList.bytes(results, followUp)),
      (.csv, "noi-bo/danh-sach-thi-dua.csv", tables.emulation()),
      (.md, "noi-bo/dot-pha.md", BreakthroughReport.bytes(results, followUp)),
      (.md, "noi-bo/bao-cao-tong-hop.md", ChairmanReport.bytes(results, followUp)),
    ]
    if let bytes = ReminderLetter.bytes(results, followUp) { files.append((.md, letter, bytes)) }
    return files
  }

  /// The lists as a workbook, and the list of breakthrough work.
  private static func writeWorkbooks(
    _ results: Results, _ followUp: FollowUp, to folder: inout OutputFolder, _ names: inout [String]
  ) throws(FileError) {
    let tables = FollowUpTables(results, followUp, locale: .vietnamese)
    for (name, bytes) in [
      ("noi-bo/theo-doi.xlsx", tables.workbook()),
      (breakthroughs, BreakthroughList.workbook(results, followUp)),
    ] {
      guard let bytes else { continue }
      try folder.write(bytes, to: name)
      names.append(name)
    }
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
