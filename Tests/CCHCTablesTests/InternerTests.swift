import CCHCFiles
import TestSupport
import Testing

@Suite("Interner")
struct InternerTests {
  @Test("It numbers names as a dictionary would, through every growth")
  func agreesWithDictionary() {
    var random = SeededGenerator("interner")
    var interner = Interner()
    var known: [String: Int] = [:]
    let pieces = ["a", "b", "S", "N", "V", ".", "1", "-", "_", "ế", ""]
    for _ in 0..<repetitions(3_000) {
      let name = (0..<random.number(0...5)).map { _ in random.pick(pieces) }.joined()
      #expect(interner.number(of: name) == known[name], "CCHC_SEED=\(runSeed), \(name)")
      if random.once(in: 2) {
        let number = known[name] ?? known.count
        known[name] = number
        #expect(interner.insert(name) == number)
      }
    }
    #expect(known.count > 64)
    #expect(interner.names.count == known.count)
    for (name, number) in known { #expect(interner.names[number] == name) }
  }

  @Test("Names differ by every byte: case, Unicode form, prefixes")
  func comparesBytes() {
    let interner = Interner(["SNV", "SN", "SNVX", "ế"])
    #expect(interner.number(of: "SNV") == 0)
    #expect(interner.number(of: "snv") == nil)
    #expect(interner.number(of: "S") == nil)
    #expect(interner.number(of: "") == nil)
    #expect(interner.number(of: "e\u{302}\u{301}") == nil)
    let key = Array("SNVX".utf8)
    let answers = (0...2).map { interner.isEqual($0, key.span) }
    #expect(answers == [false, false, true])
  }
}
