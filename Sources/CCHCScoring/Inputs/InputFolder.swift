package import CCHCTables
import Glibc

/// A file that was read, with the digest that a later check compares.
package struct FileStamp: Sendable {
  /// The file's name below the project's folder or the round's.
  package let file: String
  package let sha256: String
}

/// A folder of tables: reads them, remembers their digests and the files that could not be read.
package struct InputFolder {
  package let path: String
  /// What stands before a file's name in problems and stamps.
  private let prefix: String
  private let makesStamps: Bool
  /// How many threads read a large file.
  private let jobs: Int
  package private(set) var stamps: [FileStamp] = []
  package private(set) var failures: [FileError] = []
  /// The tables, without the endings of their names, that were read from workbooks.
  private(set) var workbooks: Set<String> = []
  /// Files of one table that differ only in their endings or in the case of their names, by the first of them.
  private var twins: [String: String] = [:]
  private var lock: FolderLock?
  private var ahead: ReadAhead?

  package init(_ path: String, prefix: String = "", makesStamps: Bool, jobs: Int = 1) {
    self.path = path
    self.jobs = jobs
    self.prefix = prefix
    self.makesStamps = makesStamps
  }

  /// Holds the folder while it is read, unless the caller does; a folder that another run writes in is a failure.
  mutating func hold(_ isHeld: Bool = false) {
    guard !isHeld else { return }
    do throws(FileError) { lock = try FolderLock.reading(path) } catch { failures.append(error) }
  }

  /// Begins to read large files in some folders, where another thread may do so.
  mutating func readAhead(in folders: [String]) {
    guard jobs > 1 else { return }
    ahead = ReadAhead(
      folders.flatMap { folder in
        let place = joinedPath(path, folder)
        return ((try? folderNames(place)) ?? []).filter(TableFiles.isTable).map { joinedPath(place, $0) }
      })
  }

  /// Ends the hold.
  mutating func release() {
    ahead?.finish()
    ahead = nil
    lock?.release()
    lock = nil
  }

  /// All names in a folder below this one; none, with the failure remembered, where it cannot be listed.
  mutating func names(in name: String) -> [String] {
    let place = name.isEmpty ? path : joinedPath(path, name)
    guard fileKind(place) != .nothing else { return [] }
    do throws(FileError) {
      return try folderNames(place)
    } catch {
      failures.append(error)
      return []
    }
  }

  /// Remembers a file that could not be read.
  mutating func fail(_ error: FileError) { failures.append(error) }

  /// How problems name a file of this folder.
  package func shownName(_ name: String) -> String { prefix + name }

  /// Opens a table, CSV or workbook; nil where it is absent or its header cannot be used.
  ///
  /// Where a table is there in both forms, none is read: which one is meant cannot be known.
  mutating func table(
    _ name: String, _ schema: Schema, isRequired: Bool = false, _ problems: inout ProblemList
  ) -> Table? {
    let candidates = Table.isWorkbook(name) ? [name] : TableFiles.candidates(name, in: path)
    let file = joinedPath(path, candidates.first ?? name)
    let shown = shownName(candidates.first ?? name)
    if let twin = twins[name] ?? candidates.dropFirst().first {
      problems.report(.tableTwice, at: Place(shown), shown, shownName(twin))
      return nil
    }
    guard fileKind(file) != .nothing else {
      if isRequired {
        problems.report(.fileMissing, at: Place(shown), shown)
        failures.append(FileError(path: file, code: ENOENT))
      }
      return nil
    }
    do throws(FileError) {
      let bytes: [UInt8]
      if let read = try ahead?.take(file) { bytes = read } else { bytes = try readFile(file) }
      if makesStamps { stamps.append(FileStamp(file: shown, sha256: sha256(bytes))) }
      if Table.isWorkbook(shown) { workbooks.insert(TableFiles.stem(shown)) }
      return Table(contents: bytes, file: shown, schema: schema, problems: &problems)
    } catch {
      problems.report(
        .fileUnreadable, at: Place(shown), error.reason(in: .vietnamese), error.reason(in: .english))
      failures.append(error)
      return nil
    }
  }

  /// The digest of a file, read anew where it was not read as a table; nil where it cannot be read.
  func digest(of name: String) -> String? {
    if let stamp = stamps.first(where: { $0.file == shownName(name) }) { return stamp.sha256 }
    return (try? readFile(joinedPath(path, name))).map(sha256)
  }

  /// The names of a folder's tables, in the order of their bytes, without the lock files of office programs.
  ///
  /// Where not every workbook is a table, `isTable` says which are, by their names without the ending.
  mutating func tables(in folder: String, workbooks isTable: (String) -> Bool = { _ in true }) -> [String] {
    let place = joinedPath(path, folder)
    guard fileKind(place) != .nothing else { return [] }
    do throws(FileError) {
      var first: [String: String] = [:]
      return try folderNames(place).filter { name in
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
      }
    } catch {
      failures.append(error)
      return []
    }
  }

  /// The name that a table's file has, with `.csv` where there is none.
  func fileName(_ name: String) -> String { TableFiles.candidates(name, in: path).first ?? name }
}
