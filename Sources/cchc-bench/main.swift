import CCHCFiles
import CCHCTables
import Glibc

// Makes tables to measure with, and measures parts of the engine for Tests/Benchmarks; jobs print lines of JSON.

/// A job that a call names.
struct Job {
  let name: String
  let usage: String
  /// The options, each with a value, and how many operands it needs.
  var options: Set<String> = []
  let operands: Int
  /// Does the job and gives what it prints.
  let run: (BenchCall) throws -> String
}

let anyNumber = 1...Int.max

let jobs = [
  Job(name: "write-table", usage: "IN.csv OUT.xlsx", operands: 2) {
    try writeTable(from: $0.operands[0], to: $0.operands[1]).json
  },
  Job(name: "read-table", usage: "IN.xlsx OUT.csv", operands: 2) {
    try readTable(from: $0.operands[0], to: $0.operands[1]).json
  },
  Job(name: "write-results", usage: "ROUND CRITERIA OUT.xlsx", operands: 3) {
    try writeResults(of: $0.operands[0], criteria: $0.operands[1], to: $0.operands[2]).json
  },
  Job(
    name: "generate cases", usage: "--rows N [--seed S] --round ROUND OUT.csv",
    options: ["rows", "seed", "round"], operands: 1
  ) {
    try generateCases(
      rows: $0.number("rows", in: anyNumber), seed: UInt64($0.number("seed", in: 0...Int.max, default: 1)),
      round: $0.text("round"), to: $0.operands[0]
    ).json
  },
  Job(
    name: "generate national", usage: "--agencies N --leaves L [--seed S] FOLDER",
    options: ["agencies", "leaves", "seed"], operands: 1
  ) {
    try generateNational(
      agencies: $0.number("agencies", in: 1...99_999),
      leaves: $0.number("leaves", in: NationalSet.leafCounts),
      seed: UInt64($0.number("seed", in: 0...Int.max, default: 1)), to: $0.operands[0]
    ).json
  },
  Job(
    name: "run", usage: "ROUND CRITERIA [--repeat N] [--jobs J]", options: ["repeat", "jobs"], operands: 2
  ) { call in
    try measureRuns(
      round: call.operands[0], criteria: call.operands[1],
      repeats: call.number("repeat", in: 1...1_000, default: 5),
      jobs: call.number("jobs", in: 1...1_024, default: coreCount))
  },
  // One repeat of `run`, in a process of its own.
  Job(name: "run-once", usage: "ROUND CRITERIA JOBS FOLDER", operands: 4) {
    try runOnce(
      round: $0.operands[0], criteria: $0.operands[1], jobs: Int($0.operands[2]) ?? coreCount,
      to: $0.operands[3])
  },
]

let words = Array(CommandLine.arguments.dropFirst())
guard let job = jobs.first(where: { words.starts(with: $0.name.split(separator: " ").map(String.init)) })
else {
  let usage = jobs.map { "cchc-bench \($0.name) \($0.usage)\n" }.joined()
  try writeAll(Array(usage.utf8), to: STDERR_FILENO, path: "stderr")
  exit(2)
}
do {
  let rest = Array(words.dropFirst(job.name.split(separator: " ").count))
  let text = try job.run(BenchCall(rest, options: job.options, operands: job.operands))
  try writeAll(Array(text.utf8), to: STDOUT_FILENO, path: "stdout")
} catch let fault as BenchCall.Fault {
  let text = "\(fault.text)\ncchc-bench \(job.name) \(job.usage)\n"
  try writeAll(Array(text.utf8), to: STDERR_FILENO, path: "stderr")
  exit(2)
} catch {
  try writeAll(Array("\(job.name): \(error)\n".utf8), to: STDERR_FILENO, path: "stderr")
  exit(1)
}
