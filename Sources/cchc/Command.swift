import CCHCCriteria
import CCHCDrafting
import CCHCFiles
import CCHCOutputs
import CCHCScoring

/// A command of the program: what help, completions, the manual page and the parser know of it, and what it does.
protocol Command {
  static var name: String { get }
  /// What it does, in a few words.
  static var summary: Bilingual { get }
  static var operands: [any DeclaredOperand] { get }
  /// The options of its own; every command takes `SharedOptions.common` too.
  static var options: [any DeclaredOption] { get }
  static var relations: [Relation] { get }
  /// Calls that a reader can try, one to a line.
  static var examples: [Bilingual] { get }
  /// What a reader should know beyond the options.
  static var details: [HelpBlock] { get }
  /// Whether it is left out of help, as it serves other programs alone.
  static var isHidden: Bool { get }
  static func run(_ call: Call) throws -> CommandOutput
}

extension Command {
  static var operands: [any DeclaredOperand] { [] }
  static var options: [any DeclaredOption] { [] }
  static var relations: [Relation] { [] }
  static var isHidden: Bool { false }

  /// What it writes into the folder of reports.
  static var writtenFiles: [OutputEntry] { OutputCatalogue.entries(of: name) }

  static var allOptions: [any DeclaredOption] { options + SharedOptions.common }
}

/// A part of a command's description.
enum HelpBlock: Sendable {
  case paragraph(Bilingual)
  /// Terms with what they mean, as files that are written.
  case list([(term: Bilingual, meaning: Bilingual)])

  static func paragraph(_ vietnamese: String, _ english: String) -> Self {
    .paragraph(Bilingual(vietnamese, english))
  }
}

/// One call of a command: what it says, and how the command speaks to the caller.
struct Call {
  let arguments: Arguments
  /// The language of messages.
  let wording: Wording
  /// Where long steps are shown.
  let progress: ProgressLine

  /// What the call says by an option.
  subscript<Value>(option: Option<Value>) -> Value {
    get throws(CallError) { try arguments[option] }
  }

  /// What the call says by an operand.
  subscript<Value>(operand: Operand<Value>) -> Value {
    get throws(CallError) { try arguments[operand] }
  }

  /// Whether the call gives an option.
  func has(_ option: some DeclaredOption) -> Bool { arguments.has(option) }

  /// Whether results are for other programs.
  var isJSON: Bool { has(SharedOptions.json) }
}
