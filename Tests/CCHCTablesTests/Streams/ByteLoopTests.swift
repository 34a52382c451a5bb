import CBytes
import TestSupport
import Testing

@testable import CCHCCycle
@testable import CCHCExact
@testable import CCHCFiles
@testable import CCHCTables

@Suite("Loops over bytes")
struct ByteLoopTests {
  @Test("SHA-256 is the same by instructions, by Swift, and in pieces")
  func digests() {
    var random = SeededGenerator("digests")
    for _ in 0..<repetitions(60) {
      let bytes = (0..<random.number(0...400)).map { _ in UInt8.random(in: 0...255, using: &random) }
      let wanted = sha256(bytes)
      for isFast in [false, cchc_has_sha() != 0] {
        var digest = SHA256(isFast: isFast)
        var start = 0
        while start < bytes.count {
          let end = min(bytes.count, start + random.number(1...130))
          digest.update(bytes.span.extracting(start..<end))
          start = end
        }
        #expect(digest.finish() == wanted, "CCHC_SEED=\(runSeed)")
      }
    }
  }

  @Test("UTF-8 is sound by instructions where it is by Swift")
  func texts() throws {
    try #require(cchc_has_shuffle() != 0 || !isIntel)
    var random = SeededGenerator("texts")
    let letters = [
      "a", "é", "ế", "😀", "\u{7FF}", "\u{800}", "\u{FFFF}", "\u{10FFFF}", "\u{D7FF}", "\u{E000}",
    ]
    for _ in 0..<repetitions(4000) {
      var bytes = (0..<random.number(0...60)).flatMap { _ in Array(random.pick(letters).utf8) }
      if !bytes.isEmpty, !random.once(in: 4) {
        for _ in 0..<random.number(1...2) {
          let place = random.number(0...(bytes.count - 1))
          bytes[place] =
            random.once(in: 3)
            ? UInt8.random(in: 0...255, using: &random) : bytes[place] ^ (1 << UInt8(random.number(0...7)))
        }
        if random.once(in: 3) { bytes.removeLast(random.number(0...min(3, bytes.count))) }
      }
      #expect(isText(bytes.span) == isShortText(bytes.span), "CCHC_SEED=\(runSeed): \(bytes)")
    }
  }

  private var isIntel: Bool {
    #if arch(x86_64)
      true
    #else
      false
    #endif
  }

  @Test("A memo gives each word its own meaning, whatever its length, or none")
  func memo() {
    let memo = WordMemo(for: 8)
    var random = SeededGenerator("memo")
    for _ in 0..<repetitions(5000) {
      let number = random.number(0...900)
      // Words that differ in one letter, at every place of a word.
      var word = [UInt8](repeating: UInt8(ascii: "a"), count: 1 + number % 130)
      word[number % word.count] = UInt8(65 + number % 26)
      let count = word.count
      let meaning = Int32(word.reduce(0) { ($0 * 31 + Int($1)) % 1_000_003 })
      word += [UInt8](repeating: UInt8.random(in: 0...255, using: &random), count: 8)
      word.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return }
        let known = memo.meaning(base, count)
        #expect(known == WordMemo.unknown || known == meaning)
        memo.remember(base, count, meaning)
        #expect(memo.meaning(base, count) == (count <= 120 ? meaning : WordMemo.unknown))
      }
    }
  }

  @Test(
    "Dates with and without a time",
    arguments: [
      ("2023-04-01", "2023-04-01"), ("01/04/2023", "2023-04-01"), ("1/4/2023", "2023-04-01"),
      ("01/04/2023 8:05", "2023-04-01"), ("2023-04-01T08:05:59", "2023-04-01"),
      ("2023-04-01 23:59:59.123456", "2023-04-01"), ("1/4/2023 00:00", "2023-04-01"),
      ("29/02/2024", "2024-02-29"), ("29/02/2023", nil), ("31/04/2023", nil), ("01/04/2023 24:00", nil),
      ("01/04/2023 8:5", nil), ("01/04/2023 8", nil), ("01/04/2023x08:05", nil), ("01/04/1900", nil),
      ("2023-4-1", nil), ("01-04-2023", nil), ("2023/04/01", nil), ("01/04/2023 08:05:00.", nil),
      ("01/04/2200", nil), ("", nil), ("00/01/2023", nil), ("01/13/2023", nil),
      ("01/04/2023 08:05:00 1", nil),
    ] as [(String, String?)])
  func moments(text: String, day: String?) {
    #expect(parseDayOfMoment(Array(text.utf8).span)?.isoText == day)
  }

  @Test("Fast dates are exact dates, or leave the cell to the exact reading")
  func fastDates() {
    let days = CellDays()
    var random = SeededGenerator("dates")
    let digits = Array("0123456789/-T: ".utf8)
    for round in 0..<repetitions(20_000) {
      var text: [UInt8]
      if round.isMultiple(of: 2), let day = Day(number: random.number(-25_000...84_000) as Int?) {
        let (year, month, date) = day.components
        text = Array(random.pick([day.isoText, "\(date)/\(month)/\(year)", day.documentText]).utf8)
        if random.once(in: 3) {
          text += Array(random.pick([" 08:15", "T23:59:59", " 8:15:00", " 25:00"]).utf8)
        }
        if random.once(in: 4) { text[random.number(0...(text.count - 1))] = random.pick(digits) }
      } else {
        text = (0..<random.number(1...12)).map { _ in random.pick(digits) }
      }
      let count = text.count
      let exact = parseDayOfMoment(text.span)
      text += [UInt8](repeating: 0x20, count: 16)
      let fast = text.withUnsafeBufferPointer { $0.baseAddress.map { days.day($0, count) } ?? 0 }
      #expect(fast == ColumnReader.odd || fast == exact.map { Int32($0.number) }, "\(text)")
      // The usual forms are never left to the exact reading.
      if let exact, count == 10 { #expect(fast == Int32(exact.number), "\(text)") }
    }
  }

  @Test("Workers all work, and all have ended")
  func workers() {
    final class Sum: @unchecked Sendable {
      let lock = Lock()
      var value = 0
    }
    let sum = Sum()
    runWorkers(4) {
      for _ in 0..<1000 {
        sum.lock.lock()
        sum.value += 1
        sum.lock.unlock()
      }
    }
    #expect(sum.value == 4000)
  }
}

extension Day {
  fileprivate init?(number: Int?) {
    guard let number else { return nil }
    self.init(number: number)
    guard (1901...2199).contains(components.year) else { return nil }
  }
}
