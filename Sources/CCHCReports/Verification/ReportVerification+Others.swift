import CCHCScoring
import CCHCTables

// The files that commands other than `score` write into the folder of the reports.
extension ReportVerification {
  /// Compares the files that need no day, and those of the days that are known; sets the others aside.
  mutating func compareOthers() throws(FileError) {
    let results = results
    if has(AppraisalReport.name) {
      try compare { (files: inout ChosenFiles) throws(FileError) in
        try AppraisalReport(results).put(into: &files)
      }
    }
    if open.contains(where: { $0.contains("/dieu-tra.") }) {
      for locale in [CSVLocale.english, .vietnamese] {
        try compare { (files: inout ChosenFiles) throws(FileError) in
          try SurveyFiles.put(results, locale: locale, into: &files)
        }
      }
    }
    try compare { (files: inout ChosenFiles) throws(FileError) in
      try PaperFolder.put(results, on: nil, into: &files)
      try FollowUpFolder.putUndated(results, into: &files)
    }
    try compareDocuments()
    try compareDisputes()
    try compareWorklists()
    try compareRounds()
    try compareProgress(on: nil)
    for day in source.days { try compareDated(on: day) }
    excuseDated()
  }

  /// Whether a file of a name is there, whatever its kind, or one whose name goes on after it.
  private func has(_ name: String) -> Bool { open.contains { $0.hasPrefix(name) } }

  /// A file's name without what tells its kind.
  private static func stem(_ file: String) -> String {
    file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
  }

  private mutating func compareDocuments() throws(FileError) {
    guard has(DocumentList.name) else { return }
    let outcome = RoundLoader.load(
      source.round,
      options: .init(criteriaFolder: source.criteria, makesStamps: false, verifiesDocuments: true))
    if let failure = outcome.failures.first { throw failure }
    let fields = Set(
      results.round.groups.flatMap { group in group.set.fields.map { group.set.rows[$0].code } })
    for field in [nil] + fields.sorted().map(Optional.some) {
      guard has(field.map { "\(DocumentList.name)-\($0)." } ?? "\(DocumentList.name).") else { continue }
      try compare { (files: inout ChosenFiles) throws(FileError) in
        try DocumentList(outcome.round, field: field).put(into: &files)
      }
    }
  }

  private mutating func compareDisputes() throws(FileError) {
    let results = results
    let stems = Set(open.filter { $0.hasPrefix(DisputeSheet.folder) }.map(Self.stem))
    for stem in stems {
      let name = stem.dropFirst(DisputeSheet.folder.count)
      // A code of an agency may hold a hyphen, that of a leaf none.
      guard let mark = name.lastIndex(of: "-"), let agency = results.round.agency(String(name[..<mark]))
      else { continue }
      let set = results.round.set(of: agency)
      let code = String(name[name.index(after: mark)...])
      guard let leaf = set.row(code).flatMap({ set.rows[$0].leaf }) else { continue }
      try compare { (files: inout ChosenFiles) throws(FileError) in
        try DisputeSheet.put(results, agency: agency, leaf: leaf, into: &files)
      }
    }
  }

  private mutating func compareWorklists() throws(FileError) {
    let present = open.filter { $0.hasPrefix(WorklistTable.folder) }
    guard !present.isEmpty else { return }
    let results = results
    for number in 1...9 {
      let isLater = { (file: String) in Self.stem(file).hasSuffix("\(WorklistTable.suffix)\(number)") }
      guard number == 1 || present.contains(where: isLater) else { continue }
      for (place, list) in results.worklists(round: number).lists.enumerated() {
        let table = WorklistTable(list, results, round: number)
        for locale in [CSVLocale.vietnamese, .english] {
          try compare { (files: inout ChosenFiles) throws(FileError) in
            try files.write(table.csv(locale), as: .csv, to: table.name(place: place))
            if let book = table.workbook() { try files.write(book, as: .xlsx, to: table.name(place: place)) }
          }
        }
      }
    }
    for file in present.subtracting(comparison.right).sorted(by: precedesInBytes)
    where file.hasSuffix(".csv") || file.hasSuffix(".xlsx") {
      excuse([file], .reportUnverifiedState, at: file)
    }
  }

  private mutating func compareRounds() throws(FileError) {
    let prefix = ComparisonFiles.prefix
    let stems = Set(open.filter { $0.hasPrefix(prefix) }.map(Self.stem))
    var codes = Set(stems.map { String($0.dropFirst(prefix.count)) })
    for code in codes where code.hasSuffix(ComparisonFiles.splitSuffix) {
      codes.remove(code)
      codes.insert(String(code.dropLast(ComparisonFiles.splitSuffix.count)))
    }
    for code in codes.sorted(by: precedesInBytes) {
      let path = joinedPath(parentFolder(resolvedPath(source.round)), code)
      let isThere = isFileCode(code) && TableFiles.has("round.csv", in: path)
      let outcomes = (isThere ? [path, source.round] : []).map {
        RoundLoader.load(
          $0, options: .init(criteriaFolder: source.criteria, makesStamps: false, loadsPrevious: false))
      }
      guard isThere, outcomes.allSatisfy(\.failures.isEmpty) else {
        let files = open.filter { $0.hasPrefix("\(prefix)\(code).") || $0.hasPrefix("\(prefix)\(code)-") }
        excuse(
          files.sorted(by: precedesInBytes), .reportUnverifiedRound, at: prefix + code, .text(code),
          .text(path))
        continue
      }
      let rounds = outcomes.map { Scorer.score($0) }
      for isSplit in [false, true] {
        let comparison = RoundComparison(
          rounds[0], rounds[1], changes: nil, found: ProblemList(), splits: isSplit)
        for locale in [CSVLocale.english, .vietnamese] {
          try compare { (files: inout ChosenFiles) throws(FileError) in
            try ComparisonFiles.put(comparison, locale: locale, isSplit: isSplit, into: &files)
          }
        }
      }
    }
  }

  /// Compares the progress; what bears another day, or one at all, differs from it.
  private mutating func compareProgress(on day: Day?) throws(FileError) {
    guard has(ProgressTable.name + ".") else { return }
    let results = results
    try compare { (files: inout ChosenFiles) throws(FileError) in
      try ProgressTable(results, on: day, Wording(.vietnamese)).put(into: &files)
    }
  }

  // MARK: Files that depend on a day

  private mutating func compareDated(on day: Day) throws(FileError) {
    let results = results
    try compareProgress(on: day)
    try compare { (files: inout ChosenFiles) throws(FileError) in
      try PaperFolder.put(results, on: day, into: &files)
    }
    guard !FollowUp.problems(of: results.round, on: day).hasErrors else { return }
    let followUp = FollowUp(results, on: day)
    for locale in [CSVLocale.english, .vietnamese] {
      try compare { (files: inout ChosenFiles) throws(FileError) in
        try FollowUpFolder.put(results, followUp, locale: locale, into: &files)
      }
    }
    // A list that somebody has filled in is no longer what was made.
    let list = FollowUpFolder.breakthroughList
    if open.contains(list), try FollowUpFolder.filledList(in: folder, results.round) != nil {
      excuse([list], .reportUnverifiedState, at: list)
    }
  }

  private mutating func excuseDated() {
    let agencies = results.round.agencies
    // Slips tell how things stood when they were made, whatever their day.
    excuse(agencies.map(FilingSlip.name), by: "cchc check --slip", .reportUnverifiedSlip)
    excuse(agencies.map(ReceiptSlip.name), by: "cchc receive", .reportUnverifiedSlip)
    // Of known days, what is from none of them is wrong.
    guard source.days.isEmpty else { return }
    excuse([ProgressTable.name], by: "cchc status")
    excuse(PaperFolder.datedNames(results), by: "cchc papers")
    excuse(FollowUpFolder.innerNames, by: "cchc followup")
    let folders = Set(agencies.map { "co-quan/\($0.code)" })
    let papers = Set(open.map(Self.stem)).filter {
      folders.contains(parentFolder($0)) && FollowUpFolder.isDatedPaper(lastPathPart($0))
    }
    excuse(Array(papers), by: "cchc followup")
  }

  /// Sets documents and tables aside that a command makes for a day, those of one name together.
  private mutating func excuse(
    _ stems: [String], by command: String, _ code: ProblemCode = .reportUnverifiedDay
  ) {
    let wanted = Set(stems)
    let files = open.filter { file in
      !comparison.right.contains(file) && wanted.contains(Self.stem(file))
        && OutputKind.allCases.contains { $0 != .json && file.hasSuffix(".\($0.rawValue)") }
    }
    let byName = Dictionary(grouping: files) { file -> String in
      let isOfAgency = file.hasPrefix("co-quan/")
      return isOfAgency ? "co-quan/*/\(lastPathPart(Self.stem(file)))" : Self.stem(file)
    }
    for (name, group) in byName.sorted(by: { precedesInBytes($0.key, $1.key) }) {
      excuse(group, code, at: name, .count(group.count), .text(command))
    }
  }
}
