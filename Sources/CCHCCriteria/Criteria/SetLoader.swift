import CCHCExact
package import CCHCFiles
import CCHCTables

/// Reads the tables of a criteria set and checks them.
package struct SetLoader {
  private var folder: InputFolder
  private var set: CriteriaSet
  private var problems = ProblemList()

  /// What the tables of a set give.
  package struct Outcome: Sendable {
    package let set: CriteriaSet
    package let problems: ProblemList
    package let stamps: [FileStamp]
    /// Files that could not be read.
    package let failures: [FileError]
  }

  /// Loads the set in a folder; what cannot be read is left out and reported.
  package static func load(_ path: String, code: String, makesStamps: Bool) -> Outcome {
    load(.folder(path), code: code, makesStamps: makesStamps)
  }

  /// Loads the set of a source; what cannot be read is left out and reported, after `problems`.
  package static func load(
    _ source: TableSource, code: String, makesStamps: Bool, after problems: ProblemList = ProblemList()
  ) -> Outcome {
    var loader = SetLoader(source, code: code, makesStamps: makesStamps)
    loader.problems = problems
    loader.folder.hold()
    loader.run()
    loader.folder.release()
    return Outcome(
      set: loader.set, problems: loader.problems, stamps: loader.folder.stamps(.scores),
      failures: loader.folder.failures)
  }

  private init(_ source: TableSource, code: String, makesStamps: Bool) {
    folder = InputFolder(source, prefix: "criteria/\(code)/", makesStamps: makesStamps)
    set = CriteriaSet(code: code)
  }

  private mutating func run() {
    let tieBreak = loadSettings()
    if let table = folder.table(CriterionColumn.schema, &problems) {
      var reader = CriteriaTable(set)
      reader.read(table, &problems)
      set = reader.set
    }
    resolveTieBreak(tieBreak)
    let results = ResultConditions(set)
    if let table = folder.table(BandColumn.schema, &problems) {
      set.bands = results.bands(table, &problems)
    }
    if let table = folder.table(ObligationColumn.schema, &problems) {
      set.obligations = results.obligations(table, &problems)
    }
    if let table = folder.table(WorkedCaseColumn.schema, &problems) {
      set.cases = WorkedCase.read(table, set, &problems)
    }
    set.tally = CaseTally.read(&folder, set, &problems)
  }

  /// Reads set.csv and gives the value of `tie_break`, which names rows that are not yet read.
  private mutating func loadSettings() -> (codes: String, place: Place)? {
    guard let table = folder.table(SetKey.schema, &problems) else {
      return nil
    }
    let settings = Settings<SetKey>(table, &problems)
    var result = SetSettings()
    result.name = settings.required(.name, &problems)
    result.legalBasis = settings.required(.legalBasis, &problems)
    func decimals(_ text: String) -> Int? { (0...4).first { String($0) == text } }
    result.pointDecimals = settings.value(
      .pointDecimals, default: 2, .phrase(vi: "một số từ 0 đến 4", en: "a number from 0 to 4"), &problems,
      read: decimals)
    result.indexDecimals = settings.value(
      .indexDecimals, default: 2, .phrase(vi: "một số từ 0 đến 4", en: "a number from 0 to 4"), &problems,
      read: decimals)
    result.rounding = settings.value(
      .rounding, default: .halfUp, .texts(["half_up", "half_even", "down"], .or),
      &problems
    ) { Rounding(rawValue: $0.folded) }
    result.isDense = settings.value(
      .ranking, default: false, .texts(["competition", "dense"], .or), &problems
    ) { ["competition": false, "dense": true][$0.folded] }
    result.ranksByExactIndex = settings.value(
      .rankBy, default: false, .texts(["published", "exact"], .or), &problems
    ) { ["published": false, "exact": true][$0.folded] }
    result.headRatings = settings.value(
      .headRatings, default: HeadRating.usual,
      .phrase(
        vi: "các mức ngăn bằng “;”, chữ viết tắt sau dấu “=”",
        en: "ratings separated by “;”, abbreviations after “=”"), &problems, read: Self.ratings)
    func bounded(_ most: Int) -> (String) -> Int? {
      { text in
        parseCount(Array(text.utf8).span).flatMap(Int.init(exactly:)).flatMap { $0 <= most ? $0 : nil }
      }
    }
    result.surveyMinAnswers = settings.value(
      .surveyMinAnswers, default: 30,
      .phrase(vi: "số nguyên từ 0 đến 1000000", en: "a whole number to 1000000"),
      &problems, read: bounded(1_000_000))
    result.surveyMinCell = settings.value(
      .surveyMinCell, default: 5, .phrase(vi: "số nguyên từ 0 đến 1000", en: "a whole number to 1000"),
      &problems,
      read: bounded(1_000))
    set.settings = result
    return settings[.tieBreak].map { ($0, settings.place(.tieBreak)) }
  }

  private static func ratings(_ text: String) -> [HeadRating]? {
    var list: [HeadRating] = []
    var words: Set<Label> = []
    for piece in text.pieces(separatedBy: ";") where !piece.isEmpty {
      let labels = piece.split { $0 == "=" || $0 == "," }.map { Label(String($0).trimmed) }
      guard let full = labels.first, labels.allSatisfy({ words.insert($0).inserted && !$0.spelling.isEmpty })
      else {
        return nil
      }
      list.append(HeadRating(full: full, abbreviations: Array(labels.dropFirst())))
    }
    return list.isEmpty ? nil : list
  }

  private mutating func resolveTieBreak(_ tieBreak: (codes: String, place: Place)?) {
    guard let tieBreak else { return }
    for code in tieBreak.codes.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" || $0 == "\t" }).map(
      String.init)
    {
      if let row = set.row(code), set.rows[row].parent == nil {
        set.settings.tieBreak.append(row)
      } else {
        problems.report(
          .settingInvalid, at: tieBreak.place, .text("tie_break"), .text(code),
          .phrase(vi: "mã các lĩnh vực, ngăn bằng dấu cách", en: "codes of fields, separated by spaces"))
      }
    }
  }
}
