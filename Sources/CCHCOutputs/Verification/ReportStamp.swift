import CCHCCriteria
import CCHCCycle
import CCHCFiles
import CCHCForms
import CCHCOffice
import CCHCScoring
import CCHCTables

/// What results.json says of itself: the round, the program that made it and the digests of its inputs.
package struct ReportStamp: Sendable {
  /// The round's code; nil where the file does not say it.
  package private(set) var round: String?
  /// The version of the program; nil where the file does not say it.
  package private(set) var version: String?
  /// The digests of the inputs of the scores, then of what came after; nil where the file has no stamp.
  private(set) var scores: [String: String]?
  private(set) var after: [String: String]?

  /// Reads the stamp of a results.json.
  ///
  /// - Returns: nil where the bytes are no JSON object.
  package init?(_ bytes: [UInt8]) {
    do throws(JSONFault) {
      var scanner = JSONScanner(bytes)
      var found = ReportStamp()
      try scanner.object { (key: String, scanner: inout JSONScanner) throws(JSONFault) in
        switch key {
        case "round": found.round = try scanner.text()
        case "stamp": try found.read(&scanner)
        default: try scanner.skip()
        }
      }
      self = found
    } catch {
      return nil
    }
  }

  private init() {}

  private mutating func read(_ scanner: inout JSONScanner) throws(JSONFault) {
    var found = self
    try scanner.object { (key: String, scanner: inout JSONScanner) throws(JSONFault) in
      switch key {
      case "version": found.version = try scanner.text()
      case "scores": found.scores = try Self.digests(&scanner)
      case "after": found.after = try Self.digests(&scanner)
      default: try scanner.skip()
      }
    }
    self = found
  }

  private static func digests(_ scanner: inout JSONScanner) throws(JSONFault) -> [String: String] {
    var digests: [String: String] = [:]
    try scanner.object { (file: String, scanner: inout JSONScanner) throws(JSONFault) in
      digests[file] = try scanner.text() ?? ""
    }
    return digests
  }
}

/// How an input differs from the one that reports were made from.
struct InputChange {
  enum Kind {
    case changed
    case missing
    case added
  }

  let file: String
  let kind: Kind
  /// Whether the scores come from it, not only what came after them.
  let bearsOnScores: Bool

  /// The inputs that differ: those of the scores first, each by the bytes of their names.
  static func all(since stamp: ReportStamp, _ round: Round) -> [InputChange] {
    list(stamp.scores ?? [:], round.scoreStamps, bearsOnScores: true)
      + list(stamp.after ?? [:], round.afterStamps, bearsOnScores: false)
  }

  private static func list(
    _ before: [String: String], _ now: [FileStamp], bearsOnScores: Bool
  ) -> [InputChange] {
    var changes: [String: Kind] = [:]
    for file in before.keys { changes[file] = .missing }
    for stamp in now {
      switch before[stamp.file] {
      case nil: changes[stamp.file] = .added
      case stamp.sha256: changes[stamp.file] = nil
      default: changes[stamp.file] = .changed
      }
    }
    return changes.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.compactMap { file in
      changes[file].map { InputChange(file: file, kind: $0, bearsOnScores: bearsOnScores) }
    }
  }

  /// What comes from the input.
  var dependents: ProblemArgument {
    if bearsOnScores {
      if file.hasPrefix("criteria/") {
        return .phrase(
          vi: "điểm của mọi cơ quan dùng bộ tiêu chí này và mọi kết quả sau đó",
          en: "the scores of every agency under this criteria set, and all that follows")
      }
      return .phrase(
        vi: "điểm và mọi kết quả sau đó",
        en: "the scores and all that follows")
    }
    if file.hasPrefix("../") || file.hasPrefix("map.") || file.hasPrefix("criteria/") {
      return .phrase(
        vi: "hạng năm trước và mức tăng, giảm; không đụng tới điểm",
        en: "the ranks of the year before and the changes; not the scores")
    }
    if file.hasPrefix("head_ratings.") {
      return .phrase(
        vi: "xếp loại người đứng đầu và nghĩa vụ theo xếp loại đó; không đụng tới điểm",
        en: "head ratings and the obligations that follow from them; not the scores")
    }
    if file.hasPrefix("publication.") {
      return .phrase(
        vi: "số, ngày công bố và thời hạn của nghĩa vụ; không đụng tới điểm",
        en: "number and day of the publication and the deadlines; not the scores")
    }
    return .phrase(
      vi: "việc theo dõi sau công bố; không đụng tới điểm",
      en: "the follow-up after publication; not the scores")
  }
}
