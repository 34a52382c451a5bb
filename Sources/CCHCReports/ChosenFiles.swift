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
  /// Where the files go, unless they are only looked at.
  private var output: OutputFolder
  private var look: Look?
  /// The files written, below the folder.
  package private(set) var names: [String] = []

  /// Takes files instead of a folder, so that they can be compared with those that are there.
  private struct Look {
    let isWanted: (String) -> Bool
    let take: (String, [UInt8]) -> Void
  }

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
    var none = OutputFolder(path)
    return try write(to: OutputFolder(path), with: &none, kinds) {
      (files: inout ChosenFiles, _: inout OutputFolder) throws(FileError) in try body(&files)
    }
  }

  /// Writes the files that a closure gives together with files of another folder, as a round's, all or none.
  ///
  /// - Parameters:
  ///   - output: the folder of the chosen files.
  ///   - other: the other folder.
  ///   - kinds: the kinds that are wanted; files of others are not even made.
  ///   - body: gives the files.
  /// - Returns: the chosen files written, below their folder.
  /// - Throws: `FileError` where a file cannot be written; then the old files stay as they were.
  @discardableResult
  package static func write(
    to output: OutputFolder, with other: inout OutputFolder, _ kinds: Set<OutputKind>,
    _ body: (inout ChosenFiles, inout OutputFolder) throws(FileError) -> Void
  ) throws(FileError) -> [String] {
    var files = ChosenFiles(kinds: kinds, output: output)
    do throws(FileError) {
      try body(&files, &other)
      try other.commit(with: &files.output)
    } catch {
      other.discard()
      files.output.discard()
      throw error
    }
    return files.names
  }

  /// Gives the files that a closure would write, and writes none.
  ///
  /// - Parameters:
  ///   - kinds: the kinds that are wanted.
  ///   - isWanted: whether a file of that name is made; the others are only named.
  ///   - take: gets each file that is made.
  ///   - body: gives the files.
  /// - Returns: the names of all files, below the folder.
  /// - Throws: `FileError` where the closure does.
  static func look(
    at kinds: Set<OutputKind>, isWanted: @escaping (String) -> Bool,
    take: @escaping (String, [UInt8]) -> Void, _ body: (inout ChosenFiles) throws(FileError) -> Void
  ) throws(FileError) -> [String] {
    var files = ChosenFiles(
      kinds: kinds, output: OutputFolder(""), look: Look(isWanted: isWanted, take: take))
    try body(&files)
    return files.names
  }

  /// The names of the files that a closure would write; none is made.
  ///
  /// - Throws: `FileError` where the closure does.
  static func names(
    _ body: (inout ChosenFiles) throws(FileError) -> Void
  ) throws(FileError) -> [String] {
    try look(at: Set(OutputKind.allCases), isWanted: { _ in false }, take: { _, _ in }, body)
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
    var made: DocumentTree?
    for kind in Self.documentKinds where kinds.contains(kind) {
      let file = "\(name).\(kind.rawValue)"
      guard isMade(file) else { continue }
      let tree = made ?? document()
      made = tree
      try put(kind == .md ? tree.markdown : tree.docx, file)
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
    let file = "\(name).\(kind.rawValue)"
    guard kinds.contains(kind), isMade(file) else { return }
    try put(bytes(), file)
  }

  /// Writes a file of one kind, piece by piece, where it is wanted.
  ///
  /// - Parameters:
  ///   - kind: What kind of file it is.
  ///   - name: The file's name without what tells its kind.
  ///   - contents: Puts the pieces; called only where the file is wanted.
  /// - Throws: `FileError` where the file cannot be written.
  mutating func write(
    as kind: OutputKind, to name: String,
    _ contents: (_ put: ([UInt8]) throws(FileError) -> Void) throws(FileError) -> Void
  ) throws(FileError) {
    let file = "\(name).\(kind.rawValue)"
    guard kinds.contains(kind), isMade(file) else { return }
    guard let look else { return try output.write(to: file, contents) }
    var bytes: [UInt8] = []
    try contents { piece throws(FileError) in bytes += piece }
    look.take(file, bytes)
  }

  /// Notes a file's name, and says whether its contents are asked for.
  private mutating func isMade(_ file: String) -> Bool {
    names.append(file)
    return look?.isWanted(file) ?? true
  }

  /// Writes a file whatever kinds are wanted.
  ///
  /// - Throws: `FileError` where the file cannot be written.
  package mutating func write(always bytes: [UInt8], to file: String) throws(FileError) {
    try put(bytes, file)
  }

  private mutating func put(_ bytes: [UInt8], _ file: String) throws(FileError) {
    if let look { look.take(file, bytes) } else { try output.write(bytes, to: file) }
  }

  // MARK: Documents that are no longer due

  /// Removes a document in every kind, once all is written.
  mutating func remove(_ name: String) {
    guard holdsDocuments, look == nil else { return }
    for kind in Self.documentKinds { output.remove("\(name).\(kind.rawValue)") }
  }

  /// Removes the documents of a folder that are not among the wanted ones, in every kind.
  mutating func removeOthers(in folder: String, wanted: Set<String>) {
    guard holdsDocuments, look == nil else { return }
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
    guard holdsDocuments, look == nil else { return }
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
