import CCHCCriteria
import CCHCFiles

/// `cchc complete -- WORD…`: what a shell may offer for the last word; called by the scripts.
enum CompleteCommand: Command {
  static let name = "complete"
  static let isHidden = true
  static let summary = Bilingual("từ gợi ý cho trình lệnh", "candidates for a shell")
  private static let words = Operand(
    repeated: ValueType(name: Bilingual("TỪ", "WORD")) { text in text }, isRequired: false,
    Bilingual("các từ của lệnh đang gõ", "the words of the call that is typed"))
  static let operands: [any DeclaredOperand] = [words]
  static let examples: [Bilingual] = []
  static let details: [HelpBlock] = []

  static func run(_ call: Call) throws -> CommandOutput {
    let request = CompletionRequest(try call[words], call.wording)
    return CommandOutput(text: request.offer.text)
  }
}
