import CCHCCriteria
import CCHCExact
import CCHCFiles
import CCHCScoring
import CCHCTables

/// Puts together what threads have counted, in the order of files and rows.
///
/// Only one thread at a time passes.
final class CaseCollector: @unchecked Sendable {
  /// What is known of one file.
  private struct FileState {
    var records = 0
    var silent = 0
    var leftOut = [Int](repeating: 0, count: ColumnReader.leftOutKinds)
    var placed: [Problem] = []
    var reasons: [ProblemCode: Int] = [:]
    var firstMarks: [DecimalMark: Int] = [:]
    var fault: Problem?
  }

  private let lock = Lock()
  private let plan: CasePlan
  private let files: [CaseCounter.File]
  private let layouts: [CaseLayout]
  private var states: [FileState]
  /// Pieces that are counted before one that stands before them.
  private var waiting: [Int: (report: PieceReport, file: Int)] = [:]
  private var next = 0
  /// How many rejected rows are placed, in all files so far.
  private var placed = 0
  private var sums: [Int64]
  private var caseFiles: [Int64]

  init(_ plan: CasePlan, _ files: [CaseCounter.File], _ layouts: [CaseLayout]) {
    (self.plan, self.files, self.layouts) = (plan, files, layouts)
    states = [FileState](repeating: FileState(), count: files.count)
    sums = [Int64](repeating: 0, count: plan.round.agencies.count * plan.tally.counts.count)
    caseFiles = [Int64](repeating: 0, count: plan.round.agencies.count)
  }

  func add(_ report: PieceReport, _ tag: PieceFeed.Tag) {
    lock.lock()
    defer { lock.unlock() }
    waiting[tag.number] = (report, tag.file)
    while let (report, file) = waiting.removeValue(forKey: next) {
      take(report, file)
      next += 1
    }
  }

  func add(_ worker: CaseWorker) {
    lock.lock()
    defer { lock.unlock() }
    for place in sums.indices { sums[place] += worker.counts[place] }
    for place in caseFiles.indices { caseFiles[place] += worker.caseFiles[place] }
  }

  private func take(_ report: PieceReport, _ file: Int) {
    // Nothing counts behind a place from which a file cannot be read.
    guard states[file].fault == nil else { return }
    let first = layouts[file].headerRow + 1 + states[file].records
    if report.fault == .encoding {
      placed -= states[file].placed.count
      states[file].placed = []
      states[file].reasons = [:]
      states[file].fault = Problem(.fileEncoding, at: Place(files[file].shown))
      return
    }
    for (record, fault) in report.rejected where placed < PieceReport.mostPlaced {
      states[file].placed.append(problem(fault, file, row: first + record))
      placed += 1
    }
    for (code, count) in report.reasons { states[file].reasons[code, default: 0] += count }
    for (mark, record) in report.firstMarks where states[file].firstMarks[mark] == nil {
      states[file].firstMarks[mark] = first + record
    }
    states[file].records += report.records
    states[file].silent += report.silent
    for kind in report.leftOut.indices { states[file].leftOut[kind] += report.leftOut[kind] }
    if let fault = report.fault {
      states[file].fault = fault.problem(at: Place(files[file].shown, row: first + report.records))
    }
  }

  private func problem(_ fault: CaseFault, _ file: Int, row: Int) -> Problem {
    let layout = layouts[file]
    let column = fault.column.map { layout.headings[layout.columns[$0].place] }
    let place = Place(files[file].shown, row: row, column: column)
    switch fault.code {
    case .caseAgencyUnknown:
      let near = nearest(to: fault.found, among: plan.agencies.spellings)
      return Problem(fault.code, at: place, [.text(fault.found)], suggestion: near)
    case .caseValueInvalid:
      let declared = plan.tally.columns[plan.used[(fault.column ?? 1) - 1]]
      return Problem(
        fault.code, at: place, [.text(fault.found), .text(declared.name), declared.type.remedy],
        suggestion: declared.type.guess(for: fault.found))
    case .caseConditionFault:
      let count = plan.tally.counts[fault.count ?? 0]
      let leaf = plan.set.leaves[count.leaf]
      let reason: ProblemArgument =
        fault.isOverflow
        ? .phrase(vi: "vượt phạm vi tính đúng", en: "beyond the exact range")
        : .phrase(vi: "chia cho 0", en: "a division by 0")
      return Problem(
        fault.code, at: place,
        [.text(plan.set.rows[leaf.row].code), .text(leaf.inputs[count.input].name), reason])
    default: return Problem(fault.code, at: place, fault.arguments)
    }
  }

  /// The counts and all that is told of the files.
  func counts(_ digests: [(sha256: String, bytes: Int)]) -> CaseCounts {
    var result = CaseCounts(plan: plan, problems: ProblemList())
    var placed: [Problem] = []
    var reasons: [ProblemCode: Int] = [:]
    var faults: [Problem] = []
    var seen: [String: String] = [:]
    for (number, state) in states.enumerated() {
      let (digest, bytes) = digests[number]
      let rejected = state.reasons.values.reduce(0, +)
      result.files.append(
        CaseCounts.File(
          name: files[number].shown, sha256: digest, bytes: bytes, rows: state.records - state.silent,
          rejected: rejected))
      placed += state.placed
      for (code, count) in state.reasons { reasons[code, default: 0] += count }
      for kind in state.leftOut.indices { result.leftOut[kind] += state.leftOut[kind] }
      if let point = state.firstMarks[.point], let comma = state.firstMarks[.comma] {
        faults.append(Problem(.numberMarksMixed, at: Place(files[number].shown, row: max(point, comma))))
      }
      if let fault = state.fault {
        faults.append(fault)
        result.isUnreadable = true
      } else if let other = seen.updateValue(files[number].shown, forKey: digest) {
        faults.append(Problem(.caseFileTwice, at: Place(files[number].shown), [.text(other)]))
        result.isUnreadable = true
      }
    }
    result.placedCount = placed.count
    for problem in placed + faults { result.problems.append(problem) }
    result.rejected = reasons.map { ($0.key, $0.value) }.sorted { precedesInBytes($0.code.id, $1.code.id) }
    (result.counts, result.caseFiles) = (sums, caseFiles)
    return result
  }
}
