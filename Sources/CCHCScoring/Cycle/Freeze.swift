import CCHCCriteria
package import CCHCExact
package import CCHCFiles
import CCHCTables

/// What closing a round freezes: every file that its scores come from, with its digest.
package struct Freeze: Sendable {
  /// A file to be copied.
  package struct File: Sendable {
    /// The file below the round's folder, or `criteria/…`.
    package let source: String
    /// Its place in the frozen copy, a project of its own.
    package let path: String
    package let sha256: String
  }

  /// 1 for the first closing.
  package let version: Int
  package let date: Day
  /// Why a closed round is corrected.
  package let reason: String
  /// In the order of their places.
  package let files: [File]

  /// What a scored round freezes on a day; it must have been loaded with digests and verified documents.
  package init(_ results: Results, on date: Day, reason: String) {
    let round = results.round
    version = round.closings.count + 1
    self.date = date
    self.reason = reason
    var digests: [String: File] = [:]
    for stamp in round.scoreStamps {
      let path = stamp.projectPath(round: round.code)
      digests[path] = File(source: stamp.file, path: path, sha256: stamp.sha256)
    }
    for document in round.documents.all where !document.file.isEmpty && document.secrecy == nil {
      let stamp = FileStamp(file: "documents/\(document.file)", sha256: document.sha256)
      let path = stamp.projectPath(round: round.code)
      digests[path] = File(source: stamp.file, path: path, sha256: stamp.sha256)
    }
    files = digests.values.sorted { precedesInBytes($0.path, $1.path) }
  }

  /// The list of digests, as `sha256sum -c` reads it.
  package var digestList: [UInt8] {
    files.reduce(into: []) { $0 += Array("\($1.sha256)  \($1.path)\n".utf8) }
  }

  /// The digest of the list.
  package var sha256: String { CCHCFiles.sha256(digestList) }

  /// What forbids closing; empty where nothing does.
  package func faults(_ results: Results) -> ProblemList {
    // What has changed since the last version is what a correction is about.
    let changes: Set<ProblemCode> = [.closedChanged, .closedAdded, .closedRemoved]
    var faults = ProblemList()
    for problem in results.problems.items where problem.severity == .error && !changes.contains(problem.code)
    {
      faults.append(problem)
    }
    let register = Place(results.round.fileName(ClosingColumn.schema.file))
    let waiting = results.unappraised.reduce(0) { $0 + $1.count }
    if waiting > 0 {
      let members = results.unappraised.map { entry in
        ProblemArgument.phrase(
          vi: "{0}: {1}", en: "{0}: {1}",
          entry.member.map { .text($0) } ?? .phrase(vi: "chưa phân công", en: "nobody"), .count(entry.count))
      }
      faults.report(.closingWaits, at: register, .count(waiting), .list(members, .semicolon))
    }
    if let before = results.round.closing {
      if let last = before.date, date < last {
        faults.report(.closingBackward, at: register, .day(date), .day(last))
      }
      if before.sha256 == sha256 {
        faults.report(
          .closingUnchanged, at: register, .count(before.version), before.date.map { .day($0) } ?? .text("……")
        )
      }
    }
    return faults
  }
}
