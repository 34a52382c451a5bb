import CCHCReports
import CCHCScoring
import CCHCTables

/// A round that a call names: its folder, its sets and where its reports go.
struct RoundCall {
  let path: String
  let criteriaFolder: String
  /// Whether problems are told in JSON.
  private let isForMachines: Bool
  /// The round's folder, held from before it is read until the call ends; nil where the call only reads it.
  private let lock: FolderLock?

  /// The option that says where the sets are, for every command that reads a round.
  static let criteriaOption = OptionSpec(name: "criteria", value: "DIR")

  /// - Parameters:
  ///   - path: the round's folder.
  ///   - options: the call's options.
  ///   - writes: whether the call writes in the round what it has read there.
  ///   - wording: the language of messages.
  /// - Throws: `FileError` where the folder is no round, or another run holds it.
  init(
    _ path: String, _ options: Options, writes: Bool = false, _ wording: Wording
  ) throws(FileError) {
    try Self.check(path, wording)
    self.path = path
    // criteria/ stands beside the round's evidence/ folder.
    criteriaFolder = options["criteria"] ?? joinedPath(Self.project(of: path), "criteria")
    guard fileKind(criteriaFolder) == .folder else {
      throw FileError(
        path: criteriaFolder,
        reason: wording(
          "không có thư mục các bộ tiêu chí này; ghi thư mục đúng sau --criteria.",
          "there is no such folder of criteria sets; name it after --criteria."))
    }
    isForMachines = options.has("json")
    lock = writes ? try FolderLock.writing(path) : nil
  }

  /// Makes sure that a folder is a round's.
  ///
  /// - Throws: `FileError` where it is not.
  static func check(_ path: String, _ wording: Wording) throws(FileError) {
    guard fileKind(path) == .folder else {
      let siblings = (try? folderNames(parentFolder(path))) ?? []
      let near = nearest(to: lastPathPart(path), among: siblings)
      throw FileError(
        path: path,
        reason: wording("không có thư mục kỳ đánh giá này.", "there is no such round folder.")
          + (near.map { wording(" Có phải “\($0)”?", " Did you mean “\($0)”?") } ?? ""))
    }
    guard TableFiles.has("round.csv", in: path) else {
      throw FileError(
        path: path,
        reason: wording(
          "không phải là thư mục kỳ đánh giá: thiếu round.csv (hoặc round.xlsx).",
          "is not a round folder: round.csv (or round.xlsx) is missing."))
    }
  }

  /// The folder that holds evidence/, criteria/ and reports/, by a folder in one of them.
  static func project(of path: String) -> String { parentFolder(parentFolder(resolvedPath(path))) }

  /// `reports/<round>/` beside the round's evidence/ folder.
  var reportFolder: String {
    joinedPath(joinedPath(Self.project(of: path), "reports"), lastPathPart(resolvedPath(path)))
  }

  /// What a call that writes in the round adds to it.
  var output: OutputFolder { lock.map { OutputFolder($0) } ?? OutputFolder(path) }

  /// Makes sure that what is written beside the round does not go into the round's folder itself.
  ///
  /// - Throws: `FileError` where it would.
  func requireOther(_ folder: String, _ wording: Wording) throws(FileError) {
    guard resolvedPath(folder) != resolvedPath(path) else {
      throw FileError(
        path: folder,
        reason: wording(
          "đây là thư mục kỳ đánh giá; chọn thư mục khác để ghi.",
          "this is the round's own folder; name another one to write in."))
    }
  }

  /// Loads the round; files that cannot be read end the call.
  ///
  /// - Throws: `FileError` of the first such file, after all problems are told.
  func load(
    makesStamps: Bool, onlyAgency: String? = nil, verifiesDocuments: Bool = false,
    loadsPrevious: Bool = true, jobs: Int = coreCount, _ wording: Wording
  ) throws(FileError) -> RoundLoader.Outcome {
    let outcome = RoundLoader.load(
      path,
      options: .init(
        criteriaFolder: criteriaFolder, makesStamps: makesStamps, onlyAgency: onlyAgency,
        verifiesDocuments: verifiesDocuments, loadsPrevious: loadsPrevious, isHeld: lock != nil, jobs: jobs))
    if let failure = outcome.failures.first {
      if isForMachines {
        try Terminal.results(ProblemPrinter.json(outcome.problems, wording))
      } else {
        ProblemPrinter.print(outcome.problems, wording)
      }
      throw failure
    }
    return outcome
  }

  /// The place of an agency in a loaded round.
  ///
  /// - Throws: `FileError` where there is none.
  static func agency(_ code: String, in round: Round, _ wording: Wording) throws(FileError) -> Int {
    if let agency = round.agency(code) { return agency }
    let near = nearest(to: code, among: round.agencies.map(\.code))
    throw FileError(
      path: "agencies.csv",
      reason: wording("không có cơ quan “\(code)”.", "there is no agency “\(code)”.")
        + (near.map { wording(" Có phải “\($0)”?", " Did you mean “\($0)”?") } ?? ""))
  }
}

/// Tells problems to a person, errors first.
enum ProblemPrinter {
  /// How many problems a person is told; the results hold all of them.
  private static let most = 200

  /// Tells problems; `allBy` is the call that tells all of them where there are more.
  static func print(
    _ problems: ProblemList, _ wording: Wording, limit: Int = most, allBy call: String = "cchc check"
  ) {
    Terminal.message(text(problems, wording, limit: limit, allBy: call))
  }

  /// How many warnings of one kind a person is told who did not ask for all of them.
  private static let mostAlike = 5

  /// Says how many errors there are and where to read them, for a command that is about something else.
  static func printTally(_ problems: ProblemList, _ wording: Wording) {
    guard problems.hasErrors else { return }
    let tally = wording.tally(problems)
    Terminal.message(wording("Bảng số liệu: \(tally) (cchc check)\n", "Tables: \(tally) (cchc check)\n"))
  }

  /// The problems, errors first; with a limit, many warnings of one kind are told by a few and counted.
  static func text(
    _ problems: ProblemList, _ wording: Wording, limit: Int, allBy call: String = "cchc check"
  ) -> String {
    let errors = problems.items.filter { $0.severity == .error }
    var text = errors.prefix(limit).map(wording.problem).joined()
    var told = 0
    var counts: [String: Int] = [:]
    for warning in problems.items where warning.severity == .warning {
      counts[warning.code.id, default: 0] += 1
      guard limit == .max || counts[warning.code.id, default: 0] <= mostAlike, errors.count + told < limit
      else { continue }
      text += wording.problem(warning)
      told += 1
    }
    let left = problems.items.count - min(errors.count, limit) - told
    guard left > 0 else { return text }
    return text
      + wording(
        "… và \(left) vấn đề khác; “\(call)” nêu tất cả.\n",
        "… and \(left) more problems; “\(call)” tells all.\n")
  }

  static func json(_ problems: ProblemList, _ wording: Wording) -> [UInt8] {
    var json = JSONWriter()
    json.array { json in
      for problem in problems.items { json.problem(problem, in: wording.language) }
    }
    return json.bytes
  }
}
