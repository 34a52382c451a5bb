import CCHCReports
import CCHCScoring
import CCHCTables
import Glibc

/// The steps of scoring a round, in their order.
///
/// To time a finer step, add it here and measure it in `runOnce`.
enum Phase: String, CaseIterable {
  /// Reading files into figures: all that stands before scoring.
  case load
  /// Points of all leaves, sums, ranks, bands and obligations.
  case score
  case renderScores = "render scores.csv"
  case renderObligations = "render obligations.csv"
  case renderRanking = "render ranking.csv"
  /// Putting the files on disk, which ends when the disk has them.
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

  /// Does the work of a phase.
  ///
  /// - Parameters:
  ///   - phase: The phase.
  ///   - bytes: How many bytes the work gave, by its value.
  ///   - count: How many bytes were read or written, where the value does not say.
  ///   - work: The work.
  /// - Returns: What the work gives.
  /// - Throws: What the work throws.
  mutating func measure<Value>(
    _ phase: Phase, bytes: KeyPath<Value, Int>? = nil, count: Int = 0, _ work: () throws(FileError) -> Value
  ) throws(FileError) -> Value {
    let (start, before) = (clock.now, ProcessUsage.current)
    let value = try work()
    let (end, after) = (clock.now, ProcessUsage.current)
    samples.append(
      PhaseSample(
        phase: phase, wall: (end - start).microseconds, cpu: after.cpu - before.cpu, peak: after.peak,
        bytes: bytes.map { value[keyPath: $0] } ?? count, cells: 0))
    return value
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
///   - folder: Where the tables are written.
/// - Returns: A line for each phase: its name, wall and CPU in microseconds, peak in KiB, bytes, cells, between tabs.
/// - Throws: `FileError` where a file cannot be read or written.
func runOnce(round: String, criteria: String, to folder: String) throws(FileError) -> String {
  var clock = PhaseClock()
  let input = fileBytes(below: round) + fileBytes(below: criteria)
  let outcome = try clock.measure(.load, count: input) { () throws(FileError) in
    let outcome = RoundLoader.load(round, options: .init(criteriaFolder: criteria, makesStamps: false))
    if let failure = outcome.failures.first { throw failure }
    return outcome
  }
  let results = try clock.measure(.score) { () throws(FileError) in Scorer.score(outcome) }
  let tables = TablesCSV(results, locale: .english)
  let scores = try clock.measure(.renderScores, bytes: \.count) { () throws(FileError) in tables.scores() }
  let duties = try clock.measure(.renderObligations, bytes: \.count) { () throws(FileError) in
    tables.obligations()
  }
  let ranking = try clock.measure(.renderRanking, bytes: \.count) { () throws(FileError) in tables.ranking() }
  let all = scores.count + duties.count + ranking.count
  try clock.measure(.write, count: all) { () throws(FileError) in
    try OutputFolder.write([
      (folder, "scores.csv", scores), (folder, "obligations.csv", duties), (folder, "ranking.csv", ranking),
    ])
  }
  return clock.samples.map { sample in
    [sample.wall, sample.cpu, sample.peak, sample.bytes, results.scores.count]
      .reduce(sample.phase.rawValue) { "\($0)\t\($1)" } + "\n"
  }.joined()
}

/// How many bytes the files of a folder and of its folders hold.
private func fileBytes(below path: String) -> Int {
  ((try? folderNames(path)) ?? []).reduce(0) { sum, name in
    let place = joinedPath(path, name)
    var status = stat()
    guard stat(place, &status) == 0 else { return sum }
    return sum + (fileKind(place) == .folder ? fileBytes(below: place) : Int(status.st_size))
  }
}
