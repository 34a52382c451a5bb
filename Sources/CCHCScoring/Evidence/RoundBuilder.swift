import CCHCCriteria

/// What has been read of a round so far; gives the round when all tables are read.
struct RoundBuilder {
  let code: String
  var settings = RoundSettings()
  var groups: [Group] = []
  var agencies: [Agency] = []
  var evidence = Evidence()
  var exemptions: [Exemption] = []
  var councilRows: [CouncilRow] = []
  var headRatings: [Label?] = []
  var publication = Publication()
  var receipts: [Receipt] = []
  var calendar = Calendar()
  var submissions: [Submission] = []
  var proposals: [ExemptionProposal] = []
  var carryovers: [Carryover] = []
  var documents = DocumentRegister()
  var explanations: [Explanation] = []
  var closings: [Closing] = []
  var orders: [Order] = []
  var breakthroughs: [Breakthrough] = []
  var agencyChanges: [AgencyChange] = []
  var workbooks: Set<String> = []
  var scoreStamps: [FileStamp] = []
  var afterStamps: [FileStamp] = []

  init(code: String) { self.code = code }

  consuming func build() -> Round { Round(self) }

  func set(of agency: Int) -> CriteriaSet { groups[agencies[agency].group].set }

  /// Whole days by which each agency filed late.
  var lateDays: [Int] {
    guard !submissions.isEmpty else { return [Int](repeating: 0, count: agencies.count) }
    let rows = ByAgency(submissions, agencies: agencies.count, agency: \.agency)
    return agencies.indices.map { AgencySubmissions(Array(rows[$0]), calendar).lateDays }
  }

  /// The agency and the leaf that a figure of the evidence belongs to.
  func owner(ofFigure index: Int) -> (agency: Int, leaf: Int) {
    let agency = max(0, agencies.partitioningIndex { $0.firstFigure > index } - 1)
    let input = index - agencies[agency].firstFigure
    let leaf = set(of: agency).leaves.firstIndex { $0.firstInput + $0.inputs.count > input }
    return (agency, leaf ?? 0)
  }
}
