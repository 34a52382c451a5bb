import Foundation
import Testing

/// The shipped files that tests read.
enum Repository {
  /// The folder of the package, four levels above this file.
  static let root = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in
    url.deletingLastPathComponent()
  }.path

  static func path(_ name: String) -> String { root + "/" + name }

  /// The rows of a table below the package, by its headings: a plain reader for files that these tests trust.
  static func rows(_ name: String) throws -> [[String: String]] {
    let data = try #require(FileManager.default.contents(atPath: path(name)), "\(name)")
    var table: [[String]] = [[""]]
    var isQuoted = false
    for character in String(decoding: data, as: UTF8.self) {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: table[table.count - 1].append("")
      case "\n" where !isQuoted, "\r\n" where !isQuoted: table.append([""])
      default: table[table.count - 1][table[table.count - 1].count - 1].append(character)
      }
    }
    let headings = table.removeFirst()
    return table.filter { $0 != [""] }.map { Dictionary(uniqueKeysWithValues: zip(headings, $0)) }
  }

  /// A shipped round, scored.
  static func scored(_ round: String) -> Scored {
    Scored(round: path("evidence/" + round), criteria: path("criteria"))
  }
}
