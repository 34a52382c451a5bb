import CCHCCriteria
import CCHCExact
import CCHCFiles
import CCHCScoring
import CCHCTables

/// What one thread counts: an agency's counts stand side by side.
///
/// Rows that the fast reader takes go through the compiled program in blocks; all others are read exactly.
final class CaseWorker: ColumnConsumer {
  private let plan: CasePlan
  private let layouts: [CaseLayout]
  private var memory: CountMemory?
  private lazy var reader = ColumnReader(wordCounts: plan.wordCounts, consumer: self)
  private var cells: CaseCells?
  private var file = -1
  /// Counts by agency and row of tally.csv, and the case files of each agency.
  private(set) var counts: [Int64]
  private(set) var caseFiles: [Int64]
  private var report = PieceReport()

  init(_ plan: CasePlan, _ layouts: [CaseLayout]) {
    (self.plan, self.layouts) = (plan, layouts)
    memory = plan.program.map(CountMemory.init)
    counts = [Int64](repeating: 0, count: plan.round.agencies.count * plan.tally.counts.count)
    caseFiles = [Int64](repeating: 0, count: plan.round.agencies.count)
  }

  /// Counts a piece and says what else was in it.
  func count(_ piece: RowPiece, file: Int) -> PieceReport {
    if file != self.file {
      self.file = file
      cells = CaseCells(plan, layouts[file])
      reader.begin(layouts[file].columns)
    }
    report = PieceReport()
    let summary = reader.read(piece)
    report.records = summary.records
    report.fault = summary.fault
    for kind in summary.leftOut.indices { report.leftOut[kind] += summary.leftOut[kind] }
    return report
  }

  func meaning(of word: Span<UInt8>, column: Int) -> Int32 {
    let said = word.extracting(saidRange(of: word))
    if said.count == 0 { return ColumnReader.empty }
    guard column > 0 else {
      // Without a program every row is read exactly.
      return plan.program == nil ? ColumnReader.odd : plan.agencies.meaning(of: said.text) ?? ColumnReader.odd
    }
    let input = plan.used[column - 1]
    switch plan.tally.columns[input].value(of: said).value {
    case .yes(let yes): return yes ? 1 : 0
    case .text(let label):
      if case .choice(let labels) = plan.tally.columns[input].type, !labels.isEmpty {
        return Int32(labels.firstIndex(of: label) ?? 0)
      }
      return Int32(plan.texts[input].firstIndex(of: label) ?? plan.texts[input].count)
    default: return ColumnReader.odd
    }
  }

  func take(_ values: Span<Int32>, rows: Int) {
    guard let program = plan.program else { return }
    memory?.run(program, values, rows: rows)
    guard let masks = memory?.masks else { return }
    let width = program.outcomes.count
    // Taken out for the loops, so that they need not ask at every row whose the arrays are.
    var (files, sums): ([Int64], [Int64]) = ([], [])
    swap(&files, &caseFiles)
    swap(&sums, &counts)
    for row in 0..<rows { files[Int(values[row])] += 1 }
    for (number, mask) in program.outcomes.enumerated() {
      let holds = masks[mask]
      for row in 0..<rows { sums[Int(values[row]) * width + number] += Int64(holds[row]) }
    }
    swap(&files, &caseFiles)
    swap(&sums, &counts)
  }

  func takeOdd(_ row: Span<UInt8>, record: Int) {
    guard let reading = cells?.read(row) else { return }
    switch reading {
    case .silent: report.silent += 1
    case .leftOut(let kind): report.leftOut[Int(-kind) - 1] += 1
    case .rejected(let fault): report.reject(fault, record: record)
    case .counted(let agency, let holds):
      caseFiles[agency] += 1
      for number in holds { counts[agency * plan.tally.counts.count + number] += 1 }
    }
    for mark in cells?.marks ?? [] { report.note(mark, record: record) }
  }
}

/// What a piece of a file held besides the counts.
struct PieceReport {
  /// How many rejected rows are placed.
  static let mostPlaced = 100

  var records = 0
  /// Empty rows and comments.
  var silent = 0
  var leftOut = [Int](repeating: 0, count: ColumnReader.leftOutKinds)
  var fault: StreamFault?
  /// The first rejected rows, by their places in the piece.
  private(set) var rejected: [(record: Int, fault: CaseFault)] = []
  /// How many rows are rejected for each reason.
  private(set) var reasons: [ProblemCode: Int] = [:]
  /// The first row with a decimal point, and with a decimal comma.
  private(set) var firstMarks: [DecimalMark: Int] = [:]

  mutating func reject(_ fault: CaseFault, record: Int) {
    reasons[fault.code, default: 0] += 1
    if rejected.count < Self.mostPlaced { rejected.append((record, fault)) }
  }

  mutating func note(_ mark: DecimalMark, record: Int) {
    if firstMarks[mark] == nil { firstMarks[mark] = record }
  }
}
