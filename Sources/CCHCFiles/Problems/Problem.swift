/// How grave a problem is: an error makes results provisional, a warning does not.
package enum Severity: String, Sendable {
  case error
  case warning
}

/// A language in which messages are written.
package enum Language: String, Sendable {
  case vietnamese = "vi"
  case english = "en"
}

/// A kind of problem: its stable code, its usual severity and its sentence in both languages.
///
/// `{0}`, `{1}` … in a sentence stand for the problem's arguments; both sentences name the same ones.
package struct ProblemCode: Sendable, Hashable {
  /// What all problems of the kind share: there may be a million of them.
  private let words: Words

  private final class Words: Sendable {
    let id: String
    let severity: Severity
    let vietnamese: String
    let english: String

    init(_ id: String, _ severity: Severity, _ vietnamese: String, _ english: String) {
      self.id = id
      self.severity = severity
      self.vietnamese = vietnamese
      self.english = english
    }
  }

  package init(_ id: String, _ severity: Severity, vi: String, en: String) {
    words = Words(id, severity, vi, en)
  }

  /// The stable code, lower-case words joined by `-`.
  package var id: String { words.id }
  /// How grave it is unless the case says otherwise.
  package var severity: Severity { words.severity }
  /// The sentence in Vietnamese.
  package var vietnamese: String { words.vietnamese }
  /// The sentence in English.
  package var english: String { words.english }

  /// Codes are told apart by their ids.
  package static func == (left: ProblemCode, right: ProblemCode) -> Bool { left.id == right.id }

  /// Hashes the id.
  package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// Where a problem stands: a file, a row as a spreadsheet counts it (header = 1) and a column heading.
package struct Place: Sendable, Hashable {
  /// The file below the round's folder, or `criteria/<set>/…`.
  package var file: String
  /// The row as a spreadsheet counts, header = 1.
  package var row: Int?
  /// The column's heading as the file writes it.
  package var column: String?
  private var inSheet: InSheet?

  /// Where it stands in a workbook; few places do, and all are as large as one that does.
  private final class InSheet: Sendable, Hashable {
    let sheet: String?
    let cell: String?

    init(_ sheet: String?, _ cell: String?) { (self.sheet, self.cell) = (sheet, cell) }

    static func == (left: InSheet, right: InSheet) -> Bool {
      left.sheet == right.sheet && left.cell == right.cell
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(sheet)
      hasher.combine(cell)
    }
  }

  /// The sheet's name where the file is a workbook.
  package var sheet: String? {
    get { inSheet?.sheet }
    set { setSheet(newValue, cell) }
  }

  /// The cell as spreadsheets name it, `C17`, where the file is a workbook and the place is a cell.
  package var cell: String? {
    get { inSheet?.cell }
    set { setSheet(sheet, newValue) }
  }

  private mutating func setSheet(_ sheet: String?, _ cell: String?) {
    inSheet = sheet == nil && cell == nil ? nil : InSheet(sheet, cell)
  }

  package init(_ file: String, row: Int? = nil, column: String? = nil) {
    self.file = file
    self.row = row
    self.column = column
  }
}

/// One thing that is wrong in the input, with its place, what is wrong and what to write instead.
package struct Problem: Sendable, Equatable {
  /// How grave it is here.
  package var severity: Severity
  /// What kind of problem it is.
  package let code: ProblemCode
  /// Where it stands.
  package let place: Place
  /// What was found, in the order in which the sentence names it.
  package let arguments: [ProblemArgument]
  /// The nearest known word, where there is one.
  package let suggestion: String?

  package init(
    _ code: ProblemCode, at place: Place, _ arguments: [ProblemArgument] = [], suggestion: String? = nil,
    severity: Severity? = nil
  ) {
    self.code = code
    self.place = place
    self.arguments = arguments.map(\.bounded)
    self.suggestion = suggestion
    self.severity = severity ?? code.severity
  }

  /// The sentence shown to a person, with the nearest known word where there is one.
  package func message(in language: Language) -> String {
    let pattern = language == .vietnamese ? code.vietnamese : code.english
    var text = sentence(pattern, arguments, in: language)
    if let suggestion {
      text +=
        language == .vietnamese ? " Có phải “\(suggestion)”?" : " Did you mean “\(suggestion)”?"
    }
    return text
  }
}

/// Every problem of one run, in the order in which the tables were read.
package struct ProblemList: Sendable {
  package private(set) var items: [Problem] = []
  /// How many of them are errors: every page of a round asks whether there are any.
  private var errorCount = 0

  /// How many problems were told before in another list.
  private var told = 0

  package init() {}

  /// A list of what is found after all that another one holds.
  package init(after other: ProblemList) { told = other.told + other.items.count }

  /// How many problems get a suggestion: searching one for each of a million wrong rows would take hours.
  private static let mostSuggestions = 200

  package mutating func report(
    _ code: ProblemCode, at place: Place, _ arguments: ProblemArgument...,
    suggestion: @autoclosure () -> String? = nil
  ) {
    let near = told + items.count < Self.mostSuggestions ? suggestion() : nil
    append(Problem(code, at: place, arguments, suggestion: near))
  }

  package mutating func append(_ problem: Problem) {
    items.append(problem)
    if problem.severity == .error { errorCount += 1 }
  }

  package mutating func append(contentsOf other: ProblemList) {
    items += other.items
    errorCount += other.errorCount
  }

  /// Makes warnings of the problems at some places of the list.
  package mutating func soften(_ places: Set<Int>) {
    for place in places where items[place].severity == .error {
      items[place].severity = .warning
      errorCount -= 1
    }
  }

  /// Whether any problem is an error.
  package var hasErrors: Bool { errorCount > 0 }

  package func count(_ severity: Severity) -> Int {
    severity == .error ? errorCount : items.count - errorCount
  }
}
