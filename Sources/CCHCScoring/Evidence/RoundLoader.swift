package import CCHCCriteria
package import CCHCFiles
import CCHCTables

/// Reads the tables of a round and the criteria sets that it names.
package struct RoundLoader {
  var round: RoundBuilder
  var problems = ProblemList()
  /// Errors on rows of a leaf that a later appraisal may settle: then they are warnings.
  var rowFaults: [RowFault] = []
  var folder: InputFolder
  private(set) var options: Options
  /// Groups whose set is named but cannot be found, and agencies that are left out for an error on their row.
  var groupsWithoutSet: Set<String> = []
  var leftOut: Set<String> = []
  /// Digests of the rows of figures that do not tell all of their words, by the figures' places.
  var figureWords: [Int: UInt64] = [:]
  /// The set of each group, once round.csv is read.
  var sets = GroupSets()
  /// Answers of named groups of respondents, until all are read.
  var respondents = RespondentCounts()
  /// How often words of cells were compared with the ids of documents.
  var comparedDocuments = 0
  /// What finds the agency and the leaf of a row, once it is made.
  private var finder: LeafFinder?
  /// What rows of evidence may name, once it is made.
  private var evidenceKeys: EvidenceKeys?
  /// Where round.csv names the round of the year before.
  var previousPlace = Place(RoundKey.schema.file)

  /// Where the criteria sets are that a round names.
  package enum SetSource: Sendable {
    /// In the folders of a folder.
    case folder(String)
    /// Loaded before.
    case loaded([SetLoader.Outcome])
  }

  /// How a round is read.
  package struct Options: Sendable {
    /// Where the criteria sets are.
    package var sets: SetSource
    /// Whether digests of all files are made.
    package var makesStamps: Bool
    /// The code or the name of an agency: only its rows are read, and no problem of others is reported.
    package var onlyAgency: String?
    /// Whether the files of registered documents are read and their digests compared.
    package var verifiesDocuments: Bool
    /// Whether the round of the year before is loaded and scored where round.csv names one.
    package var loadsPrevious: Bool
    /// Whether the caller holds the folder, to write in it what it reads.
    package var isHeld: Bool
    /// How many threads read; what is read does not depend on it.
    package var jobs: Int
    /// About how many bytes of a table a thread reads at once; 0 reads every row exactly, one after the other, which
    /// gives the same.
    package var pieceSize = 1 << 18
    /// Called before a large round is read on several threads: a program may prepare its process there.
    package var onLargeRound: @Sendable () -> Void = {}
    /// Gets the name of each table before it is read, to show how far a long load is.
    package var onRead: (@Sendable (String) -> Void)?

    package init(
      criteriaFolder: String, makesStamps: Bool = true, onlyAgency: String? = nil,
      verifiesDocuments: Bool = false, loadsPrevious: Bool = true, isHeld: Bool = false, jobs: Int = coreCount
    ) {
      sets = .folder(criteriaFolder)
      self.makesStamps = makesStamps
      self.onlyAgency = onlyAgency
      self.verifiesDocuments = verifiesDocuments
      self.loadsPrevious = loadsPrevious
      self.isHeld = isHeld
      self.jobs = jobs
    }

    /// The options of a round that a program built, with its sets.
    package init(sets: [SetLoader.Outcome]) {
      self.init(criteriaFolder: "", makesStamps: false)
      self.sets = .loaded(sets)
    }
  }

  /// A problem on a row, with the leaf that it makes invalid.
  package struct RowFault: Sendable {
    let problem: Int
    let agency: Int
    let leaf: Int
  }

  /// What the tables of a round give.
  package struct Outcome: Sendable {
    package let round: Round
    package let problems: ProblemList
    package let rowFaults: [RowFault]
    /// Files that could not be read; any makes the exit code 2.
    package let failures: [FileError]
    /// The scored round of the year before; nil where none is named or found.
    package let previous: PreviousResults?
  }

  /// Loads a round; whatever cannot be read is reported and left out.
  ///
  /// The folder is held while it is read, so that no other run changes it meanwhile.
  package static func load(_ path: String, options: Options) -> Outcome {
    load(.folder(path), code: lastPathPart(resolvedPath(path)), options: options)
  }

  /// Loads the round of a source; whatever cannot be read is left out and reported, after `problems`.
  package static func load(
    _ source: TableSource, code: String, options: Options, after problems: ProblemList = ProblemList()
  ) -> Outcome {
    var loader = RoundLoader(source, code, options)
    loader.problems = problems
    loader.folder.hold(options.isHeld)
    loader.run()
    loader.folder.release()
    let previous = loader.loadPrevious()
    return Outcome(
      round: loader.round.build(), problems: loader.problems, rowFaults: loader.rowFaults,
      failures: loader.folder.failures, previous: previous)
  }

  init(_ source: TableSource, _ code: String, _ options: Options) {
    round = RoundBuilder(code: code)
    // What is frozen is compared by digests.
    let isClosed = !TableFiles.candidates(ClosingColumn.schema.file, in: source).isEmpty
    folder = InputFolder(source, makesStamps: options.makesStamps || isClosed, jobs: options.jobs)
    folder.onRead = options.onRead
    self.options = options
    if isClosed { self.options.makesStamps = true }
  }

  /// Whether tables of evidence are read in parts on several threads.
  var readsParts: Bool { options.onlyAgency == nil && options.pieceSize > 0 }

  private mutating func run() {
    if options.onlyAgency == nil { reportUnknownFiles() }
    if readsParts {
      folder.readAhead(
        [FigureColumn.own, FigureColumn.external, AppraisalColumn.schema], stretches: options.pieceSize,
        onLarge: options.onLargeRound)
    }
    for table in RoundTable.all where table.isFiled || options.onlyAgency == nil { table.read(&self) }
    round.evidence.proofs.sort {
      ($0.agency, $0.leaf, $0.file, $0.row) < ($1.agency, $1.leaf, $1.file, $1.row)
    }
    checkCitations()
    round.scoreStamps = (round.scoreStamps + folder.stamps(.scores)).sorted {
      precedesInBytes($0.file, $1.file)
    }
    checkClosed()
    round.workbooks = folder.workbooks
    round.afterStamps = folder.stamps(.after).sorted { precedesInBytes($0.file, $1.file) }
  }

  /// Replaces what a person calls the one agency by its code; what calls none stays, and no rows are read.
  mutating func findOnlyAgency() {
    guard let text = options.onlyAgency else { return }
    if case .one(let index) = round.agencies.match(text) { options.onlyAgency = round.agencies[index].code }
    reportUnreadFiling(options.onlyAgency ?? text)
  }

  // MARK: round.csv and the sets

  /// The set of each group; a set is there once, however many groups name it.
  struct GroupSets {
    fileprivate(set) var codes: [String: String] = [:]
    fileprivate(set) var sets: [String: CriteriaSet] = [:]

    subscript(group: String) -> CriteriaSet? { codes[group].flatMap { sets[$0] } }

    /// The groups, in the order of their bytes.
    var groups: [String] { codes.keys.sorted(by: precedesInBytes) }
  }

  /// Reads round.csv and the set of each group.
  mutating func loadSettings() {
    guard let table = folder.table(RoundKey.schema, &problems) else { return }
    let settings = Settings<RoundKey>(table, &problems)
    var result = RoundSettings()
    result.name = settings.required(.name, &problems)
    let year = settings.required(.year, &problems)
    if year.unicodeScalars.allSatisfy(isDigit), year.utf8.count == 4, let number = Int(year),
      (1901...2199).contains(number)
    {
      result.year = number
    } else if !year.isEmpty {
      problems.report(.yearInvalid, at: settings.place(.year), .text(year))
    }
    result.superior = settings[.superior] ?? ""
    result.issuer = settings[.issuer] ?? ""
    result.place = settings[.place] ?? ""
    result.symbol = settings[.symbol] ?? ""
    result.signerTitle = settings[.signerTitle] ?? ""
    result.signer = settings[.signer] ?? ""
    result.note = settings[.note] ?? ""
    result.source = settings[.source] ?? ""
    result.previous = settings[.previous] ?? ""
    previousPlace = settings.place(.previous)
    if !result.previous.isEmpty, !isFileCode(result.previous) {
      problems.report(.codeInvalid, at: settings.place(.previous), .text(result.previous))
      result.previous = ""
    }
    result.recipients = (settings[.recipients] ?? "").pieces(separatedBy: ";").filter { !$0.isEmpty }
    result.hasRandomSample = settings.value(
      .randomSample, default: false, .phrase(vi: "có hoặc không", en: "yes or no"), &problems
    ) { Words.yesNo.english($0).map { $0 == "yes" } }
    round.settings = result
    loadSets(settings)
  }

  private mutating func loadSets(_ settings: Settings<RoundKey>) {
    var spellings: [String: String] = [:]
    for entry in settings.entries(of: .criteria) {
      let group = entry.code
      if let other = spellings.updateValue(group, forKey: group.folded) {
        problems.report(.codeCase, at: entry.place, .text(group), .text(other))
      }
      let (code, place) = (entry.value, entry.place)
      guard isFileCode(group), isFileCode(code) else {
        problems.report(.codeInvalid, at: place, .text(isFileCode(group) ? code : group))
        continue
      }
      for (name, kind) in [(group, "group"), (code, "set")] {
        let other = spellings.updateValue(name, forKey: "\(kind) \(name.folded)")
        if let other, other != name { problems.report(.codeCase, at: place, .text(name), .text(other)) }
      }
      if sets.sets[code] == nil {
        guard let outcome = loadSet(code, at: place) else {
          groupsWithoutSet.insert(group)
          continue
        }
        problems.append(contentsOf: outcome.problems)
        round.scoreStamps += outcome.stamps
        for failure in outcome.failures { folder.fail(failure) }
        sets.sets[code] = outcome.set
      }
      sets.codes[group] = code
    }
  }

  /// Loads a set that round.csv names, or takes it where it is loaded; nil, with that reported, where there is none.
  private mutating func loadSet(_ code: String, at place: Place) -> SetLoader.Outcome? {
    let known: [String]
    let folder: String
    switch options.sets {
    case .folder(let name):
      let path = joinedPath(name, code)
      if fileKind(path) == .folder {
        return SetLoader.load(path, code: code, makesStamps: options.makesStamps)
      }
      (folder, known) = (name, (try? folderNames(name)) ?? [])
    case .loaded(let outcomes):
      if let outcome = outcomes.first(where: { $0.set.code == code }) { return outcome }
      (folder, known) = ("criteria", outcomes.map(\.set.code))
    }
    problems.report(
      .setMissing, at: place, .text(code), .text(folder), suggestion: nearest(to: code, among: known))
    return nil
  }

  /// What finds the agency and the leaf that a row names: to be asked for when agencies and sets are known.
  mutating func leafFinder() -> LeafFinder {
    let finder =
      finder
      ?? LeafFinder(
        round.agencies, round.groups, onlyAgency: options.onlyAgency, leftOut: leftOut)
    self.finder = finder
    return finder
  }

  /// What rows of evidence may name: to be asked for when the council is known.
  mutating func keysOfEvidence() -> EvidenceKeys {
    let keys = evidenceKeys ?? EvidenceKeys(round.agencies, round.groups)
    evidenceKeys = keys
    return keys
  }

  /// Reports what was found while a row was read, unless only another agency's rows are told of.
  mutating func tell(_ found: inout ProblemList, ofRowFor agency: Int?) {
    guard !found.items.isEmpty else { return }
    if options.onlyAgency == nil || agency != nil { problems.append(contentsOf: found) }
    found = ProblemList(after: problems)
  }

  /// Remembers that the newest problem makes a leaf invalid, unless an appraisal settles it.
  mutating func noteRowFault(_ agency: Int, _ leaf: Int) {
    rowFaults.append(RowFault(problem: problems.items.count - 1, agency: agency, leaf: leaf))
  }
}
