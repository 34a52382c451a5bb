package import CCHCTables

/// A kind of file that a call may ask for alone.
package enum OutputKind: String, CaseIterable, Sendable {
  case json
  case csv
  case md
  case docx
  case xlsx
}

/// Files of one folder in the kinds that a call asks for, all written or none; a document is a file `x.md` and
/// beside it `x.docx`.
package struct ChosenFiles {
  private let kinds: Set<OutputKind>
  private var output: OutputFolder
  /// The files written, below the folder.
  package private(set) var names: [String] = []

  /// The kinds in which documents are written.
  static let documentKinds: [OutputKind] = [.docx, .md]

  /// Whether files of a kind are written.
  func holds(_ kind: OutputKind) -> Bool { kinds.contains(kind) }

  /// Whether any document is written.
  var holdsDocuments: Bool { Self.documentKinds.contains(where: kinds.contains) }

  /// Writes the files that a closure gives; the next one is made when the last is written.
  ///
  /// - Parameters:
  ///   - path: the folder, as the report folder of a round.
  ///   - kinds: the kinds that are wanted; files of others are not even made.
  ///   - body: gives the files.
  /// - Returns: the files written, below the folder.
  /// - Throws: `FileError` where a file cannot be written; then the old files stay as they were.
  @discardableResult
  package static func write(
    to path: String, _ kinds: Set<OutputKind>, _ body: (inout ChosenFiles) throws(FileError) -> Void
  ) throws(FileError) -> [String] {
    var files = ChosenFiles(kinds: kinds, output: OutputFolder(path))
    do throws(FileError) {
      try body(&files)
      try files.output.commit()
    } catch {
      files.output.discard()
      throw error
    }
    return files.names
  }

  /// Writes a document in the kinds that are wanted.
  ///
  /// - Parameters:
  ///   - document: The document, made only where it is wanted.
  ///   - name: The file's name without what tells its kind.
  /// - Throws: `FileError` where a file cannot be written.
  package mutating func write(
    _ document: @autoclosure () -> DocumentTree, to name: String
  ) throws(FileError) {
    guard holdsDocuments else { return }
    let document = document()
    for kind in Self.documentKinds where kinds.contains(kind) {
      try put(kind == .md ? document.markdown : document.docx, "\(name).\(kind.rawValue)")
    }
  }

  /// Writes a file of one kind where it is wanted.
  ///
  /// - Parameters:
  ///   - bytes: The file, made only where it is wanted.
  ///   - kind: What kind of file it is.
  ///   - name: The file's name without what tells its kind.
  /// - Throws: `FileError` where the file cannot be written.
  package mutating func write(
    _ bytes: @autoclosure () -> [UInt8], as kind: OutputKind, to name: String
  ) throws(FileError) {
    guard kinds.contains(kind) else { return }
    try put(bytes(), "\(name).\(kind.rawValue)")
  }

  private mutating func put(_ bytes: [UInt8], _ file: String) throws(FileError) {
    try output.write(bytes, to: file)
    names.append(file)
  }

  // MARK: Documents that are no longer due

  /// Removes a document in every kind, once all is written.
  mutating func remove(_ name: String) {
    guard holdsDocuments else { return }
    for kind in Self.documentKinds { output.remove("\(name).\(kind.rawValue)") }
  }

  /// Removes the documents of a folder that are not among the wanted ones, in every kind.
  mutating func removeOthers(in folder: String, wanted: Set<String>) {
    guard holdsDocuments else { return }
    for kind in Self.documentKinds {
      let suffix = ".\(kind.rawValue)"
      output.removeOthers(in: folder, suffix: suffix, wanted: Set(wanted.map { $0 + suffix }))
    }
  }

  /// Removes documents in the folders of a folder, in every kind, and such a folder where nothing is left in it.
  ///
  /// - Parameters:
  ///   - folder: the folder that holds the folders.
  ///   - wanted: names below that folder that stay, without what tells their kind.
  ///   - isOurs: whether a document of that name may be removed; all others stay.
  mutating func removeOthers(below folder: String, wanted: Set<String>, where isOurs: (String) -> Bool) {
    guard holdsDocuments else { return }
    for kind in Self.documentKinds {
      let suffix = ".\(kind.rawValue)"
      output.removeOthers(below: folder, wanted: Set(wanted.map { $0 + suffix })) { name in
        name.hasSuffix(suffix) && isOurs(String(name.dropLast(suffix.count)))
      }
    }
  }
}

extension [String] {
  /// Files that were written as a message names them, those of one name together: `noi-bo/to-trinh.docx, .md`.
  package var byName: [String] {
    var lines: [String] = []
    var last = ""
    for file in self {
      let kind = file.lastIndex(of: ".") ?? file.endIndex
      let name = String(file[..<kind])
      if name == last, !lines.isEmpty {
        lines[lines.count - 1] += ", \(file[kind...])"
      } else {
        lines.append(file)
      }
      last = name
    }
    return lines
  }
}
