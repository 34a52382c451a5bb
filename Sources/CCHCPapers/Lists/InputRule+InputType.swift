import CCHCCriteria
import CCHCDocuments

extension InputRule {
  /// What may be typed for an input of a type; with `không áp dụng` where an agency fills it in.
  init?(_ type: InputType, allowsRequest: Bool) {
    let request = allowsRequest ? ["không áp dụng"] : []
    switch type {
    case .number: self = .number(isSigned: false)
    case .signed: self = .number(isSigned: true)
    case .count: self = .whole(from: 0, to: nil)
    case .yesNo: self = .oneOf(["có", "không"] + request)
    case .day: self = .day
    case .choice(let labels): self = .oneOf(labels.map(\.spelling) + request)
    }
  }
}
