import Foundation

/// The seed of this run: `CCHC_SEED` where the environment gives one, else a new one, printed once.
package let runSeed: UInt64 = {
  let given = ProcessInfo.processInfo.environment["CCHC_SEED"].flatMap { UInt64($0) }
  let seed = given ?? UInt64.random(in: 0...UInt64(UInt32.max))
  print("Random tests run with CCHC_SEED=\(seed)")
  return seed
}()

/// How often a random test repeats itself: `CCHC_REPEAT` times as often where the environment says so.
package func repetitions(_ usual: Int) -> Int {
  let factor = ProcessInfo.processInfo.environment["CCHC_REPEAT"].flatMap { Int($0) } ?? 1
  return usual * max(1, factor)
}

/// Random numbers that a seed repeats (SplitMix64).
package struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  /// The generator of one test, by the run's seed and the test's name.
  package init(_ test: String) {
    state = test.utf8.reduce(runSeed ^ 0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number of a range.
  package mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// True about once in so many times.
  package mutating func once(in times: Int) -> Bool { number(1...times) == 1 }

  /// One of some things, of which there must be at least one.
  package mutating func pick<Thing>(_ things: [Thing]) -> Thing { things[number(0...(things.count - 1))] }
}
