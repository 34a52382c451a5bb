import Foundation
import Testing

@Suite("What help says of the files that a command writes")
struct WrittenFilesTests {
  @Test("every file of the list in docs/formats.md is in the help of its command")
  func isInHelp() throws {
    let page = try String(
      contentsOf: Program.project.appendingPathComponent("docs/formats.md"), encoding: .utf8)
    let list = try #require(
      page.components(separatedBy: "<!-- outputs -->\n").last?.components(separatedBy: "<!-- /outputs -->")
        .first)
    var help: [String: String] = [:]
    for line in list.split(separator: "\n").dropFirst(2) {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: [" ", "`"]) }
      let command = try #require(cells.last?.split(separator: " ").first.map(String.init))
      if help[command] == nil {
        help[command] = try Program.run(["help", command, "--lang", "en"]).output
      }
      #expect(help[command]?.contains(cells[0]) ?? false, "cchc help \(command): \(cells[0])")
    }
    #expect(help.count >= 12)
  }
}
