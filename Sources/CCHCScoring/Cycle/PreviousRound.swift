import CCHCCriteria
package import CCHCFiles
import CCHCTables

/// The scored round of the year before, and which of its agencies became which of this round.
package struct PreviousResults: Sendable {
  package let results: Results
  package let agencies: AgencyMap
}

/// Which agencies of an older round became which of a newer one.
package struct AgencyMap: Sendable {
  /// For each agency of the newer round, those of the older one that became it, in the older one's order.
  package private(set) var olds: [[Int]]
  /// For each agency of the older round, the one of the newer round that it became; nil where none.
  package private(set) var news: [Int?]

  /// Pairs agencies by a table of changes, and by their code where the table does not name them.
  ///
  /// A change whose old code the older round lacks is reported and left out.
  package init(
    from older: Round, to newer: [Agency], _ changes: [AgencyChange], _ problems: inout ProblemList
  ) {
    let oldIndices = older.agencies.indicesByCode
    let newIndices = newer.indicesByCode
    news = older.agencies.map { newIndices[$0.code] }
    olds = newer.map { _ in [] }
    for change in changes {
      guard let old = oldIndices[change.old] else {
        problems.report(
          .mapOldUnknown, at: change.place, .text(change.old), .text(older.code),
          suggestion: nearest(to: change.old, among: older.agencies.map(\.code)))
        continue
      }
      news[old] = newIndices[change.new]
    }
    for (old, new) in news.enumerated() { if let new { olds[new].append(old) } }
  }
}

/// What an agency's rank was in the round before.
package enum RankBefore: Sendable, Equatable {
  /// The agency was not in the round before.
  case absent
  /// Several agencies of the round before, by their places, became it.
  case merged([Int])
  case unranked
  /// Ranked among other agencies: in another bloc or group.
  case elsewhere(rank: Int, bloc: String)
  case ranked(Int)

  /// The rank, among whatever agencies; nil where there was none, or more than one.
  package var rank: Int? {
    switch self {
    case .absent, .merged, .unranked: nil
    case .elsewhere(let rank, _), .ranked(let rank): rank
    }
  }
}

extension RoundLoader {
  /// Loads and scores the round that round.csv names as the one before, without that round's own one before.
  mutating func loadPrevious() -> PreviousResults? {
    let name = round.settings.previous
    guard !name.isEmpty, options.loadsPrevious, options.onlyAgency == nil else { return nil }
    guard case .folder(let own) = folder.source,
      case let path = joinedPath(parentFolder(resolvedPath(own)), name),
      name != round.code, TableFiles.has(RoundKey.schema.file, in: path)
    else {
      problems.report(.previousMissing, at: previousPlace, .text(name))
      return nil
    }
    var others = options
    others.loadsPrevious = false
    others.verifiesDocuments = false
    others.isHeld = false
    let outcome = RoundLoader.load(path, options: others)
    for failure in outcome.failures { folder.fail(failure) }
    let map = AgencyMap(from: outcome.round, to: round.agencies, round.agencyChanges, &problems)
    if options.makesStamps { addStamps(of: outcome.round, name) }
    return PreviousResults(results: Scorer.score(outcome), agencies: map)
  }

  /// Adds the digests of the round before to those of what comes after scoring.
  private mutating func addStamps(of previous: Round, _ name: String) {
    let known = Set(round.scoreStamps.map(\.file))
    for stamp in previous.scoreStamps {
      if !stamp.file.hasPrefix("criteria/") {
        round.afterStamps.append(FileStamp(file: "../\(name)/\(stamp.file)", sha256: stamp.sha256))
      } else if !known.contains(stamp.file) {
        round.afterStamps.append(stamp)
      }
    }
    round.afterStamps.sort { precedesInBytes($0.file, $1.file) }
  }
}
