package import CCHCCriteria
package import CCHCFiles
import CCHCOffice
package import CCHCScoring
import CCHCTables

/// All that is needed to count the case files of a round: the same for every file and thread.
package struct CasePlan: Sendable {
  package let round: Round
  package let set: CriteriaSet
  package let tally: CaseTally
  let agencies: CaseAgencies
  /// The columns that conditions name, by their places in case_columns.csv.
  let used: [Int]
  /// For each column of case_columns.csv its place among those that are read.
  private let places: [Int?]
  /// For each column of case_columns.csv the texts that conditions compare it with.
  let texts: [[Label]]
  /// nil where some condition has to be worked out row by row.
  let program: CountProgram?

  /// A plan for the groups that one set scores.
  ///
  /// - Returns: nil where the set has no tally.csv that can be used.
  package init?(_ round: Round, set code: String, in path: String, _ problems: inout ProblemList) {
    guard let group = round.groups.first(where: { $0.set.code == code }), let tally = group.set.tally else {
      return nil
    }
    var folder = InputFolder(.folder(path), makesStamps: false)
    (self.round, set, self.tally) = (round, group.set, tally)
    agencies = CaseAgencies.read(round, set: code, folder: &folder, &problems)
    var named: Set<Int> = []
    var texts = [[Label]](repeating: [], count: tally.columns.count)
    for count in tally.counts {
      count.condition.condition.visit { if case .input(let input) = $0 { named.insert(input) } }
      count.condition.condition.forEachComparison { left, _, right in
        for case (.input(let input), .text(let label)) in [(left, right), (right, left)]
        where !texts[input].contains(label) { texts[input].append(label) }
      }
    }
    for count in tally.counts { Self.collect(count.condition.condition, &texts) }
    used = named.sorted()
    var places = [Int?](repeating: nil, count: tally.columns.count)
    for (place, input) in used.enumerated() { places[input] = place + 1 }
    self.places = places
    self.texts = texts
    program = CountCompiler.program(
      tally.counts.map(\.condition.condition), columns: tally.columns, places: places, texts: texts)
  }

  /// Collects the texts that conditions inside `count(…)` compare columns with.
  private static func collect(_ condition: Condition, _ texts: inout [[Label]]) {
    var inner: [Condition] = []
    condition.visit { if case .call(_, let arguments) = $0 { inner += arguments.conditions } }
    for condition in inner {
      condition.forEachComparison { left, _, right in
        for case (.input(let input), .text(let label)) in [(left, right), (right, left)]
        where !texts[input].contains(label) { texts[input].append(label) }
      }
    }
  }

  /// The agencies that the set scores.
  package var ownAgencies: [Int] {
    round.agencies.indices.filter { round.groups[round.agencies[$0].group].set.code == set.code }
  }

  /// About how many words each column that is read has, the agencies first.
  var wordCounts: [Int] {
    [agencies.count]
      + used.map { input in
        if case .choice(let labels) = tally.columns[input].type, labels.isEmpty { 2_000 } else { 16 }
      }
  }
}

/// Where the columns of a plan stand in one file.
struct CaseLayout: Sendable {
  /// The agency's column first, then those that conditions name.
  let columns: [StreamColumn]
  let headings: [String]
  let headerRow: Int
  let delimiter: UInt8

  /// Finds the columns among the headings of a file; nil where one is missing, which is reported.
  init?(_ plan: CasePlan, _ stream: RowStream, _ problems: inout ProblemList) {
    var columns: [StreamColumn] = []
    let wanted =
      [
        (
          plan.tally.agencyHeadings, Words.caseTypes.argument("agency"), StreamColumn.Kind.word,
          true
        )
      ]
      + plan.used.map { input in
        let column = plan.tally.columns[input]
        return (column.headings, .text(column.name), column.type.streamKind, !column.isOptional)
      }
    let place = Place(stream.file, row: stream.headerRow)
    for (headings, name, kind, isRequired) in wanted {
      let folded = headings.map(\.folded)
      let found = stream.headings.indices.filter { folded.contains(stream.headings[$0].folded) }
      if found.count > 1 {
        var here = place
        here.column = stream.headings[found[1]]
        problems.report(.columnTwice, at: here, .text(stream.headings[found[1]]))
      }
      guard let first = found.first else {
        problems.report(
          .caseHeadingMissing, at: place, .texts(headings, .quotes), name,
          suggestion: headings.first.flatMap { nearest(to: $0, among: stream.headings) })
        continue
      }
      columns.append(StreamColumn(kind, at: first, isRequired: isRequired))
    }
    guard columns.count == wanted.count else { return nil }
    self.columns = columns
    (headings, headerRow, delimiter) = (stream.headings, stream.headerRow, stream.delimiter)
  }
}

extension InputType {
  /// How a column of this type is read in bulk.
  fileprivate var streamKind: StreamColumn.Kind {
    switch self {
    case .number, .count: .count
    case .signed: .signed
    case .day: .day
    case .yesNo, .choice: .word
    }
  }
}
