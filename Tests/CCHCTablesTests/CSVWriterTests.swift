import CCHCExact
import CCHCFiles
import CCHCTables
import CCHCTally
import TestSupport
import Testing

@Suite("Writing CSV")
struct CSVWriterTests {
  private func written(_ locale: CSVLocale, _ body: (inout CSVWriter) -> Void) -> String {
    var writer = CSVWriter(locale: locale)
    body(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test("A file begins with a byte order mark and its rows end in CRLF")
  func writesMarkAndLineEnds() {
    var writer = CSVWriter(locale: .english)
    writer.text("a")
    writer.endRow()
    #expect(writer.bytes == [0xEF, 0xBB, 0xBF, 0x61, 0x0D, 0x0A])
  }

  @Test("English files have commas and points, Vietnamese ones semicolons and decimal commas")
  func writesLocales() {
    let row: (inout CSVWriter) -> Void = { writer in
      writer.text("SNV")
      writer.integer(2)
      writer.number(-9180, decimals: 2)
      writer.empty()
      writer.number(12, decimals: 0)
      writer.endRow()
    }
    #expect(written(.english, row) == "\u{FEFF}SNV,2,-91.80,,12\r\n")
    #expect(written(.vietnamese, row) == "\u{FEFF}SNV;2;-91,80;;12\r\n")
  }

  @Test(
    "A cell is quoted where a delimiter of either locale, a quote or a line break stands in it",
    arguments: [
      ("a,b", "\"a,b\""), ("a;b", "\"a;b\""), ("a\tb", "\"a\tb\""), ("a\nb", "\"a\nb\""),
      ("a\rb", "\"a\rb\""),
      ("a\"b", "\"a\"\"b\""), ("a b", "a b"), ("", ""),
    ])
  func quotes(_ text: String, _ wanted: String) {
    for locale in [CSVLocale.english, .vietnamese] {
      #expect(written(locale) { $0.text(text) } == "\u{FEFF}" + wanted)
    }
  }

  @Test(
    "A text that a spreadsheet would run begins with '",
    arguments: [
      ("=1", "'=1"), ("+84", "'+84"), ("-x", "'-x"), ("@a", "'@a"), ("\tx", "\"'\tx\""), ("\rx", "\"'\rx\""),
      ("a=1", "a=1"), ("'a", "'a"), (" =1", " =1"),
    ])
  func guards(_ text: String, _ wanted: String) {
    #expect(written(.english) { $0.text(text) } == "\u{FEFF}" + wanted)
  }

  @Test(
    "Numbers keep their decimals and 0 never bears a sign",
    arguments: [
      (0, 2, "0.00"), (-0, 2, "0.00"), (5, 2, "0.05"), (-5, 2, "-0.05"), (123, 0, "123"), (-123, 0, "-123"),
      (9180, 2, "91.80"), (100, 2, "1.00"), (1, 4, "0.0001"), (-10_000, 4, "-1.0000"),
      (Int128(UInt64.max), 2, "184467440737095516.15"), (Int128(UInt64.max) + 1, 2, "184467440737095516.16"),
      (.max, 4, "17014118346046923173168730371588410.5727"),
      (-.max, 0, "-170141183460469231731687303715884105727"),
    ] as [(Int128, Int, String)])
  func writesNumber(_ units: Int128, _ decimals: Int, _ wanted: String) {
    #expect(decimalText(units, decimals: decimals) == wanted)
    #expect(written(.english) { $0.number(units, decimals: decimals) } == "\u{FEFF}" + wanted)
  }

  @Test("Random texts come back from the reader trimmed and otherwise as they were")
  func roundTrips() {
    var random = SeededGenerator("csv round trip")
    let pieces = [
      "=", "+", "-", "@", "\t", "\r", "\n", "\r\n", "'", "\"", "\"\"", ",", ";", " ", "\u{A0}", "#", "a", "ế",
      "e\u{302}\u{301}",
      "🇻🇳", "1", ".", "%", "\u{FEFF}", "{0}", "\\",
    ]
    for round in 0..<repetitions(2_000) {
      var text = (0..<random.number(0...6)).map { _ in random.pick(pieces) }.joined()
      // FORMATS 6 gives such a text no guard of its own, so the reader takes its ' for the writer's.
      while text.hasPrefix("'") { text.removeFirst() }
      let locale: CSVLocale = random.once(in: 2) ? .english : .vietnamese
      var writer = CSVWriter(locale: locale)
      for cell in ["agency", "name", "value"] { writer.text(cell) }
      writer.endRow()
      for cell in ["A", text, "z"] { writer.text(cell) }
      writer.endRow()
      let reading = Reading(writer.bytes)
      #expect(
        reading.rows.map { $0.map { Array($0.utf8) } } == [
          ["A", text.trimmed, "z", ""].map { Array($0.utf8) }
        ],
        "CCHC_SEED=\(runSeed), round \(round), \(text.debugDescription)")
      #expect(reading.problems.isEmpty)
    }
  }

  @Test("Random numbers come back from the reader")
  func roundTripsNumbers() throws {
    var random = SeededGenerator("csv numbers")
    for _ in 0..<repetitions(500) {
      let decimals = random.number(0...6)
      let units = Int64(random.number(-999_999_999_999...999_999_999_999))
      for mark in [Unicode.Scalar("."), ","] {
        let bytes = Array(decimalText(Int128(units), decimals: decimals, mark: mark).utf8)
        let found = parseNumber(bytes.span)
        let number = try #require(found, "CCHC_SEED=\(runSeed), \(units), \(decimals)")
        #expect(number.value == Decimal(units: units, scale: decimals))
      }
    }
  }
}
