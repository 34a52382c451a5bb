import CCHCCriteria
import CCHCCycle
import CCHCDocuments
import CCHCDrafting
import CCHCFiles
import CCHCOutputs
import CCHCPapers
import CCHCScoring
import CCHCTables
import CCHCTally

/// A command that works on the round that its first operand names.
protocol RoundCommand: Command {
  /// What must be read of the round; called before anything is read.
  static func needs(_ call: Call) throws(CallError) -> RoundNeeds
  static func run(_ round: RoundCall) throws -> CommandOutput
}

extension RoundCommand {
  static var operands: [any DeclaredOperand] { [SharedOperands.round] }

  static func needs(_ call: Call) throws(CallError) -> RoundNeeds { RoundNeeds() }

  static func run(_ call: Call) throws -> CommandOutput {
    try run(RoundCall(call[SharedOperands.round], call, needs(call)))
  }
}

/// What a command needs of a round beyond its tables.
struct RoundNeeds {
  /// Digests of all files.
  var stamps = false
  /// The files of registered documents, compared with their digests.
  var documents = false
  /// The round of the year before.
  var previous = true
  /// The round's folder held until the call ends, to write in it what was read there.
  var lock = false
  /// The one agency whose rows are read; all where it is nil.
  var agency: String?
  /// How many threads work.
  var jobs = coreCount
}

/// A loaded round with the call that names it.
struct RoundCall {
  let call: Call
  let path: String
  let criteriaFolder: String
  /// Where reports go: `-o`, else `reports/<round>/` beside the round's evidence/ folder.
  let reportFolder: String
  let outcome: RoundLoader.Outcome
  private let needs: RoundNeeds
  /// The round's folder, held from before it is read until the call ends; nil where the call only reads it.
  private let lock: FolderLock?

  var round: Round { outcome.round }
  var wording: Wording { call.wording }

  /// Loads a round.
  ///
  /// - Throws: `FileError` where the folder is no round, or another run holds it; `LoadFailure` where a file of it
  ///   cannot be read.
  init(_ path: String, _ call: Call, _ needs: RoundNeeds = RoundNeeds()) throws {
    let wording = call.wording
    try Self.check(path, wording)
    let project = Self.project(of: path)
    // criteria/ is beside the round's evidence/ folder.
    criteriaFolder = try call[SharedOptions.criteria] ?? joinedPath(project, "criteria")
    guard fileKind(criteriaFolder) == .folder else {
      throw FileError(
        path: criteriaFolder,
        reason: wording(
          "không có thư mục các bộ tiêu chí này; ghi thư mục đúng sau --criteria.",
          "there is no such folder of criteria sets; name it after --criteria."))
    }
    reportFolder =
      try call[SharedOptions.output]
      ?? joinedPath(joinedPath(project, "reports"), lastPathPart(resolvedPath(path)))
    lock = needs.lock ? try FolderLock.writing(path) : nil
    var options = RoundLoader.Options(
      criteriaFolder: criteriaFolder, makesStamps: needs.stamps, onlyAgency: needs.agency,
      verifiesDocuments: needs.documents, loadsPrevious: needs.previous, isHeld: lock != nil, jobs: needs.jobs
    )
    options.onLargeRound = prepareAllocatorForLargeRound
    options.onRead = { [progress = call.progress] file in
      progress.show(Bilingual("Đang đọc \(file) …", "Reading \(file) …"))
    }
    outcome = RoundLoader.load(path, options: options)
    (self.path, self.call, self.needs) = (path, call, needs)
    if let failure = outcome.failures.first {
      throw LoadFailure(failure: failure, problems: outcome.problems)
    }
  }

  /// The scores of the round, or of one agency alone.
  func score(onlyAgency agency: Int? = nil) -> Results {
    call.progress.show(Bilingual("Đang chấm điểm …", "Scoring …"))
    return Scorer.score(outcome, onlyAgency: agency, jobs: needs.jobs)
  }

  /// What the call says by an option.
  subscript<Value>(option: Option<Value>) -> Value {
    get throws(CallError) { try call[option] }
  }

  /// What the call says by an operand.
  subscript<Value>(operand: Operand<Value>) -> Value {
    get throws(CallError) { try call[operand] }
  }

  /// Writes the outputs of a command into the folder of reports.
  ///
  /// - Returns: the files, below that folder.
  /// - Throws: `FileError` where one cannot be written.
  @discardableResult
  func write<Source>(
    _ outputs: CommandOutputs<Source>, _ source: Source, _ kinds: Set<FileExtension>,
    locale: CSVLocale = .english
  ) throws(FileError) -> [String] {
    try outputs.write(source, outputOptions(kinds, locale: locale), to: reportFolder)
  }

  private func outputOptions(_ kinds: Set<FileExtension>, locale: CSVLocale = .english) -> OutputOptions {
    var options = OutputOptions(kinds, locale: locale, jobs: needs.jobs, wording: wording)
    options.onWrite = { [progress = call.progress] number, total in
      progress.show(Bilingual("Đang ghi \(number)/\(total) …", "Writing \(number) of \(total) …"))
    }
    return options
  }

  /// Writes the slip of a command and the register of submissions with its new row, both or neither.
  ///
  /// - Parameters:
  ///   - outputs: the outputs of the command.
  ///   - source: what the slip is made from.
  ///   - kinds: the kinds that are asked for.
  ///   - register: the register; nil where it stays as it is.
  /// - Returns: the files of the slip as a message names them.
  /// - Throws: `FileError` where one cannot be written.
  func write<Source>(
    _ outputs: CommandOutputs<Source>, _ source: Source, _ kinds: Set<FileExtension>, with register: [UInt8]?
  ) throws(FileError) -> String {
    try requireOther(reportFolder)
    var output = output
    do throws(FileError) {
      if let register { try output.write(register, to: SubmissionRegister.file) }
    } catch {
      output.discard()
      throw error
    }
    return try outputs.write(
      source, outputOptions(kinds), to: OutputFolder(reportFolder), with: &output
    ).paths(in: reportFolder)
  }

  /// What a call that writes in the round adds to it.
  var output: OutputFolder { lock.map { OutputFolder($0) } ?? OutputFolder(path) }

  /// Makes sure that what is written beside the round does not go into the round's folder itself.
  ///
  /// - Throws: `FileError` where it would.
  func requireOther(_ folder: String) throws(FileError) {
    guard resolvedPath(folder) != resolvedPath(path) else {
      throw FileError(
        path: folder,
        reason: wording(
          "đây là thư mục kỳ đánh giá; chọn thư mục khác để ghi.",
          "this is the round's own folder; name another one to write in."))
    }
  }

  /// The index of the agency that a code or a name means.
  ///
  /// - Throws: `FileError` where there is none, or more than one.
  func agency(_ name: String) throws(FileError) -> Int {
    switch round.agencies.match(name) {
    case .one(let index): return index
    case .several(let indices):
      let names = indices.prefix(10).map { "\(round.agencies[$0].code) (\(round.agencies[$0].name))" }
      let list = names.joined(separator: ", ") + (indices.count > names.count ? ", …" : "")
      throw FileError(
        path: AgencyColumn.schema.file,
        reason: wording(
          "“\(name)” có thể là \(list); ghi mã cơ quan.", "“\(name)” may be \(list); write the agency's code."
        ))
    case .none(let suggestion):
      throw FileError(
        path: AgencyColumn.schema.file,
        reason: wording("không có cơ quan “\(name)”.", "there is no agency “\(name)”.")
          + wording.suggestion(suggestion))
    }
  }

  /// What has to be said of a change to a round that is closed; empty for an open one.
  var closedNotice: String {
    guard TableFiles.has(ClosingColumn.schema.file, in: path) else { return "" }
    return wording(
      "Kỳ này đã khóa sổ: thay đổi chỉ có giá trị sau khi đính chính bằng “cchc close --reason”.\n",
      "The round is closed: a change counts after a correction by “cchc close --reason”.\n")
  }

  // MARK: Folders

  /// Makes sure that a folder is a round's.
  ///
  /// - Throws: `FileError` where it is not.
  static func check(_ path: String, _ wording: Wording) throws(FileError) {
    guard fileKind(path) == .folder else {
      let siblings = (try? folderNames(parentFolder(path))) ?? []
      throw FileError(
        path: path,
        reason: wording("không có thư mục kỳ đánh giá này.", "there is no such round folder.")
          + wording.suggestion(nearest(to: lastPathPart(path), among: siblings)))
    }
    guard TableFiles.has(RoundKey.schema.file, in: path) else {
      throw FileError(
        path: path,
        reason: wording(
          "không phải là thư mục kỳ đánh giá: thiếu round.csv (hoặc round.xlsx).",
          "is not a round folder: round.csv (or round.xlsx) is missing."))
    }
  }

  /// The folder that holds evidence/, criteria/ and reports/, by a folder in one of them.
  static func project(of path: String) -> String { parentFolder(parentFolder(resolvedPath(path))) }
}

/// A file that cannot be read, with what was found in the others.
struct LoadFailure: Error {
  let failure: FileError
  let problems: ProblemList
  /// How many problems a person is shown.
  var limit = ProblemPrinter.most
}

extension Wording {
  /// The nearest known word; empty where there is none.
  func suggestion(_ word: String?) -> String {
    word.map { self(" Có phải “\($0)”?", " Did you mean “\($0)”?") } ?? ""
  }
}

extension [String] {
  /// Files as a message names them: one after another, below a folder.
  func paths(in folder: String) -> String { byName.map { joinedPath(folder, $0) }.joined(separator: "; ") }
}
