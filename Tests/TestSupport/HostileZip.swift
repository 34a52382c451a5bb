import CCHCOffice
import CCHCOutputs
import CCHCScoring
import CCHCTables

/// An archive that must not be read.
package struct HostileZip: Sendable {
  package var testDescription: String
  package var code: String
  package var bytes: [UInt8]

  package init(_ name: String, _ code: String, _ change: (inout ZipLab) -> Void) {
    testDescription = name
    self.code = code
    var lab = ZipLab(parts: [ZipLab.Part("a.xml", "<a/>"), ZipLab.Part("b.xml", "<b/>")])
    change(&lab)
    bytes = lab.bytes
  }

  /// A part of zeros packed to a thousandth.
  private static func zeros(_ count: Int) -> (packed: [UInt8], checksum: UInt32) {
    var zip = ZipWriter()
    zip.begin("z")
    let block = [UInt8](repeating: 0, count: 1 << 20)
    for _ in 0..<count >> 20 { zip.append(block) }
    zip.end()
    let bytes = zip.finish()
    let checksum = (14...17).reversed().reduce(0) { $0 << 8 | UInt32(bytes[$1]) }
    let size = (18...21).reversed().reduce(0) { $0 << 8 | Int(bytes[$1]) }
    return (Array(bytes[31..<31 + size]), checksum)
  }

  package static let all: [HostileZip] = names + sizes + structure

  private static let names: [HostileZip] = [
    HostileZip("path upwards", "archive-part-name") { $0.parts[0].name = "../a.xml" },
    HostileZip("path upwards inside", "archive-part-name") { $0.parts[0].name = "xl/../../a.xml" },
    HostileZip("path upwards, wrong slashes", "archive-part-name") { $0.parts[0].name = "xl\\..\\a.xml" },
    HostileZip("absolute path", "archive-part-name") { $0.parts[0].name = "/etc/passwd" },
    HostileZip("drive", "archive-part-name") { $0.parts[0].name = "C:\\a.xml" },
    HostileZip("empty name", "archive-part-name") { $0.parts[0].name = "" },
    HostileZip("NUL in a name", "archive-part-name") { $0.parts[0].name = "a.xml\0.txt" },
    HostileZip("the same name twice", "archive-part-twice") { $0.parts[1].name = "a.xml" },
    HostileZip("the same name in capitals", "archive-part-twice") { $0.parts[1].name = "A.XML" },
    HostileZip("another name in the header", "archive-damaged") { $0.parts[0].localName = "c.xml" },
  ]

  private static let sizes: [HostileZip] = [
    HostileZip("bomb that admits its size", "archive-too-large") {
      let (packed, checksum) = zeros(8 << 20)
      $0.parts[0].data = packed
      $0.parts[0].packedSize = UInt32(packed.count)
      $0.parts[0].method = 8
      $0.parts[0].checksum = checksum
      $0.parts[0].size = 8 << 20
    },
    HostileZip("bomb that understates its size", "archive-damaged") {
      let (packed, checksum) = zeros(8 << 20)
      $0.parts[0].data = packed
      $0.parts[0].packedSize = UInt32(packed.count)
      $0.parts[0].method = 8
      $0.parts[0].checksum = checksum
      $0.parts[0].size = 1000
    },
    HostileZip("part beyond the limit", "archive-too-large") { $0.parts[0].size = 400 << 20 | 1 },
    HostileZip("part of 4 GiB in the large form", "archive-too-large") {
      $0.parts[0].size = .max
      $0.parts[0].extra = [1, 0, 8, 0, 0, 0, 0, 0, 1, 0, 0, 0]
    },
    HostileZip("large form without its field", "archive-too-large") { $0.parts[0].size = .max },
    HostileZip("too much in all", "archive-too-large") {
      for index in 0..<130 {
        var part = ZipLab.Part("p\(index)", "x")
        part.size = 4 << 20
        $0.parts.append(part)
      }
    },
    HostileZip("too many parts", "archive-too-large") {
      for index in 0..<10_000 { $0.parts.append(ZipLab.Part("p\(index)", "")) }
    },
    HostileZip("size smaller than the data", "archive-damaged") { $0.parts[0].size = 3 },
    HostileZip("size larger than the data", "archive-damaged") { $0.parts[0].size = 5 },
  ]

  private static let structure: [HostileZip] = [
    HostileZip("encrypted part", "workbook-encrypted") { $0.parts[0].flags = 1 },
    HostileZip("strongly encrypted part", "workbook-encrypted") { $0.parts[1].flags = 0x41 },
    HostileZip("masked directory", "workbook-encrypted") { $0.parts[1].flags = 0x2000 },
    HostileZip("wrong checksum", "archive-damaged") { $0.parts[0].checksum ^= 1 },
    HostileZip("unknown method", "archive-method") { $0.parts[0].method = 14 },
    HostileZip("stored data said to be packed", "archive-damaged") { $0.parts[0].method = 8 },
    HostileZip("another part's header", "archive-damaged") { $0.parts[1].offset = 0 },
    HostileZip("part reaches into the next", "archive-overlap") {
      $0.parts[0].packedSize = 20
      $0.parts[0].size = 20
    },
    HostileZip("part reaches into the directory", "archive-damaged") { $0.parts[1].packedSize = 40 },
    HostileZip("header beyond the file", "archive-damaged") { $0.parts[0].offset = 1 << 30 },
    HostileZip("header elsewhere", "archive-damaged") { $0.parts[0].offset = 2 },
    HostileZip("other disk", "archive-split") { $0.disk = 1 },
    HostileZip("part on another disk", "archive-split") { $0.parts[0].disk = 1 },
    HostileZip("directory counts too few", "archive-damaged") { $0.count = 1 },
    HostileZip("directory counts too many", "archive-damaged") { $0.count = 3 },
    HostileZip("directory elsewhere", "archive-damaged") { $0.directoryOffset = 3 },
    HostileZip("directory beyond the file", "archive-damaged") { $0.directoryOffset = .max - 1 },
    HostileZip("directory of another size", "archive-damaged") { $0.directorySize = 1 },
    HostileZip("large end promised", "archive-damaged") { $0.directoryOffset = .max },
    HostileZip("bytes after the end", "workbook-not-archive") { $0.afterEnd = [1] },
    HostileZip("bytes before the start", "archive-damaged") { $0.prefix = Array("MZ".utf8) },
  ]
}
