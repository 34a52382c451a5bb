import CCHCFiles
import CCHCScoring
import Foundation
import Testing

@testable import cchc

@Suite("The manual page and the handbook's list of commands, made from what commands declare")
struct ManualTests {
  private static var commands: [any Command.Type] { Tool.commands.filter { !$0.isHidden } }

  @Test("every command and each of its options has its part, and no line is an unknown command of roff")
  func parts() {
    for language in [Language.vietnamese, .english] {
      let page = ManualPage(Wording(language)).text
      for command in Self.commands {
        #expect(page.contains("\n.SS \"\(command.name)\"\n"))
        for option in command.options.map(\.declaration) {
          #expect(page.contains("\\fB\(option.written.replacingOccurrences(of: "-", with: "\\-"))\\fR"))
        }
      }
      let macros = [
        "'\\\"", ".TH", ".SH", ".SS", ".TP", ".PP", ".B", ".RS", ".RE", ".nf", ".fi", ".nh", ".ad",
      ]
      for line in page.split(separator: "\n") where line.hasPrefix(".") || line.hasPrefix("'") {
        #expect(macros.contains(String(line.split(separator: " ")[0])), "\(line)")
      }
      guard language == .english else { continue }
      #expect(page.allSatisfy { $0.isASCII || !$0.isLetter })
    }
  }

  @Test("man shows it without a warning", arguments: ["vi", "en"])
  func shows(language: String) throws {
    let man = "/usr/bin/man"
    guard FileManager.default.isExecutableFile(atPath: man) else {
      return print("skipped: man is not installed")
    }
    let run = try Program.shell(
      "cchc manual --lang \(language) | LC_ALL=C.UTF-8 MANPAGER=cat MANWIDTH=100 \(man) --warnings=all -l - | col -b",
      in: Program.project, home: Program.project)
    #expect(run.code == 0)
    let text = run.output.replacingOccurrences(of: "\n", with: " ")
    let words = text.split(separator: " ").joined(separator: " ")
    for part in language == "vi"
      ? [
        "tính Chỉ số cải cách hành chính", "cchc score KỲ [-o THƯ_MỤC]", "--only LOẠI,…",
        "chỉ ghi json, xlsx, csv, docx hoặc md",
      ]
      : [
        "score the administrative reform index", "cchc score ROUND [-o DIR]", "--only KIND,…", "EXIT STATUS",
      ]
    {
      #expect(words.contains(part), "\(part)\n\(run.output.prefix(3000))")
    }
    #expect(!words.contains("warning:") && !words.contains("\\f"))
  }

  @Test("docs/bang-du-lieu.md lists every command as it is declared; RECORD=1 writes the list anew and fails")
  func handbook() throws {
    let help = HelpText(Wording(.vietnamese))
    var list = "| Lệnh | Việc |\n|---|---|\n"
    for command in Self.commands {
      let usage = help.usage(of: command).replacingOccurrences(of: "|", with: "\\|")
      list += "| `\(usage.replacingOccurrences(of: "\u{A0}", with: " "))` | \(command.summary.vietnamese) |\n"
    }
    let file = Program.project.appendingPathComponent("docs/bang-du-lieu.md")
    var page = try String(contentsOf: file, encoding: .utf8)
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      let start = try #require(page.range(of: "| Lệnh | Việc |\n")).lowerBound
      let end = try #require(page.range(of: "\n\n", range: start..<page.endIndex)).lowerBound
      page.replaceSubrange(start..<end, with: list.dropLast())
      try Data(page.utf8).write(to: file)
      Issue.record("docs/bang-du-lieu.md was written anew")
    }
    #expect(page.contains(list))
  }
}
