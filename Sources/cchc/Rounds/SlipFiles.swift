import CCHCReports
import CCHCScoring
import CCHCTables

/// A slip for an agency and the row of the register that goes with it.
struct SlipFiles {
  /// The kinds in which slips are written.
  static let kinds: [OutputKind] = [.md, .docx]

  let round: RoundCall
  /// The register with its new row; nil where it stays as it is.
  let register: [UInt8]?

  /// Writes slip and register, both or neither.
  ///
  /// - Returns: the files of the slip as a message names them.
  /// - Throws: `FileError` where one cannot be written.
  func write(
    _ slip: DocumentTree, to name: String, _ kinds: Set<OutputKind>
  ) throws(FileError) -> String {
    let folder = round.reportFolder
    try round.requireOther(folder)
    var output = round.output
    return try ChosenFiles.write(to: OutputFolder(folder), with: &output, kinds) {
      (files: inout ChosenFiles, output: inout OutputFolder) throws(FileError) in
      try files.write(slip, to: name)
      if let register { try output.write(register, to: SubmissionRegister.file) }
    }.paths(in: folder)
  }
}
