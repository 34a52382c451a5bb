import CCHCCriteria
import CCHCDrafting
import CCHCFiles

/// What options and operands of a command ask of one another.
enum Relation: Sendable {
  /// The first is given only together with the others.
  case needs(OptionDeclaration, [OptionDeclaration])
  /// The first is not given together with one of the others.
  case excludes(OptionDeclaration, [OptionDeclaration])
  /// Exactly one of the two is given.
  case either(OperandDeclaration, OptionDeclaration)

  static func needs(_ option: some DeclaredOption, _ others: any DeclaredOption...) -> Self {
    .needs(option.declaration, others.map(\.declaration))
  }

  static func excludes(_ option: some DeclaredOption, _ others: any DeclaredOption...) -> Self {
    .excludes(option.declaration, others.map(\.declaration))
  }

  static func either(_ operand: some DeclaredOperand, _ option: some DeclaredOption) -> Self {
    .either(operand.declaration, option.declaration)
  }

  /// What help adds to the meaning of an option; nil where the relation does not concern it.
  func note(on option: OptionDeclaration) -> Bilingual? {
    switch self {
    case .needs(let one, let others) where one.name == option.name:
      let names = others.map(\.written).joined(separator: ", ")
      return Bilingual("cần \(names)", "needs \(names)")
    case .excludes(let one, let others) where one.name == option.name:
      let names = others.map(\.written).joined(separator: ", ")
      return Bilingual("không dùng cùng \(names)", "not with \(names)")
    case .excludes(let one, let others) where others.contains { $0.name == option.name }:
      return Bilingual("không dùng cùng \(one.written)", "not with \(one.written)")
    case .either(let operand, let other) where other.name == option.name:
      return Bilingual("thay cho \(operand.name.vietnamese)", "instead of \(operand.name.english)")
    default: return nil
    }
  }
}
