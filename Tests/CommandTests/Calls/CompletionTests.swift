import Foundation
import Testing

@testable import cchc

@Suite("Completion in shells")
struct CompletionTests {
  /// What the program offers for the last word, without meanings.
  private func offered(_ words: String...) throws -> [String] {
    let run = try Program.run(["complete", "--"] + words)
    #expect(run.code == 0 && run.messages.isEmpty, "\(words): \(run.messages)")
    return run.output.split(separator: "\n").map { String($0.split(separator: "\t")[0]) }
  }

  private static let round = "evidence/2023-cchc-mau"

  @Test("commands, options and their words come from the declarations")
  func declared() throws {
    #expect(try offered("") == Tool.commands.filter { !$0.isHidden }.map { $0.name })
    #expect(try offered("sc") == ["score"])
    #expect(try offered("help", "pa") == ["papers"])
    #expect(try offered("--lang", "") == ["vi", "en"])
    #expect(try offered("--lang", "en", "sc") == ["score"])
    let options = ScoreCommand.allOptions.map(\.declaration.written)
    #expect(try offered("score", Self.round, "-") == options)
    #expect(try offered("score", "--json", "--o") == ["--output", "--only"])
    #expect(!(try offered("score", "--json", "--").contains("--json")))
    #expect(try offered("form", Self.round, "--agency", "STP", "--ag") == ["--agency"])
    #expect(try offered("score", "--locale", "") == ["vi", "en"])
    #expect(try offered("score", "--locale=e") == ["--locale=en"])
    #expect(try offered("score", "--only", "md,do") == ["md,docx"])
    #expect(
      try offered("score", "--only=md,docx,") == ["json", "xlsx", "csv"].map { "--only=md,docx,\($0)" })
    #expect(try offered("score", "-o", "") == [":folders"])
    #expect(try offered("import", Self.round, "a.xlsx", "") == [":files"])
  }

  @Test("rounds and agencies come from the folder at hand")
  func folder() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Program.project.path + "/evidence")
    let rounds = files.map { "evidence/\($0)" }.sorted()
    for words in [["score", ""], ["score", "evidence/"], ["compare", Self.round, "ev"], ["check", "e"]] {
      #expect(try Program.run(["complete", "--"] + words).output == rounds.map { $0 + "\n" }.joined())
    }
    #expect(try offered("score", "evidence/2023") == [Self.round])
    #expect(try offered("score", "./evidence/2023") == ["./" + Self.round])
    #expect(try offered("check", "criteria/") == [":folders"])
    #expect(try offered("preview", Self.round, "st") == ["STC", "STP", "STNMT", "STTTT"])
    #expect(try offered("form", Self.round, "-o", "x", "--agency", "SYT") == ["SYT"])
    let described = try Program.run(["complete", "--", "preview", Self.round, "SYT"])
    #expect(described.output == "SYT\tSở Y tế\n")
    #expect(try offered("preview", Self.round, "STP", "") == [])
  }

  @Test(
    "a call that is wrong is offered nothing, without a message",
    arguments: [
      ["nolệnh", ""], ["preview", "evidence/none", ""], ["preview", "/dev/null", ""],
      ["score", "--none=x"], ["dispute", "evidence/2023-cchc-mau", "SYT", "4"], ["complete", "-"],
      ["unlock", "", ""],
    ])
  func quiet(words: [String]) throws {
    let run = try Program.run(["complete", "--"] + words)
    #expect(run.code == 0 && run.messages.isEmpty)
    #expect(words.first == "complete" || run.output.isEmpty, "\(run.output)")
  }

  @Test("a round whose table of agencies is broken is offered nothing")
  func brokenTable() throws {
    let project = try SmallProject()
    try project.write("x", to: "evidence/a/round.csv")
    try project.write("\u{0}\u{1}\"", to: "evidence/a/agencies.csv")
    let run = try project.run("complete", "--", "preview", "evidence/a", "")
    #expect(run.code == 0 && run.output.isEmpty && run.messages.isEmpty)
  }

  @Test("a candidate is offered within a second, of a round of 10,000 agencies too")
  func fast() throws {
    let project = try SmallProject()
    try project.write("x", to: "evidence/a/round.csv")
    let rows = (0..<10_000).map { "A\($0),Cơ quan số \($0),so" }
    try project.write("agency,name,group\n" + rows.joined(separator: "\n"), to: "evidence/a/agencies.csv")
    let start = ContinuousClock.now
    let run = try project.run("complete", "--", "preview", "evidence/a", "a999")
    #expect(run.output.split(separator: "\n").count == 11)
    #expect(start.duration(to: .now) < .seconds(10))
  }

  // MARK: The shells themselves

  /// The candidates that a shell gives for a line, one to a line of output.
  private static let shells: [(shell: String, script: String)] = [
    (
      "bash",
      #"""
      source <(cchc completions bash)
      complete_line() {
        COMP_LINE=$1 COMP_POINT=${#1}
        read -ra COMP_WORDS <<< "${1//=/ = }"
        [[ $1 == *' ' || $1 == *= ]] && COMP_WORDS+=('')
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        COMPREPLY=()
        _cchc
        printf '%s\n' "${COMPREPLY[@]}"
      }
      """#
    ),
    (
      "fish",
      #"""
      cchc completions fish | source
      function complete_line; complete -C "$argv[1]" | string replace -r '\t.*' ''; end
      """#
    ),
  ]

  private static func isInstalled(_ shell: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(shell)")
    }
  }

  /// Lines that are typed, and what the shell offers.
  private static let lines: [(line: String, offered: [String])] = [
    ("cchc sc", ["score"]), ("cchc score evidence/2023", [round]),
    ("cchc preview \(round) st", ["STC", "STP", "STNMT", "STTTT"]), ("cchc score --lo", ["--locale"]),
    ("cchc score --only md,do", ["md,docx"]), ("cchc score -o Sources/cchc/Arg", ["Sources/cchc/Arguments"]),
    ("cchc preview evidence/none ", []),
  ]

  @Test("bash and fish offer what the program gives", arguments: shells)
  func runs(shell: String, script: String) throws {
    guard Self.isInstalled(shell) else {
      // Said in the log of the tests, as a shell that is not there cannot be tried.
      print("skipped: \(shell) is not installed")
      return
    }
    let home = Program.project
    for (line, offered) in Self.lines {
      let file = FileManager.default.temporaryDirectory.appendingPathComponent("cchc-\(UUID().uuidString)")
      defer { try? FileManager.default.removeItem(at: file) }
      try Data((script + "\ncomplete_line '\(line)'\n").utf8).write(to: file)
      let run = try Program.shell("\(shell) \(file.path)", in: home, home: home)
      let words = run.output.split(separator: "\n").map {
        $0.hasSuffix("/") ? String($0.dropLast()) : String($0)
      }
      // Shells sort what they are given in ways of their own.
      #expect(words.sorted() == offered.sorted(), "\(shell): \(line)\n\(run.output)")
    }
  }

  @Test("bash, after the mark of a value: the candidates are what follows it")
  func bashAfterMark() throws {
    let (_, script) = Self.shells[0]
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("cchc-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    for (line, offered) in [
      ("cchc score --locale=e", "en\n"), ("cchc score --locale=", "vi\nen\n"),
      ("cchc score --only=md,x", "md,xlsx\n"),
    ] {
      try Data((script + "\ncomplete_line '\(line)'\n").utf8).write(to: file)
      let run = try Program.shell("bash \(file.path)", in: Program.project, home: Program.project)
      #expect(run.output == offered, "\(line): \(run.output)")
    }
  }

  /// Types lines into a shell on a terminal of its own, each up to a tab, and prints those that are not completed so.
  private static let typing = """
    import os, pty, select, sys, time
    begin, *pairs = sys.argv[2:]
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(TERM="dumb", PS1="$ ", HISTFILE="/dev/null")
        words = sys.argv[1].split()
        os.execvp(words[0], words)
    def read_until(wanted, seconds):
        text, end = b"", time.time() + seconds
        while wanted not in text and time.time() < end:
            if select.select([terminal], [], [], 0.1)[0]:
                try:
                    text += os.read(terminal, 65536)
                except OSError:
                    break
        return text
    read_until(b"$ ", 20)
    os.write(terminal, (begin + "; echo re''ady\\n").encode())
    read_until(b"ready", 30)
    for typed, wanted in zip(pairs[::2], pairs[1::2]):
        read_until(b"\\0", 0.5)
        os.write(terminal, (typed + "\\t").encode())
        text = read_until(wanted.encode(), 20)
        if wanted.encode() not in text:
            print(typed, repr(text))
        os.write(terminal, b"\\x15")
    """

  @Test(
    "bash and zsh complete what is typed on a terminal",
    arguments: [
      ("bash --norc --noprofile -i", "source <(cchc completions bash)"),
      ("zsh -f -i", "autoload -Uz compinit; compinit -u -D; source <(cchc completions zsh)"),
    ])
  func types(shell: String, begin: String) throws {
    guard Self.isInstalled(String(shell.prefix { $0 != " " })) else {
      return print("skipped: \(shell.prefix { $0 != " " }) is not installed")
    }
    let script = FileManager.default.temporaryDirectory.appendingPathComponent("cchc-\(UUID().uuidString).py")
    defer { try? FileManager.default.removeItem(at: script) }
    try Data(Self.typing.utf8).write(to: script)
    let typed = [
      "cchc sco", "cchc score ", "cchc score evidence/2023", "cchc score \(Self.round) ",
      "cchc score --locale=e", "--locale=en ", "cchc preview \(Self.round) SY", "preview \(Self.round) SYT ",
    ]
    let words = ([shell, begin] + typed).map { "'\($0)'" }.joined(separator: " ")
    let run = try Program.shell("python3 \(script.path) \(words)", in: Program.project, home: Program.project)
    #expect(run.code == 0 && run.output.isEmpty, "\(run.output)")
  }
}
