import TestSupport
import Testing

@testable import CCHCCriteria
@testable import CCHCCycle
@testable import CCHCDrafting
@testable import CCHCFiles
@testable import CCHCForms
@testable import CCHCPublished
@testable import CCHCScoring
@testable import CCHCTables
@testable import CCHCTally

/// A small round with a set that counts case files, and lists to count.
struct TallyLab {
  /// Files of the round and the set, as in `SmallRound`; `lists/…` stand beside the round.
  var files: [String: String]

  static let columns = """
    name,type,headings
    ai,cơ quan,Đơn vị; Unit
    hen,ngày,Hẹn trả; Due
    tra,date?,Trả
    kenh,choice: trực tuyến|trực tiếp,Kênh
    so,có/không?,Số hóa
    phi,signed?,Phí
    ma,chữ?,Mã
    """
  static let counts = """
    criterion,input,condition
    1.1,a,always
    1.1,b,tra <= hen
    1.2,c,"kenh = ""trực tuyến"" and not (so or phi > 0.5)"
    1.2,d,"ma = ""x-1"" or hen - tra >= 3"
    """
  static let heading = "Đơn vị,Hẹn trả,Trả,Kênh,Số hóa,Phí,Mã,Khác\n"

  init(_ others: [String: String] = [:]) {
    files = [
      "set/set.csv": "key,value\nname,Bộ thử\nlegal_basis,Quyết định thử\n",
      "set/criteria.csv": criteria([
        Row("1", max: "20"),
        Row(
          "1.1", max: "10", inputs: "a[count]: Tổng; b[count]: Đúng hạn", rule: "b/a * full",
          ["zero_denominator": "zero", "method": "external"]),
        Row(
          "1.2", max: "10", inputs: "c[count]: Trực tuyến; d: Mã; k[date?]: Ngày", rule: "min(full, c + d)",
          ["document": "required"]),
      ]),
      "set/case_columns.csv": Self.columns, "set/tally.csv": Self.counts,
      "round.csv": "key,value\nname,Kỳ thử\nyear,2023\ncriteria:so,bo\n",
      "agencies.csv": "agency,name,group\nA,Sở An,so\nB,Sở Bình,so\nC,Phòng,so\n",
      "case_agencies.csv": "written,agency\nH1,A\nH9,\n",
    ]
    files.merge(others) { $1 }
  }

  /// What counting gives.
  struct Outcome {
    let counts: CaseCounts
    let rows: TallyRows?
    /// Problems of the plan, of counting and of the rows, in lines.
    let problems: [Problem]

    /// The tables by their names.
    var tables: [String: [UInt8]] {
      guard let rows else { return [:] }
      return Dictionary(
        uniqueKeysWithValues: rows.files.map { ($0.name, rows.pieces(of: $0).flatMap { $0 }) })
    }

    var lines: [String] { problems.map(\.line) }

    /// The counts of an agency, in the order of tally.csv.
    func of(_ agency: Int) -> [Int64] {
      counts.plan.tally.counts.indices.map { counts.count(agency: agency, $0) }
    }
  }

  /// Counts lists by their names and bytes.
  func count(
    _ lists: [String: [UInt8]], jobs: Int = 1, pieceSize: Int = 1 << 20, isReversed: Bool = false,
    prepare: (TemporaryFolder) throws -> Void = { _ in }
  ) throws -> Outcome {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(text, to: SmallRound.path(name)) }
    for (name, bytes) in lists { try folder.write(bytes, to: "lists/" + name) }
    try prepare(folder)
    let loaded = RoundLoader.load(
      folder.path("evidence/ky"), options: .init(criteriaFolder: folder.path("criteria")))
    var problems = ProblemList()
    let plan = try #require(
      CasePlan(loaded.round, set: "bo", in: folder.path("evidence/ky"), &problems),
      "\(loaded.problems.items.map(\.line))")
    var paths = lists.keys.sorted().map { folder.path("lists/" + $0) }
    if isReversed { paths.reverse() }
    let counts = try CaseCounter.count(
      CaseCounter.files(paths), plan, CaseCounter.Options(jobs: jobs, pieceSize: pieceSize))
    let rows = counts.isCounted ? TallyRows(counts, loaded) : nil
    return Outcome(
      counts: counts, rows: rows,
      problems: problems.items + counts.problems.items + (rows?.problems.items ?? []))
  }

  /// Counts one list below the usual headings.
  func count(_ rows: String) throws -> Outcome { try count(["x.csv": Array((Self.heading + rows).utf8)]) }

  /// The problems of loading the round.
  func loadingProblems() throws -> [Problem] {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(text, to: SmallRound.path(name)) }
    return RoundLoader.load(
      folder.path("evidence/ky"), options: .init(criteriaFolder: folder.path("criteria"))
    ).problems.items
  }
}
