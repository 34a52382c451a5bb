/// How a run ended (FORMATS 5).
enum ExitCode: Int32 {
  /// Done; warnings are allowed.
  case clean = 0
  /// Errors were found in the tables.
  case errorsFound = 1
  /// A wrong call, or a file that cannot be read or written.
  case failure = 2
}
