package import CCHCCriteria
package import CCHCExact
package import CCHCFiles
package import CCHCOffice
import CCHCScoring
import CCHCTables

/// A criteria set drafted from the table of a decision's annex, for a person to go over.
package struct DraftSet: Sendable {
  /// A row of the drafted set.
  package struct Row: Sendable {
    package let code: String
    package let name: String
    package let maximum: Decimal?
    /// The cell of the annex where the criterion stands.
    package let cell: String
    package let level: Int
    package let isLeaf: Bool
    /// The kind of a field that is not scored.
    package let kind: FieldKind?
    package let method: Method
    /// The annex's own words on how to score, and the documents that it names.
    package let words: String
    package let documents: String
    /// The rule that is proposed for a leaf, or why none is.
    package let outcome: Result<RuleProposal, RuleRefusal>?
  }

  /// A maximum that is not the sum of the rows below it.
  package struct Difference: Sendable {
    package let cell: String
    package let name: String
    package let stated: Decimal
    package let sum: Rational
  }

  /// The workbook's file and the sheet with the table.
  package internal(set) var file = ""
  package internal(set) var sheet = ""
  package internal(set) var name = ""
  package internal(set) var legalBasis = ""
  package internal(set) var rows: [Row] = []
  package internal(set) var differences: [Difference] = []
  /// Texts of the table that are neither criteria nor words on scoring, with their cells.
  package internal(set) var notes: [(cell: String, text: String)] = []

  /// Decimals that hold every maximum, at least 2.
  package var pointDecimals: Int {
    rows.compactMap { $0.maximum?.scale }.reduce(2) { min(max($0, $1), 4) }
  }

  package var leaves: [Row] { rows.filter(\.isLeaf) }
}

/// Drafts a criteria set from a workbook.
package struct DraftReader {
  /// What a workbook gives.
  package struct Outcome {
    /// nil where the workbook has no table of criteria.
    package let set: DraftSet?
    package let problems: ProblemList
  }

  private let table: AnnexTable
  private let tree: AnnexTree
  private var problems: ProblemList
  private var set = DraftSet()

  /// The most cells of a sheet; an annex has a few thousand.
  private static let mostCells = 300_000

  /// Reads the first sheet that holds the table of an annex, or the one that is named.
  ///
  /// - Throws: `WorkbookFault` where the workbook or the sheet cannot be read.
  package static func draft(
    _ bytes: [UInt8], file: String, sheet: String? = nil
  ) throws(WorkbookFault) -> Outcome {
    let workbook = try WorkbookFile(bytes)
    var names: [String] = []
    for entry in workbook.sheets where sheet == nil || sheet?.folded == entry.name.folded {
      names.append(entry.name)
      guard let table = AnnexTable(try workbook.read(entry, mostCells: mostCells), file: file) else {
        continue
      }
      var reader = DraftReader(table, file: file)
      reader.run()
      return Outcome(set: reader.tree.criteria.isEmpty ? nil : reader.set, problems: reader.problems)
    }
    if names.isEmpty, let sheet { _ = try workbook.read(named: sheet) }
    var problems = ProblemList()
    problems.report(.annexHeaderMissing, at: Place(file), .texts(names, .quotes))
    return Outcome(set: nil, problems: problems)
  }

  private init(_ table: AnnexTable, file: String) {
    var problems = ProblemList()
    self.table = table
    tree = table.tree(&problems)
    self.problems = problems
    let title = AnnexTitle(table.titleLines)
    (set.name, set.legalBasis) = (title.name, title.legalBasis)
    (set.file, set.sheet) = (file, table.sheet.cells.name)
    set.notes = tree.notes.map { ($0.position.text, $0.text) }
  }

  private mutating func run() {
    let criteria = tree.criteria
    for (place, criterion) in criteria.enumerated() {
      if criterion.maximum == nil, criterion.maximumPlace == nil {
        problems.report(.annexMaximumMissing, at: table.place(criterion.place), .text(criterion.title))
      }
      set.rows.append(row(criterion, kind: kind(of: place)))
      checkSum(criterion)
    }
    checkTotal()
  }

  private func kind(of place: Int) -> FieldKind {
    var place = place
    while let parent = tree.criteria[place].parent { place = parent }
    return tree.criteria[place].kind ?? .scored
  }

  private func row(_ criterion: AnnexCriterion, kind: FieldKind) -> DraftSet.Row {
    let isLeaf = criterion.children.isEmpty
    let documents = criterion.documents.joined(separator: "; ")
    var outcome: Result<RuleProposal, RuleRefusal>?
    if isLeaf { outcome = proposal(criterion, isPenalty: kind == .penalty) }
    let isSurveyed = isLeaf && isSurvey(criterion, outcome)
    if isSurveyed, (try? outcome?.get())?.shape != .surveyWeights { outcome = .failure(.survey) }
    return DraftSet.Row(
      code: criterion.code, name: criterion.name, maximum: criterion.maximum, cell: criterion.place.text,
      level: criterion.code.split(separator: ".").count, isLeaf: isLeaf,
      kind: criterion.parent == nil ? criterion.kind : nil,
      method: isSurveyed ? .survey : .own, words: Self.joined(criterion.lines),
      documents: documents, outcome: outcome)
  }

  private func proposal(_ criterion: AnnexCriterion, isPenalty: Bool) -> Result<RuleProposal, RuleRefusal> {
    guard let maximum = criterion.maximum else { return .failure(.noMaximum) }
    let proposer = RuleProposer(name: criterion.name, maximum: maximum, isPenalty: isPenalty)
    do throws(RuleRefusal) {
      return .success(try proposer.proposal(for: criterion.lines.joined(separator: "\n")))
    } catch {
      return .failure(error)
    }
  }

  /// Whether the annex has a criterion scored by a survey: it says so in a column of its own, or the words on
  /// scoring do and nothing else was recognised in them.
  private func isSurvey(_ criterion: AnnexCriterion, _ outcome: Result<RuleProposal, RuleRefusal>?) -> Bool {
    func speaks(_ text: String) -> Bool {
      let words = text.unaccented.split { !$0.isLetter }.joined(separator: " ")
      return ["xa hoi hoc", "xhh", "dtxhh", "phieu khao sat", "phieu dieu tra"].contains {
        words.hasPhrase($0)
      }
    }
    if speaks(criterion.method) || criterion.method.unaccented == "khao sat" { return true }
    switch outcome {
    case .success(let proposal): return proposal.shape == .surveyWeights
    default:
      return speaks(criterion.lines.joined(separator: " "))
        || criterion.name.unaccented.hasPrefix("dieu tra xa hoi hoc")
    }
  }

  /// Lines as one text; a line that ends without a mark gets a semicolon.
  private static func joined(_ lines: [String]) -> String {
    var text = ""
    for line in lines where !line.isEmpty {
      if let last = text.last { text += ".;:,".contains(last) ? " " : "; " }
      text += line
    }
    return text
  }

  // MARK: Sums

  private mutating func checkSum(_ criterion: AnnexCriterion) {
    guard let stated = criterion.maximum, let cell = criterion.maximumPlace, !criterion.children.isEmpty,
      let sum = sum(criterion.children), sum != Rational(stated)
    else { return }
    set.differences.append(
      DraftSet.Difference(cell: cell.text, name: criterion.title, stated: stated, sum: sum))
    problems.report(
      .annexSumOfChildren, at: table.place(cell), .text(criterion.title), .exact(Rational(stated)),
      .exact(sum)
    )
  }

  /// The maxima of some rows together; nil where one is missing.
  private func sum(_ places: [Int]) -> Rational? {
    var sum = Rational.zero
    for place in places {
      guard let maximum = tree.criteria[place].maximum, let next = sum.adding(Rational(maximum)) else {
        return nil
      }
      sum = next
    }
    return sum
  }

  /// The total is that of the scored fields; some annexes add the bonus to it.
  private mutating func checkTotal() {
    guard let total = tree.total else { return }
    let fields = tree.criteria.indices.filter { tree.criteria[$0].parent == nil }
    let scored = fields.filter { (tree.criteria[$0].kind ?? .scored) == .scored }
    let withBonus = fields.filter { tree.criteria[$0].kind != .penalty }
    guard let sum = sum(scored), sum != Rational(total.value), self.sum(withBonus) != Rational(total.value)
    else {
      return
    }
    set.differences.append(
      DraftSet.Difference(cell: total.position.text, name: "Tổng cộng", stated: total.value, sum: sum))
    problems.report(
      .annexTotal, at: table.place(total.position), .exact(Rational(total.value)), .exact(sum))
  }
}

extension AnnexCriterion {
  /// The number and the name, for a person.
  fileprivate var title: String { written.isEmpty || written == name ? name : "\(written) \(name)" }
}
