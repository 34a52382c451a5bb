import Glibc
import TestSupport
import Testing

@testable import CCHCDocuments
@testable import CCHCFiles
@testable import CCHCOutputs
@testable import CCHCScoring
@testable import CCHCTables

@Suite("Large tables that stay in their files")
struct FiledTextTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func write(_ bytes: [UInt8]) throws -> String {
    let path = joinedPath(folder.path, "t.csv")
    _ = unlink(path)
    try writeNewFile(bytes, to: path, shown: path, isDurable: false)
    return path
  }

  /// The rows that a table holds in a part, each by its cells.
  private func rows(_ part: PartedTable.Part) -> [[String]] {
    var walk = PlainRows(part.table, part.rows)
    let bytes = part.table.bytes.span
    var rows: [[String]] = []
    while let row = walk.next(in: bytes) {
      switch row {
      case .silent: continue
      case .odd:
        rows.append(["odd"])
        continue
      case .plain: break
      }
      rows.append(
        sampleSchema.columns.indices.map { column in
          bytes.extracting(walk.cell(column)).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
        })
    }
    return rows
  }

  @Test(
    "Part by part a file has the rows that it has as a whole, and its digest", arguments: [1, 30, 200, 4000])
  func agreesWithWhole(size: Int) throws {
    var random = SeededGenerator("filed text \(size)")
    let words = [
      "STP", "Sở Tư pháp", "😀", "\"a\nb\"", "\"x;y\"", "\"a\"\"b\nc\"", "\"\"\"\"", "", "a\"b", "\"\"", "12",
      "ế",
    ]
    for _ in 0..<repetitions(20) {
      var text = random.once(in: 2) ? "\u{FEFF}" : ""
      let hasNote = random.once(in: 3)
      text += hasNote ? "# ghi chú,,\n" : ""
      text += "agency,name,value\r\n"
      for _ in 0..<random.number(20...400) {
        text += (0..<3).map { _ in random.pick(words) }.joined(separator: ",") + random.pick(["\n", "\r\n"])
      }
      let bytes = Array(text.utf8)
      let path = try write(bytes)
      var problems = ProblemList()
      let whole = try #require(Table(bytes, file: "t.csv", schema: sampleSchema, problems: &problems))
      let wanted = PartedTable(whole, stretches: size)
      guard let filed = try FiledText(path, stretches: size, makesDigest: true) else {
        #expect(bytes.count < 4 * size)
        continue
      }
      var found = ProblemList()
      guard
        let given = try PartedTable(filed, shown: "t.csv", schema: sampleSchema, problems: &found)
      else {
        // The first stretch ends above the header.
        #expect(size == 1 && hasNote && found.items.isEmpty)
        continue
      }
      try given.check()
      #expect(filed.sha256 == sha256(bytes))
      #expect(found.items.map(\.line) == problems.items.map(\.line))
      #expect(given.table.headerRow == whole.headerRow)
      #expect(
        try (0..<given.count).flatMap { rows(try given.part($0)) }
          == (0..<wanted.count).flatMap { rows(try wanted.part($0)) }, "CCHC_SEED=\(runSeed)")
    }
  }

  @Test("What is no large text of UTF-8 is left to be read as a whole")
  func leavesOthers() throws {
    let text = Array("agency,name\nSTP,Sở Tư pháp\n".utf8)
    let long = Array(repeating: text, count: 100).flatMap { $0 }
    let broken = [[0xFF], [0xC3], [0], [0xE1, 0xBB], [0xF8, 0x80], [0xED, 0xA0, 0x80]] as [[UInt8]]
    for place in [0, 511, 512, 1023, 1025, long.count] {
      for bytes in broken {
        let path = try write(long[..<place] + bytes + long[place...])
        #expect(try FiledText(path, stretches: 8, makesDigest: false) == nil, "\(place) \(bytes)")
      }
    }
    for mark in [[0xFF, 0xFE], [0xFE, 0xFF]] as [[UInt8]] {
      #expect(try FiledText(try write(mark + long), stretches: 8, makesDigest: false) == nil)
    }
    #expect(try FiledText(try write(text), stretches: text.count, makesDigest: false) == nil)
    // A header that goes on for longer than what is read first.
    let wide = Array(("agency," + String(repeating: "x", count: 2000) + "\n").utf8) + long
    #expect(try FiledText(try write(wide), stretches: 8, makesDigest: false) == nil)
    #expect(try FiledText(try write(long), stretches: 8, makesDigest: false) != nil)
  }

  @Test("A file that changes between two readings is not read")
  func noticesChanges() throws {
    let text =
      Array("agency,name\n".utf8) + Array(repeating: Array("STP,a\n".utf8), count: 500).flatMap { $0 }
    let path = try write(text)
    let filed = try #require(try FiledText(path, stretches: 64, makesDigest: false))
    var problems = ProblemList()
    let parts = try #require(
      try PartedTable(filed, shown: "t.csv", schema: sampleSchema, problems: &problems))
    _ = try write(text + Array("STP,b\n".utf8))
    #expect(throws: FileError(path: path, system: .changed)) {
      _ = try PartedTable(filed, shown: "t.csv", schema: sampleSchema, problems: &problems)
    }
    // The file that is open is still the old one, but another has its name.
    #expect(rows(try parts.part(parts.count - 1)).last == ["STP", "a", "", ""])
    #expect(throws: FileError(path: path, system: .changed)) { try parts.check() }
  }

  @Test("A file that grows or shrinks in its place while its parts are read is noticed", arguments: [1, -1])
  func noticesGrowth(change: Int) throws {
    let text =
      Array("agency,name\n".utf8) + Array(repeating: Array("STP,a\n".utf8), count: 500).flatMap { $0 }
    let path = try write(text)
    let filed = try #require(try FiledText(path, stretches: 64, makesDigest: false))
    var problems = ProblemList()
    let parts = try #require(
      try PartedTable(filed, shown: "t.csv", schema: sampleSchema, problems: &problems))
    #expect(truncate(path, off_t(text.count + change)) == 0)
    if change < 0 {
      #expect(throws: FileError(path: path, system: .changed)) { _ = try parts.part(parts.count - 1) }
    }
    #expect(throws: FileError(path: path, system: .changed)) { try parts.check() }
  }

  @Test("Files that are looked through ahead are what they are alone, and are given once")
  func looksAhead() throws {
    let large = String(repeating: "một dòng;2\n", count: 20_000)
    for name in ["a.csv", "b.csv"] { try folder.write(name + large, to: name) }
    try folder.write("nhỏ", to: "c.csv")
    let files = ["a.csv", "b.csv", "c.csv", "d.csv"].map { joinedPath(folder.path, $0) }
    let ahead = ReadAhead(files, stretches: 1 << 14, makesDigests: true)
    for name in ["b.csv", "a.csv"] {
      let file = joinedPath(folder.path, name)
      #expect(try ahead.take(file)?.sha256 == sha256(Array((name + large).utf8)))
      #expect(try ahead.take(file) == nil)
    }
    for file in files[2...] { #expect(try ahead.take(file) == nil) }
    ahead.finish()
  }
}
