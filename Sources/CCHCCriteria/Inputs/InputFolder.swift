package import CCHCFiles
package import CCHCTables
import Glibc

/// A file that was read, with the digest that a later check compares.
package struct FileStamp: Sendable {
  /// The file's name below the project's folder or the round's.
  package let file: String
  package let sha256: String

  /// Sets every stored property.
  package init(
    file: String, sha256: String
  ) {
    self.file = file
    self.sha256 = sha256
  }
}

/// The tables of a source: reads them, remembers their digests and the files that could not be read.
package struct InputFolder {
  package let source: TableSource
  /// What stands before a file's name in problems and stamps.
  private let prefix: String
  private let makesStamps: Bool
  /// How many threads there are; more than one may look through large tables ahead.
  private let jobs: Int
  private var stamps: [TableSchema.Stamp: [FileStamp]] = [:]
  package private(set) var failures: [FileError] = []
  /// The tables, without the endings of their names, that were read from workbooks.
  package private(set) var workbooks: Set<String> = []
  /// Files of one table that differ only in their endings or in the case of their names, by the first of them.
  private var twins: [String: String] = [:]
  private var lock: FolderLock?
  private var ahead: ReadAhead?
  /// Gets the name of each file before it is read.
  package var onRead: (@Sendable (String) -> Void)?

  package init(_ source: TableSource, prefix: String = "", makesStamps: Bool, jobs: Int = 1) {
    self.source = source
    self.jobs = jobs
    self.prefix = prefix
    self.makesStamps = makesStamps
  }

  /// Holds the folder while it is read, unless the caller does; a folder that another run writes in is a failure.
  package mutating func hold(_ isHeld: Bool = false) {
    guard !isHeld, case .folder(let path) = source else { return }
    do throws(FileError) { lock = try FolderLock.reading(path) } catch { failures.append(error) }
  }

  /// Begins to look through large files of some tables, where another thread may do so; `onLarge` is called before, where
  /// there are any.
  package mutating func readAhead(_ tables: [TableSchema], stretches size: Int, onLarge: () -> Void) {
    guard jobs > 1, case .folder = source else { return }
    ahead = ReadAhead(
      tables.compactMap(\.folder).flatMap { folder in
        let names = ((try? source.names(in: folder)) ?? []).filter {
          TableFiles.isTable($0) && !Table.isWorkbook($0)
        }
        return names.map { source.path("\(folder)/\($0)") }
      }, stretches: size, makesDigests: makesStamps, onLarge: onLarge)
  }

  /// Ends the hold.
  package mutating func release() {
    ahead?.finish()
    ahead = nil
    lock?.release()
    lock = nil
  }

  /// All names in a folder below this one; none, with the failure remembered, where it cannot be listed.
  package mutating func names(in name: String) -> [String] {
    guard source.kind(name) != .nothing else { return [] }
    do throws(FileError) {
      return try source.names(in: name)
    } catch {
      failures.append(error)
      return []
    }
  }

  /// Remembers a file that could not be read.
  package mutating func fail(_ error: FileError) { failures.append(error) }

  /// How problems name a file of this folder.
  package func shownName(_ name: String) -> String { prefix + name }

  /// Opens a table that is a single file, as it is declared.
  package mutating func table(_ schema: TableSchema, _ problems: inout ProblemList) -> Table? {
    table(schema.file, schema, isRequired: schema.isRequired, &problems)
  }

  /// Opens a table, CSV or workbook; nil where it is absent or its header cannot be used.
  ///
  /// Where a table is there in both forms, none is read: which one is meant cannot be known.
  package mutating func table(
    _ name: String, _ schema: TableSchema, isRequired: Bool = false, _ problems: inout ProblemList
  ) -> Table? {
    guard let file = file(of: name, isRequired: isRequired, &problems) else { return nil }
    return reading(file, &problems) { (folder: inout InputFolder, problems) throws(FileError) in
      try folder.read(file, schema, &problems)
    }
  }

  /// Opens a table whose rows several threads read, in parts of about so many bytes; nil as `table`.
  package mutating func parts(
    of name: String, _ schema: TableSchema, stretches size: Int, _ problems: inout ProblemList
  ) -> PartedTable? {
    guard let file = file(of: name, isRequired: true, &problems) else { return nil }
    return reading(file, &problems) { (folder: inout InputFolder, problems) throws(FileError) in
      let shown = folder.shownName(file)
      if let text = try folder.largeText(file, stretches: size),
        let parts = try PartedTable(text, shown: shown, schema: schema, problems: &problems)
      {
        if let digest = text.sha256 { folder.stamp(shown, digest, schema) }
        return parts
      }
      return try folder.read(file, schema, &problems).map { PartedTable($0, stretches: size) }
    }
  }

  /// A text that is not read as a whole; nil for any other file.
  private func largeText(_ file: String, stretches size: Int) throws(FileError) -> FiledText? {
    guard !Table.isWorkbook(file), case .folder = source else { return nil }
    let path = source.path(file)
    if let text = try ahead?.take(path) { return text }
    return try FiledText(path, stretches: size, makesDigest: makesStamps)
  }

  /// The name of a table's file below this folder; nil, with the reason reported, where none is to be read.
  private mutating func file(of name: String, isRequired: Bool, _ problems: inout ProblemList) -> String? {
    let candidates = Table.isWorkbook(name) ? [name] : TableFiles.candidates(name, in: source)
    let file = candidates.first ?? name
    let shown = shownName(file)
    if let twin = twins[name] ?? candidates.dropFirst().first {
      problems.report(.tableTwice, at: Place(shown), .text(shown), .text(shownName(twin)))
      return nil
    }
    guard source.kind(file) != .nothing else {
      if isRequired {
        problems.report(.fileMissing, at: Place(shown), .text(shown))
        failures.append(FileError(path: source.path(file), code: ENOENT))
      }
      return nil
    }
    return file
  }

  /// Reads a whole file.
  private mutating func read(
    _ file: String, _ schema: TableSchema, _ problems: inout ProblemList
  ) throws(FileError) -> Table? {
    let shown = shownName(file)
    let bytes = try source.read(file)
    if makesStamps { stamp(shown, sha256(bytes), schema) }
    if Table.isWorkbook(shown) { workbooks.insert(TableFiles.stem(shown)) }
    return Table(contents: bytes, file: shown, schema: schema, problems: &problems)
  }

  /// Remembers the digest of a file that was read, where the stamp has it.
  private mutating func stamp(_ shown: String, _ digest: String, _ schema: TableSchema) {
    guard schema.stamp != .none else { return }
    stamps[schema.stamp, default: []].append(FileStamp(file: shown, sha256: digest))
  }

  /// The digests of the files that were read and belong to a part of the stamp, in the order of reading.
  package func stamps(_ part: TableSchema.Stamp) -> [FileStamp] { stamps[part] ?? [] }

  /// Does what reads a file; where it fails, that is reported and remembered.
  private mutating func reading<Result>(
    _ file: String, _ problems: inout ProblemList,
    _ read: (inout InputFolder, inout ProblemList) throws(FileError) -> Result?
  ) -> Result? {
    onRead?(shownName(file))
    do throws(FileError) {
      return try read(&self, &problems)
    } catch {
      fail(error, reading: shownName(file), &problems)
      return nil
    }
  }

  /// Reports and remembers that a file, as problems name it, could not be read.
  package mutating func fail(_ error: FileError, reading shown: String, _ problems: inout ProblemList) {
    problems.report(
      .fileUnreadable, at: Place(shown), error.argument)
    failures.append(error)
  }

  /// The digest of a file, read anew where it was not read as a table; nil where it cannot be read.
  package func digest(of name: String) -> String? {
    let shown = shownName(name)
    for stamps in stamps.values {
      if let stamp = stamps.first(where: { $0.file == shown }) { return stamp.sha256 }
    }
    return (try? source.read(name)).map(sha256)
  }

  /// The files of a table that is a folder, in the order of their bytes, without the lock files of office programs.
  ///
  /// Where not every workbook is a table, `isTable` says which are, by their names without the ending.
  package mutating func tables(
    of schema: TableSchema, workbooks isTable: (String) -> Bool = { _ in true }
  ) -> [String] {
    guard let folder = schema.folder else { return [] }
    guard source.kind(folder) != .nothing else { return [] }
    do throws(FileError) {
      var first: [String: String] = [:]
      return try source.names(in: folder).filter { name in
        guard TableFiles.isTable(name), !TableFiles.isHidden(name),
          !Table.isWorkbook(name) || isTable(TableFiles.stem(name))
        else { return false }
        let stem = TableFiles.stem(name)
        // Two files of CSV whose names differ in case are two tables.
        guard let other = first[stem.folded], Table.isWorkbook(name) != Table.isWorkbook(other) else {
          first[stem.folded] = name
          return true
        }
        twins["\(folder)/\(other)"] = "\(folder)/\(name)"
        return false
      }.map { "\(folder)/\($0)" }
    } catch {
      failures.append(error)
      return []
    }
  }

  /// The name that a table's file has, with `.csv` where there is none.
  package func fileName(_ name: String) -> String { TableFiles.candidates(name, in: source).first ?? name }
}
