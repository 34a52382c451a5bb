import CCHCTally
import Testing

@Suite("Encodings of tables")
struct EncodingTests {
  private static let text = "mã cơ quan,tên\nSNV,Sở Nội vụ 🇻🇳\n"
  private static let wanted = [["SNV", "Sở Nội vụ 🇻🇳"]]

  private static func utf16(_ text: String, littleEndian: Bool) -> [UInt8] {
    let units = [0xFEFF] + Array(text.utf16)
    return units.flatMap { unit in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return littleEndian ? bytes.reversed() : bytes
    }
  }

  @Test("UTF-8 is read with and without a byte order mark, UTF-16 with one, in either byte order")
  func readsKnownEncodings() {
    let forms: [[UInt8]] = [
      Array(Self.text.utf8), [0xEF, 0xBB, 0xBF] + Array(Self.text.utf8),
      Self.utf16(Self.text, littleEndian: true), Self.utf16(Self.text, littleEndian: false),
    ]
    for bytes in forms {
      let reading = Reading(bytes)
      #expect(reading.pairs == Self.wanted, "first bytes \(bytes.prefix(4))")
      #expect(reading.problems.isEmpty)
    }
  }

  @Test(
    "Anything else is one error that says how to save the file again",
    arguments: [
      // Windows-1258, a lone continuation byte, an overlong slash, a surrogate, beyond U+10FFFF, a cut letter.
      [0x6D, 0xE3], [0x80], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE1, 0xBB],
      // A NUL, as binary files have; F5 and FF never occur; five-byte forms.
      [0x61, 0x00, 0x62], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xF8, 0x88, 0x80, 0x80, 0x80],
      // UTF-16 with half a unit, with a lone surrogate, with a NUL.
      [0xFF, 0xFE, 0x61], [0xFF, 0xFE, 0x00, 0xD8, 0x61, 0x00], [0xFE, 0xFF, 0x00, 0x00],
    ] as [[UInt8]])
  func refusesOtherEncodings(_ bytes: [UInt8]) throws {
    let head: [UInt8] = bytes.first == 0xFF || bytes.first == 0xFE ? [] : Array("agency,name\n".utf8)
    let reading = Reading(head + bytes)
    #expect(reading.rows.isEmpty)
    #expect(reading.problems == ["error file-encoding t.csv:-:-"])
    #expect(try #require(reading.messages.first).contains("CSV UTF-8"))
  }

  @Test("Letters at both ends of each UTF-8 length are read")
  func readsEdgesOfUTF8() {
    let letters = "\u{7F}\u{80}\u{7FF}\u{800}\u{D7FF}\u{E000}\u{FFFD}\u{10000}\u{10FFFF}"
    #expect(Reading("agency,name\nA,\(letters)\n").pairs == [["A", letters]])
  }

  @Test(
    "A file without any bytes, or with a byte order mark alone, has no header",
    arguments: [[], [0xEF, 0xBB, 0xBF]])
  func reportsEmptyFile(_ bytes: [UInt8]) throws {
    let reading = Reading(bytes)
    #expect(reading.problems == ["error file-empty t.csv:1:-"])
    #expect(try #require(reading.messages.first).contains("agency, name"))
  }
}
