package import CCHCExact
package import CCHCScoring

/// A scored round and the day that the papers of its issuer bear.
package struct DatedRound {
  let results: Results
  let day: Day

  package init(_ results: Results, on day: Day) { (self.results, self.day) = (results, day) }
}
