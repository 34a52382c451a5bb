import CCHCCriteria
import CCHCCycle
import CCHCDrafting
import CCHCFiles
import CCHCPapers
import CCHCScoring
import CCHCTables
import CCHCTally
import Glibc

/// The steps of scoring a round, in their order.
enum Phase: String, CaseIterable {
  /// Looking through all tables: copying their bytes, checking that they are text, finding places between rows.
  case read
  /// All that loading does besides: cells, codes to numbers, digits to figures, checks, dense arrays. A row that is the
  /// expected one, byte for byte, is parsed and interned at a glance, so that one is not told from the other.
  case parse = "parse and intern"
  /// Points of all leaves, sums, bands and obligations.
  case evaluate
  /// Ranks, and the order of the agencies.
  case rank
  /// The bytes of the three tables.
  case render
  /// Putting the files in their places.
  case write
}

/// What one phase of one process took.
struct PhaseSample {
  let phase: Phase
  /// In microseconds.
  var wall: Int
  var cpu: Int
  /// The most memory that the process had until the phase ended, in KiB.
  var peak: Int
  /// How many bytes were read or made.
  var bytes: Int
  var cells: Int
}

/// Times phases one after another.
struct PhaseClock {
  private(set) var samples: [PhaseSample] = []
  private let clock = ContinuousClock()

  private var begun: (phase: Phase, wall: ContinuousClock.Instant, cpu: Int)?

  /// Begins a phase.
  mutating func start(_ phase: Phase) { begun = (phase, clock.now, ProcessUsage.current.cpu) }

  /// Ends the phase that was begun.
  ///
  /// - Parameters:
  ///   - bytes: How many bytes were read or made.
  ///   - others: Phases whose time is taken off, for their work was done once more.
  mutating func stop(bytes: Int, less others: [Phase] = []) {
    guard let begun else { return }
    let (end, usage) = (clock.now, ProcessUsage.current)
    let again = samples.filter { others.contains($0.phase) }
    samples.append(
      PhaseSample(
        phase: begun.phase, wall: (end - begun.wall).microseconds - again.reduce(0) { $0 + $1.wall },
        cpu: usage.cpu - begun.cpu - again.reduce(0) { $0 + $1.cpu }, peak: usage.peak, bytes: bytes,
        cells: 0))
  }

  /// Does the work of a phase, which gives how many bytes were read or made.
  ///
  /// - Throws: What the work throws.
  mutating func measure<Failure: Error>(
    _ phase: Phase, less others: [Phase] = [], _ work: () throws(Failure) -> Int
  ) throws(Failure) {
    start(phase)
    stop(bytes: try work(), less: others)
  }
}

/// What a process has used.
struct ProcessUsage {
  /// Time of all its cores, in microseconds.
  let cpu: Int
  /// The most memory at once, in KiB.
  let peak: Int

  init(_ usage: rusage) {
    func microseconds(_ time: timeval) -> Int { time.tv_sec * 1_000_000 + Int(time.tv_usec) }
    cpu = microseconds(usage.ru_utime) + microseconds(usage.ru_stime)
    peak = usage.ru_maxrss
  }

  /// That of this process so far.
  static var current: ProcessUsage {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return ProcessUsage(usage)
  }
}

/// Scores a round once and writes its CSV tables, each phase timed.
///
/// - Parameters:
///   - round: The round's folder.
///   - criteria: The folder of the criteria sets.
///   - jobs: How many threads work.
///   - folder: Where the tables are written.
/// - Returns: A line for each phase: its name, wall and CPU in microseconds, peak in KiB, bytes, cells, between tabs.
/// - Throws: `FileError` where a file cannot be read or written.
func runOnce(round: String, criteria: String, jobs: Int, to folder: String) throws(FileError) -> String {
  var clock = PhaseClock()
  let tables = tables(below: round) + tables(below: criteria)
  var options = RoundLoader.Options(criteriaFolder: criteria, makesStamps: false, jobs: jobs)
  options.onLargeRound = prepareAllocatorForLargeRound
  try clock.measure(.read) { () throws(FileError) in
    var size = 0
    for path in tables {
      let text = try FiledText(path, stretches: options.pieceSize, makesDigest: false)
      if let last = text?.stretches.last { size += last.upperBound } else { size += try readFile(path).count }
    }
    return size
  }
  var outcome: RoundLoader.Outcome?
  let size = clock.samples[0].bytes
  try clock.measure(.parse, less: [.read]) { () throws(FileError) in
    let loaded = RoundLoader.load(round, options: options)
    if let failure = loaded.failures.first { throw failure }
    outcome = loaded
    return size
  }
  guard let outcome else { return "" }
  var results: Results?
  clock.start(.evaluate)
  results = Scorer.score(outcome, jobs: jobs) {
    clock.stop(bytes: 0)
    clock.start(.rank)
  }
  clock.stop(bytes: 0)
  guard let results else { return "" }
  let csv = TablesCSV(results, locale: .english)
  var (scores, obligations, ranking): ([[UInt8]], [[UInt8]], [[UInt8]]) = ([], [], [])
  clock.measure(.render) {
    csv.scores(jobs: jobs) { scores.append($0) }
    csv.obligations(jobs: jobs) { obligations.append($0) }
    csv.ranking(jobs: jobs) { ranking.append($0) }
    return (scores + obligations + ranking).reduce(0) { $0 + $1.count }
  }
  let made = clock.samples.last?.bytes ?? 0
  try clock.measure(.write) { () throws(FileError) in
    var output = OutputFolder(folder)
    for (name, pieces) in [("scores", scores), ("obligations", obligations), ("ranking", ranking)] {
      try output.write(to: "\(name).csv") { put throws(FileError) in
        for piece in pieces { try put(piece) }
      }
    }
    try output.commit()
    return made
  }
  return clock.samples.map { sample in
    [sample.wall, sample.cpu, sample.peak, sample.bytes, results.scores.count]
      .reduce(sample.phase.rawValue) { "\($0)\t\($1)" } + "\n"
  }.joined()
}

/// The paths of all tables in a folder and its folders.
private func tables(below path: String) -> [String] {
  ((try? folderNames(path)) ?? []).flatMap { name in
    let place = joinedPath(path, name)
    return fileKind(place) == .folder ? tables(below: place) : name.hasSuffix(".csv") ? [place] : []
  }
}
