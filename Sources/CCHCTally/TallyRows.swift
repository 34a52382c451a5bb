import CCHCCriteria
import CCHCExact
package import CCHCFiles
package import CCHCScoring
import CCHCTables

/// The rows that counts become: `self/tally.csv` and `external/tally.csv`, which hold nothing else.
package struct TallyRows: Sendable {
  /// One of the two tables.
  package struct File: Sendable {
    /// Below the round's folder.
    package let name: String
    let rows: [Row]

    package var rowCount: Int { rows.count }
  }

  /// A row of a table: an agency's value for a row of the set's tally.csv.
  struct Row {
    let agency: Int
    let count: Int
    let value: String
  }

  /// The tables to be written; one without a row is not.
  package private(set) var files: [File] = []
  package private(set) var problems = ProblemList()
  /// Whether the tables hold rows of somebody else, so that they must not be written.
  package private(set) var isBlocked = false
  /// Figures that are filed already and are just what was counted.
  package private(set) var agreeing = 0

  private let counts: CaseCounts
  private let round: Round
  private let source: String

  /// The name of the tables in their folders.
  package static let file = "tally.csv"

  /// Makes the rows for a round as it was loaded.
  package init(_ counts: CaseCounts, _ outcome: RoundLoader.Outcome) {
    (self.counts, round) = (counts, outcome.round)
    source = Self.source(counts.files)
    for agency in counts.plan.ownAgencies where counts.caseFiles[agency] == 0 {
      let owner = round.agencies[agency]
      if !owner.hasEnded {
        problems.report(.tallyWithoutCases, at: owner.place, .text(owner.code), .text(owner.name))
      }
    }
    for (method, folder) in [(Method.own, "self"), (.external, "external")] {
      let name = "\(folder)/\(Self.file)"
      checkOwn(name, method, outcome.problems)
      collect(name, method)
    }
  }

  /// Which lists the counts come from: up to three by name and digest, more by the digest of their list.
  static func source(_ files: [CaseCounts.File]) -> String {
    if files.count <= 3 {
      let names = files.map { "\($0.name) (SHA-256 \($0.sha256))" }
      return "Đếm từ danh sách hồ sơ " + names.joined(separator: ", ")
    }
    let list = sha256(Array(files.map(\.checksumLine).joined().utf8))
    let (first, last) = (files.first?.name ?? "", files.last?.name ?? "")
    return "Đếm từ \(files.count) danh sách hồ sơ, \(first) đến \(last) (SHA-256 của danh mục: \(list))"
  }

  // MARK: What stands in the tables already

  /// Reports rows of the table that this command does not write.
  private mutating func checkOwn(_ name: String, _ method: Method, _ loaded: ProblemList) {
    for problem in loaded.items where problem.place.file == name && problem.severity == .error {
      // What another file says of the same figure is told below.
      if problem.code == .rowConflict { continue }
      problems.append(problem)
      isBlocked = true
    }
    guard let file = round.evidence.files.firstIndex(of: name) else { return }
    let planned = Set(counts.plan.tally.counts.map { [$0.leaf, $0.input] })
    let own = Set(counts.plan.ownAgencies)
    for (number, agency) in round.agencies.enumerated() {
      for (leaf, declared) in round[agency: number].set.leaves.enumerated() where declared.method == method {
        let figures = round[agency: number][leaf: leaf].figures
        for (place, (input, figure)) in zip(declared.inputs, figures).enumerated() {
          guard figure.row > 0, Int(figure.file) == file, !isCarried(figure, to: number, leaf) else {
            continue
          }
          if own.contains(number), planned.contains([leaf, place]) { continue }
          problems.report(
            .tallyForeign, at: Place(name, row: Int(figure.row)), .text(agency.code),
            .text(round[agency: number].set.rows[declared.row].code), .text(input.name))
          isBlocked = true
        }
      }
    }
  }

  /// Whether a figure is that of an agency that ended, carried over to its successor.
  private func isCarried(_ figure: Figure, to agency: Int, _ leaf: Int) -> Bool {
    round.carryovers.contains { carryover in
      guard carryover.successor == agency, carryover.leaf == leaf else { return false }
      return round[agency: carryover.agency][leaf: leaf].figures.contains {
        $0.row == figure.row && $0.file == figure.file
      }
    }
  }

  // MARK: Rows

  /// The bytes of a table, piece by piece: tables of many agencies are large.
  package func pieces(of file: File) -> TallyPieces {
    TallyPieces(file.rows, agencies: round.agencies.map(\.code), counts.plan, source: source)
  }

  /// Notes the rows of a table.
  private mutating func collect(_ name: String, _ method: Method) {
    var rows: [Row] = []
    for agency in counts.plan.ownAgencies {
      var isTold = false
      for (number, count) in counts.plan.tally.counts.enumerated()
      where counts.plan.set.leaves[count.leaf].method == method {
        guard let value = value(agency, number, count, in: name, &isTold) else { continue }
        rows.append(Row(agency: agency, count: number, value: value))
      }
    }
    if !rows.isEmpty { files.append(File(name: name, rows: rows)) }
  }

  /// The value of a row; nil where none is to be written.
  private mutating func value(
    _ agency: Int, _ number: Int, _ count: CaseCount, in name: String, _ isTold: inout Bool
  ) -> String? {
    let (owner, leaf) = (round.agencies[agency], counts.plan.set.leaves[count.leaf])
    let filed = round[agency: agency][leaf: count.leaf]
    if filed.isExempt { return nil }
    let counted = counts.count(agency: agency, number)
    let input = leaf.inputs[count.input]
    var figure = filed.figure(input: count.input)
    if figure.row > 0, isCarried(figure, to: agency, count.leaf) { figure = Figure() }
    let isSame = figure.value(of: input.type) == .number(Rational(Int(counted)))
    let isOwn = figure.row > 0 && round.evidence.files[Int(figure.file)] == name
    if figure.row > 0, !isOwn {
      if isSame {
        agreeing += 1
      } else {
        problems.report(
          .tallyFiled, at: Place(round.evidence.files[Int(figure.file)], row: Int(figure.row)),
          .text(owner.code),
          .text(counts.plan.set.rows[leaf.row].code), .text(input.name), figure.argument(of: input.type),
          .count(Int(counted)))
      }
      return nil
    }
    guard leaf.method == .own, round[agency: agency].submissions.last?.status == .received, !isSame else {
      return String(counted)
    }
    // A received table stays as it was received.
    if !isTold { problems.report(.tallyLocked, at: Place(name), .text(owner.code)) }
    isTold = true
    return isOwn && figure.state == .filed ? figure.argument(of: input.type).worded(in: .vietnamese) : nil
  }
}

extension CaseCounts.File {
  /// The line of this file in the list that `sha256sum -c` reads.
  package var checksumLine: String { "\(sha256)  \(name)\n" }
}
