import CCHCCriteria
package import CCHCExact
package import CCHCFiles
import CCHCTables

/// A row of closing.csv: a version of the round that is frozen.
package struct Closing: Sendable {
  /// 1 for the first closing, 2 and on for corrections (đính chính).
  package let version: Int
  package let date: Day?
  package let reason: String
  /// The digest of the version's list of digests.
  package let sha256: String
  package let place: Place
}

/// Names of what closing a round leaves in its folder.
package enum ClosedFiles {
  package static let folder = "closed"
  /// One line for each file, as `sha256sum -c` reads it.
  package static let digests = "SHA256SUMS"

  /// The folder of a version below the round's.
  package static func folder(version: Int) -> String { "\(folder)/\(version)" }
}

extension Round {
  /// The newest frozen version; nil while the round is open.
  package var closing: Closing? { closings.last }
}

extension FileStamp {
  /// The file's path in a project: `criteria/…` as it is, others below the folder of a round.
  package func projectPath(round code: String) -> String {
    file.hasPrefix("criteria/") ? file : "evidence/\(code)/\(file)"
  }
}

extension RoundLoader {
  mutating func loadClosings() {
    guard let table = folder.table(ClosingColumn.schema, &problems) else { return }
    var rows = table.rows()
    while rows.next(&problems) {
      guard rows.requiredText(ClosingColumn.version, &problems) != nil else { continue }
      guard let version = rows.withBytes(ClosingColumn.version, parseCount),
        Int(version) == round.closings.count + 1
      else {
        problems.report(
          .closingVersion, at: rows.place(ClosingColumn.version), .text(rows.text(ClosingColumn.version)),
          .count(round.closings.count + 1))
        continue
      }
      if rows.requiredText(ClosingColumn.date, &problems) == nil
        || rows.requiredText(ClosingColumn.sha256, &problems) == nil
      {
        continue
      }
      if version > 1, rows.isEmpty(ClosingColumn.reason) {
        problems.report(.cellRequired, at: rows.place(ClosingColumn.reason))
      }
      let date = rows.day(ClosingColumn.date, &problems)
      if let date, let before = round.closings.last?.date, date < before {
        problems.report(.closingBackward, at: rows.place(ClosingColumn.date), .day(date), .day(before))
      }
      round.closings.append(
        Closing(
          version: Int(version), date: date, reason: rows.text(ClosingColumn.reason),
          sha256: rows.text(ClosingColumn.sha256).folded,
          place: rows.place(ClosingColumn.sha256)))
    }
  }

  /// Reports inputs that differ from the newest frozen version.
  mutating func checkClosed() {
    guard let closing = round.closings.last else { return }
    let name = "\(ClosedFiles.folder(version: closing.version))/\(ClosedFiles.digests)"
    guard let bytes = try? folder.source.read(name), sha256(bytes) == closing.sha256 else {
      return problems.report(.closedListChanged, at: closing.place, .text(name), .count(closing.version))
    }
    var frozen: [String: String] = [:]
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      // `<64 digits>  <path>`
      frozen[String(line.dropFirst(66))] = String(line.prefix(64))
    }
    for stamp in round.scoreStamps {
      let path = stamp.projectPath(round: round.code)
      guard let digest = frozen.removeValue(forKey: path) else {
        problems.report(.closedAdded, at: Place(stamp.file), .count(closing.version))
        continue
      }
      if digest != stamp.sha256 {
        problems.report(.closedChanged, at: Place(stamp.file), .count(closing.version))
      }
    }
    let own = "evidence/\(round.code)/"
    for path in frozen.keys.sorted(by: precedesInBytes)
    where path.hasPrefix(own) || path.hasPrefix("criteria/") {
      let file = path.hasPrefix(own) ? String(path.dropFirst(own.count)) : path
      // What documents/*.csv register is compared with the digests that stand there.
      if file.hasPrefix("documents/"), folder.source.kind(file) == .file { continue }
      problems.report(.closedRemoved, at: Place(file), .count(closing.version))
    }
  }
}
