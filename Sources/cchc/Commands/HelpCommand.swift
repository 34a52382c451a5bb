import CCHCCriteria
import CCHCFiles

/// `cchc help [COMMAND]`: all commands, or one of them.
enum HelpCommand: Command {
  static let name = "help"
  static let summary = Bilingual("hướng dẫn chung, hoặc của một lệnh", "help, in general or on a command")
  private static let command = Operand(
    optional: ValueType(name: Bilingual("LỆNH", "COMMAND"), completion: .commands) { text in text },
    Bilingual("tên một lệnh", "the name of a command"))
  static let operands: [any DeclaredOperand] = [command]
  static let examples = [Bilingual("cchc help score")]
  static let details: [HelpBlock] = []

  static func run(_ call: Call) throws -> CommandOutput {
    let help = HelpText(call.wording)
    guard let name = try call[command] else { return CommandOutput(text: help.overview()) }
    guard let command = Tool.commands.first(where: { $0.name == name }) else {
      throw Tool.unknownCommand(name)
    }
    return CommandOutput(text: help.page(of: command))
  }
}
