extension Results {
  /// The leaf of the round before that an agency's leaf goes on from: the one of the same code and name.
  ///
  /// nil where no such round was loaded, where the agency is new or several became it, and where the criterion
  /// is another one.
  package func leafBefore(_ leaf: Int, of agency: Int) -> (results: Results, agency: Int, leaf: Int)? {
    guard let previous, previous.agencies.olds[agency].count == 1 else { return nil }
    let old = previous.agencies.olds[agency][0]
    let (set, before) = (round.set(of: agency), previous.results.round.set(of: old))
    let row = set.rows[set.leaves[leaf].row]
    guard let place = before.row(row.code), before.rows[place].name == row.name,
      let found = before.rows[place].leaf
    else { return nil }
    return (previous.results, old, found)
  }
}
