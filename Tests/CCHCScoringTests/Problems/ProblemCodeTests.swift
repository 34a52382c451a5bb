import CCHCCriteria
import CCHCFiles
import CCHCScoring
import Foundation
import TestSupport
import Testing

@Suite("Every problem code")
struct ProblemCodeTests {
  /// Codes that no loading or scoring of a round produces.
  private static let fromElsewhere: Set<String> = [
    // The runner of worked examples reports it.
    "case-differs",
    // Its own test below: the round has 65,001 files.
    "too-many-files",
    // Closing a round reports them.
    "closing-waits", "closing-unchanged",
    // Commands that add a row to a register report it.
    "register-workbook",
    // A table takes the first sheet where none bears its name; its cells are read row by row.
    "workbook-sheet-missing", "workbook-too-many-cells",
    // SheetTableTests has a workbook of 300 MB of text.
    "workbook-table-too-large",
    // Following up reports it.
    "followup-before-announcement",
    // Its own test: files are compared by commands that verify them.
    "document-digest-differs",
    // A program that builds a set or a round in code reports them: CCHCTests.
    "definition-text", "definition-set-twice",
    // The tables that only counting reads: tests of Tally.
    "tally-one-condition", "tally-input-unfit", "case-agency-column", "case-written-twice",
  ]

  private static let codes =
    ProblemCode.tableCodes + ProblemCode.workbookCodes + ProblemCode.sheetCodes + ProblemCode.ruleCodes
    + ProblemCode.setCodes + ProblemCode.evidenceCodes
    + ProblemCode.scoreCodes + ProblemCode.cycleCodes + ProblemCode.yearCodes

  @Test("A sound round has no problem")
  func acceptsSoundRound() throws {
    let scored = try BrokenInput.sound.scored()
    #expect(scored.problems == [])
    #expect(try scored.leaf() == "scored 8.00||8.00")
  }

  @Test(
    "A slip is reported with its file, row and column, in whole sentences of both languages",
    arguments: BrokenInput.all)
  func reportsSlip(_ input: BrokenInput) throws {
    let scored = try input.round.scored(prepare: input.prepare)
    #expect(scored.problems.contains(input.line), "\(scored.problems)")
    for problem in scored.results.problems.items {
      #expect(problem.leftover == nil, "\(problem.code.id): \(problem.words)")
      #expect(problem.message(in: .vietnamese) != problem.message(in: .english))
    }
  }

  @Test(
    "A slip in a round that is written in ASCII is reported in English without a letter outside ASCII",
    arguments: BrokenInput.all)
  func reportsSlipInEnglish(_ input: BrokenInput) throws {
    var round = input.round
    round.files = round.files.mapValues(\.inASCII)
    for problem in try round.scored(prepare: input.prepare).results.problems.items {
      let message = problem.message(in: .english)
      #expect(message.unquoted.foreignLetters == "", "\(message)")
      #expect((problem.place.column ?? "").foreignLetters == "", "\(problem.line)")
    }
  }

  @Test("No code is left without a slip that produces it")
  func coversEveryCode() throws {
    let produced = Set(BrokenInput.all.map { $0.line.split(separator: " ")[1] }.map(String.init))
    let known = Set(Self.codes.map(\.id))
    #expect(known.subtracting(produced).subtracting(Self.fromElsewhere) == [])
    #expect(produced.subtracting(known) == [])
    #expect(produced.isDisjoint(with: Self.fromElsewhere))
  }

  @Test("Ids are given once, in kebab case; sentences end")
  func namesCodes() {
    let ids = Self.codes.map(\.id)
    #expect(Set(ids).count == ids.count)
    for code in Self.codes {
      #expect(code.id.utf8.allSatisfy { (97...122).contains($0) || $0 == 45 }, "\(code.id)")
      for text in [code.vietnamese, code.english] {
        #expect(text.hasSuffix(".") || text.hasSuffix("…") || text.hasSuffix("}"), "\(code.id)")
      }
    }
  }

  @Test("One run reports all problems, not the first")
  func reportsAll() throws {
    let files = [
      "self/A.csv": filed("a=x; c=1; b=y"), "publication.csv": "key,value\ndate,x\n",
      "agencies.csv": "agency,name,group\nA,,so\n",
    ]
    let scored = try BrokenInput.sound.with(files).scored()
    #expect(
      scored.errors == [
        "error cell-required agencies.csv:2:name", "error value-invalid self/A.csv:2:value",
        "error input-unknown self/A.csv:3:input",
        "error value-invalid self/A.csv:4:value", "error date-invalid publication.csv:2:value",
      ])
  }

  @Test("The 65,001st evidence file is an error")
  func refusesTooManyFiles() throws {
    let scored = try SmallRound(inputs: "a", rule: "a").scored { folder in
      try folder.write("criterion,input,value\n", to: "evidence/ky/self/00000.csv")
      for number in 1...65_000 {
        let digits = String(number)
        let name = String(repeating: "0", count: 5 - digits.count) + digits
        try folder.link("evidence/ky/self/\(name).csv", to: "00000.csv")
      }
    }
    #expect(scored.errors == ["error too-many-files self/65000.csv:-:-"])
  }
}

extension String {
  /// The text without what it quotes of the input, and without the ratings that a set has where it names none.
  fileprivate var unquoted: String {
    let text = replacing(/“[^”]*”/, with: "")
    return HeadRating.usual.map(\.full.spelling).sorted { $0.count > $1.count }
      .reduce(text) { $0.replacing($1, with: "") }
  }

  /// The text without the marks of Vietnamese letters.
  fileprivate var inASCII: String {
    folding(options: .diacriticInsensitive, locale: nil).replacing("đ", with: "d").replacing("Đ", with: "D")
  }
}
