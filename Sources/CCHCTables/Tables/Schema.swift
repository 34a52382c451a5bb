/// One column that a table may have.
package struct Column: Sendable {
  package let name: String
  /// Names in Vietnamese, the preferred one first.
  package let vietnamese: [String]
  package let isRequired: Bool

  package init(_ name: String, vietnamese: [String], isRequired: Bool = false) {
    self.name = name
    self.vietnamese = vietnamese
    self.isRequired = isRequired
  }
}

/// The columns of one kind of table; a cell is asked for by its column's place in this list.
package struct Schema: Sendable {
  package let columns: [Column]
  /// Headings that a table must not have, in comment columns either; nil where any may stand.
  package var refusal: Refusal?

  package init(_ columns: [Column]) { self.columns = columns }

  /// Headings for which a table is not read at all.
  package struct Refusal: Sendable {
    let code: ProblemCode
    /// Whether a folded heading is refused.
    let isRefused: @Sendable (String) -> Bool

    package init(_ code: ProblemCode, _ isRefused: @escaping @Sendable (String) -> Bool) {
      self.code = code
      self.isRefused = isRefused
    }
  }

  /// The place of a column by any of its names, nil where there is none.
  fileprivate func place(of heading: String) -> Int? {
    let folded = heading.folded
    return columns.firstIndex { column in
      column.name == folded || column.vietnamese.contains { $0 == folded }
    }
  }

  fileprivate var allNames: [String] { columns.flatMap { $0.vietnamese + [$0.name] } }
}

/// Where the columns of a schema stand in one file.
package struct Header: Sendable {
  /// For each column of the schema its place in a row, nil where the file lacks it.
  let places: [Int?]
  /// For each column of the schema its heading as the file writes it, else its Vietnamese name.
  let headings: [String]
  /// How many cells the header row has.
  let width: Int

  /// Finds the columns of a schema among the headings of a file and reports what does not fit.
  ///
  /// - Returns: nil where a required column is missing, so that the rows cannot be read.
  init?(
    _ cells: [String], schema: Schema, at place: Place, problems: inout ProblemList
  ) {
    var places = [Int?](repeating: nil, count: schema.columns.count)
    var headings = schema.columns.map { $0.vietnamese.first ?? $0.name }
    var width = cells.count
    while width > 0, cells[width - 1].isEmpty { width -= 1 }
    var isComplete = true
    for (position, heading) in cells.prefix(width).enumerated() {
      var here = place
      here.column = heading
      if place.sheet != nil {
        here.cell = CellPosition(row: place.row ?? 1, column: position + 1).text
      }
      let bare = heading.drop { $0 == "#" || $0 == " " }
      if let refusal = schema.refusal, schema.place(of: heading) == nil,
        refusal.isRefused(String(bare).folded)
      {
        problems.report(refusal.code, at: here, heading)
        isComplete = false
        continue
      }
      if heading.hasPrefix("#") { continue }
      guard let column = schema.place(of: heading) else {
        problems.report(
          .columnUnknown, at: here, heading, suggestion: nearest(to: heading, among: schema.allNames))
        continue
      }
      guard places[column] == nil else {
        problems.report(.columnTwice, at: here, heading)
        continue
      }
      places[column] = position
      headings[column] = heading
    }
    for (column, found) in zip(schema.columns, places) where column.isRequired && found == nil {
      problems.report(.columnMissing, at: place, column.vietnamese.first ?? column.name, column.name)
      isComplete = false
    }
    guard isComplete else { return nil }
    self.places = places
    self.headings = headings
    self.width = width
  }
}
