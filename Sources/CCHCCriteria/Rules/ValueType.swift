import CCHCFiles

/// What an expression gives.
package enum ValueType: Sendable, Equatable {
  case number
  case text
  case day
  case yesNo
  /// What follows a fault that is already reported; it fits everywhere.
  case unknown

  /// The type for a message.
  var argument: ProblemArgument {
    switch self {
    case .number, .unknown: .phrase(vi: "số", en: "number")
    case .text: .phrase(vi: "chữ", en: "text")
    case .day: .phrase(vi: "ngày", en: "date")
    case .yesNo: .phrase(vi: "có/không", en: "yes/no input")
    }
  }
}

extension InputType {
  /// What the input is in an expression.
  var valueType: ValueType {
    switch self {
    case .number, .signed, .count: .number
    case .yesNo: .yesNo
    case .day: .day
    case .choice: .text
    }
  }
}
