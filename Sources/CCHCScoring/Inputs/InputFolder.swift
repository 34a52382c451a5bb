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
  package private(set) var stamps: [FileStamp] = []
  package private(set) var failures: [FileError] = []

  package init(_ path: String, prefix: String = "", makesStamps: Bool) {
    self.path = path
    self.prefix = prefix
    self.makesStamps = makesStamps
  }

  /// Remembers a file that could not be read.
  mutating func fail(_ error: FileError) { failures.append(error) }

  /// How problems name a file of this folder.
  package func shownName(_ name: String) -> String { prefix + name }

  /// Opens a table; nil where it is absent or its header cannot be used.
  mutating func table(
    _ name: String, _ schema: Schema, isRequired: Bool = false, _ problems: inout ProblemList
  ) -> Table? {
    let file = joinedPath(path, name)
    let shown = shownName(name)
    guard fileKind(file) != .nothing else {
      if isRequired {
        problems.report(.fileMissing, at: Place(shown), shown)
        failures.append(FileError(path: file, code: ENOENT))
      }
      return nil
    }
    do throws(FileError) {
      let bytes = try readFile(file)
      if makesStamps { stamps.append(FileStamp(file: shown, sha256: sha256(bytes))) }
      return Table(bytes, file: shown, schema: schema, problems: &problems)
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

  /// The names of a folder's `.csv` files, in the order of their bytes, without the lock files of office programs.
  mutating func tables(in folder: String) -> [String] {
    let place = joinedPath(path, folder)
    guard fileKind(place) != .nothing else { return [] }
    do throws(FileError) {
      return try folderNames(place).filter {
        $0.folded.hasSuffix(".csv") && !$0.hasPrefix(".") && !$0.hasPrefix("~$")
      }
    } catch {
      failures.append(error)
      return []
    }
  }
}
