package import CCHCCycle
package import CCHCScoring

/// A scored round and what its agencies owe on a day.
package struct FollowedRound {
  let results: Results
  let followUp: FollowUp

  package init(_ results: Results, _ followUp: FollowUp) {
    (self.results, self.followUp) = (results, followUp)
  }
}
