import CCHCCycle
import CCHCExact
import CCHCFiles
import CCHCOffice
import CCHCScoring
import TestSupport
import Testing

@Suite("The register of receipts as commands write it")
struct SubmissionRegisterTests {
  private static let stages = "stage,from,until\nself,2024-01-02,2024-01-15\n"
  private static let digest = String(repeating: "a", count: 64)

  /// Loads the round, adds a row and writes the register; the lines of what forbids it.
  private func add(
    _ folder: TemporaryFolder, _ entry: (Int) -> SubmissionRegister.Entry
  ) throws -> [String] {
    let path = folder.path("evidence/ky")
    let outcome = RoundLoader.load(
      path, options: .init(criteriaFolder: folder.path("criteria"), makesStamps: false))
    var problems = ProblemList()
    let agency = try #require(outcome.round.agency("A"))
    let bytes = try SubmissionRegister.appending(entry(agency), to: outcome, in: path, &problems)
    if let bytes { try folder.write(bytes, to: "evidence/ky/submissions.csv") }
    #expect((bytes == nil) == problems.hasErrors)
    return problems.items.map(\.line)
  }

  private func day(_ text: String) throws -> Day {
    let day = parseDay(Array(text.utf8).span)
    return try #require(day)
  }

  @Test("Received, unlocked, received, returned, received: each row follows from those before it")
  func keepsLog() throws {
    let folder = try temporaryRound()
    try folder.write(Self.stages, to: "evidence/ky/stages.csv")
    let days = try ["10/01/2024", "11/01/2024", "12/01/2024", "13/01/2024", "20/01/2024"].map(day)
    let until = try day("18/01/2024")
    let entries: [(Int) -> SubmissionRegister.Entry] = [
      { .received($0, on: days[0], document: "Số 1/BC", sha256: Self.digest) },
      { .unlocked($0, on: days[1], reason: "Nhập nhầm") },
      { .received($0, on: days[2], document: "Số 2/BC", sha256: Self.digest) },
      { .returned($0, on: days[3], until: until, reason: "Thiếu; tài liệu") },
      { .received($0, on: days[4], document: "Số 3/BC", sha256: Self.digest) },
    ]
    for entry in entries { #expect(try add(folder, entry) == []) }
    let text = try #require(folder.text("evidence/ky/submissions.csv"))
    #expect(
      text == """
        \u{FEFF}mã cơ quan;trạng thái;ngày;số văn bản;mã SHA-256;bổ sung trước hết ngày;lý do\r
        A;đã nhận;2024-01-10;Số 1/BC;\(Self.digest);;\r
        A;đã mở khóa;2024-01-11;;;;Nhập nhầm\r
        A;đã nhận;2024-01-12;Số 2/BC;\(Self.digest);;\r
        A;trả lại;2024-01-13;;;2024-01-18;"Thiếu; tài liệu"\r
        A;đã nhận;2024-01-20;Số 3/BC;\(Self.digest);;\r

        """)
    let scored = Scored(round: folder.path("evidence/ky"), criteria: folder.path("criteria"))
    #expect(scored.errors == ["error submission-changed self/A.csv:-:-"])
    #expect(scored.round[agency: 0].submissions.lateDays == 2)
  }

  @Test("What the register must not say is refused with the loader's own words")
  func refusesWrongOrder() throws {
    let folder = try temporaryRound()
    try folder.write(Self.stages, to: "evidence/ky/stages.csv")
    let (early, first, second) = try (day("1/1/2024"), day("5/1/2024"), day("6/1/2024"))
    func receive(_ day: Day) throws -> [String] {
      try add(folder) { .received($0, on: day, document: "Số 1", sha256: Self.digest) }
    }
    #expect(try receive(early) == ["error receipt-before-stage submissions.csv:-:-"])
    #expect(
      try add(folder) { .unlocked($0, on: first, reason: "x") } == [
        "error submission-order submissions.csv:-:-"
      ])
    #expect(try receive(second) == [])
    #expect(try receive(second) == ["error submission-order submissions.csv:-:-"])
    #expect(
      try add(folder) { .returned($0, on: first, until: second, reason: "x") } == [
        "error submission-backward submissions.csv:-:-"
      ])
  }

  @Test("A register or a calendar with an error is left alone")
  func refusesBrokenTables() throws {
    let day = try day("6/1/2024")
    for (name, table, line) in [
      ("submissions.csv", "agency,status,date\nA,gửi,x\n", "error word-unknown submissions.csv:2:status"),
      // A column that the register lacks is named in the language of its other headings.
      (
        "submissions.csv",
        "agency,status,date,document,sha256,reason\nA,received,3/1/2024,1,\(Self.digest),\nA,returned,4/1/2024,,,x\n",
        "error cell-required submissions.csv:3:until"
      ), ("stages.csv", "stage,until\nself,mai\n", "error date-invalid stages.csv:2:until"),
    ] {
      let folder = try temporaryRound()
      try folder.write(table, to: "evidence/ky/\(name)")
      #expect(try add(folder) { .received($0, on: day, document: "1", sha256: Self.digest) } == [line])
    }
  }
}
