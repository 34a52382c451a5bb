import Foundation
import TestSupport

// Compares the evaluator with slow fractions on as many random rules as its argument says, on every core.

guard CommandLine.arguments.count == 2, let total = Int(CommandLine.arguments[1]), total > 0 else {
  FileHandle.standardError.write(Data("random-rules COUNT (the seed is CCHC_SEED)\n".utf8))
  exit(2)
}
let start = ContinuousClock.now
let run = try await RandomRules.run(total)
for fault in run.faults.prefix(20) { print(fault) }
print(run.seen.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))
print("\(run.count) rules in \(ContinuousClock.now - start), differences: \(run.faults.count)")
exit(run.faults.isEmpty ? 0 : 1)

/// Parts of a run, each with rules of its own.
enum RandomRules {
  private static let share = 10_000

  static func run(_ total: Int) async throws -> (faults: [String], seen: [String: Int], count: Int) {
    try await withThrowingTaskGroup(of: RuleDifference.self) { group in
      for part in 0..<(total + share - 1) / share {
        group.addTask { try RuleDifference(part: part, count: min(share, total - part * share)) }
      }
      var result = (faults: [String](), seen: [String: Int](), count: 0)
      for try await part in group {
        result.faults += part.faults
        result.seen.merge(part.seen) { $0 + $1 }
        result.count += part.count
      }
      return result
    }
  }
}
