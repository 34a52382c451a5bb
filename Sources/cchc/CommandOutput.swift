import CCHCFiles
import CCHCScoring
import CCHCTables

/// What a command has found and done, to be printed for a person or for another program.
struct CommandOutput {
  /// How a person is shown the problems.
  enum Display {
    /// One after the other on standard error, at most so many; the call named `allBy` prints all.
    case listed(ProblemList, limit: Int = ProblemPrinter.most, allBy: String = "cchc check")
    /// How many errors there are, after the text; nothing where there are none.
    case counted
    case hidden
  }

  let problems: ProblemList
  var display: Display
  /// What a person reads on standard output.
  var text: () -> String
  /// What another program reads instead; the problems where a command has nothing else.
  var json: (() -> [UInt8])?
  /// What a person reads on standard error after all else.
  var message = ""
  var exitCode: ExitCode

  /// - Parameters:
  ///   - problems: what is wrong in what was read; an error gives the exit code 1.
  ///   - display: how a person is shown them; listed unless said otherwise.
  ///   - json: what another program reads instead of the problems.
  ///   - text: what a person reads.
  init(
    _ problems: ProblemList = ProblemList(), display: Display? = nil, json: (() -> [UInt8])? = nil,
    text: @escaping @autoclosure () -> String
  ) {
    self.problems = problems
    self.display = display ?? .listed(problems)
    self.json = json
    self.text = text
    exitCode = problems.hasErrors ? .errorsFound : .clean
  }

  /// The output of a command that has written nothing because of errors.
  static func refused(_ problems: ProblemList, _ wording: Wording) -> Self {
    var output = Self(problems, text: "")
    output.message = wording("Chưa ghi gì.\n", "Nothing was written.\n")
    output.exitCode = .errorsFound
    return output
  }

  /// Prints everything in its order.
  ///
  /// - Throws: `FileError` where standard output cannot be written.
  func print(_ call: Call) throws(FileError) {
    let wording = call.wording
    if call.isJSON {
      try Terminal.results(json?() ?? ProblemPrinter.json(problems, wording))
    } else {
      if case .listed(let problems, let limit, let program) = display {
        ProblemPrinter.print(problems, wording, limit: limit, allBy: program)
      }
      try Terminal.results(text())
      if case .counted = display { ProblemPrinter.printTally(problems, wording) }
    }
    if !message.isEmpty { Terminal.message(message) }
  }
}

extension JSONWriter {
  /// The JSON that a closure writes.
  static func bytes(_ write: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter()
    write(&json)
    return json.bytes
  }
}
