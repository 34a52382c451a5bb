import CCHCCriteria
import CCHCDocuments
import CCHCFiles
import CCHCOffice
import CCHCPapers
import CCHCScoring
import CCHCTables

/// What a form takes from the round and an agency cannot change.
struct FormFacts: Equatable {
  /// What others entered for a leaf.
  enum Others: Equatable {
    case awaited
    case scored(Int64)
    case exempt
  }

  /// By the leaves of the set.
  var exempt: [Bool]
  var others: [Others]
  /// Who provides the figures of each leaf that the agency does not score.
  var owners: [String]
  var lateDays: Int
  /// Counts that agencies which ended leave to this one, by leaf and input; nil for none.
  var carried: [[Int64?]]
  /// Numbers that make the mã đối chiếu one of this round, agency and set.
  var salts: [Int128]

  init(_ agency: ScoredAgency, stamp: FormStamp) {
    let (round, leaves) = (agency.round, agency.leaves)
    let appraisers = agency.filed.group.appraisers
    exempt = leaves.map(\.filed.isExempt)
    others = leaves.map { leaf in
      let score = leaf.score
      if leaf.declared.method == .own || score.status == .missing { return .awaited }
      return score.final.map { .scored($0) } ?? .exempt
    }
    owners = leaves.map { leaf in
      switch leaf.declared.method {
      case .own: ""
      case .survey: "điều tra xã hội học"
      case .external:
        appraisers[leaf.index].member.map { round.memberName($0) } ?? "cơ quan chủ quản số liệu"
      }
    }
    lateDays = agency.filed.lateDays
    carried = leaves.map { leaf in leaf.declared.inputs.indices.map { leaf.filed.carried(input: $0) } }
    salts = CheckCode.primes.map { CheckCode.weight(stamp.words, $0) }
  }

  /// The cells of the hidden sheet that hold the facts.
  func cells(_ plan: FormPlan) -> [FormCell: CellContent] {
    var cells: [FormCell: CellContent] = [plan.lateDays: .integer(lateDays)]
    for (cell, salt) in zip(plan.salts, salts) { cells[cell] = .number(units: salt, decimals: 0) }
    for (leaf, row) in plan.leafRows.enumerated() {
      cells[FormCell(.work, row: row, column: WorkColumn.exempt)] = .integer(exempt[leaf] ? 1 : 0)
      for (place, cell) in plan.carried[leaf].enumerated() {
        if let cell { cells[cell] = .integer(carried[leaf][place].map { Int($0) } ?? -1) }
      }
      guard plan.set.leaves[leaf].method != .own else { continue }
      let (state, units): (Int, Int64) =
        switch others[leaf] {
        case .awaited: (0, 0)
        case .scored(let units): (1, units)
        case .exempt: (2, 0)
        }
      cells[FormCell(.work, row: row, column: WorkColumn.othersState)] = .integer(state)
      cells[FormCell(.work, row: row, column: WorkColumn.othersPoints)] = .integer(Int(units))
      cells[FormCell(.work, row: row, column: WorkColumn.othersName)] = .text(owners[leaf])
    }
    return cells
  }
}

extension FormFacts {
  /// The cells that may differ from those of a form made on another day; the salts are not among them.
  func factCells(_ plan: FormPlan) -> [FormCell] { cells(plan).keys.filter { !plan.salts.contains($0) } }
}

/// What a form was made for: hidden in it, and compared when it comes back.
struct FormStamp: Equatable {
  /// The version of the form's layout.
  static let version = "1"

  let round: String
  let agency: String
  let set: String
  /// The digest over all files of the set.
  let setDigest: String

  init(round: String, agency: String, set: String, setDigest: String) {
    self.round = round
    self.agency = agency
    self.set = set
    self.setDigest = setDigest
  }

  /// The digest over all files of a set; the round must be loaded with digests, and all of them are looked through.
  static func digest(ofSet code: String, in round: Round) -> String {
    let lines = round.scoreStamps.filter { $0.file.hasPrefix("criteria/\(code)/") }.map {
      "\($0.sha256)  \($0.file)\n"
    }
    return sha256(Array(lines.joined().utf8))
  }

  /// The words that the mã đối chiếu is salted with.
  var words: String { [Self.version, round, agency, set, setDigest].joined(separator: "\n") }

  /// The rows of the hidden sheet.
  var entries: [(key: String, value: String)] {
    [
      ("format", Self.format), ("round", round), ("agency", agency), ("criteria_set", set),
      ("criteria_sha256", setDigest),
    ]
  }

  /// What tells a form of this layout.
  static let format = "cchc-form-\(version)"

  /// The name of the hidden sheet.
  static let sheetName = Table.formSheet
}
