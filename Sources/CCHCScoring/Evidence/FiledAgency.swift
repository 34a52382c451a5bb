package import CCHCCriteria
import CCHCFiles
import CCHCOffice

/// One agency of a round: what it filed and what was filed about it, before any scoring.
///
///     let agency = round[agency: 3]
///     print(agency.name, agency[leaf: 0].figures)
package struct FiledAgency: Sendable {
  package let round: Round
  /// The agency's index in `Round.agencies`.
  package let index: Int

  fileprivate init(_ round: Round, _ index: Int) {
    self.round = round
    self.index = index
  }

  /// Its row of agencies.csv.
  package var row: Agency { round.agencies[index] }
  /// Where its leaves begin among those of all agencies.
  var firstLeaf: Int { round.agencies[index].firstLeaf }
  package var code: String { row.code }
  package var name: String { row.name }
  package var group: Group { round.groups[row.group] }
  /// The criteria set that scores it.
  package var set: CriteriaSet { round.groups[round.agencies[index].group].set }

  /// One of its leaves, by the leaf's index in the set.
  package subscript(leaf index: Int) -> FiledLeaf { FiledLeaf(self, index) }

  /// All leaves of its set, in table order.
  package var leaves: [FiledLeaf] { self.set.leaves.indices.map { self[leaf: $0] } }

  /// Appraisal rows that count, by leaf and appraisal round.
  ///
  /// Complexity: O(log n) in the rows of all agencies.
  package var appraisals: ArraySlice<Appraisal> {
    round.evidence.appraisals.elements(with: index) { $0.agency }
  }

  /// Its answers to appraisals, by leaf and appraisal round.
  ///
  /// Complexity: O(log n) in the answers of all agencies.
  package var explanations: ArraySlice<Explanation> { round.explanations.elements(with: index) { $0.agency } }

  /// Its registered documents, by their ids.
  ///
  /// Complexity: O(log n) in the documents of all agencies.
  package var documents: ArraySlice<Document> { round.documents.ofAgency(index) }

  /// What a `document` cell of the agency names: documents of the register, else its words.
  package func citations(_ cell: String) -> [Citation] { round.documents.citations(cell, agency: index) }

  /// A text in which the names of the agency's secret documents are put into other words.
  package func hidingSecrets(in text: String, by words: String) -> String {
    round.documents.hidingSecrets(in: text, of: index, by: words)
  }

  /// Whole days by which it filed late.
  package var lateDays: Int { round.lateDays[index] }

  /// Its rows of the register of receipts.
  package var submissions: AgencySubmissions {
    AgencySubmissions(Array(round.submissionsByAgency[index]), round.calendar)
  }

  /// The same with a row that is to be added to the register.
  package func submissions(adding entry: SubmissionRegister.Entry) -> AgencySubmissions {
    let row = Submission(
      agency: index, status: entry.status, date: entry.date, document: entry.document, sha256: entry.sha256,
      until: entry.until, reason: entry.reason, place: Place(SubmissionRegister.file))
    return AgencySubmissions(submissions.rows + [row], round.calendar)
  }

  /// Whether it files figures: its set has leaves that it scores itself.
  package var canFile: Bool { self.set.leaves.contains { $0.method == .own && !$0.isMonitored } }

  /// The tables in which it filed figures of its own in some states, in the order of their names.
  package func files(where isWanted: (Figure.State) -> Bool) -> [String] {
    var files: Set<UInt16> = []
    for leaf in leaves where leaf.declared.method == .own {
      for figure in leaf.figures where figure.state != .absent && isWanted(figure.state) {
        files.insert(figure.file)
      }
    }
    return files.map { round.evidence.files[Int($0)] }.sorted()
  }
}

extension Round {
  /// One agency, by its index in `agencies`.
  package subscript(agency index: Int) -> FiledAgency { FiledAgency(self, index) }
}
