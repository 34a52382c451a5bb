package import CCHCScoring
package import CCHCTables

/// Works the reports of a round out anew and compares every file in their folder.
package struct ReportVerification {
  package private(set) var problems = ProblemList()
  /// How many files are right, are wrong or should not be there, and depend on what is not known here.
  package private(set) var counts = (right: 0, wrong: 0, unverified: 0)
  /// How many inputs are not those that the reports were made from: of the scores, and of what came after; nil
  /// where the reports do not say from which they are.
  package private(set) var changedInputs: (scores: Int, after: Int)?

  let folder: String
  let results: Results
  /// The files in the folder that nobody has accounted for yet.
  var open: Set<String>
  var comparison: FileComparison

  /// Where the round and what belongs to it are found.
  package struct Source {
    let round: String
    let criteria: String
    let days: [Day]

    /// The folder of the round, that of the criteria sets, and the days on which dated papers were made.
    package init(round: String, criteria: String, days: [Day]) {
      self.round = round
      self.criteria = criteria
      self.days = days
    }
  }

  let source: Source

  /// Compares a folder of reports with what the round gives.
  ///
  /// - Parameters:
  ///   - folder: the folder of the reports.
  ///   - results: the round as it is now, loaded with the digests of its inputs.
  ///   - source: where the round is.
  /// - Throws: `FileError` where a file or folder cannot be read.
  package init(_ folder: String, _ results: Results, _ source: Source) throws(FileError) {
    self.folder = folder
    self.results = results
    self.source = source
    let names = try Self.names(in: folder)
    open = Set(names)
    comparison = FileComparison(folder: folder)
    reportInputs(try Self.stamp(of: folder))
    let missing = try compareScores()
    try compareOthers()
    try report(missing)
    counts.right = comparison.right.count
  }

  /// The stamp of a folder of reports; nil where it has none that can be read.
  package static func stamp(of folder: String) throws(FileError) -> ReportStamp? {
    let file = joinedPath(folder, ReportFolder.stampFile)
    guard fileKind(file) == .file else { return nil }
    return ReportStamp(try readFile(file))
  }

  /// Whether a folder holds reports.
  package static func isReportFolder(_ path: String) -> Bool {
    ReportFolder.folders.contains { fileKind(joinedPath(path, $0)) == .folder }
  }

  // MARK: Files

  /// How deep folders are looked into: those of reports lie two deep.
  private static let mostDepth = 6

  /// All files below a folder, without hidden ones and the lock files of office programs.
  private static func names(in path: String) throws(FileError) -> [String] {
    var names: [String] = []
    var folders = [(name: "", depth: 0)]
    while let (folder, depth) = folders.popLast() {
      for name in try folderNames(joinedPath(path, folder)) {
        guard !name.hasPrefix("."), !name.hasPrefix("~$") else { continue }
        let inner = joinedPath(folder, name)
        if fileKind(joinedPath(path, inner)) == .folder, depth < mostDepth {
          folders.append((inner, depth + 1))
        } else {
          names.append(inner)
        }
      }
    }
    return names
  }

  /// Compares those files that are still open with the ones that a closure gives.
  ///
  /// - Returns: the names of all files that the closure gives.
  @discardableResult
  mutating func compare(
    _ kinds: Set<OutputKind> = Set(OutputKind.allCases),
    _ body: (inout ChosenFiles) throws(FileError) -> Void
  ) throws(FileError) -> [String] {
    let (open, before) = (open, comparison)
    var comparison = before
    var failure: FileError?
    let names = try ChosenFiles.look(
      at: kinds, isWanted: { open.contains($0) && !before.right.contains($0) },
      take: { name, bytes in
        do throws(FileError) {
          try comparison.offer(bytes, for: name)
        } catch {
          failure = failure ?? error
        }
      }, body)
    if let failure { throw failure }
    self.comparison = comparison
    return names
  }

  /// Compares the files of `score`.
  ///
  /// - Returns: those that are missing: of a kind of which any is there, all must be.
  private mutating func compareScores() throws(FileError) -> [String] {
    let results = results
    let all = try ChosenFiles.names { (files: inout ChosenFiles) throws(FileError) in
      try ReportFolder.put(results, locale: .english, into: &files)
    }
    let present = Set(all.filter(open.contains).map(Self.kind))
    for locale in [CSVLocale.english, .vietnamese] {
      let kinds = locale == .english ? present : present.intersection([.csv])
      try compare(kinds) { (files: inout ChosenFiles) throws(FileError) in
        try ReportFolder.put(results, locale: locale, into: &files)
      }
    }
    let wanted = all.filter { present.contains(Self.kind($0)) || $0 == ReportFolder.stampFile }
    return wanted.filter { !open.contains($0) }
  }

  private static func kind(_ file: String) -> OutputKind {
    OutputKind.allCases.first { file.hasSuffix(".\($0.rawValue)") } ?? .md
  }

  // MARK: Problems

  /// Says first whether the inputs are those that the reports were made from.
  private mutating func reportInputs(_ stamp: ReportStamp?) {
    let place = Place(ReportFolder.stampFile)
    guard let stamp, stamp.scores != nil else { return problems.report(.reportUnstamped, at: place) }
    if let round = stamp.round, round != results.round.code {
      problems.report(.reportOtherRound, at: place, .text(round), .text(results.round.code))
    }
    if let version = stamp.version, version != engineVersion {
      problems.report(.reportOtherVersion, at: place, .text(version), .text(engineVersion))
    }
    let changes = InputChange.all(since: stamp, results.round)
    let scores = changes.count { $0.bearsOnScores }
    let after = changes.count - scores
    changedInputs = (scores, after)
    guard !changes.isEmpty else { return }
    problems.report(.reportInputsDiffer, at: place, .count(scores), .count(after))
    for change in changes {
      let code: ProblemCode =
        switch change.kind {
        case .changed: .reportInputChanged
        case .missing: .reportInputMissing
        case .added: .reportInputAdded
        }
      problems.report(code, at: Place(change.file), change.dependents)
    }
  }

  /// Says what is wrong: files that are missing, that differ, and that nobody makes.
  private mutating func report(_ missing: [String]) throws(FileError) {
    for file in missing { problems.report(.reportMissing, at: Place(file)) }
    for file in comparison.wrong { try comparison.report(file, &problems) }
    let unknown = open.filter { !comparison.knows($0) }
    for file in unknown.sorted(by: precedesInBytes) { problems.report(.reportUnknownFile, at: Place(file)) }
    counts.wrong = missing.count + comparison.wrong.count + unknown.count
  }

  /// Sets files aside that cannot be verified, and says why.
  mutating func excuse(
    _ files: [String], _ code: ProblemCode, at place: String, _ arguments: ProblemArgument...
  ) {
    guard !files.isEmpty else { return }
    for file in files {
      comparison.excuse(file)
      open.remove(file)
    }
    counts.unverified += files.count
    problems.append(Problem(code, at: Place(place), arguments))
  }
}
