import CCHCReports
import CCHCTables

/// The program: finds the command that a call names and runs it.
enum Tool {
  static var commands: [any Command.Type] {
    // In the order of the year.
    [
      DraftSetCommand.self, NewCommand.self, FormCommand.self, InboxCommand.self, ImportCommand.self,
      TallyCommand.self,
      CheckCommand.self, PreviewCommand.self, ReceiveCommand.self, UnlockCommand.self, StatusCommand.self,
      DocumentsCommand.self, SurveyCommand.self, AssignCommand.self, AppraisalCommand.self,
      DisputeCommand.self, ScoreCommand.self, VerifyCommand.self, ExplainCommand.self, CloseCommand.self,
      PapersCommand.self, FollowUpCommand.self, CompareCommand.self,
    ]
  }

  static func run(_ words: [String]) -> ExitCode {
    let wording = Wording(language(words))
    do {
      return try run(words, wording)
    } catch let error as CallError {
      Terminal.message(error.text(wording))
    } catch let error as FileError {
      Terminal.message("cchc: \(error.path): \(wording.reason(error))\n")
    } catch {
      Terminal.message("cchc: \(error)\n")
    }
    return .failure
  }

  private static func run(_ words: [String], _ wording: Wording) throws -> ExitCode {
    guard let place = commandPlace(words) else {
      let options = try Options(words, specs: Options.common + [OptionSpec(name: "version")])
      _ = try options.choice("lang", ["vi", "en"])
      try Terminal.results(options.has("version") ? "cchc \(engineVersion)\n" : Help.overview(wording))
      return options.has("version") || options.has("help") ? .clean : .failure
    }
    var rest = words
    let word = rest.remove(at: place)
    if word == "help" {
      try Terminal.results(Help.overview(wording))
      return .clean
    }
    guard let command = commands.first(where: { $0.name == word }) else {
      throw CallError.unknownCommand(word, suggestion: nearest(to: word, among: commands.map { $0.name }))
    }
    let options = try Options(rest, specs: command.options + Options.common)
    _ = try options.choice("lang", ["vi", "en"])
    if options.has("help") {
      try Terminal.results(command.help(wording))
      return .clean
    }
    return try command.run(options, wording)
  }

  /// Where the command stands: the first word that is neither an option nor the value of `--lang`.
  private static func commandPlace(_ words: [String]) -> Int? {
    words.indices.first { !words[$0].hasPrefix("-") && ($0 == 0 || words[$0 - 1] != "--lang") }
  }

  /// The language that a call asks for; Vietnamese unless it says otherwise.
  private static func language(_ words: [String]) -> Language {
    for (place, word) in words.enumerated() {
      if word == "--lang=en" { return .english }
      if word == "--lang", place + 1 < words.count, words[place + 1] == "en" { return .english }
    }
    return .vietnamese
  }
}

/// One command of the program.
protocol Command {
  static var name: String { get }
  static var options: [OptionSpec] { get }
  static func summary(_ wording: Wording) -> String
  static func help(_ wording: Wording) -> String
  static func run(_ options: Options, _ wording: Wording) throws -> ExitCode
}

extension CallError {
  /// The message that a person sees, with the nearest word and where to find help.
  func text(_ wording: Wording) -> String {
    var text = "cchc: " + reason(wording)
    if let suggestion { text += wording(" Có phải “\(suggestion)”?", " Did you mean “\(suggestion)”?") }
    return text + wording("\nXem “cchc --help”.\n", "\nSee “cchc --help”.\n")
  }

  private func reason(_ wording: Wording) -> String {
    switch self {
    case .unknownCommand(let word, _): wording("không có lệnh “\(word)”.", "there is no command “\(word)”.")
    case .unknownOption(let word, _): wording("không có tùy chọn “\(word)”.", "there is no option “\(word)”.")
    case .valueMissing(let option): wording("“\(option)” cần một giá trị.", "“\(option)” needs a value.")
    case .valueUnexpected(let option):
      wording("“\(option)” không nhận giá trị.", "“\(option)” takes no value.")
    case .valueWrong(let option, let value, let allowed, _):
      wording(
        "“\(option)” không nhận “\(value)”; viết \(allowed.joined(separator: " hoặc ")).",
        "“\(option)” does not take “\(value)”; write \(allowed.joined(separator: " or ")).")
    case .tooFew(let needed): wording("thiếu \(needed).", "\(needed) is missing.")
    case .tooMany(let word): wording("thừa “\(word)”.", "“\(word)” is one too many.")
    }
  }

  private var suggestion: String? {
    switch self {
    case .unknownCommand(_, let suggestion), .unknownOption(_, let suggestion),
      .valueWrong(_, _, _, let suggestion):
      suggestion
    default: nil
    }
  }
}
