package import CCHCFiles
import CCHCTables

/// How the files of tables are named: each table is `<name>.csv` or `<name>.xlsx`.
package enum TableFiles {
  package static let endings = [".csv", Table.workbookEnding]

  /// The name of a table without what says how it is written: `self/STP` of `self/STP.xlsx`.
  package static func stem(_ file: String) -> String {
    endings.first { file.folded.hasSuffix($0) }.map { String(file.dropLast($0.count)) } ?? file
  }

  /// Whether a file's name is that of a table.
  package static func isTable(_ file: String) -> Bool { endings.contains { file.folded.hasSuffix($0) } }

  /// Whether a file's name is that of a spreadsheet that is not read, as `.xls` or `.ods`.
  package static func isOtherSpreadsheet(_ file: String) -> Bool {
    [".xls", ".xlsm", ".xlsb", ".xltx", ".ods", ".et"].contains { file.folded.hasSuffix($0) }
  }

  /// Whether a file's name is that of a lock or of a hidden file, which office programs leave behind.
  package static func isHidden(_ file: String) -> Bool { file.hasPrefix(".") || file.hasPrefix("~$") }

  /// The files in a folder that a table's name, given with `.csv`, may mean: none, one, or both.
  package static func candidates(_ name: String, in folder: String) -> [String] {
    candidates(name, in: .folder(folder))
  }

  /// The files of a source that a table's name, given with `.csv`, may mean: none, one, or both.
  package static func candidates(_ name: String, in source: TableSource) -> [String] {
    let stem = stem(name)
    let folder = name.contains("/") ? parentFolder(name) : ""
    guard source.kind(folder) == .folder else { return [] }
    return endings.map { stem + $0 }.filter { source.kind($0) != .nothing }
  }

  /// Whether a folder has a table, in whatever form.
  package static func has(_ name: String, in folder: String) -> Bool {
    !candidates(name, in: folder).isEmpty
  }
}

extension TableSchema {
  /// The name of the table's file without what says how it is written: `agencies`.
  package var stem: String { TableFiles.stem(file) }

  /// Whether a problem is one of this table.
  package func has(_ problem: Problem) -> Bool { TableFiles.stem(problem.place.file) == stem }
}
