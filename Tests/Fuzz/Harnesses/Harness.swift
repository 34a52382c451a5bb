/// A reader of bytes that others wrote: whatever they are, it ends, and neither crashes nor takes much memory.
package enum Harness: String, CaseIterable, Sendable {
  /// Tables as delimited text, in all encodings.
  case table
  /// Rules and checks, read and worked out.
  case rule
  /// Workbooks as they are: ZIP.
  case archive
  /// Workbooks by their parts: XML and what it means.
  case workbook
  /// Whole rounds: loaded, scored and rendered.
  case round

  /// Reads bytes.
  ///
  /// - Parameters:
  ///   - bytes: an input.
  ///   - whenRead: what is called when they are read and worked out, before results of a round are rendered.
  /// - Returns: the size of the input that its memory is measured against: its bytes, and what they stand for where
  ///   they are packed.
  package func run(_ bytes: [UInt8], whenRead: () -> Void = {}) -> Int {
    guard self != .round else { return RoundHarness.run(bytes, whenRead: whenRead) }
    defer { whenRead() }
    return switch self {
    case .table: TableHarness.run(bytes)
    case .rule: RuleHarness.run(bytes)
    case .archive: WorkbookHarness.run(archive: bytes)
    case .workbook, .round: WorkbookHarness.run(parts: bytes)
    }
  }
}

/// Ends the process where something that always holds does not; the fuzzer keeps the input.
func require(_ holds: @autoclosure () -> Bool, _ what: @autoclosure () -> String) {
  if !holds() { fatalError(what()) }
}
