import CCHCFiles

/// The reason why a set or a round cannot be loaded at all: a folder or file that cannot be read.
///
/// Whatever is wrong *inside* readable tables is no error but a ``Problem`` of what was loaded.
public struct LoadError: Error, Sendable {
  private let base: FileError

  /// The problems that were found before and besides.
  public let problems: [Problem]

  init(_ base: FileError, _ problems: ProblemList) {
    self.base = base
    self.problems = problems.face
  }

  /// The file or folder that cannot be read.
  public var path: String { base.path }

  /// The reason in words.
  ///
  /// - Parameter language: The language of the words.
  /// - Returns: The reason, without the path.
  public func message(in language: Language) -> String { base.reason(in: language.base) }
}
