import CCHCFiles
import CCHCOffice

/// Compares zipped files by their parts: how parts are packed may differ between releases of zlib.
struct PackageComparison {
  private let found: ZipArchive
  private let expected: ZipArchive

  /// - Throws: `WorkbookFault` where a file is no archive, or one that must not be opened.
  init(_ found: [UInt8], _ expected: [UInt8]) throws(WorkbookFault) {
    self.found = try ZipArchive(found)
    self.expected = try ZipArchive(expected)
  }

  /// The first part that differs or stands in one file alone; nil where all parts are the same.
  func firstPart() throws(WorkbookFault) -> String? {
    for name in Set(expected.names + found.names).sorted(by: precedesInBytes)
    where try found.part(name) != expected.part(name) {
      return name
    }
    return nil
  }

  /// The first paragraph of a part whose text differs; nil where all say the same.
  func firstParagraph(in part: String) throws(WorkbookFault) -> TextDifference? {
    TextDifference(paragraphs: try Self.paragraphs(part, of: found), try Self.paragraphs(part, of: expected))
  }

  /// The texts of the paragraphs of a part, in the order of the document.
  private static func paragraphs(_ name: String, of archive: ZipArchive) throws(WorkbookFault) -> [String] {
    guard let part = try archive.part(name) else { return [] }
    var paragraphs: [String] = []
    var text: [UInt8] = []
    var index = 0
    while index < part.count {
      guard part[index] == UInt8(ascii: "<") else {
        text.append(part[index])
        index += 1
        continue
      }
      let end = part[index...].firstIndex(of: UInt8(ascii: ">")) ?? part.count - 1
      if part[index...end].elementsEqual("</w:p>".utf8) {
        paragraphs.append(plain(text))
        text = []
      }
      index = end + 1
    }
    return paragraphs
  }

  private static func plain(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self).replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&amp;", with: "&").trimmed
  }
}
