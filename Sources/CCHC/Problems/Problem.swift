import CCHCFiles

/// A thing that is wrong in the input: where it is, what is wrong, and what to write instead.
///
/// Problems are data. A program decides by ``code`` and ``severity``, which never change; a person reads
/// ``message(in:)``.
///
/// ```swift
/// for problem in round.problems where problem.severity == .error {
///   print(problem.file, problem.row ?? 0, problem.message(in: .vietnamese))
/// }
/// ```
public struct Problem: Sendable {
  private let base: CCHCFiles.Problem

  init(_ base: CCHCFiles.Problem) { self.base = base }

  /// A degree of gravity.
  public enum Severity: Sendable, Hashable {
    /// Something does not count; results are provisional.
    case error
    /// Everything counts, and a person should look.
    case warning
  }

  /// How grave the problem is here.
  public var severity: Severity { base.severity == .error ? .error : .warning }

  /// The stable code, lower-case words joined by `-`, as in the list of error codes.
  public var code: String { base.code.id }

  /// The file below the round's folder, or `criteria/<set>/…`; empty where the input is no file.
  public var file: String { base.place.file }

  /// The row as a spreadsheet counts, the header being row 1; nil where the problem is about the whole file.
  public var row: Int? { base.place.row }

  /// The heading of the column as the file writes it; nil where the problem is about the whole row.
  public var column: String? { base.place.column }

  /// The name of the sheet where the file is a workbook.
  public var sheet: String? { base.place.sheet }

  /// The cell as spreadsheets name it, `C17`, where the file is a workbook.
  public var cell: String? { base.place.cell }

  /// The nearest known word where something unknown was written; nil where none is near.
  public var suggestion: String? { base.suggestion }

  /// The sentence for a person: what was found, what is wrong with it and what to write.
  ///
  /// - Parameter language: The language of the sentence.
  /// - Returns: The sentence, without the place.
  public func message(in language: Language) -> String { base.message(in: language.base) }
}

extension ProblemList {
  /// The problems for other programs.
  var face: [CCHC.Problem] { items.map(CCHC.Problem.init) }
}
