import CCHCFiles
import CCHCOffice

/// Where the columns of a schema stand in one file.
package struct Header: Sendable {
  /// For each column of the schema its place in a row, nil where the file lacks it.
  let places: [Int?]
  /// For each column of the schema its heading as the file writes it, else its name in the language of the others.
  let headings: [String]
  /// How many cells the header row has.
  let width: Int

  /// Finds the columns of a schema among the headings of a file and reports what does not fit.
  ///
  /// - Returns: nil where a required column is missing, so that the rows cannot be read.
  init?(
    _ cells: [String], schema: TableSchema, at place: Place, problems: inout ProblemList
  ) {
    var places = [Int?](repeating: nil, count: schema.columns.count)
    var headings = schema.headings
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
      if let refusal = schema.refusal, schema.index(of: heading) == nil,
        refusal.isRefused(String(bare).folded)
      {
        problems.report(refusal.code, at: here, .text(heading))
        isComplete = false
        continue
      }
      if heading.hasPrefix("#") { continue }
      guard let column = schema.index(of: heading) else {
        problems.report(
          .columnUnknown, at: here, .text(heading),
          suggestion: nearest(to: heading, among: schema.names.flatMap(\.self)))
        continue
      }
      guard places[column] == nil else {
        problems.report(.columnTwice, at: here, .text(heading))
        continue
      }
      places[column] = position
      headings[column] = heading
    }
    for (index, column) in schema.columns.enumerated() where column.isRequired && places[index] == nil {
      problems.report(
        .columnMissing, at: place,
        .phrase(vi: "“\(column.vietnamese)” (tiếng Anh: “\(column.name)”)", en: "“\(column.name)”"))
      isComplete = false
    }
    guard isComplete else { return nil }
    // Problems name a column that the file lacks in the language of its other headings.
    let isEnglish = zip(schema.columns, zip(places, headings)).allSatisfy { column, found in
      found.0 == nil || found.1 == column.name
    }
    if isEnglish {
      for index in schema.columns.indices where places[index] == nil {
        headings[index] = schema.columns[index].name
      }
    }
    self.places = places
    self.headings = headings
    self.width = width
  }
}
