import CCHCOffice
import CCHCOutputs
import CCHCScoring
import CCHCTables
import TestSupport
import Testing

@Suite("ZIP archives")
struct ZipTests {
  private let text = String(repeating: "Cải cách hành chính; ", count: 5000)

  @Test("What is written is read again, packed or not, piece by piece or whole")
  func roundTrips() throws {
    var zip = ZipWriter()
    zip.add("tiny.txt", Array("x".utf8))
    zip.add("empty", [])
    zip.begin("thư mục/lớn.xml")
    for _ in 0..<3 { zip.append(Array(text.utf8)) }
    zip.end()
    zip.add("last", Array(text.utf8))
    let bytes = zip.finish()
    #expect(bytes.count < 5000)

    let archive = try ZipArchive(bytes)
    #expect(archive.names == ["tiny.txt", "empty", "thư mục/lớn.xml", "last"])
    #expect(try archive.part("tiny.txt") == Array("x".utf8))
    #expect(try archive.part("empty") == [])
    #expect(try archive.part("Thư mục/LỚN.xml") == Array((text + text + text).utf8))
    #expect(try archive.part("last") == Array(text.utf8))
    #expect(try archive.part("none") == nil)
    #expect(archive.contains("LAST") && !archive.contains("none"))
  }

  @Test("The bytes of an archive depend on nothing but its parts")
  func isDeterministic() {
    let expected = ZipLab(parts: [ZipLab.Part("a", "b")]).bytes
    var bytes = archive([("a", "b")])
    #expect(bytes == archive([("a", "b")]))
    // The writer dates its parts 1980-01-01, the lab not at all.
    #expect(bytes[12] == 0x21 && bytes[13] == 0)
    for place in [12, 32 + 14] { bytes[place] = 0 }
    #expect(bytes == expected)
  }

  @Test("Random bytes in random pieces come back")
  func roundTripsRandom() throws {
    var random = SeededGenerator("zip round trip")
    for _ in 0..<repetitions(30) {
      let pieces = (0..<random.number(0...6)).map { _ in
        let kinds = random.number(1...255)
        return (0..<random.number(0...40_000)).map { _ in UInt8(random.number(0...kinds)) }
      }
      var zip = ZipWriter()
      zip.begin("p")
      for piece in pieces { zip.append(piece) }
      zip.end()
      #expect(try ZipArchive(zip.finish()).part("p") == pieces.flatMap(\.self))
    }
  }

  @Test("What other packers write is read: descriptors, comments, gaps, large forms, wrong slashes")
  func toleratesOthers() throws {
    var lab = ZipLab(parts: [ZipLab.Part("xl\\a.xml", "one"), ZipLab.Part("b", "two")])
    lab.parts[0].flags = 8
    lab.parts[0].trailer = Array(repeating: 7, count: 16)
    lab.comment = Array("nén bằng WPS".utf8)
    #expect(try ZipArchive(lab.bytes).part("xl/a.xml") == Array("one".utf8))

    lab = ZipLab(parts: [ZipLab.Part("a", "one")])
    lab.parts[0].size = .max
    lab.parts[0].packedSize = .max
    lab.parts[0].extra = [9, 9, 1, 0, 0, 1, 0, 16, 0, 3, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0]
    #expect(try ZipArchive(lab.bytes).part("a") == Array("one".utf8))
    lab.largeEnd = true
    (lab.count, lab.directorySize, lab.directoryOffset) = (.max, .max, .max)
    #expect(try ZipArchive(lab.bytes).part("a") == Array("one".utf8))
  }

  @Test("No bytes make the reader crash", arguments: [0, 1, 21, 22, 100])
  func takesAnyBytes(_ count: Int) {
    for value: UInt8 in [0, 0x50, 0xFF] {
      let bytes = [UInt8](repeating: value, count: count)
      #expect(faultCode { _ = try ZipArchive(bytes) } == "workbook-not-archive")
    }
  }
}
