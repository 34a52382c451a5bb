package import CCHCFiles

/// Why a workbook cannot be read: nothing of it is used.
package struct WorkbookFault: Error, Sendable, Equatable {
  /// What kind of fault it is.
  package let code: ProblemCode
  /// What was found, in the order in which the sentence names it.
  package let arguments: [ProblemArgument]

  package init(_ code: ProblemCode, _ arguments: ProblemArgument...) {
    self.code = code
    self.arguments = arguments
  }

  /// The fault as a problem of a file.
  package func problem(at place: Place) -> Problem { Problem(code, at: place, arguments) }
}
