import CCHCTally
import TestSupport
import Testing

@Suite("Hostile tables")
struct HostileTableTests {
  @Test("A line of 20 MB without a closing quote is one problem", .timeLimit(.minutes(5)))
  func survivesLongOpenQuote() {
    let bytes = Array("agency,name\nA,\"".utf8) + [UInt8](repeating: 0x78, count: 20_000_000)
    #expect(Reading(bytes).problems == ["error quote-open t.csv:2:-"])
  }

  @Test("Random bytes never end the reading otherwise than with problems")
  func survivesRandomBytes() {
    var random = SeededGenerator("hostile bytes")
    let pieces: [[UInt8]] = [
      [0x22], [0x2C], [0x3B], [0x09], [0x0A], [0x0D], [0x23], [0x27], [0x3D], [0xC2, 0xA0], [0xC2], [0xFF],
      [0x00],
      Array("agency".utf8), Array("name".utf8), Array("ế".utf8), [0x20],
    ]
    for round in 0..<repetitions(1_500) {
      let head: [UInt8] = random.once(in: 2) ? Array("agency,name\n".utf8) : []
      let bytes = head + (0..<random.number(0...40)).flatMap { _ in random.pick(pieces) }
      let reading = Reading(bytes)
      let isRefused = reading.rows.isEmpty && !reading.problems.isEmpty
      #expect(
        isRefused || !head.isEmpty || bytes.count > 10, "CCHC_SEED=\(runSeed), round \(round), \(bytes)")
      #expect(zip(reading.numbers, reading.numbers.dropFirst()).allSatisfy { $0 < $1 })
      #expect(reading.rows.allSatisfy { $0.contains { !$0.isEmpty } || $0.count == 4 })
    }
  }

  @Test("Cut anywhere, a table gives the rows before the cut")
  func survivesCuts() {
    let whole = Array("agency,name\nA,\"một \"\"x\"\"\"\nB,hai\nC,\"ba\nbốn\"\n".utf8)
    let rows = Reading(whole).pairs
    for end in 12...whole.count {
      let reading = Reading(Array(whole[..<end]))
      let complete = reading.pairs.dropLast()
      #expect(Array(rows.prefix(complete.count)) == Array(complete), "cut at \(end)")
    }
  }

  @Test("A header with thousands of columns is answered")
  func survivesWideHeader() {
    let header = "agency,name," + (0..<2_000).map { "#\($0)" }.joined(separator: ",")
    #expect(Reading(header + "\nA,b\n").pairs == [["A", "b"]])
  }
}
