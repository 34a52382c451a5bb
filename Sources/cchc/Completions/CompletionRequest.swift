import CCHCCriteria
import CCHCFiles
import CCHCScoring

/// A call that is still being typed: finds what the shell may offer for its last word.
///
/// Whatever is wrong with the call, it offers less; it never fails.
struct CompletionRequest {
  /// What the shell offers.
  enum Offer: Equatable {
    case candidates([Candidate])
    /// Files and folders, which the shell completes itself.
    case files
    case folders
  }

  /// A word that may replace the last one, and what it means.
  struct Candidate: Equatable {
    let word: String
    let meaning: String
  }

  private let wording: Wording
  /// The word that is being typed.
  private let current: String
  private let command: (any Command.Type)?
  /// Whether the call names a command that does not exist.
  private let isUnknown: Bool
  private var given: Set<String> = []
  private var operands: [String] = []
  /// The option whose value is being typed as a word of its own.
  private var pending: OptionDeclaration?
  /// False after `--`.
  private var takesOptions = true

  /// - Parameters:
  ///   - words: the words after the name of the program; the last one is being typed and may be empty.
  ///   - wording: the language of meanings.
  init(_ words: [String], _ wording: Wording) {
    self.wording = wording
    current = words.last ?? ""
    var rest = Array(words.dropLast())
    let index = Tool.commandIndex(rest)
    command = index.flatMap { index in Tool.commands.first { $0.name == rest[index] } }
    if let index { rest.remove(at: index) }
    isUnknown = index != nil && command == nil
    for word in rest { read(word) }
  }

  private var options: [OptionDeclaration] {
    (command?.allOptions ?? SharedOptions.common + [SharedOptions.version]).map(\.declaration)
  }

  private mutating func read(_ word: String) {
    if pending != nil {
      pending = nil
    } else if takesOptions, word == "--" {
      takesOptions = false
    } else if takesOptions, word.hasPrefix("-"), word.count > 1 {
      let (written, attached) = Arguments.split(word)
      guard let option = options.first(where: { $0.isWritten(written) }) else { return }
      given.insert(option.name)
      if option.value != nil, attached == nil { pending = option }
    } else {
      operands.append(word)
    }
  }

  var offer: Offer {
    if isUnknown { return .candidates([]) }
    if let pending { return offer(pending.completion, current) }
    if takesOptions, current.hasPrefix("-") {
      let (written, attached) = Arguments.split(current)
      guard let attached else { return .candidates(optionCandidates) }
      guard let option = options.first(where: { $0.isWritten(written) }) else { return .candidates([]) }
      return offer(option.completion, attached).prefixed("\(written)=")
    }
    guard let command else { return .candidates(commandCandidates) }
    let declared = command.operands.map(\.declaration)
    guard let operand = operands.count < declared.count ? declared[operands.count] : declared.last,
      operands.count < declared.count || operand.takesRest
    else { return .candidates([]) }
    return offer(operand.completion, current)
  }

  private func offer(_ completion: Completion, _ text: String) -> Offer {
    switch completion {
    case .nothing: .candidates([])
    case .words(let words): .candidates(candidates(words, text))
    case .list(let words): .candidates(listCandidates(words, text))
    case .files: .files
    case .folders: .folders
    case .rounds: rounds(text)
    case .agencies: .candidates(agencies(text))
    case .commands: .candidates(commandCandidates)
    }
  }

  private func candidates(_ words: [String], _ text: String) -> [Candidate] {
    words.filter { $0.hasPrefix(text) }.map { Candidate(word: $0, meaning: "") }
  }

  private var commandCandidates: [Candidate] {
    Tool.commands.filter { !$0.isHidden && $0.name.hasPrefix(current) }.map {
      Candidate(word: $0.name, meaning: wording($0.summary))
    }
  }

  private var optionCandidates: [Candidate] {
    options.filter { $0.written.hasPrefix(current) && ($0.isRepeatable || !given.contains($0.name)) }.map {
      Candidate(word: $0.written, meaning: wording($0.meaning))
    }
  }

  /// Words after those that a list has already.
  private func listCandidates(_ words: [String], _ text: String) -> [Candidate] {
    let start = text.lastIndex(of: ",").map { text.index(after: $0) } ?? text.startIndex
    let (before, last) = (String(text[..<start]), String(text[start...]))
    let used = before.split(separator: ",").map(String.init)
    return candidates(words.filter { !used.contains($0) }, last).map {
      Candidate(word: before + $0.word, meaning: "")
    }
  }

  // MARK: From the folder at hand

  /// Rounds in the folder that is typed so far, `evidence/` at first; folders where it holds none.
  private func rounds(_ text: String) -> Offer {
    let slash = text.lastIndex(of: "/")
    let folder = slash.map { String(text[...$0]) } ?? "evidence/"
    let names = (try? folderNames(folder)) ?? []
    let paths = names.map { folder + $0 }.filter { $0.hasPrefix(text) && TableFiles.has("round.csv", in: $0) }
    return paths.isEmpty ? .folders : .candidates(paths.map { Candidate(word: $0, meaning: "") })
  }

  /// Agencies of the round that is typed already, by the beginning of their codes in any case.
  private func agencies(_ text: String) -> [Candidate] {
    guard let path = operands.first, TableFiles.has("round.csv", in: path) else { return [] }
    return RoundLoader.agencyNames(in: path).filter { $0.code.folded.hasPrefix(text.folded) }.map {
      Candidate(word: $0.code, meaning: $0.name)
    }
  }
}

extension CompletionRequest.Offer {
  /// The same with something before each word.
  fileprivate func prefixed(_ prefix: String) -> Self {
    guard case .candidates(let candidates) = self else { return self }
    return .candidates(candidates.map { .init(word: prefix + $0.word, meaning: $0.meaning) })
  }

  /// A line for each candidate, its meaning after a tab; one line that begins with `:` for files or folders.
  var text: String {
    switch self {
    case .files: ":files\n"
    case .folders: ":folders\n"
    case .candidates(let candidates):
      candidates.map { $0.meaning.isEmpty ? "\($0.word)\n" : "\($0.word)\t\($0.meaning)\n" }.joined()
    }
  }
}
