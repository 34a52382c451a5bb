import Foundation
import TestSupport
import Testing

@Suite("Rounds whose tables are workbooks")
struct SheetRoundTests {
  /// The results of a round without its stamp, with workbooks named as the CSV tables that they were.
  private static func results(_ round: String, _ project: ConvertedProject) throws -> String {
    let run = try Program.run(
      ["score", "evidence/\(round)", "-o", "out", "--only", "json"],
      in: URL(fileURLWithPath: project.folder.path))
    #expect(run.code == 0, "\(run.messages)")
    let json = try #require(project.folder.text("out/noi-bo/results.json"))
    let text = json.components(separatedBy: "\"stamp\"")[0].replacingOccurrences(
      of: ".xlsx\"", with: ".csv\"")
    // Problems in workbooks name the sheet and the cell besides.
    return text.replacingOccurrences(
      of: "\\s*\"(sheet|cell)\": ?(\"[^\"]*\"|null),", with: "", options: .regularExpression)
  }

  @Test(
    "Every sample round scores the same from workbooks, whatever its cells are",
    arguments: ["2026-dvc-766", "2023-cchc-mau", "2024-cchc-mau", "2025-cchc-xa-mau"], CellTyping.allCases)
  func scoresAlike(_ round: String, _ typing: CellTyping) throws {
    let rounds = round == "2024-cchc-mau" ? [round, "2023-cchc-mau"] : [round]
    let plain = try ConvertedProject(rounds: rounds, from: Program.project, typing: nil)
    let sheets = try ConvertedProject(rounds: rounds, from: Program.project, typing: typing)
    let (expected, found) = (try Self.results(round, plain), try Self.results(round, sheets))
    #expect(found == expected, "\(Self.difference(found, expected))")
  }

  /// The first lines that differ.
  private static func difference(_ found: String, _ expected: String) -> String {
    let pairs = zip(found.split(separator: "\n"), expected.split(separator: "\n"))
    return pairs.first { $0 != $1 }.map { "\($0)\n\($1)" } ?? ""
  }
}
