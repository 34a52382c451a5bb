import CCHCFiles
import CCHCScoring
import Foundation
import Testing

@testable import cchc

@Suite("Help, made from what commands declare")
struct HelpTests {
  static let names = Tool.commands.map { $0.name }
  static let shown = Tool.commands.filter { !$0.isHidden }.map { $0.name }

  @Test("a command's help begins with an example, and is the same asked for in two ways", arguments: shown)
  func examples(command: String) throws {
    for (language, heading) in [("vi", "Ví dụ:"), ("en", "Example:")] {
      let run = try Program.run([command, "--help", "--lang", language])
      #expect(run.code == 0 && run.messages.isEmpty)
      #expect(run.output.hasPrefix("\(heading)\n  cchc \(command)"))
      let asked = try Program.run(["help", command, "--lang", language])
      #expect(asked.code == 0 && asked.output == run.output)
    }
  }

  @Test("the overview names every command that is not hidden, asked for in three ways")
  func overview() throws {
    let overview = try Program.run(["--help"])
    for command in Tool.commands {
      #expect(overview.output.contains("\n  \(command.name) ") == !command.isHidden, "\(command.name)")
    }
    #expect(overview.code == 0)
    #expect(try Program.run(["help"]).output == overview.output)
    let bare = try Program.run([])
    #expect(bare.code == 2 && bare.output == overview.output)
  }

  @Test("English help has no letter outside ASCII, and no help has a line of more than 100 letters")
  func letters() {
    for language in [Language.english, .vietnamese] {
      let help = HelpText(Wording(language))
      for page in Tool.commands.map({ help.page(of: $0) }) + [help.overview()] {
        for line in page.split(separator: "\n") {
          #expect(line.count <= 100 || line.hasPrefix("  cchc "), "\(line)")
          guard language == .english else { continue }
          #expect(line.allSatisfy { $0.isASCII || !$0.isLetter }, "\(line)")
        }
      }
    }
  }

  @Test("every command says in both languages what it, its options and its operands do")
  func texts() {
    for command in Tool.commands {
      #expect(command.isHidden || !command.examples.isEmpty)
      var texts = command.examples + [command.summary] + command.operands.map(\.declaration.meaning)
      texts += command.allOptions.map(\.declaration.meaning)
      #expect(texts.allSatisfy { !$0.vietnamese.isEmpty && !$0.english.isEmpty }, "\(command.name)")
      let names = command.allOptions.map(\.declaration.name)
      #expect(Set(names).count == names.count, "\(command.name)")
      let operands = command.operands.map(\.declaration.name.english)
      #expect(Set(operands).count == operands.count, "\(command.name)")
    }
  }

  @Test("the examples of all commands are calls that they understand", arguments: names)
  func understandsExamples(name: String) throws {
    let command = try #require(Tool.commands.first { $0.name == name })
    for example in command.examples.flatMap({ [$0.vietnamese, $0.english] }) {
      // What follows is the shell's: a file or a program that takes the output.
      let call = example.components(separatedBy: " > ")[0].components(separatedBy: " | ")[0]
      let words = Self.words(call)
      #expect(words.prefix(2) == ["cchc", name])
      let arguments = try Arguments(
        Array(words.dropFirst(2)), options: command.allOptions, operands: command.operands,
        relations: command.relations)
      try arguments.check()
    }
  }

  /// The words of a line of the shell, where `"` is the only mark of quoting.
  private static func words(_ line: String) -> [String] {
    line.components(separatedBy: "\"").enumerated().flatMap { index, part in
      index.isMultiple(of: 2) ? part.split(separator: " ").map(String.init) : [part]
    }
  }

  /// Pages that are committed so that a person can read them.
  @Test("the committed pages are those that the program prints", arguments: ["", "score", "check", "verify"])
  func committedPages(command: String) throws {
    for language in ["vi", "en"] {
      let name = command.isEmpty ? "overview" : command
      let file = Program.project.appendingPathComponent("Tests/Fixtures/help/\(name).\(language).txt")
      let output = try Program.run(["help", "--lang", language] + (command.isEmpty ? [] : [command])).output
      if ProcessInfo.processInfo.environment["RECORD"] != nil {
        try Data(output.utf8).write(to: file)
        Issue.record("recorded \(file.path)")
      }
      #expect(try String(contentsOf: file, encoding: .utf8) == output, "\(file.path)")
    }
  }
}
