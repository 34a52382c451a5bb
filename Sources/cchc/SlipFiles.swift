import CCHCReports
import CCHCScoring
import CCHCTables

/// A slip for an agency and the row of the register that goes with it.
struct SlipFiles {
  /// The kinds in which slips are written.
  static let kinds: [OutputKind] = [.md, .docx]

  let call: RoundCall
  /// The register with its new row; nil where it stays as it is.
  let register: [UInt8]?

  /// Writes slip and register, both or neither.
  ///
  /// - Returns: the files of the slip, below the folder of the reports.
  /// - Throws: `FileError` where one cannot be written.
  func write(
    _ slip: DocumentTree, to name: String, in reports: String, _ kinds: Set<OutputKind>, _ wording: Wording
  ) throws(FileError) -> [String] {
    try call.requireOther(reports, wording)
    var round = call.output
    return try ChosenFiles.write(to: OutputFolder(reports), with: &round, kinds) {
      (files: inout ChosenFiles, round: inout OutputFolder) throws(FileError) in
      try files.write(slip, to: name)
      if let register { try round.write(register, to: SubmissionRegister.file) }
    }
  }
}
