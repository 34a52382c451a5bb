import CCHCCriteria
package import CCHCExact
package import CCHCFiles
import CCHCTables

/// A stage of the year (stages.csv).
package enum StageKind: Sendable, Hashable {
  /// Agencies score themselves and file.
  case own
  /// Figures count up to the end of this day (chốt số liệu).
  case cutoff
  case appraisal(Int)
  /// Agencies answer an appraisal round.
  case explanation(Int)
  case council
  case publication
}

/// A row of stages.csv.
package struct Stage: Sendable {
  package let kind: StageKind
  package let from: Day?
  /// The last day that is in time; nil where the cell is wrong.
  package let until: Day?
  package let place: Place
}

/// The stages of a round in the order of the year.
package struct Calendar: Sendable {
  package var stages: [Stage] = []

  package init() {}

  /// The stage of a kind; nil where stages.csv lacks it.
  package subscript(kind: StageKind) -> Stage? { stages.first { $0.kind == kind } }

  /// The stages that a day lies in, each with its last day.
  ///
  /// A stage without a first day begins when the one before it has ended; the cut-off is a day, not a stage.
  package func stages(on date: Day) -> [(stage: Stage, until: Day)] {
    var open: [(stage: Stage, until: Day)] = []
    var last: Day?
    for stage in stages where stage.kind != .cutoff {
      guard let until = stage.until else { continue }
      let hasBegun = stage.from.map { $0 <= date } ?? last.map { $0 < date } ?? true
      if hasBegun, date <= until { open.append((stage, until)) }
      last = until
    }
    return open
  }
}

extension StageKind {
  /// The highest number of an appraisal round that a stage may name.
  package static let mostRounds = 9

  /// The stage as documents name it.
  package var vietnamese: String {
    switch self {
    case .own: "Tự chấm"
    case .cutoff: "Chốt số liệu"
    case .appraisal(let round): "Thẩm định lần \(round)"
    case .explanation(let round): "Giải trình lần \(round)"
    case .council: "Hội đồng"
    case .publication: "Công bố"
    }
  }

  /// The stage for a message; in English as stages.csv names it.
  package var argument: ProblemArgument {
    switch self {
    case .own: .phrase(vi: vietnamese, en: "self")
    case .cutoff: .phrase(vi: vietnamese, en: "cutoff")
    case .appraisal(let round): .phrase(vi: vietnamese, en: "appraisal {0}", .count(round))
    case .explanation(let round): .phrase(vi: vietnamese, en: "explanation {0}", .count(round))
    case .council: .phrase(vi: vietnamese, en: "council")
    case .publication: .phrase(vi: vietnamese, en: "publication")
    }
  }

  /// Reads a stage's name in either language; nil where it is none.
  init?(_ text: String) {
    switch text.folded {
    case "self", "tự chấm": self = .own
    case "cutoff", "chốt số liệu": self = .cutoff
    case "council", "hội đồng": self = .council
    case "publication", "công bố": self = .publication
    case "explanation", "giải trình": self = .explanation(1)
    case let folded:
      if let round = Self.round(in: folded, after: ["appraisal ", "thẩm định lần "]) {
        self = .appraisal(round)
      } else if let round = Self.round(in: folded, after: ["explanation ", "giải trình lần "]) {
        self = .explanation(round)
      } else {
        return nil
      }
    }
  }

  private static func round(in text: String, after prefixes: [String]) -> Int? {
    for prefix in prefixes where text.hasPrefix(prefix) {
      guard let round = Int(text.dropFirst(prefix.count)), (1...mostRounds).contains(round) else {
        return nil
      }
      return round
    }
    return nil
  }

  /// Where the stage stands in the year.
  fileprivate var order: Int {
    switch self {
    case .own: 0
    case .cutoff: 1
    case .appraisal(let round): 2 * round
    case .explanation(let round): 2 * round + 1
    case .council: 2 * Self.mostRounds + 2
    case .publication: 2 * Self.mostRounds + 3
    }
  }
}

extension RoundLoader {
  mutating func loadCalendar() {
    guard let table = folder.table(StageColumn.schema, &problems) else { return }
    var keyed = KeyedRows<StageKind>()
    var stages: [Stage] = []
    var rows = table.rows()
    while rows.next(&problems) {
      guard let text = rows.requiredText(StageColumn.stage, &problems) else { continue }
      guard let kind = StageKind(text) else {
        problems.report(
          .stageUnknown, at: rows.place(StageColumn.stage), .text(text),
          suggestion: nearest(to: text, among: Self.stageNames)
        )
        continue
      }
      guard
        keyed.isNew(
          kind, digest: rows.digest(of: [StageColumn.until, .from]), at: rows.place(StageColumn.stage),
          &problems),
        rows.requiredText(StageColumn.until, &problems) != nil
      else { continue }
      let (from, until) = (rows.day(StageColumn.from, &problems), rows.day(StageColumn.until, &problems))
      if let from, let until, from > until {
        problems.report(.periodBackward, at: rows.place(StageColumn.from), .day(from), .day(until))
      }
      stages.append(Stage(kind: kind, from: from, until: until, place: rows.place(StageColumn.until)))
    }
    stages.sort { $0.kind.order < $1.kind.order }
    reportOrder(stages.filter { $0.kind != .cutoff })
    round.calendar.stages = stages
  }

  private static var stageNames: [String] {
    let kinds: [StageKind] = [
      .own, .cutoff, .appraisal(1), .explanation(1), .appraisal(2), .council, .publication,
    ]
    return kinds.map(\.vietnamese.folded) + ["self", "cutoff", "appraisal 1", "council", "publication"]
  }

  private mutating func reportOrder(_ stages: [Stage]) {
    for (before, after) in zip(stages, stages.dropFirst()) {
      guard let first = before.until, let second = after.until, second < first else { continue }
      problems.report(
        .stageOrder, at: after.place, after.kind.argument, .day(second), before.kind.argument,
        .day(first))
    }
  }
}
