import CCHCCriteria
import CCHCDocuments
import CCHCFiles
import CCHCForms
import CCHCPapers
import CCHCScoring
import CCHCTables
import CCHCTally

/// What a call of `cchc new` asks for, and the tables that are made of it.
struct NewRoundCall {
  let path: String
  let year: Int
  /// The table of agencies that is taken as it is.
  let agencyFile: String?
  /// The round whose agencies and council are taken.
  let earlierPath: String?
  let criteriaFolder: String
  /// Whether the tables are workbooks.
  let asWorkbooks: Bool
  private let names: [(group: String, set: String)]
  private let wording: Wording
  private(set) var groups: [RoundScaffold.GroupSet] = []
  private(set) var earlier: Round?
  /// What is wrong with the tables that are read.
  private(set) var problems = ProblemList()

  /// - Throws: `CallError` or `FileError` where the call cannot be understood, or the folder exists.
  init(_ call: Call) throws {
    path = try call[NewCommand.path]
    wording = call.wording
    let code = lastPathPart(path)
    guard fileKind(path) == .nothing else {
      throw FileError(
        path: path,
        reason: wording(
          "đã có; “cchc new” không ghi đè, hãy chọn tên khác.",
          "is there already; “cchc new” overwrites nothing, choose another name."))
    }
    guard isFileCode(code) else {
      throw FileError(
        path: path,
        reason: wording(
          "tên thư mục của kỳ chỉ gồm chữ không dấu, chữ số, “.”, “-”, “_”, như 2025-so-nganh.",
          "a round's folder name is of ASCII letters, digits, “.”, “-” and “_”, as 2025-agencies."))
    }
    names = try Self.names(call[NewCommand.sets])
    asWorkbooks = call.has(NewCommand.xlsx)
    (agencyFile, earlierPath) = (try call[NewCommand.agencies], try call[NewCommand.from])
    year = try call[NewCommand.year] ?? Self.year(in: code)
    let project = parentFolder(resolvedPath(parentFolder(path)))
    criteriaFolder = try call[NewCommand.criteriaFolder] ?? joinedPath(project, "criteria")
    guard fileKind(criteriaFolder) == .folder else {
      throw FileError(
        path: criteriaFolder,
        reason: wording(
          "không có thư mục các bộ tiêu chí này; ghi thư mục đúng sau --criteria-folder.",
          "there is no such folder of criteria sets; name it after --criteria-folder."))
    }
  }

  /// Groups and sets, as `--criteria` names them.
  private static func names(_ values: [String]) throws(CallError) -> [(group: String, set: String)] {
    let option = NewCommand.sets.declaration
    var names: [(group: String, set: String)] = []
    for piece in values.flatMap({ $0.pieces(separatedBy: ",") }) where !piece.isEmpty {
      let parts = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map {
        String($0).trimmed
      }
      let (group, set) = (parts[0], parts.last ?? "")
      guard isFileCode(group), isFileCode(set), !names.contains(where: { $0.group.folded == group.folded })
      else {
        throw .valueWrong(
          Bilingual(option.written), value: piece,
          expected: Bilingual(oneOf: ["so=cchc-so-2023", "so=cchc-so-2023,xa=cchc-xa-2025"]), suggestion: nil)
      }
      names.append((group, set))
    }
    guard !names.isEmpty else { throw .missing(option.explained) }
    return names
  }

  /// The only year in a folder's name.
  private static func year(in code: String) throws(CallError) -> Int {
    let numbers = code.split { !$0.isASCII || !$0.isNumber }.filter { $0.utf8.count == 4 }
    let years = Set(numbers.compactMap { Int($0) }.filter { (1901...2199).contains($0) })
    if let only = years.first, years.count == 1 { return only }
    throw .missing(NewCommand.year.declaration.explained)
  }

  // MARK: What is read

  /// Loads the sets; false where one has an error.
  ///
  /// - Throws: `FileError` where there is no such set, or it cannot be read.
  mutating func loadSets() throws(FileError) -> Bool {
    var loaded: [String: CriteriaSet] = [:]
    for (group, code) in names {
      let folder = joinedPath(criteriaFolder, code)
      guard fileKind(folder) == .folder else {
        let near = nearest(to: code, among: (try? folderNames(criteriaFolder)) ?? [])
        throw FileError(
          path: folder,
          reason: wording("không có bộ tiêu chí “\(code)”.", "there is no criteria set “\(code)”.")
            + (near.map { wording(" Có phải “\($0)”?", " Did you mean “\($0)”?") } ?? ""))
      }
      if loaded[code] == nil {
        let outcome = SetLoader.load(folder, code: code, makesStamps: false)
        if let failure = outcome.failures.first { throw failure }
        problems.append(contentsOf: outcome.problems)
        loaded[code] = outcome.set
      }
      if let set = loaded[code] { groups.append(RoundScaffold.GroupSet(group: group, set: set)) }
    }
    defer { if !problems.hasErrors { problems = ProblemList() } }
    return !problems.hasErrors
  }

  /// Loads the earlier round; false where its agencies, its council or its settings have an error.
  ///
  /// - Throws: `FileError` where it is no round, or a table of it cannot be read.
  mutating func loadEarlier() throws(FileError) -> Bool {
    guard let earlierPath else { return true }
    try RoundCall.check(earlierPath, wording)
    let project = parentFolder(parentFolder(resolvedPath(earlierPath)))
    let own = joinedPath(project, "criteria")
    let outcome = RoundLoader.load(
      earlierPath,
      options: .init(criteriaFolder: fileKind(own) == .folder ? own : criteriaFolder, makesStamps: false))
    if let failure = outcome.failures.first { throw failure }
    for problem in outcome.problems.items
    where problem.severity == .error
      && [RoundKey.schema, AgencyColumn.schema, CouncilColumn.schema].contains(where: { $0.has(problem) })
    {
      problems.append(problem)
    }
    earlier = outcome.round
    return !problems.hasErrors
  }

  // MARK: What is made

  /// The scaffold of the round.
  var scaffold: RoundScaffold {
    RoundScaffold(
      year: year, groups: groups, earlier: earlier, previous: previous, asWorkbooks: asWorkbooks)
  }

  /// The earlier round's folder name where it stands beside the new one; empty elsewhere.
  private var previous: String {
    guard let earlierPath else { return "" }
    let resolved = resolvedPath(earlierPath)
    let isBeside = parentFolder(resolved) == resolvedPath(parentFolder(path))
    return isBeside && isFileCode(lastPathPart(resolved)) ? lastPathPart(resolved) : ""
  }

  /// Writes all tables; nil, with the problems, where the round would not load without errors.
  ///
  /// - Throws: `FileError` where a table cannot be read or written.
  mutating func fill(_ folder: NewFolder) throws(FileError) -> Round? {
    let scaffold = scaffold
    func write(_ file: RoundScaffold.File) throws(FileError) { try folder.write(file.bytes, to: file.name) }
    try write(scaffold.settings())
    if let agencyFile {
      let ending = Table.isWorkbook(agencyFile) ? Table.workbookEnding : ".csv"
      try folder.write(try readFile(agencyFile), to: AgencyColumn.schema.stem + ending)
    } else {
      try write(scaffold.agencies())
    }
    try write(scaffold.stages())
    guard let bare = try loaded(folder) else { return nil }
    try write(scaffold.council(bare))
    guard let round = try loaded(folder) else { return nil }
    for file in scaffold.forms(round) { try write(file) }
    return try loaded(folder)
  }

  /// The round as it stands so far; nil, with the problems, where it has an error.
  private mutating func loaded(_ folder: NewFolder) throws(FileError) -> Round? {
    let outcome = RoundLoader.load(
      folder.temporary, options: .init(criteriaFolder: criteriaFolder, makesStamps: false))
    if let failure = outcome.failures.first { throw failure }
    problems = ProblemList()
    for problem in outcome.problems.items {
      // A scaffold without agencies awaits them.
      let awaitsAgencies =
        !hasAgencies && [.tableWithoutRows, .groupUnused].contains(problem.code)
      if !awaitsAgencies { problems.append(problem) }
    }
    return problems.hasErrors ? nil : outcome.round
  }

  /// Where the table of agencies with its errors comes from, and how a group gets its set.
  var agencyHint: String {
    let source =
      agencyFile ?? earlierPath.map { joinedPath($0, earlier?.fileName(AgencyColumn.schema.file) ?? "") }
      ?? ""
    guard !source.isEmpty else { return "" }
    let given = names.map { "\($0.group)=\($0.set)" }.joined(separator: ",")
    return wording(
      "Bảng cơ quan lấy từ \(source); mỗi nhóm trong bảng phải có bộ tiêu chí sau --criteria (đang ghi: \(given)).\n",
      "The agencies are those of \(source); each of their groups needs a set after --criteria (given: \(given)).\n"
    )
  }

  /// Whether the call says whose tables are to be made.
  var hasAgencies: Bool { agencyFile != nil || earlierPath != nil }
}
