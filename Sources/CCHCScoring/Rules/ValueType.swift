/// What an expression gives.
package enum ValueType: Sendable, Equatable {
  case number
  case text
  case day
  case yesNo
  /// What follows a fault that is already reported; it fits everywhere.
  case unknown

  /// The type in Vietnamese.
  var vietnamese: String {
    switch self {
    case .number, .unknown: "số"
    case .text: "chữ"
    case .day: "ngày"
    case .yesNo: "có/không"
    }
  }

  /// The type in English.
  var english: String {
    switch self {
    case .number, .unknown: "number"
    case .text: "text"
    case .day: "date"
    case .yesNo: "yes/no input"
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
