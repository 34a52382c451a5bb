import CCHCCriteria
import CCHCCycle
import CCHCDocuments
package import CCHCExact
package import CCHCFiles
import CCHCPapers
package import CCHCScoring
import CCHCTables

/// Works the reports of a round out anew and compares every file in their folder.
package struct ReportVerification {
  package private(set) var problems = ProblemList()
  /// How many files are right, are wrong or should not be there, and depend on what is not known here.
  package private(set) var counts = (right: 0, wrong: 0, unverified: 0)
  /// How many inputs are not those that the reports were made from: of the scores, and of what came after; nil
  /// where the reports do not say from which they are.
  package private(set) var changedInputs: (scores: Int, after: Int)?

  private let folder: String
  private let results: Results
  private let source: Source
  /// The codes of the round's agencies.
  private let agencies: Set<String>
  /// The files in the folder, by the outputs whose names they have.
  private let matches: OutputMatches
  /// The files in the folder.
  private let present: Set<String>
  /// Those of them that are not accounted for yet.
  private var open: Set<String>
  private var comparison: FileComparison
  /// The files that must be in the folder and are not, with the command that writes them.
  private var missing: [(file: String, command: String)] = []
  /// The files that are not made because their day is not known.
  private var undated: Set<String> = []

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
    agencies = Set(results.round.agencies.map(\.code))
    let names = try Self.names(in: folder)
    matches = OutputMatches(names)
    present = Set(names)
    open = present
    comparison = FileComparison(folder: folder)
    reportInputs(try Self.stamp(of: folder))
    try compareWholeRound()
    try compareDocuments()
    try compareDisputes()
    try compareWorklists()
    try compareRounds()
    for day in source.days { try compareDated(on: day) }
    excuseSlips()
    if source.days.isEmpty { excuseDated() }
    try report()
    counts.right = comparison.right.count
  }

  /// The stamp of a folder of reports; nil where it has none that can be read.
  package static func stamp(of folder: String) throws(FileError) -> ReportStamp? {
    let file = joinedPath(folder, OutputCatalogue.stampFile)
    guard fileKind(file) == .file else { return nil }
    return ReportStamp(try readFile(file))
  }

  /// Whether a folder holds reports.
  package static func isReportFolder(_ path: String) -> Bool {
    OutputCatalogue.folders.contains { fileKind(joinedPath(path, $0)) == .folder }
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

  // MARK: Outputs of the whole round

  /// A day for outputs that are listed and not made; the last one that a table may name, so that what is due on it
  /// is due on every day.
  private static let lastDay = Day(number: 84_005)

  /// Compares the outputs that depend on the round alone, and finds those that are missing.
  private mutating func compareWholeRound() throws(FileError) {
    let results = results
    try compare(OutputCatalogue.score, results, isRequired: true)
    if !open.contains(OutputCatalogue.stampFile),
      !missing.contains(where: { $0.file == OutputCatalogue.stampFile })
    {
      missing.insert((OutputCatalogue.stampFile, "cchc \(OutputCatalogue.score.command)"), at: 0)
    }
    try compare(OutputCatalogue.appraisal, AppraisalReport(results), isRequired: true)
    try compare(OutputCatalogue.survey, results, isRequired: true)
    try compare(
      OutputCatalogue.status, ProgressTable(results, on: nil, Wording(.vietnamese)), isRequired: true)
    try compare(
      OutputCatalogue.papers, DatedRound(results, on: Self.lastDay), makesDated: false, isRequired: true)
    try compare(
      OutputCatalogue.followUp, FollowedRound(results, FollowUp(results, on: Self.lastDay)),
      makesDated: false, isRequired: true)
  }

  /// Compares what the commands of a day write.
  private mutating func compareDated(on day: Day) throws(FileError) {
    let results = results
    try compare(OutputCatalogue.status, ProgressTable(results, on: day, Wording(.vietnamese)))
    try compare(OutputCatalogue.papers, DatedRound(results, on: day))
    guard !FollowUp.problems(of: results.round, on: day).hasErrors else { return }
    try compare(OutputCatalogue.followUp, FollowedRound(results, FollowUp(results, on: day)))
  }

  /// Compares the files of a command that are in the folder and not accounted for.
  ///
  /// - Parameters:
  ///   - list: The outputs of the command.
  ///   - source: What they are made from; not asked for where the folder has none of them.
  ///   - makesDated: Whether the day of the source is that of the files.
  ///   - isRequired: Whether all files of a kind must be there where one is.
  /// - Throws: `FileError` where a file cannot be read.
  private mutating func compare<Source>(
    _ list: CommandOutputs<Source>, _ source: @autoclosure () -> Source, makesDated: Bool = true,
    isRequired: Bool = false
  ) throws(FileError) {
    guard !matches[list].isEmpty else { return }
    let source = source()
    let files = list.outputs.flatMap { $0.files(source) }
    for file in files {
      if makesDated || !file.isDated {
        try compare(file)
      } else {
        undated.formUnion(file.kinds.map(file.path))
      }
    }
    if isRequired { try require(files, of: "cchc \(list.command)") }
  }

  private mutating func compare(_ file: OutputFile) throws(FileError) {
    // Tables may have either decimal mark.
    for locale in [CSVLocale.english, .vietnamese] {
      let kinds = unverifiedKinds(of: file).filter { locale == .english || $0 == .csv }
      guard !kinds.isEmpty else { continue }
      try file.make(
        OutputOptions([], locale: locale), where: { kinds.contains($1) },
        write: { (name, contents) throws(FileError) in
          var bytes: [UInt8] = []
          try contents { piece throws(FileError) in bytes += piece }
          try comparison.offer(bytes, for: name)
        })
    }
    guard let filling = file.filling else { return }
    for path in unverifiedKinds(of: file).map(file.path) {
      // A list that somebody has filled in is no longer what was made.
      guard try filling.isFilled(at: joinedPath(folder, path)) else { continue }
      excuse([path], .reportUnverifiedState, at: path)
    }
  }

  /// The kinds in which a file is in the folder and was not found right yet.
  private func unverifiedKinds(of file: OutputFile) -> [FileExtension] {
    file.kinds.filter { open.contains(file.path($0)) && !comparison.right.contains(file.path($0)) }
  }

  /// Notes the files of a command that are not in the folder though others of their kind are.
  private mutating func require(_ files: [OutputFile], of command: String) throws(FileError) {
    let kinds = Set(
      files.flatMap { file in file.kinds.filter { present.contains(file.path($0)) } })
    // What is filled in may have been moved to where it is used.
    for file in files where file.filling == nil {
      for kind in file.kinds where kinds.contains(kind) && !present.contains(file.path(kind)) {
        try file.make(
          OutputOptions([]), where: { $1 == kind },
          write: { (name, _) throws(FileError) in missing.append((name, command)) })
      }
    }
  }

  // MARK: Outputs of a part of the round, found by their names

  private mutating func compareDocuments() throws(FileError) {
    let found = Set(matches[OutputCatalogue.documents].flatMap(\.values).map { $0[.field] })
    guard !found.isEmpty else { return }
    let outcome = RoundLoader.load(
      source.round,
      options: .init(criteriaFolder: source.criteria, makesStamps: false, verifiesDocuments: true))
    if let failure = outcome.failures.first { throw failure }
    let fields = Set(
      results.round.groups.flatMap { group in group.set.fields.map { group.set.rows[$0].code } })
    for field in found where field.map(fields.contains) ?? true {
      try compare(OutputCatalogue.documents, DocumentList(outcome.round, field: field))
    }
  }

  private mutating func compareDisputes() throws(FileError) {
    let results = results
    for values in matches[OutputCatalogue.dispute].flatMap(\.values) {
      guard let code = values[.agency], let agency = results.round.agency(code) else { continue }
      let set = results.round[agency: agency].set
      guard let leaf = values[.criterion].flatMap(set.row).flatMap({ set.rows[$0].leaf }) else { continue }
      try compare(OutputCatalogue.dispute, results[agency: agency][leaf: leaf])
    }
  }

  private mutating func compareWorklists() throws(FileError) {
    let results = results
    let found = matches[OutputCatalogue.assign]
    let rounds = Set(found.flatMap(\.values).compactMap { Int($0[.appraisalRound] ?? "1") })
    for round in rounds.sorted() where (1...9).contains(round) {
      try compare(OutputCatalogue.assign, Worklists(results, round: round))
    }
    // The figures of the day of the assignment are not known either.
    for file in found.map(\.file).sorted(by: precedesInBytes)
    where open.contains(file) && !comparison.right.contains(file) {
      excuse([file], .reportUnverifiedState, at: file)
    }
  }

  private mutating func compareRounds() throws(FileError) {
    let found = matches[OutputCatalogue.compare]
    let codes = Set(found.flatMap(\.values).compactMap { $0[.olderRound] })
    for code in codes.sorted(by: precedesInBytes) {
      let path = joinedPath(parentFolder(resolvedPath(source.round)), code)
      let isThere = isFileCode(code) && TableFiles.has(RoundKey.schema.file, in: path)
      let outcomes = (isThere ? [path, source.round] : []).map {
        RoundLoader.load(
          $0, options: .init(criteriaFolder: source.criteria, makesStamps: false, loadsPrevious: false))
      }
      guard isThere, outcomes.allSatisfy(\.failures.isEmpty) else {
        let files = found.filter { $0.values.contains { $0[.olderRound] == code } }.map(\.file)
        excuse(
          files, .reportUnverifiedRound, at: files.min(by: precedesInBytes) ?? code, .text(code), .text(path))
        continue
      }
      let rounds = outcomes.map { Scorer.score($0) }
      for isSplit in [false, true] {
        try compare(
          OutputCatalogue.compare,
          RoundComparison(rounds[0], rounds[1], changes: nil, found: ProblemList(), splits: isSplit))
      }
    }
  }

  // MARK: Files that cannot be verified

  /// Sets slips aside: they show how things were when they were made, whatever their day.
  private mutating func excuseSlips() {
    for list in [OutputCatalogue.filingCheck, OutputCatalogue.receive] as [any OutputList] {
      for entry in list.entries {
        excuse(matches[entry].filter(isOfKnownAgency), of: entry, .reportUnverifiedSlip, list.command)
      }
    }
  }

  /// Sets files aside whose day is not known.
  private mutating func excuseDated() {
    for list in OutputCatalogue.all {
      for entry in list.entries {
        let unknown = matches[entry].filter { match in
          undated.contains(match.file) || entry.isDated && isOfKnownAgency(match)
        }
        excuse(unknown, of: entry, .reportUnverifiedDay, list.command)
      }
    }
  }

  private mutating func excuse(
    _ found: [OutputMatches.Match], of entry: OutputEntry, _ code: ProblemCode, _ command: String
  ) {
    let files = found.map(\.file).filter { open.contains($0) && !comparison.right.contains($0) }
    excuse(files, code, at: entry.path.pattern, .count(files.count), .text("cchc \(command)"))
  }

  /// Whether the agency in the name of a file is one of the round; true for a name without an agency.
  private func isOfKnownAgency(_ match: OutputMatches.Match) -> Bool {
    match.values.contains { values in values[.agency].map(agencies.contains) ?? true }
  }

  // MARK: Problems

  /// Says first whether the inputs are those that the reports were made from.
  private mutating func reportInputs(_ stamp: ReportStamp?) {
    let place = Place(OutputCatalogue.stampFile)
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

  /// Reports files that are missing, that differ, and that nobody makes.
  private mutating func report() throws(FileError) {
    for (file, command) in missing { problems.report(.reportMissing, at: Place(file), .text(command)) }
    for file in comparison.wrong { try comparison.report(file, &problems) }
    let unknown = open.filter { !comparison.knows($0) }
    for file in unknown.sorted(by: precedesInBytes) { problems.report(.reportUnknownFile, at: Place(file)) }
    counts.wrong = missing.count + comparison.wrong.count + unknown.count
  }

  /// Sets files aside that cannot be verified, and says why.
  private mutating func excuse(
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
