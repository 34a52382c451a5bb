import CCHCTables
import Glibc

// Measures parts of the engine for Tests/Benchmarks; each job prints one line of JSON.

/// What a job measured.
struct Measure {
  /// Named times in seconds, in the order of their steps.
  var seconds: [(name: String, value: Duration)]
  /// How many cells were written or read.
  var cells: Int
  /// The most memory that the process had before the last step, in KiB; 0 where nobody asks.
  var peakBefore = 0

  /// `{"seconds":{"write":0.123456},"cells":1000,"peak_before":0}`.
  var json: String {
    let times = seconds.map { name, value in
      let (seconds, attoseconds) = value.components
      let micros = Int128(seconds) * 1_000_000 + Int128(attoseconds / 1_000_000_000_000)
      return "\"\(name)\":\(decimalText(micros, decimals: 6))"
    }
    return
      "{\"seconds\":{\(times.joined(separator: ","))},\"cells\":\(cells),\"peak_before\":\(peakBefore)}\n"
  }
}

/// The jobs by name: what they need, and what they do with it.
let jobs: [(name: String, usage: String, count: Int, run: ([String]) throws -> Measure)] = [
  ("write-table", "IN.csv OUT.xlsx", 2, { try writeTable(from: $0[0], to: $0[1]) }),
  ("read-table", "IN.xlsx OUT.csv", 2, { try readTable(from: $0[0], to: $0[1]) }),
  (
    "generate", "cases --rows N --seed S --round ROUND OUT.csv", 8,
    { words in
      guard words[0] == "cases", words[1] == "--rows", let rows = Int(words[2]), words[3] == "--seed",
        let seed = UInt64(words[4]), words[5] == "--round"
      else {
        throw FileError(
          path: words.joined(separator: " "), reason: "cases --rows N --seed S --round ROUND OUT.csv")
      }
      return try generateCases(rows: rows, seed: seed, round: words[6], to: words[7])
    }
  ),
  (
    "write-results", "ROUND CRITERIA OUT.xlsx", 3, { try writeResults(of: $0[0], criteria: $0[1], to: $0[2]) }
  ),
]

let words = Array(CommandLine.arguments.dropFirst())
guard let job = jobs.first(where: { $0.name == words.first && $0.count == words.count - 1 }) else {
  let usage = jobs.map { "cchc-bench \($0.name) \($0.usage)\n" }.joined()
  try writeAll(Array(usage.utf8), to: STDERR_FILENO, path: "stderr")
  exit(2)
}
do {
  let measure = try job.run(Array(words.dropFirst()))
  try writeAll(Array(measure.json.utf8), to: STDOUT_FILENO, path: "stdout")
} catch {
  try writeAll(Array("\(job.name): \(error)\n".utf8), to: STDERR_FILENO, path: "stderr")
  exit(1)
}
