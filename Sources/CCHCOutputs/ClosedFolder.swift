import CCHCCriteria
import CCHCDocuments
import CCHCExact
package import CCHCFiles
import CCHCForms
import CCHCPapers
package import CCHCScoring
import CCHCTables

/// Writes a frozen version of a round, `closed/<n>/` and its row in closing.csv, both or neither.
package enum ClosedFolder {
  private static let register = ClosingColumn.schema.file

  /// Copies what a freeze lists from the round's folder and the folder of the criteria sets.
  ///
  /// - Parameters:
  ///   - freeze: What is frozen.
  ///   - path: The round's folder.
  ///   - output: The round's folder, to be written in.
  ///   - criteriaFolder: The folder of the criteria sets.
  ///   - wording: The language of messages.
  /// - Throws: `FileError` where a file has changed since it was loaded, or cannot be read or written.
  package static func write(
    _ freeze: Freeze, path: String, to output: OutputFolder, criteriaFolder: String, _ wording: Wording
  ) throws(FileError) {
    let row = try registerWithRow(freeze, path, wording)
    let place = joinedPath(path, ClosedFiles.folder(version: freeze.version))
    guard fileKind(place) == .nothing else {
      throw FileError(
        path: place,
        reason: wording(
          "đã có thư mục này nhưng closing.csv không ghi phiên bản \(freeze.version); chuyển thư mục đi nơi khác rồi chạy lại.",
          "this folder is there but closing.csv does not name version \(freeze.version); move it away and run again."
        ))
    }
    var output = output
    let version = ClosedFiles.folder(version: freeze.version)
    do throws(FileError) {
      for file in freeze.files {
        let bytes = try bytes(of: file, path, criteriaFolder, wording)
        try output.write(bytes, to: joinedPath(version, file.path))
      }
      try output.write(freeze.digestList, to: joinedPath(version, ClosedFiles.digests))
      try output.write(row, to: register)
      try output.commit()
    } catch {
      output.discard()
      throw error
    }
  }

  /// The bytes of a file, which must be those that the scores were made from.
  private static func bytes(
    of file: Freeze.File, _ path: String, _ criteriaFolder: String, _ wording: Wording
  ) throws(FileError) -> [UInt8] {
    let prefix = "criteria/"
    let source =
      file.path.hasPrefix(prefix)
      ? joinedPath(criteriaFolder, String(file.source.dropFirst(prefix.count)))
      : joinedPath(path, file.source)
    let bytes = try readFile(source)
    guard sha256(bytes) == file.sha256 else {
      throw FileError(
        path: source,
        reason: wording(
          "tệp vừa thay đổi trong khi khóa sổ; chưa khóa gì, hãy chạy lại.",
          "the file has changed while the round was being closed; nothing is closed, run again."))
    }
    guard !file.path.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\\") }) else {
      throw FileError(
        path: source,
        reason: wording(
          "tên tệp có ký tự xuống dòng hoặc “\\”; đổi tên tệp rồi khóa sổ.",
          "the file's name has a line break or “\\”; rename it, then close the round."))
    }
    return bytes
  }

  /// closing.csv with the row of the new version.
  private static func registerWithRow(
    _ freeze: Freeze, _ path: String, _ wording: Wording
  ) throws(FileError) -> [UInt8] {
    let cells = [String(freeze.version), freeze.date.isoText, freeze.sha256, freeze.reason]
    let file = joinedPath(path, register)
    let workbook = TableFiles.candidates(register, in: path).first(where: Table.isWorkbook)
    guard workbook == nil else {
      let problem = Problem(.registerWorkbook, at: Place(register), [.text(register)])
      throw FileError(path: joinedPath(path, workbook ?? ""), reason: problem.message(in: wording.language))
    }
    guard fileKind(file) != .nothing else {
      return ClosingColumn.schema.newFile([cells])
    }
    var problems = ProblemList()
    guard
      let bytes = Table.appending(
        cells, to: try readFile(file), file: register, schema: ClosingColumn.schema, &problems)
    else {
      let problem = problems.items.first { $0.severity == .error }
      throw FileError(path: file, reason: problem?.message(in: wording.language) ?? "")
    }
    return bytes
  }
}
