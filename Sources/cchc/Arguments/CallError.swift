import CCHCFiles
import CCHCScoring

/// Why a call cannot be understood.
enum CallError: Error, Equatable {
  case unknownCommand(String, suggestion: String?)
  case unknownOption(String, suggestion: String?)
  /// An option without its value; `instead` is how to write the next word, which begins with `-`, as its value.
  case valueMissing(String, instead: String?)
  case valueUnexpected(String)
  case valueWrong(Bilingual, value: String, expected: Bilingual, suggestion: String?)
  case givenTwice(String)
  /// An operand or an option that must be given.
  case missing(Bilingual)
  case unexpectedOperand(String)
  case optionNeeds(String, other: String)
  case optionsExclude(Bilingual, Bilingual)
}

extension CallError {
  /// The message that a person sees, with the nearest word and the help of the command that the call names.
  func text(_ wording: Wording, command: String?) -> String {
    var text = "cchc: " + reason(wording)
    if let suggestion { text += wording(" Có phải “\(suggestion)”?", " Did you mean “\(suggestion)”?") }
    var help = "cchc help"
    if let command, !isUnknownCommand { help += " \(command)" }
    return text + wording("\nXem “\(help)”.\n", "\nSee “\(help)”.\n")
  }

  private func reason(_ wording: Wording) -> String {
    switch self {
    case .unknownCommand(let word, _): wording("không có lệnh “\(word)”.", "there is no command “\(word)”.")
    case .unknownOption(let word, _): wording("không có tùy chọn “\(word)”.", "there is no option “\(word)”.")
    case .valueMissing(let option, let instead):
      wording("“\(option)” cần một giá trị.", "“\(option)” needs a value.")
        + (instead.map {
          wording(
            " Giá trị bắt đầu bằng “-” thì viết “\($0)”.", " A value that begins with “-” is written “\($0)”."
          )
        } ?? "")
    case .valueUnexpected(let option):
      wording("“\(option)” không nhận giá trị.", "“\(option)” takes no value.")
    case .valueWrong(let label, let value, let expected, _):
      wording(
        "“\(wording(label))” không nhận “\(value)”; viết \(wording(expected)).",
        "“\(wording(label))” does not take “\(value)”; write \(wording(expected)).")
    case .givenTwice(let option):
      wording("“\(option)” chỉ ghi một lần.", "“\(option)” is given more than once.")
    case .missing(let what): wording("thiếu \(wording(what)).", "\(wording(what)) is missing.")
    case .unexpectedOperand(let word): wording("thừa “\(word)”.", "“\(word)” is unexpected.")
    case .optionNeeds(let option, let other):
      wording("\(option) cần \(other).", "\(option) needs \(other).")
    case .optionsExclude(let one, let other):
      wording(
        "\(wording(one)) và \(wording(other)) không dùng cùng nhau.",
        "\(wording(one)) and \(wording(other)) exclude each other.")
    }
  }

  private var isUnknownCommand: Bool { if case .unknownCommand = self { true } else { false } }

  private var suggestion: String? {
    switch self {
    case .unknownCommand(_, let suggestion), .unknownOption(_, let suggestion),
      .valueWrong(_, _, _, let suggestion):
      suggestion
    default: nil
    }
  }
}
