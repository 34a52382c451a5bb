import CCHCBooks
import CCHCScoring
import Glibc

/// Loads and scores a round and writes its results.xlsx; each step is timed.
///
/// - Throws: `FileError` where a file cannot be read or written.
func writeResults(of round: String, criteria: String, to target: String) throws -> Measure {
  let clock = ContinuousClock()
  let start = clock.now
  let outcome = RoundLoader.load(round, options: .init(criteriaFolder: criteria))
  if let failure = outcome.failures.first { throw failure }
  let loaded = clock.now
  let results = Scorer.score(outcome)
  let scored = clock.now
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  let bytes = ResultsWorkbook.bytes(results)
  try writeFile(bytes, to: target)
  let written = clock.now
  return Measure(
    seconds: [("load", loaded - start), ("score", scored - loaded), ("write", written - scored)],
    cells: results.scores.count, peakBefore: usage.ru_maxrss)
}
