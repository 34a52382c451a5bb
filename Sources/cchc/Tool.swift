import CCHCFiles
import CCHCScoring

/// The program: finds the command that a call names and runs it.
enum Tool {
  /// All commands, in the order of the year.
  static var commands: [any Command.Type] {
    [
      DraftSetCommand.self, NewCommand.self, FormCommand.self, InboxCommand.self, ImportCommand.self,
      TallyCommand.self, CheckCommand.self, PreviewCommand.self, ReceiveCommand.self, UnlockCommand.self,
      StatusCommand.self, DocumentsCommand.self, SurveyCommand.self, AssignCommand.self,
      AppraisalCommand.self, DisputeCommand.self, ScoreCommand.self, VerifyCommand.self, ExplainCommand.self,
      CloseCommand.self, PapersCommand.self, FollowUpCommand.self, CompareCommand.self, HelpCommand.self,
      CompletionsCommand.self, ManualCommand.self, CompleteCommand.self,
    ]
  }

  static func run(_ words: [String]) -> ExitCode {
    let wording = Wording(language(words))
    let commandIndex = commandIndex(words)
    let command = commandIndex.flatMap { index in commands.first { $0.name == words[index] } }
    do {
      guard let commandIndex else { return try runWithoutCommand(words, wording) }
      guard let command else { throw unknownCommand(words[commandIndex]) }
      var rest = words
      rest.remove(at: commandIndex)
      return try run(command, rest, wording)
    } catch let error as CallError {
      Terminal.message(error.text(wording, command: command?.name))
    } catch let error as FileError {
      Terminal.message("cchc: \(error.path): \(wording.reason(error))\n")
    } catch {
      Terminal.message("cchc: \(error)\n")
    }
    return .failure
  }

  private static func run(
    _ command: any Command.Type, _ words: [String], _ wording: Wording
  ) throws -> ExitCode {
    let arguments = try Arguments(
      words, options: command.allOptions, operands: command.operands, relations: command.relations)
    if arguments.has(SharedOptions.help) {
      try Terminal.results(HelpText(wording).page(of: command))
      return .clean
    }
    try arguments.check()
    let progress = ProgressLine(wording)
    defer { progress.erase() }
    let call = Call(arguments: arguments, wording: wording, progress: progress)
    do {
      let output = try command.run(call)
      progress.erase()
      try output.print(call)
      return output.exitCode
    } catch let error as LoadFailure {
      progress.erase()
      try CommandOutput(error.problems, display: .listed(error.problems, limit: error.limit), text: "").print(
        call)
      throw error.failure
    }
  }

  /// A call that names no command asks for the version or the overview.
  private static func runWithoutCommand(_ words: [String], _ wording: Wording) throws -> ExitCode {
    let options = SharedOptions.common + [SharedOptions.json, SharedOptions.version]
    let arguments = try Arguments(words, options: options)
    try arguments.check()
    let isVersion = arguments.has(SharedOptions.version)
    try Terminal.results(isVersion ? "cchc \(engineVersion)\n" : HelpText(wording).overview())
    return isVersion || arguments.has(SharedOptions.help) ? .clean : .failure
  }

  /// The error of a word that names no command.
  static func unknownCommand(_ word: String) -> CallError {
    .unknownCommand(
      word, suggestion: nearest(to: word, among: commands.filter { !$0.isHidden }.map { $0.name }))
  }

  /// The index of the command: the first word that is neither an option nor the value of `--lang`.
  static func commandIndex(_ words: [String]) -> Int? {
    words.indices.first { !words[$0].hasPrefix("-") && ($0 == 0 || words[$0 - 1] != "--lang") }
  }

  /// The language that a call asks for, even where the rest of it is wrong; Vietnamese by default.
  private static func language(_ words: [String]) -> Language {
    for (index, word) in words.enumerated() {
      if word == "--lang=en" { return .english }
      if word == "--lang", index + 1 < words.count, words[index + 1] == "en" { return .english }
    }
    return .vietnamese
  }
}
