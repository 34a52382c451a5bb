import CCHCTables

/// The values of filed rows as they were written, where a value is not of its type.
package struct FiledTexts {
  private var values: [String: [Int: String]] = [:]

  /// No texts.
  package init() {}

  /// Reads the tables of a round's folder that hold such values of an agency.
  package init(_ round: Round, agency: Int, folder: String) {
    let owner = round.agencies[agency]
    let count = round.set(of: agency).inputCount
    let figures = round.evidence.figures[owner.firstFigure..<(owner.firstFigure + count)]
    let files = Set(
      figures.filter { $0.state == .invalid || $0.state == .conflict }.map {
        round.evidence.files[Int($0.file)]
      })
    for file in files { values[file] = Self.read(file, in: folder) }
  }

  private static func read(_ file: String, in folder: String) -> [Int: String] {
    var problems = ProblemList()
    let schema = Schema(
      required: ["value"],
      optional: ["criterion", "input", "agency", "criterion_name", "document", "note", "source", "year"])
    guard let bytes = try? readFile(joinedPath(folder, file)),
      let table = Table(bytes, file: file, schema: schema, problems: &problems)
    else { return [:] }
    var texts: [Int: String] = [:]
    var rows = table.rows()
    while rows.next(&problems) { texts[rows.row] = rows.text(0) }
    return texts
  }

  /// The text of a figure, `?` where its row is no longer there.
  package func value(of figure: Figure, in round: Round) -> String {
    values[round.evidence.files[Int(figure.file)]]?[Int(figure.row)] ?? "?"
  }
}
