import CCHCTables

/// Rows of all agencies, of which those of one agency are found at once.
///
/// The rows of an agency keep the order in which they were given.
package struct ByAgency<Row: Sendable>: Sendable {
  private let rows: [Row]
  /// The index of the first row of each agency, and the number of all rows behind them.
  private let starts: [Int]

  /// Sorts rows by agency, in time that grows with the rows and the agencies.
  ///
  /// - Parameters:
  ///   - rows: The rows in any order.
  ///   - agencies: How many agencies there are.
  ///   - agency: The agency of a row.
  package init(_ rows: [Row], agencies: Int, agency: (Row) -> Int) {
    var starts = [Int](repeating: 0, count: agencies + 1)
    for row in rows { starts[agency(row) + 1] += 1 }
    for index in starts.indices.dropFirst() { starts[index] += starts[index - 1] }
    var next = starts
    var order = [Int](repeating: 0, count: rows.count)
    for (index, row) in rows.enumerated() {
      order[next[agency(row)]] = index
      next[agency(row)] += 1
    }
    self.rows = order.map { rows[$0] }
    self.starts = starts
  }

  /// The rows of an agency.
  package subscript(agency: Int) -> ArraySlice<Row> { rows[starts[agency]..<starts[agency + 1]] }
}
