import CCHCReports
import CCHCScoring
import CCHCTables

/// A slip for an agency and the row of the register that goes with it.
struct SlipFiles {
  /// The kinds in which slips are written.
  static let kinds: [OutputKind] = [.md, .docx]

  /// The round's folder, which holds the register.
  let round: String
  /// The register with its new row; nil where it stays as it is.
  let register: [UInt8]?

  /// Writes slip and register, both or neither as far as a disk can fail.
  ///
  /// - Returns: the files of the slip, below the folder of the reports.
  /// - Throws: `FileError` where one cannot be written.
  func write(
    _ slip: DocumentTree, to name: String, in reports: String, _ kinds: Set<OutputKind>
  ) throws(FileError) -> [String] {
    var rounds = OutputFolder(round)
    do throws(FileError) {
      if let register { try rounds.write(register, to: SubmissionRegister.file) }
      let names = try ChosenFiles.write(to: reports, kinds) { (files: inout ChosenFiles) throws(FileError) in
        try files.write(slip, to: name)
      }
      try rounds.commit()
      return names
    } catch {
      rounds.discard()
      throw error
    }
  }
}
