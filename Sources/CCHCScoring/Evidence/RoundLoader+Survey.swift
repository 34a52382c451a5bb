import CCHCCriteria
import CCHCExact
import CCHCFiles
import CCHCTables

// Reads survey/*.csv: counts of answers, which add up.
extension RoundLoader {
  private static let surveyColumns = RowColumns(
    agency: SurveyColumn.agency, criterion: .criterion, criterionName: .criterionName)

  mutating func loadSurveys() {
    let files = folder.tables(of: SurveyColumn.schema)
    guard !files.isEmpty else { return }
    var finder = leafFinder()
    for file in files {
      guard let table = folder.table(file, SurveyColumn.schema, isRequired: true, &problems),
        let number = fileNumber(table)
      else {
        continue
      }
      var rows = table.rows()
      var found = ProblemList()
      defer { tell(&found, ofRowFor: nil) }
      while rows.next(&found) {
        let owner = finder.agency(rows, Self.surveyColumns, fileAgency: nil, &found)
        tell(&found, ofRowFor: owner)
        guard let agency = owner,
          let leaf = finder.leaf(rows, Self.surveyColumns, agency: agency, &problems),
          accepts(.survey, agency, leaf, rows, column: SurveyColumn.criterion),
          hasReadableInputs(agency, leaf)
        else { continue }
        readAnswers(rows, agency, leaf, number, finder)
      }
    }
    settleSurveys()
  }

  private mutating func readAnswers(
    _ rows: borrowing RowCursor, _ agency: Int, _ leaf: Int, _ fileNumber: UInt16,
    _ finder: borrowing LeafFinder
  ) {
    let mark = round.agencies[agency].firstLeaf + leaf
    round.evidence.marks[mark].insert(.isSurveyed)
    guard let input = rows.withBytes(SurveyColumn.answer, { finder.input($0, agency: agency, leaf: leaf) })
    else {
      return reportUnknownInput(rows, column: SurveyColumn.answer, agency, leaf, finder)
    }
    guard let count = rows.isEmpty(SurveyColumn.count) ? 1 : rows.withBytes(SurveyColumn.count, parseCount)
    else {
      let text = rows.text(SurveyColumn.count)
      problems.report(
        .countInvalid, at: rows.place(SurveyColumn.count), .text(text),
        suggestion: countWithoutThousandsMarks(text))
      noteRowFault(agency, leaf)
      round.evidence.marks[mark].insert(.isInvalid)
      return
    }
    let owner = round.agencies[agency].group
    let place = round.agencies[agency].firstFigure + round.groups[owner].set.leaves[leaf].firstInput + input
    let (sum, overflow) = round.evidence.figures[place].units.addingReportingOverflow(count)
    guard !overflow else {
      problems.report(.countInvalid, at: rows.place(SurveyColumn.count), .text(rows.text(SurveyColumn.count)))
      noteRowFault(agency, leaf)
      round.evidence.marks[mark].insert(.isInvalid)
      return
    }
    var figure = round.evidence.figures[place]
    if figure.row == 0 { (figure.row, figure.file) = (UInt32(clamping: rows.row), fileNumber) }
    figure.units = sum
    figure.state = .filed
    round.evidence.figures[place] = figure
    if !rows.isEmpty(SurveyColumn.respondentGroup) {
      rows.withBytes(SurveyColumn.respondentGroup) { respondents.add(count, figure: place, group: $0) }
    }
  }

  /// Sorts the answers of named groups of respondents, when all counts are read and carried over.
  mutating func settleAnswers() {
    (round.evidence.respondentGroups, round.evidence.answers) = respondents.sorted()
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
