package import CCHCTables

/// One year's evidence for one or more groups, with the sets that score them: immutable once loaded.
package struct Round: Sendable {
  /// The round's folder name.
  package let code: String
  package var settings = RoundSettings()
  /// Groups in the order of their names.
  package var groups: [Group] = []
  package var agencies: [Agency] = []
  package var evidence = Evidence()
  package var exemptions: [Exemption] = []
  package var councilRows: [CouncilRow] = []
  /// Ratings of heads, by agency; nil where a head is not yet rated.
  package var headRatings: [Label?] = []
  package var publication = Publication()
  package var receipts: [Receipt] = []
  /// Digests of the files behind the scores, and of those that come after scoring.
  package var scoreStamps: [FileStamp] = []
  package var afterStamps: [FileStamp] = []

  package init(code: String) { self.code = code }

  /// The agency with a code.
  package func agency(_ code: String) -> Int? { agencies.firstIndex { $0.code == code } }

  package func set(of agency: Int) -> CriteriaSet { groups[agencies[agency].group].set }
}

/// The entries of round.csv.
package struct RoundSettings: Sendable {
  package var name = ""
  /// The assessed year; nil where round.csv does not say it.
  package var year: Int?
  package var superior = ""
  package var issuer = ""
  package var place = ""
  package var symbol = ""
  package var signerTitle = ""
  package var signer = ""
  package var note = ""
  package var source = ""
}

/// Agencies that share a criteria set.
package struct Group: Sendable {
  package let code: String
  package let set: CriteriaSet
  /// The council members of each leaf of the set.
  package var appraisers: [LeafAppraiser] = []
}

/// Who appraises a leaf; nil members where neither set nor council names one.
package struct LeafAppraiser: Sendable, Hashable {
  package var member: String?
  package var substitute: String?
}

/// A row of agencies.csv.
package struct Agency: Sendable {
  package let code: String
  package let name: String
  package let group: Int
  package let bloc: String
  package let parent: String
  package let isRanked: Bool
  package let place: Place
  /// Where the agency's figures and leaves stand in the evidence.
  package let firstFigure: Int
  package let firstLeaf: Int
}

/// A row of exemptions.csv.
package struct Exemption: Sendable {
  /// nil for every agency.
  package let agency: Int?
  package let criterion: String
  package let reason: String
  package let decidedBy: String
}

/// A row of council.csv.
package struct CouncilRow: Sendable {
  package let criterion: String
  package let appraiser: String
  package let name: String
  package let substitute: String
}

/// The entries of publication.csv.
package struct Publication: Sendable {
  package var number = ""
  package var date: Day?
  package var signer = ""
  package var announced: Day?
  /// Days that stand in place of the set's deadlines, by obligation.
  package var deadlines: [String: Day] = [:]
}

/// A row of followup.csv: what an agency has handed in.
package struct Receipt: Sendable {
  package let agency: Int
  package let obligation: String
  package let received: Day?
  package let document: String
}
