/// How grave a problem is: an error makes results provisional, a warning does not.
public enum Severity: String, Sendable {
  case error
  case warning
}

/// A language in which messages are written.
public enum Language: String, Sendable {
  case vietnamese = "vi"
  case english = "en"
}

/// A kind of problem: its stable code, its usual severity and its sentence in both languages.
///
/// `{0}`, `{1}` … in a sentence stand for the problem's arguments.
public struct ProblemCode: Sendable, Hashable {
  public let id: String
  public let severity: Severity
  public let vietnamese: String
  public let english: String

  package init(_ id: String, _ severity: Severity, vi: String, en: String) {
    self.id = id
    self.severity = severity
    self.vietnamese = vi
    self.english = en
  }
}

/// Where a problem stands: a file, a row as a spreadsheet counts it (header = 1) and a column heading.
public struct Place: Sendable, Hashable {
  public var file: String
  public var row: Int?
  public var column: String?

  package init(_ file: String, row: Int? = nil, column: String? = nil) {
    self.file = file
    self.row = row
    self.column = column
  }
}

/// One thing that is wrong in the input, with its place, what is wrong and what to write instead.
public struct Problem: Sendable, Equatable {
  public var severity: Severity
  public let code: ProblemCode
  public let place: Place
  public let arguments: [String]
  public let suggestion: String?

  /// How much of a cell a message repeats, in letters.
  private static let longestArgument = 300

  package init(
    _ code: ProblemCode, at place: Place, _ arguments: [String] = [], suggestion: String? = nil,
    severity: Severity? = nil
  ) {
    self.code = code
    self.place = place
    self.arguments = arguments.map { $0.utf8.count > Self.longestArgument ? $0.prefix(Self.longestArgument) + "…" : $0 }
    self.suggestion = suggestion
    self.severity = severity ?? code.severity
  }

  /// The sentence shown to a person, with the nearest known word where there is one.
  public func message(in language: Language) -> String {
    var text = ""
    for piece in (language == .vietnamese ? code.vietnamese : code.english).split(
      separator: "{", omittingEmptySubsequences: false)
    {
      if let digit = piece.first?.wholeNumberValue, piece.dropFirst().first == "}" {
        text += arguments.indices.contains(digit) ? arguments[digit] : ""
        text += piece.dropFirst(2)
      } else {
        text += piece
      }
    }
    if let suggestion {
      text +=
        language == .vietnamese ? " Có phải “\(suggestion)”?" : " Did you mean “\(suggestion)”?"
    }
    return text
  }
}

/// Every problem of one run, in the order in which the tables were read.
public struct ProblemList: Sendable {
  public private(set) var items: [Problem] = []

  package init() {}

  /// How many problems get a suggestion: searching one for each of a million wrong rows would take hours.
  private static let mostSuggestions = 1000

  package mutating func report(
    _ code: ProblemCode, at place: Place, _ arguments: String..., suggestion: @autoclosure () -> String? = nil
  ) {
    let near = items.count < Self.mostSuggestions ? suggestion() : nil
    items.append(Problem(code, at: place, arguments, suggestion: near))
  }

  package mutating func append(_ problem: Problem) { items.append(problem) }

  package mutating func append(contentsOf other: ProblemList) { items += other.items }

  /// Makes warnings of the problems at some places of the list.
  package mutating func soften(_ places: Set<Int>) {
    for place in places { items[place].severity = .warning }
  }

  /// Whether any problem is an error.
  public var hasErrors: Bool { items.contains { $0.severity == .error } }

  public func count(_ severity: Severity) -> Int {
    items.count { $0.severity == severity }
  }
}
