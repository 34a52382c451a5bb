package import CCHCFiles
import Glibc

/// Where the tables of a set or a round are read: a folder, or the memory of a program that built them.
///
/// Both are read by the same loaders, so that what is built in code is checked as what is filed.
package enum TableSource: Sendable {
  case folder(String)
  /// Tables by their names below the folder that they would be in, such as `self/STP.csv`.
  case memory([String: [UInt8]])

  /// The path of a name, for errors and for what only folders have; the name itself in memory.
  package func path(_ name: String) -> String {
    switch self {
    case .folder(let folder): name.isEmpty ? folder : joinedPath(folder, name)
    case .memory: name
    }
  }

  /// What is at a name.
  ///
  /// - Complexity: O(n) in the number of tables in memory.
  package func kind(_ name: String) -> FileKind {
    switch self {
    case .folder: fileKind(path(name))
    case .memory(let tables):
      if tables[name] != nil {
        .file
      } else if name.isEmpty || tables.keys.contains(where: { $0.hasPrefix(name + "/") }) {
        .folder
      } else {
        .nothing
      }
    }
  }

  /// The names in a folder, sorted by their UTF-8 bytes.
  ///
  /// - Throws: `FileError` where the folder cannot be listed.
  func names(in name: String) throws(FileError) -> [String] {
    switch self {
    case .folder: return try folderNames(path(name))
    case .memory(let tables):
      let prefix = name.isEmpty ? "" : name + "/"
      let names = tables.keys.filter { $0.hasPrefix(prefix) }.map { key in
        String(key.dropFirst(prefix.count).prefix { $0 != "/" })
      }
      return Set(names).sorted(by: precedesInBytes)
    }
  }

  /// All bytes of a file.
  ///
  /// - Throws: `FileError` where the file cannot be read.
  package func read(_ name: String) throws(FileError) -> [UInt8] {
    switch self {
    case .folder: return try readFile(path(name))
    case .memory(let tables):
      guard let bytes = tables[name] else { throw FileError(path: name, code: ENOENT) }
      return bytes
    }
  }
}
