import CCHCCriteria
import CCHCFiles

/// The reason why a text is no rule: everything that is wrong with it and with its inputs.
public struct RuleError: Error, Sendable {
  /// What is wrong; messages name the letter at which it is.
  public let problems: [Problem]
}

/// The reason why a rule has no value over some figures.
public enum EvaluationError: Error, Sendable, Hashable {
  /// A figure is given for a name that the rule does not declare.
  case unknownInput(String)
  /// Figures that the rule names are not given.
  case missingInputs([String])
  /// A figure is not what its input may be.
  case wrongValue(Input, text: String)
  /// The rule divides by 0.
  case divisionByZero
  /// A value has a numerator or denominator of 2^127 or more.
  case beyondExactRange

  /// The reason in words.
  ///
  /// - Parameter language: The language of the words.
  /// - Returns: A sentence.
  public func message(in language: Language) -> String {
    let (vietnamese, english) =
      switch self {
      case .unknownInput(let name):
        ("Không có số liệu nào tên “\(name)”.", "There is no input “\(name)”.")
      case .missingInputs(let names):
        (
          "Chưa có số liệu \(names.joined(separator: ", ")).",
          "No figure is given for \(names.joined(separator: ", "))."
        )
      case .wrongValue(let input, let text):
        (
          "Giá trị “\(text)” của số liệu “\(input.name)” không đúng; viết \(input.kind.type.remedy.worded(in: .vietnamese)).",
          "The value “\(text)” of the input “\(input.name)” is wrong; write \(input.kind.type.remedy.worded(in: .english))."
        )
      case .divisionByZero: ("Công thức chia cho 0.", "The rule divides by 0.")
      case .beyondExactRange:
        ("Phép tính vượt giới hạn chính xác.", "A value is beyond the exact range.")
      }
    return language == .vietnamese ? vietnamese : english
  }

  init(_ fault: EvaluationFault) {
    switch fault {
    case .divisionByZero: self = .divisionByZero
    case .overflow: self = .beyondExactRange
    }
  }
}
