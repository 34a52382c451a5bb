import CCHCCriteria
import CCHCDrafting
import CCHCExact
import CCHCFiles
import CCHCForms
import CCHCOutputs
import CCHCPublished
import CCHCScoring
import CCHCTally
import Foundation
import TestSupport
import Testing

/// The folder of the checkout.
let projectFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

func text(_ path: String) throws -> String {
  try String(contentsOf: projectFolder.appendingPathComponent(path), encoding: .utf8)
}

@Suite("The repository's own promises")
struct RepositoryTests {
  private static let allCodes =
    ProblemCode.tableCodes + ProblemCode.workbookCodes + ProblemCode.sheetCodes + ProblemCode.setCodes
    + ProblemCode.ruleCodes + ProblemCode.evidenceCodes
    + ProblemCode.scoreCodes + ProblemCode.cycleCodes + ProblemCode.yearCodes + ProblemCode.draftCodes
    + ProblemCode.formCodes + ProblemCode.tallyCodes + ProblemCode.verificationCodes
    + ProblemCode.rankingCodes

  @Test("docs/error-codes.md lists every problem code and none besides; RECORD=1 writes it anew and fails")
  func errorCodesReference() throws {
    var page =
      "# Problem codes\n\nEvery problem carries a stable code. `{0}`, `{1}` … stand for what was found.\n"
    page += "This page is made from the program by a test.\n\n"
    page += "| code | severity | Vietnamese | English |\n|---|---|---|---|\n"
    for code in Self.allCodes.sorted(by: { $0.id < $1.id }) {
      func cell(_ text: String) -> String { text.replacingOccurrences(of: "|", with: "\\|") }
      page +=
        "| `\(code.id)` | \(code.severity.rawValue) | \(cell(code.vietnamese)) | \(cell(code.english)) |\n"
    }
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      try page.write(
        to: projectFolder.appendingPathComponent("docs/error-codes.md"), atomically: true, encoding: .utf8)
      Issue.record("docs/error-codes.md was written anew")
    }
    #expect(try text("docs/error-codes.md") == page)
  }

  @Test("codes are unique; both sentences of a code end, and name the same arguments")
  func codesAreWellFormed() {
    let ids = Self.allCodes.map(\.id)
    #expect(Set(ids).count == ids.count)
    for code in Self.allCodes {
      #expect(code.vietnamese.hasSuffix("."), "\(code.id)")
      #expect(code.english.hasSuffix("."), "\(code.id)")
      #expect(code.placeholders(in: .vietnamese) == code.placeholders(in: .english), "\(code.id)")
    }
  }

  @Test("an English message has no letter outside ASCII, whatever kinds of arguments it names")
  func englishMessagesAreEnglish() {
    let samples: [ProblemArgument] = [
      .text("A-1"), .count(7), .number(units: 8025, decimals: 2), .day(Day(number: 19_000)),
      RuleValue.yes(true).argument, .quoted("x"), .list([RuleValue.empty.argument, .text("b")], .or),
      InputType.yesNo.remedy, Rounding.halfEven.argument,
    ]
    for code in Self.allCodes {
      for start in samples.indices {
        let arguments = samples[start...] + samples[..<start]
        let problem = Problem(code, at: Place("f.csv"), Array(arguments))
        let message = problem.message(in: .english)
        #expect(message.foreignLetters == "", "\(code.id): \(message)")
        #expect(problem.leftover == nil && message != problem.message(in: .vietnamese), "\(code.id)")
      }
    }
  }

  @Test(
    "docs/cong-thuc.md lists every function of the rule language with where it may be used, and none besides")
  func functionsReference() throws {
    let page = try text("docs/cong-thuc.md")
    let head = "| Hàm | Giá trị | Dùng trong |\n|---|---|---|\n"
    let table = try #require(page.components(separatedBy: head).dropFirst().first)
    let rows = table.prefix { $0 != "#" }.split(separator: "\n").prefix { $0.hasPrefix("| `") }
    let listed = rows.map { row in
      let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      return "\(cells[0].dropFirst().prefix { $0 != "(" && $0 != "`" }): \(cells[2])"
    }
    let known = RuleFunction.catalogue.map { function in
      switch function.contexts {
      case Set(RuleContext.allCases): "\(function.name): mọi công thức và điều kiện"
      case [.rule, .check]: "\(function.name): công thức, ràng buộc"
      case [.results]: "\(function.name): xếp loại, nghĩa vụ"
      default: "\(function.name): ?"
      }
    }
    #expect(listed == known)
    let words = try #require(page.components(separatedBy: "Không dùng các từ: `").dropFirst().first)
    let reserved = words.prefix { $0 != "`" }.split { $0 == " " || $0 == "\n" }.map(String.init)
    #expect(Set(reserved) == reservedWords)
  }

  @Test("the ten rules of the handbook load cleanly and their worked cases hold")
  func handbookRulesHold() throws {
    let blocks = try text("docs/cong-thuc.md").components(separatedBy: "```\n")
    let criteria = try #require(blocks.first { $0.hasPrefix("mã tiêu chí,tên,điểm tối đa,") })
    let cases = try #require(blocks.first { $0.hasPrefix("mã tiêu chí,số liệu,điểm,nguồn") })
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("cchc-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let settings = "key,value\nname,Mười công thức\nlegal_basis,Sổ tay\n"
    for (name, table) in [("criteria", criteria), ("cases", cases), ("set", settings)] {
      try Data(table.utf8).write(to: folder.appendingPathComponent("\(name).csv"))
    }
    let outcome = SetLoader.load(folder.path, code: "so-tay", makesStamps: false)
    #expect(outcome.problems.items.map { $0.message(in: .vietnamese) } == [])
    #expect(outcome.set.cases.count >= 20)
    #expect(outcome.set.runCases().items.map { $0.message(in: .vietnamese) } == [])
  }

  @Test("the README begins with the two commands")
  func readmeBegins() throws {
    let commands = try text("README.md").split(separator: "\n").filter { $0.hasPrefix("    swift ") }.prefix(
      2)
    #expect(
      commands.map { $0.trimmingCharacters(in: .whitespaces) } == [
        "swift run cchc score evidence/2026-dvc-766", "swift test",
      ])
  }

  @Test("the package has no dependencies")
  func noDependencies() throws {
    let manifest = try text("Package.swift")
    #expect(manifest.contains("dependencies: [],\n  targets:"))
    #expect(!manifest.contains(".package("))
  }
}
