import CCHCExact
package import CCHCFiles
import CCHCOffice
import CCHCTables

/// A text of a rule: compared ignoring case and Unicode form, shown as written.
package struct Label: Sendable, Hashable {
  package let spelling: String
  package let folded: String

  package init(_ spelling: String) {
    self.spelling = spelling
    folded = spelling.folded
  }

  package static func == (left: Label, right: Label) -> Bool { left.folded == right.folded }

  package func hash(into hasher: inout Hasher) { hasher.combine(folded) }
}

/// A symbol of the rule language.
enum Symbol: String, Sendable {
  case plus = "+"
  case minus = "-"
  case times = "*"
  case over = "/"
  case open = "("
  case close = ")"
  case comma = ","
  case colon = ":"
  case semicolon = ";"
  case equal = "="
  case notEqual = "!="
  case less = "<"
  case atMost = "<="
  case greater = ">"
  case atLeast = ">="
}

/// A piece of a rule's text with the place where it begins, counted in letters from 1.
struct Token: Sendable {
  enum Kind: Sendable, Equatable {
    case number(Rational)
    case text(String)
    case day(Day)
    case name(String)
    case symbol(Symbol)
    case end
  }

  let kind: Kind
  let position: Int
  /// Offsets of the token in the rule's letters, to cut a case's own words out of the rule.
  let range: Range<Int>
}

/// What is wrong with a rule, and where in its text.
package struct RuleFault: Error, Sendable, Equatable {
  package let code: ProblemCode
  /// The letter at which it stands, from 1.
  package let position: Int
  package let arguments: [ProblemArgument]
  package let suggestion: String?

  init(_ code: ProblemCode, at position: Int, _ arguments: ProblemArgument..., suggestion: String? = nil) {
    self.code = code
    self.position = position
    self.arguments = arguments
    self.suggestion = suggestion
  }

  /// The problem that a person sees; the first argument of every rule problem is the position.
  func problem(at place: Place) -> Problem {
    Problem(code, at: place, [.count(position)] + arguments, suggestion: suggestion)
  }
}

/// Whether a text may name an input: ASCII letters, digits and `_`, not starting with a digit.
func isInputName(_ name: String) -> Bool {
  guard let first = name.unicodeScalars.first, isNameStart(first) else { return false }
  return name.unicodeScalars.allSatisfy { isNameStart($0) || isDigit($0) }
}

func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
  ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || scalar == "_"
}

package func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
