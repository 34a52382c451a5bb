import Foundation
import TestSupport
import Testing

@testable import CCHCFiles
@testable import CCHCTables

@Suite("Files of any size, piece by piece")
struct RowStreamTests {
  @Test("Random tables: pieces of any size give what one exact reading gives, and the same digest")
  func randomTables() throws {
    let folder = try TemporaryFolder()
    var texts = TableTexts(random: SeededGenerator("row streams"))
    for round in 0..<repetitions(120) {
      let text = texts.next()
      let note = Comment(rawValue: "CCHC_SEED=\(runSeed), text \(round): \(text.debugDescription)")
      try folder.write(text, to: "x.csv")
      let wanted = StreamRows(exactly: text)
      for size in [1, 2, 3, 5, 7, 16, 64, 65, 4096] {
        let given = try StreamRows(folder.path("x.csv"), pieceSize: size)
        #expect(given.rows == wanted.rows, note)
        #expect(given.records == wanted.records, note)
        #expect(given.fault == wanted.fault, note)
        #expect(given.digest == wanted.digest, note)
      }
    }
  }

  @Test("A piece may end at every byte of a table: nothing is lost, doubled or torn")
  func everyOffset() throws {
    let folder = try TemporaryFolder()
    let text =
      "mã,tên\r\nA,\"một\r\nhai\"\r\n\"B\",\"ba \"\"bốn\"\"\"\r\n\r\n#,x\r\nC,\"năm, sáu\"\r\nD\r\nE,\"\"\r\nF,g\"h"
    try folder.write(text, to: "x.csv")
    let wanted = StreamRows(exactly: text)
    #expect(wanted.rows.count == 6)
    for size in 1...(text.utf8.count + 2) {
      #expect(try StreamRows(folder.path("x.csv"), pieceSize: size) == wanted, "\(size)")
    }
  }

  @Test("UTF-16 of both byte orders and UTF-8 with a mark hold the same rows", arguments: [1, 2, 3, 7, 4096])
  func encodings(size: Int) throws {
    let folder = try TemporaryFolder()
    let text = "mã;tên\r\nĐ1;\"Xã Ánh;\nSáng\"\r\n😀;𝄞\r\n"
    let wanted = StreamRows(exactly: text)
    try folder.write([0xEF, 0xBB, 0xBF] + Array(text.utf8), to: "x.csv")
    #expect(try StreamRows(folder.path("x.csv"), pieceSize: size).rows == wanted.rows)
    for isLittle in [true, false] {
      var bytes: [UInt8] = isLittle ? [0xFF, 0xFE] : [0xFE, 0xFF]
      for unit in text.utf16 {
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
        bytes += isLittle ? [low, high] : [high, low]
      }
      try folder.write(bytes, to: "x.csv")
      let given = try StreamRows(folder.path("x.csv"), pieceSize: size)
      #expect(given.rows == wanted.rows)
      #expect(given.digest == sha256(bytes))
    }
  }

  @Test("What is no text says so", arguments: [1, 3, 4096])
  func wrongEncoding(size: Int) throws {
    let folder = try TemporaryFolder()
    let head = Array("a,b\nx,y\n".utf8)
    for tail: [UInt8] in [
      [0xFF, 10], [0xC3, 10], [0xC3], [0xE1, 0xBA, 10], [0, 10], [0xED, 0xA0, 0x80, 10], [0xC0, 0x80, 10],
      [0xF4, 0x90, 0x80, 0x80, 10],
    ] {
      try folder.write(head + tail, to: "x.csv")
      #expect(try StreamRows(folder.path("x.csv"), pieceSize: size).fault == .encoding, "\(tail)")
    }
    for tail: [UInt8] in [[0x41], [0x00, 0xD8], [0x00, 0xDC, 0x41, 0], [0, 0]] {
      let wide = "a,b\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      try folder.write([0xFF, 0xFE] + wide + tail, to: "x.csv")
      #expect(try StreamRows(folder.path("x.csv"), pieceSize: size).fault == .encoding, "\(tail)")
    }
  }

  @Test(
    "A row over 1 MB ends the reading, and so does a quote that is never closed",
    arguments: [1 << 16, 1 << 22])
  func longRows(size: Int) throws {
    let folder = try TemporaryFolder()
    let limit = RowStream.longestRow
    for (length, isLong) in [(limit - 2, false), (limit - 1, true)] {
      try folder.write("a,b\n1,\(String(repeating: "x", count: length))\n2,y\n", to: "x.csv")
      let given = try StreamRows(folder.path("x.csv"), pieceSize: size)
      #expect(given.fault == (isLong ? .rowTooLong : nil))
      #expect(given.rows.count == (isLong ? 0 : 2))
    }
    try folder.write("a,b\n1,\"x\n2,y\n", to: "x.csv")
    #expect(try StreamRows(folder.path("x.csv"), pieceSize: size).fault == .quoteOpen)
    try folder.write("a,b\n1,\"x\n\(String(repeating: "2,y\n", count: limit / 2))", to: "x.csv")
    #expect(try StreamRows(folder.path("x.csv"), pieceSize: size).fault == .rowTooLong)
  }

  @Test("Headings may stand below empty rows; a file without any has none")
  func headings() throws {
    let folder = try TemporaryFolder()
    for size in [1, 4096] {
      try folder.write("\r\n;;\r\n mã ;\"tên; khác\"\r\n1;2", to: "x.csv")
      let stream = try RowStream(folder.path("x.csv"), file: "x.csv", pieceSize: size)
      #expect(stream.headings == ["mã", "tên; khác"])
      #expect(stream.headerRow == 3)
      try folder.write("\r\n\r\n", to: "x.csv")
      #expect(try RowStream(folder.path("x.csv"), file: "x.csv", pieceSize: size).headings == [])
      try folder.write("", to: "x.csv")
      #expect(try RowStream(folder.path("x.csv"), file: "x.csv", pieceSize: size).headings == [])
      try folder.write("\"a,b\n", to: "x.csv")
      #expect(try RowStream(folder.path("x.csv"), file: "x.csv", pieceSize: size).headerFault == .quoteOpen)
    }
    #expect(throws: FileError.self) { try RowStream(folder.path, file: "x.csv") }
    #expect(throws: FileError.self) { try RowStream(folder.path("none.csv"), file: "x.csv") }
  }

  @Test("A file that grows while it is read is told of")
  func growingFile() throws {
    let folder = try TemporaryFolder()
    try folder.write("a,b\n1,2\n", to: "x.csv")
    let stream = try RowStream(folder.path("x.csv"), file: "x.csv", pieceSize: 4)
    let handle = try #require(FileHandle(forWritingAtPath: folder.path("x.csv")))
    handle.seekToEndOfFile()
    handle.write(Data("3,4\n".utf8))
    try handle.close()
    let piece = RowPiece()
    #expect(throws: FileError(path: folder.path("x.csv"), system: .changed)) {
      while try stream.next(into: piece) {}
    }
  }

  @Test(
    "A file that changes after its headings were read is not read in its place",
    arguments: ["as long", "longer", "replaced", "removed"])
  func changesBetweenOpenings(_ change: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.path("x.csv")
    try folder.write("a,b\n1,2\n", to: "x.csv")
    let first = try RowStream(path, file: "x.csv")
    let written = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate]
    switch change {
    case "as long": try folder.write("b,a\n1,2\n", to: "x.csv")
    case "longer": try folder.write("a,b\n1,2\n3,4\n", to: "x.csv")
    case "replaced":
      try folder.write("b,a\n1,2\n", to: "y.csv")
      try FileManager.default.removeItem(atPath: path)
      try FileManager.default.moveItem(atPath: folder.path("y.csv"), toPath: path)
    default: try FileManager.default.removeItem(atPath: path)
    }
    // Whoever copies a file may set its time back.
    if let written, change != "removed" {
      try FileManager.default.setAttributes([.modificationDate: written], ofItemAtPath: path)
    }
    let feed = PieceFeed([.init(path: path, shown: "x.csv", identity: first.identity)], pieceSize: 4096)
    #expect(feed.next(into: RowPiece()) == nil)
    let expected =
      change == "removed" ? FileError(path: path, code: ENOENT) : FileError(path: path, system: .changed)
    #expect(feed.failure == expected)
    try folder.write("a,b\n1,2\n", to: "x.csv")
    let again = try RowStream(path, file: "x.csv")
    let fresh = PieceFeed([.init(path: path, shown: "x.csv", identity: again.identity)], pieceSize: 4096)
    #expect(fresh.next(into: RowPiece()) != nil)
    #expect(fresh.failure == nil)
  }

  @Test("Plain rows are read fast, whatever they are; nothing else is said to be plain")
  func fastRows() throws {
    let folder = try TemporaryFolder()
    let rows = (0..<3000).map { "a\($0 % 7),\"b \($0 % 5)\",c\r\n" }.joined()
    try folder.write("x,y,z\r\n" + rows, to: "x.csv")
    let stream = try RowStream(folder.path("x.csv"), file: "x.csv", pieceSize: 10_000)
    let keeper = RowKeeper(width: 3)
    let reader = ColumnReader(wordCounts: [4, 4, 4], consumer: keeper)
    reader.begin((0..<3).map { StreamColumn(.word, at: $0, isRequired: true) })
    let piece = RowPiece()
    while try stream.next(into: piece) {
      stream.hash(piece)
      _ = reader.read(piece)
    }
    #expect(keeper.rows.count == 3000)
    #expect(keeper.oddCount == 0)
    // A word is asked for once.
    #expect(keeper.words.count == 13)
  }
}
