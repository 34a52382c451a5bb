import CCHCCriteria
package import CCHCExact
package import CCHCFiles
import CCHCTables

/// A row of explanations/*.csv: an agency's answer to an appraisal.
package struct Explanation: Sendable {
  package let agency: Int
  package let leaf: Int
  /// The appraisal round that it answers.
  package let round: Int
  package let text: String
  package let document: String
  package let received: Day?
  package let place: Place
}

extension RoundLoader {
  private static let rowColumns = RowColumns(
    agency: ExplanationColumn.agency, criterion: .criterion, criterionName: .criterionName)

  mutating func loadExplanations() {
    let names = folder.tables(of: ExplanationColumn.schema)
    guard !names.isEmpty else { return }
    var finder = leafFinder()
    var keyed = KeyedRows<[Int]>()
    let appraised = Set(round.evidence.appraisals.map { [$0.agency, $0.leaf, $0.round] })
    for name in names {
      let fileAgency = finder.codes.number(of: TableFiles.stem(lastPathPart(name)))
      guard let table = folder.table(name, ExplanationColumn.schema, &problems) else {
        continue
      }
      var rows = table.rows()
      while rows.next(&problems) {
        guard let agency = finder.agency(rows, Self.rowColumns, fileAgency: fileAgency, &problems) else {
          continue
        }
        if let fileAgency, fileAgency != agency {
          problems.report(
            .agencyOfOtherFile, at: rows.place(ExplanationColumn.agency), .text(round.agencies[agency].code),
            .text(round.agencies[fileAgency].code))
          continue
        }
        guard
          let leaf = finder.leaf(rows, Self.rowColumns, agency: agency, &problems),
          let number = number(rows, agency, leaf),
          let text = rows.requiredText(ExplanationColumn.text, &problems)
        else { continue }
        let digest = rows.digest(of: [
          ExplanationColumn.text, ExplanationColumn.document, ExplanationColumn.received,
        ])
        guard keyed.isNew([agency, leaf, number], digest: digest, at: rows.place(), &problems) else {
          continue
        }
        if !appraised.contains([agency, leaf, number]) {
          problems.report(
            .explanationRound, at: rows.place(ExplanationColumn.round), .text(code(agency, leaf)),
            .count(number),
            .text(round.agencies[agency].code))
          continue
        }
        let explanation = Explanation(
          agency: agency, leaf: leaf, round: number, text: text,
          document: rows.text(ExplanationColumn.document),
          received: rows.day(ExplanationColumn.received, &problems),
          place: rows.place(ExplanationColumn.received))
        reportLate(explanation)
        round.explanations.append(explanation)
      }
    }
    round.explanations.sort { ($0.agency, $0.leaf, $0.round) < ($1.agency, $1.leaf, $1.round) }
  }

  /// The appraisal round that a row answers; nil where it names none, or the leaf is never appraised.
  private mutating func number(_ rows: borrowing RowCursor, _ agency: Int, _ leaf: Int) -> Int? {
    let declared = round.set(of: agency).leaves[leaf]
    guard declared.method != .survey, !declared.isMonitored else {
      problems.report(
        .explanationMethod, at: rows.place(ExplanationColumn.criterion), .text(code(agency, leaf)))
      return nil
    }
    guard let number = rows.withBytes(ExplanationColumn.round, parseCount), number > 0, number < 1_000 else {
      problems.report(
        .appraisalRound, at: rows.place(ExplanationColumn.round), .text(rows.text(ExplanationColumn.round)))
      return nil
    }
    return Int(number)
  }

  private mutating func reportLate(_ explanation: Explanation) {
    guard let received = explanation.received,
      let last = round.calendar[.explanation(explanation.round)]?.until, received > last
    else { return }
    problems.report(
      .explanationLate, at: explanation.place, .text(code(explanation.agency, explanation.leaf)),
      .day(received), .day(last))
  }
}
