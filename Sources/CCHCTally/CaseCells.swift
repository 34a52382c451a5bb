import CCHCCriteria
import CCHCExact
import CCHCFiles
import CCHCScoring
import CCHCTables

/// Why a row of a case list is not counted.
struct CaseFault {
  let code: ProblemCode
  /// Where in the row, by the columns of the layout; nil for the whole row.
  let column: Int?
  /// What was found.
  let found: String
  /// Which count cannot be worked out, by its place in tally.csv.
  var count: Int?
  var isOverflow = false
  /// The arguments of a fault of the row itself.
  var arguments: [ProblemArgument] = []
}

/// Reads one row exactly, as every table is read.
struct CaseCells {
  enum Reading {
    /// An empty row or a comment.
    case silent
    case leftOut(Int32)
    case rejected(CaseFault)
    /// The agency, and the counts whose conditions hold.
    case counted(agency: Int, holds: [Int])
  }

  let plan: CasePlan
  let layout: CaseLayout
  /// How numbers of the row write their decimal mark.
  private(set) var marks: [DecimalMark] = []

  init(_ plan: CasePlan, _ layout: CaseLayout) { (self.plan, self.layout) = (plan, layout) }

  mutating func read(_ bytes: Span<UInt8>) -> Reading {
    marks = []
    let row = ExactRow(bytes, delimiter: layout.delimiter, width: max(1, layout.headings.count))
    if row.isSilent { return .silent }
    if let fault = row.fault {
      return .rejected(CaseFault(code: fault.code, column: nil, found: "", arguments: fault.arguments))
    }
    let written = row.text(layout.columns[0].place)
    if written.isEmpty { return .rejected(CaseFault(code: .cellRequired, column: 0, found: "")) }
    guard let agency = plan.agencies.meaning(of: written) else {
      return .rejected(CaseFault(code: .caseAgencyUnknown, column: 0, found: written))
    }
    if agency < 0 { return .leftOut(agency) }
    var evaluator = RuleEvaluator()
    evaluator.inputs = [RuleValue](repeating: .empty, count: plan.tally.columns.count)
    for (place, input) in plan.used.enumerated() {
      let column = plan.tally.columns[input]
      switch value(row, layout.columns[place + 1].place, column) {
      case .empty where !column.isOptional:
        return .rejected(CaseFault(code: .cellRequired, column: place + 1, found: ""))
      case let value?: evaluator.inputs[input] = value
      case nil:
        let text = row.text(layout.columns[place + 1].place)
        return .rejected(CaseFault(code: .caseValueInvalid, column: place + 1, found: text))
      }
    }
    var holds: [Int] = []
    for (number, count) in plan.tally.counts.enumerated() {
      do throws(EvaluationFault) {
        if try evaluator.holds(count.condition.condition) { holds.append(number) }
      } catch {
        return .rejected(
          CaseFault(
            code: .caseConditionFault, column: nil, found: "", count: number, isOverflow: error == .overflow))
      }
    }
    return .counted(agency: Int(agency), holds: holds)
  }

  /// A cell's value; nil where it is not of its column's type.
  private mutating func value(_ row: ExactRow, _ place: Int, _ column: CaseColumn) -> RuleValue? {
    let (value, mark) = row.withBytes(place) { column.value(of: $0) }
    if mark != .none { marks.append(mark) }
    return value
  }
}

extension CaseColumn {
  /// What a trimmed cell says; nil where it is not of the column's type.
  func value(of cell: Span<UInt8>) -> (value: RuleValue?, mark: DecimalMark) {
    if cell.count == 0 { return (.empty, .none) }
    switch type {
    case .choice(let labels) where labels.isEmpty: return (.text(Label(cell.text)), .none)
    case .day: return (parseDayOfMoment(cell).map { .day($0) }, .none)
    default:
      let (figure, mark) = type.figure(from: cell)
      return (figure.value(of: type), mark)
    }
  }
}
