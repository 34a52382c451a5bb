import CCHCTables

// Reads survey/*.csv: counts of answers, which add up.
extension RoundLoader {
  private static let surveySchema = Schema(
    required: ["agency", "criterion", "answer"], optional: ["count", "respondent_group"])
  private static let surveyColumns = RowColumns(agency: 0, criterion: 1, criterionName: nil)

  mutating func loadSurveys() {
    var finder = LeafFinder(round)
    for file in folder.tables(in: "survey") {
      let path = "survey/\(file)"
      guard let table = folder.table(path, Self.surveySchema, &problems), let number = fileNumber(path) else { continue }
      var rows = table.rows()
      while rows.next(&problems) {
        guard let agency = agency(rows, Self.surveyColumns, fileAgency: nil, &finder, &problems),
          let leaf = leaf(rows, Self.surveyColumns, agency: agency, &finder, &problems),
          accepts(.survey, agency, leaf, at: rows.place(1))
        else { continue }
        readAnswers(rows, agency, leaf, number)
      }
    }
    settleSurveys()
  }

  private mutating func readAnswers(_ rows: RowCursor, _ agency: Int, _ leaf: Int, _ fileNumber: UInt16) {
    let set = round.set(of: agency)
    let inputs = set.leaves[leaf].inputs
    let mark = round.agencies[agency].firstLeaf + leaf
    round.evidence.marks[mark].insert(.isSurveyed)
    let answer = rows.text(2)
    guard let input = inputs.firstIndex(where: { $0.name == answer }) else {
      let names = inputs.map(\.name)
      problems.report(
        .inputUnknown, at: rows.place(2), set.rows[set.leaves[leaf].row].code, answer, names.joined(separator: ", "),
        suggestion: nearest(to: answer, among: names))
      noteRowFault(agency, leaf)
      round.evidence.marks[mark].insert(.isInvalid)
      return
    }
    guard let count = rows.isEmpty(3) ? 1 : rows.withBytes(3, parseCount) else {
      let text = rows.text(3)
      problems.report(.countInvalid, at: rows.place(3), text, suggestion: countWithoutThousandsMarks(text))
      noteRowFault(agency, leaf)
      round.evidence.marks[mark].insert(.isInvalid)
      return
    }
    let place = round.agencies[agency].firstFigure + set.leaves[leaf].firstInput + input
    let (sum, overflow) = round.evidence.figures[place].units.addingReportingOverflow(count)
    var figure = round.evidence.figures[place]
    if figure.row == 0 { (figure.row, figure.file) = (UInt32(clamping: rows.row), fileNumber) }
    figure.units = overflow ? figure.units : sum
    figure.state = overflow ? .invalid : .filed
    round.evidence.figures[place] = figure
  }

  /// Gives 0 to the answers that nobody gave on leaves that have answers.
  private mutating func settleSurveys() {
    for agency in round.agencies {
      for (number, leaf) in round.groups[agency.group].set.leaves.enumerated()
      where round.evidence.marks[agency.firstLeaf + number].contains(.isSurveyed) {
        for input in leaf.inputs.indices {
          let place = agency.firstFigure + leaf.firstInput + input
          if round.evidence.figures[place].state == .absent { round.evidence.figures[place].state = .filed }
        }
      }
    }
  }
}
