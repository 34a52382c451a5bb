import CCHCCycle
import CCHCDocuments
package import CCHCFiles
import CCHCScoring

/// The outputs of one command.
package struct CommandOutputs<Source>: Sendable {
  /// The command as it is called: `score`, `check --slip`.
  package let command: String
  let outputs: [Output<Source>]
  /// Whether a call gives every file that is due: then documents of earlier calls that are no longer due are removed.
  let isWhole: Bool

  init(_ command: String, isWhole: Bool = true, _ outputs: [Output<Source>]) {
    (self.command, self.isWhole, self.outputs) = (command, isWhole, outputs)
  }

  /// Writes the outputs into a report folder, all or none; each file is made when the one before is written.
  ///
  /// - Returns: The files written, below the folder.
  /// - Throws: `FileError` where a file cannot be written or one to be replaced has been filled in; then the old
  ///   files stay as they were.
  @discardableResult
  package func write(
    _ source: Source, _ options: OutputOptions, to path: String
  ) throws(FileError) -> [String] {
    var none = OutputFolder(path)
    return try write(source, options, to: OutputFolder(path), with: &none)
  }

  /// Writes the outputs into a report folder together with the files of another folder, all or none.
  ///
  /// - Returns: The files written, below the report folder.
  /// - Throws: `FileError` as the other `write`.
  @discardableResult
  package func write(
    _ source: Source, _ options: OutputOptions, to folder: OutputFolder, with other: inout OutputFolder
  ) throws(FileError) -> [String] {
    var writer = OutputWriter(folder: folder, options: options)
    do throws(FileError) {
      let lists = outputs.map { $0.files(source) }
      let total = lists.reduce(0) { $0 + $1.count }
      var number = 0
      for (output, files) in zip(outputs, lists) {
        for file in files {
          number += 1
          options.onWrite?(number, total)
          try writer.write(file)
        }
        if isWhole, output.hasDocuments { writer.removeOthers(of: output.path, than: files.map(\.name)) }
      }
      try other.commit(with: &writer.folder)
    } catch {
      other.discard()
      writer.folder.discard()
      throw error
    }
    return writer.names
  }
}

/// Writes files of outputs into a folder.
private struct OutputWriter {
  var folder: OutputFolder
  let options: OutputOptions
  private(set) var names: [String] = []

  init(folder: OutputFolder, options: OutputOptions) { (self.folder, self.options) = (folder, options) }

  mutating func write(_ file: OutputFile) throws(FileError) {
    let kinds = options.kinds
    let isComplete = try write(file) { kinds.contains($0) }
    // A list of more rows than a sheet is written as CSV.
    if !isComplete, !kinds.contains(.csv) { try write(file) { $0 == .csv } }
  }

  @discardableResult
  private mutating func write(
    _ file: OutputFile, where isWanted: (FileExtension) -> Bool
  ) throws(FileError) -> Bool {
    try file.make(
      options, where: { isWanted($1) },
      write: { (name, contents) throws(FileError) in
        try requireUnfilled(file, joinedPath(folder.path, name))
        names.append(name)
        try folder.write(to: name, contents)
      })
  }

  private func requireUnfilled(_ file: OutputFile, _ path: String) throws(FileError) {
    guard let filling = file.filling, try filling.isFilled(at: path) else { return }
    throw FileError(
      path: path,
      reason: options.wording(
        Bilingual("bảng này đã được điền; ", "this table has been filled in; ") + filling.remedy
          + Bilingual(
            ", hoặc ghi nơi khác bằng -o. Chưa ghi gì.", ", or write elsewhere by -o. Nothing was written.")))
  }

  /// Removes the documents of an output, in every format, but for some names.
  mutating func removeOthers(of path: OutputPath, than names: [String]) {
    let kinds = DocumentFormat.all.map(\.kind)
    guard kinds.contains(where: options.kinds.contains) else { return }
    let wanted = Set(names)
    func isOther(_ file: String) -> Bool {
      guard let kind = kinds.first(where: { file.hasSuffix(".\($0.name)") }) else { return false }
      let name = String(file.dropLast(kind.name.count + 1))
      return !wanted.contains(name) && !path.matches(name).isEmpty
    }
    guard let (parent, isNested) = path.variableFolder else {
      if names.isEmpty { for kind in kinds { folder.remove("\(path.pattern).\(kind.name)") } }
      return
    }
    if isNested {
      folder.removeAll(below: parent, where: isOther)
    } else {
      folder.removeAll(in: parent, where: isOther)
    }
  }
}
