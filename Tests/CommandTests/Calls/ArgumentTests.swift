import CCHCDrafting
import CCHCExact
import CCHCFiles
import CCHCScoring
import CCHCTally
import Testing

@testable import cchc

@Suite("Options and operands of a call")
struct ArgumentTests {
  private static let meaning = Bilingual("nghĩa", "meaning")
  private static let round = Operand(.round, Bilingual("kỳ", "the round"))
  private static let files = Operand(repeated: .file, isRequired: false, meaning)
  private static let output = Option("output", short: "o", .folder, meaning)
  private static let json = Option(flag: "json", meaning)
  private static let slip = Option(flag: "slip", meaning)
  private static let agency = Option("agency", .agency, meaning)
  private static let day = Option(required: "on", .day, meaning)
  private static let tables = Option(repeated: "table", .file, meaning)
  private static let jobs = Option("jobs", .number("N", "N", 1...9), meaning, default: 3, standard: meaning)
  private static let all: [any DeclaredOption] = [output, json, slip, agency, tables, jobs]

  private func parse(
    _ words: [String], _ options: [any DeclaredOption] = all, _ relations: [Relation] = []
  ) throws(CallError) -> Arguments {
    let arguments = try Arguments(
      words, options: options, operands: [Self.round, Self.files], relations: relations)
    try arguments.check()
    return arguments
  }

  @Test("values are typed, and the option is the key")
  func typed() throws {
    let call = try parse([
      "r", "-o", "out", "--table=a", "f", "--json", "--table", "b", "--jobs=7", "--", "-g",
    ])
    #expect(try call[Self.round] == "r")
    #expect(try call[Self.files] == ["f", "-g"])
    #expect(try call[Self.output] == "out")
    #expect(try call[Self.tables] == ["a", "b"])
    #expect(try call[Self.jobs] == 7)
    #expect(try call[Self.json] && !call[Self.slip])
    #expect(try call[Self.agency] == nil)
    #expect(try parse(["r"])[Self.jobs] == 3)
    let days = try parse(["r", "--on", "15/01/2024"], [Self.day])
    #expect(try days[Self.day] == Day(year: 2024, month: 1, day: 15))
  }

  @Test("a value never begins with a dash, unless it is attached")
  func dashes() throws {
    #expect(throws: CallError.valueMissing("-o", instead: "--output=--json")) {
      try parse(["r", "-o", "--json"])
    }
    #expect(throws: CallError.valueMissing("--agency", instead: "--agency=-")) {
      try parse(["r", "--agency", "-"])
    }
    #expect(try parse(["r", "--output=--json"])[Self.output] == "--json")
    #expect(throws: CallError.valueMissing("-o", instead: nil)) { try parse(["r", "-o"]) }
    #expect(throws: CallError.valueMissing("--agency", instead: nil)) { try parse(["r", "--agency", " "]) }
    #expect(throws: CallError.valueMissing("--agency", instead: nil)) { try parse(["r", "--agency="]) }
  }

  @Test("what does not fit is an error that holds what was written")
  func faults() throws {
    #expect(throws: CallError.unknownOption("--jsno", suggestion: "--json")) { try parse(["r", "--jsno"]) }
    #expect(throws: CallError.valueUnexpected("--json")) { try parse(["r", "--json=1"]) }
    #expect(throws: CallError.givenTwice("--agency")) {
      try parse(["r", "--agency", "a", "--agency", "b"])
    }
    #expect(throws: CallError.missing(Bilingual("kỳ", "the round"))) { try parse([]) }
    #expect(throws: CallError.missing(Self.day.declaration.explained)) { try parse(["r"], [Self.day]) }
    for (words, value) in [(["--jobs", "0"], "0"), (["--jobs", "10"], "10"), (["--jobs", "x"], "x")] {
      #expect(
        throws: CallError.valueWrong(
          Bilingual("--jobs"), value: value,
          expected: Bilingual("số từ 1 đến 9", "a number from 1 to 9"), suggestion: nil)
      ) { try parse(["r"] + words) }
    }
    #expect(throws: CallError.unexpectedOperand("x")) {
      _ = try Arguments(["r", "x"], options: [], operands: [Self.round])
    }
  }

  @Test("options that need or exclude each other say so")
  func relations() throws {
    let relations: [Relation] = [.needs(Self.slip, Self.agency), .excludes(Self.tables, Self.output)]
    #expect(throws: CallError.optionNeeds("--slip", other: "--agency")) {
      try parse(["r", "--slip"], Self.all, relations)
    }
    #expect(throws: CallError.optionsExclude(Bilingual("--table"), Bilingual("--output"))) {
      try parse(["r", "-o", "x", "--table", "t"], Self.all, relations)
    }
    _ = try parse(["r", "--slip", "--agency", "a", "-o", "x"], Self.all, relations)
    let either: [Relation] = [.either(Self.files, Self.tables)]
    #expect(throws: CallError.optionsExclude(Bilingual("TỆP", "FILE"), Bilingual("--table"))) {
      try parse(["r", "f", "--table", "t"], Self.all, either)
    }
    #expect(
      throws: CallError.missing(
        Bilingual("nghĩa, hoặc --table TỆP (nghĩa)", "meaning, or --table FILE (meaning)"))
    ) { try parse(["r"], Self.all, either) }
  }

  @Test(
    "wrong calls of the program end with 2, say why and write nothing",
    arguments: [
      (["score", "evidence/2026-dvc-766", "-o", "--json"], "viết “--output=--json”"),
      (["check", "evidence/2026-dvc-766", "--slip"], "--slip cần --agency."),
      (["check", "evidence/2026-dvc-766", "--agency", "x", "--slip"], "--slip cần --on."),
      (
        ["new", "x", "--criteria", "so=bo", "--agencies", "a.csv", "--from", "b"],
        "--agencies và --from không dùng cùng nhau."
      ), (["verify"], "hoặc --table TỆP"),
      (["verify", "x", "--table", "y"], "TỆP|THƯ_MỤC và --table không dùng cùng nhau."),
      (["verify", "--table", "x", "--round", "y"], "--table và --round không dùng cùng nhau."),
      (
        ["score", "evidence/2026-dvc-766", "--locale", "vi", "--locale", "en"], "“--locale” chỉ ghi một lần."
      ),
      (["score", "evidence/2026-dvc-766", "--onyl", "csv"], "Xem “cchc help score”."),
      (["help", "scor"], "Có phải “score”?\nXem “cchc help”."), (["help", "score", "x"], "thừa “x”"),
      (["--lang", "en", "check", "x", "--slip"], "--slip needs --agency."),
    ])
  func wrongCalls(words: [String], hint: String) throws {
    let project = try SmallProject()
    let before = try project.names()
    let run = try Program.run(words, in: project.folder)
    #expect(run.code == 2 && run.output.isEmpty)
    #expect(run.messages.contains(hint), "\(run.messages)")
    #expect(try project.names() == before)
  }
}
