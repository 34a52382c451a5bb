import CCHCCriteria
package import CCHCScoring
package import CCHCTables

/// The counts of the survey as CSV and JSON, and in short for a terminal.
package enum SurveyCounts {
  /// Every count: one row for each agency, criterion, group of respondents and answer.
  package static func csv(_ results: Results, locale: CSVLocale) -> [UInt8] {
    let round = results.round
    var csv = CSVWriter(locale: locale)
    csv.headings(ReportTables.survey.columns)
    csv.endRow()
    forEach(results) { survey, set in
      let leaf = set.leaves[survey.leaf]
      for row in survey.rows {
        for (input, count) in zip(leaf.inputs, row.counts) {
          csv.text(round.agencies[survey.agency].code)
          csv.text(set.rows[leaf.row].code)
          csv.text(row.group.map { round.evidence.respondentGroups[$0] } ?? "")
          csv.text(input.name)
          csv.text(input.label)
          csv.integer(Int(count))
          csv.endRow()
        }
      }
    }
    return csv.bytes
  }

  /// Every count as JSON, for programs.
  package static func json(_ results: Results) -> [UInt8] {
    let round = results.round
    var json = JSONWriter()
    json.object { json in
      json.member("round", round.code)
      json.key("random_sample")
      json.bool(round.settings.hasRandomSample)
      json.key("surveys")
      json.array { json in
        forEach(results) { survey, set in
          let leaf = set.leaves[survey.leaf]
          json.object { json in
            json.member("agency", round.agencies[survey.agency].code)
            json.member("criterion", set.rows[leaf.row].code)
            json.key("answers")
            json.number(survey.total)
            if round.settings.hasRandomSample {
              json.key("margin_of_error")
              json.number(marginOfError(answers: survey.total).map { Int128($0) }, decimals: 1)
            }
            json.key("few")
            json.bool(survey.total < set.settings.surveyMinAnswers)
            json.key("groups")
            json.array { json in
              for row in survey.rows {
                json.object { json in
                  json.key("respondent_group")
                  json.string(row.group.map { round.evidence.respondentGroups[$0] })
                  for (input, count) in zip(leaf.inputs, row.counts) {
                    json.key(input.name)
                    json.number(Int128(count))
                  }
                }
              }
            }
          }
        }
      }
    }
    return json.bytes
  }

  /// Gives every survey leaf that has answers, by group, agency and leaf.
  private static func forEach(_ results: Results, _ body: (SurveyLeaf, CriteriaSet) -> Void) {
    for group in results.groups {
      let set = results.round.groups[group.group].set
      for result in group.agencies {
        for leaf in set.leaves.indices {
          if let survey = results.round[agency: result.agency][leaf: leaf].survey { body(survey, set) }
        }
      }
    }
  }

  /// What `survey` tells a person: answers by criterion, and agencies with too few.
  package static func summary(_ results: Results, files: [String], _ wording: Wording) -> String {
    let round = results.round
    var text = "\(round.settings.name)\n"
    for group in results.groups {
      let set = round.groups[group.group].set
      for (number, leaf) in set.leaves.enumerated() where leaf.method == .survey {
        let surveys = group.agencies.compactMap { round[agency: $0.agency][leaf: number].survey }
        let total = surveys.reduce(Int128(0)) { $0 + $1.total }
        let row = set.rows[leaf.row]
        text += "  \(row.code)  "
        text += wording(
          "\(total) phiếu, \(surveys.count) cơ quan: \(row.name)\n",
          "\(total) answers, \(surveys.count) agencies: \(row.name)\n")
      }
    }
    for agency in round.agencies.indices { text += fewAnswers(results[agency: agency], wording) }
    return text + files.byName.map { wording("Đã ghi ", "Written: ") + $0 + "\n" }.joined()
  }

  /// The criteria on which an agency has too few answers; empty where it has enough.
  static func fewAnswers(_ agency: ScoredAgency, _ wording: Wording) -> String {
    let (short, set) = (agency.shortSurveys, agency.set)
    guard !short.isEmpty else { return "" }
    let codes = short.map { set.rows[set.leaves[$0.leaf].row].code }.joined(separator: ", ")
    return wording(
      "(*) \(agency.name): ít hơn \(set.settings.surveyMinAnswers) phiếu ở tiêu chí \(codes)\n",
      "(*) \(agency.name): fewer than \(set.settings.surveyMinAnswers) answers on \(codes)\n")
  }
}
