import CCHCTables

/// The round of the year before, as far as this year's outputs set it beside theirs.
package struct PreviousRound: Sendable {
  package let results: Results
  /// For each agency of this round those of the year before that it goes on from.
  private let ancestors: [[Int]]

  init(_ results: Results, for round: Round) {
    self.results = results
    var ancestors = [[Int]](repeating: [], count: round.agencies.count)
    let places = Dictionary(
      round.agencies.enumerated().map { ($0.element.code, $0.offset) },
      uniquingKeysWith: { first, _ in first }
    )
    let renamed = Dictionary(
      round.agencyChanges.map { ($0.old, $0.new) }, uniquingKeysWith: { first, _ in first })
    for (old, agency) in results.round.agencies.enumerated() {
      if let place = places[renamed[agency.code] ?? agency.code] { ancestors[place].append(old) }
    }
    self.ancestors = ancestors
  }

  /// The agencies of the year before that an agency of this round goes on from: none, one, or several merged.
  package func ancestors(of agency: Int) -> [Int] { ancestors[agency] }

  /// What the year before says of an agency of this round; nil where it has no ancestor, or several.
  package func result(of agency: Int) -> AgencyResult? {
    guard ancestors[agency].count == 1, let old = ancestors[agency].first else { return nil }
    return results.groups.lazy.flatMap(\.agencies).first { $0.agency == old }
  }

  /// The leaf of the year before that an agency's leaf goes on from: the one of the same code and name.
  package func leaf(_ leaf: Int, of agency: Int, in round: Round) -> (agency: Int, leaf: Int)? {
    guard ancestors[agency].count == 1, let old = ancestors[agency].first else { return nil }
    let (set, before) = (round.set(of: agency), results.round.set(of: old))
    let row = set.rows[set.leaves[leaf].row]
    guard let place = before.row(row.code), before.rows[place].name == row.name,
      let found = before.rows[place].leaf
    else { return nil }
    return (old, found)
  }
}

extension RoundLoader {
  /// Loads the round that `previous` names, without the one before it.
  mutating func loadPrevious() {
    let code = round.settings.previous
    guard options.readsPrevious, options.onlyAgency == nil, !code.isEmpty else { return }
    let path = joinedPath(parentFolder(resolvedPath(folder.path)), code)
    guard fileKind(joinedPath(path, "round.csv")) == .file, code != round.code else {
      let siblings = (try? folderNames(parentFolder(path))) ?? []
      return problems.report(
        .previousMissing, at: Place("round.csv"), code,
        suggestion: nearest(to: code, among: siblings.filter { $0 != round.code }))
    }
    var options = options
    options.readsPrevious = false
    options.verifiesDocuments = false
    let outcome = RoundLoader.load(path, options: options)
    if outcome.failures.isEmpty { previous = outcome }
    for failure in outcome.failures { folder.fail(failure) }
    let known = Set(outcome.round.agencies.map(\.code))
    for change in round.agencyChanges where !known.contains(change.old) {
      problems.report(
        .mapOldUnknown, at: change.place, change.old, code,
        suggestion: nearest(to: change.old, among: known.sorted(by: precedesInBytes)))
    }
    let stamped = Set(round.scoreStamps.map(\.file))
    round.afterStamps += outcome.round.scoreStamps.filter { !stamped.contains($0.file) }.map { stamp in
      stamp.file.hasPrefix("criteria/")
        ? stamp : FileStamp(file: "../\(code)/\(stamp.file)", sha256: stamp.sha256)
    }
  }
}
