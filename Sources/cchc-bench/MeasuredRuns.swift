import CCHCExact
import CCHCFiles
import Glibc

/// Scores a round several times, each time in a process of its own, and says what each phase took.
///
/// - Parameters:
///   - round: The round's folder.
///   - criteria: The folder of the criteria sets.
///   - repeats: How many times.
///   - jobs: How many threads work.
/// - Returns: A line of JSON for each phase, and one named `all` for the whole process.
/// - Throws: `FileError` where a process cannot be started, or fails.
func measureRuns(round: String, criteria: String, repeats: Int, jobs: Int) throws(FileError) -> String {
  let folder = try temporaryFolder()
  defer { remove(folder) }
  var samples: [[PhaseSample]] = []
  var whole: [PhaseSample] = []
  let clock = ContinuousClock()
  for _ in 0..<repeats {
    let start = clock.now
    let (text, usage) = try output(of: ["run-once", round, criteria, "\(jobs)", folder])
    let wall = (clock.now - start).microseconds
    let found = text.split(separator: "\n").compactMap(PhaseSample.init)
    guard let last = found.last, found.count == Phase.allCases.count else {
      throw FileError(path: round, reason: "run-once: \(text)")
    }
    samples.append(found)
    whole.append(
      PhaseSample(
        phase: last.phase, wall: wall, cpu: usage.cpu, peak: usage.peak, bytes: found[0].bytes,
        cells: last.cells))
  }
  let lines = Phase.allCases.indices.map { place in
    json(Phase.allCases[place].rawValue, samples.map { $0[place] })
  }
  return lines.joined() + json("all", whole)
}

extension PhaseSample {
  /// A line that `runOnce` gave; nil where it is none.
  fileprivate init?(_ line: Substring) {
    let parts = line.split(separator: "\t")
    let numbers = parts.dropFirst().compactMap { Int($0) }
    guard let phase = parts.first.flatMap({ Phase(rawValue: String($0)) }), numbers.count == 5 else {
      return nil
    }
    self.init(
      phase: phase, wall: numbers[0], cpu: numbers[1], peak: numbers[2], bytes: numbers[3], cells: numbers[4])
  }
}

/// One line of JSON for the repeats of a phase; speeds are those of the median.
private func json(_ name: String, _ samples: [PhaseSample]) -> String {
  func spread(_ values: [Int], _ text: (Int) -> String) -> String {
    let sorted = values.sorted()
    let middle = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    return
      "{\"median\":\(text(middle)),\"lowest\":\(text(sorted[0])),\"highest\":\(text(sorted[sorted.count - 1]))}"
  }
  let walls = samples.map(\.wall).sorted()
  let wall = max(1, (walls[(walls.count - 1) / 2] + walls[walls.count / 2]) / 2)
  let (bytes, cells) = (samples[0].bytes, samples[0].cells)
  // Bytes in a microsecond are megabytes in a second.
  let speed = decimalText(Int128(bytes * 10 / wall), decimals: 1)
  return "{\"phase\":\"\(name)\",\"wall\":\(spread(samples.map(\.wall), secondsText)),"
    + "\"cpu\":\(spread(samples.map(\.cpu), secondsText)),\"peak_kib\":\(spread(samples.map(\.peak)) { "\($0)" }),"
    + "\"bytes\":\(bytes),\"mb_per_s\":\(speed),\"cells\":\(cells),\"cells_per_s\":\(cells * 1_000_000 / wall),"
    + "\"repeats\":\(samples.count)}\n"
}

// MARK: Processes

private func temporaryFolder() throws(FileError) -> String {
  var template = Array("/tmp/cchc-bench-XXXXXX".utf8CString)
  guard mkdtemp(&template) != nil else { throw .current("/tmp") }
  return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
}

private func remove(_ folder: String) {
  for name in (try? folderNames(folder)) ?? [] { unlink(joinedPath(folder, name)) }
  rmdir(folder)
}

/// Runs this program with some words and waits for its end.
private func output(of words: [String]) throws(FileError) -> (text: String, usage: ProcessUsage) {
  let call = [resolvedPath("/proc/self/exe")] + words
  var ends: [Int32] = [0, 0]
  guard pipe(&ends) == 0 else { throw .current("pipe") }
  for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
  var arguments = call.map { strdup($0) } + [nil]
  defer { for argument in arguments { free(argument) } }
  var process = pid_t()
  let code = posix_spawnp(&process, call[0], &actions, nil, &arguments, environ)
  close(ends[1])
  defer { _ = close(ends[0]) }
  guard code == 0 else { throw FileError(path: call[0], reason: "\(code)") }
  var bytes: [UInt8] = []
  var piece = [UInt8](repeating: 0, count: 4096)
  while true {
    let count = read(ends[0], &piece, piece.count)
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { break }
    bytes += piece[..<count]
  }
  var (status, usage) = (Int32(0), rusage())
  while wait4(process, &status, 0, &usage) < 0, errno == EINTR {}
  guard status == 0 else { throw FileError(path: words.joined(separator: " "), reason: "status \(status)") }
  return (String(decoding: bytes, as: UTF8.self), ProcessUsage(usage))
}
