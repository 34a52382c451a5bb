package import CCHCCriteria
package import CCHCExact
package import CCHCFiles
import CCHCTables

/// One year's evidence for one or more groups, with the sets that score them.
///
/// It is shared by reference, since the round of a country has millions of figures. `RoundBuilder` makes one.
package final class Round: Sendable {
  /// The round's folder name.
  package let code: String
  package let settings: RoundSettings
  /// Groups in the order of their names.
  package let groups: [Group]
  package let agencies: [Agency]
  package let evidence: Evidence
  package let exemptions: [Exemption]
  package let councilRows: [CouncilRow]
  /// Ratings of heads, by agency; nil where a head is not yet rated.
  package let headRatings: [Label?]
  package let publication: Publication
  package let receipts: [Receipt]
  package let calendar: Calendar
  package let submissions: [Submission]
  /// Whole days by which each agency filed late.
  package let lateDays: [Int]
  package let proposals: [ExemptionProposal]
  package let carryovers: [Carryover]
  package let documents: DocumentRegister
  /// Answers to appraisals, sorted by agency, leaf and round.
  package let explanations: [Explanation]
  package let closings: [Closing]
  package let orders: [Order]
  package let breakthroughs: [Breakthrough]
  package let agencyChanges: [AgencyChange]
  /// The tables that were read from workbooks, as `self/STP`.
  package let workbooks: Set<String>
  /// Digests of the files behind the scores, and of those that come after scoring.
  package let scoreStamps: [FileStamp]
  package let afterStamps: [FileStamp]
  private let agencyIndices: [String: Int]
  /// The rows of `submissions` by agency.
  let submissionsByAgency: ByAgency<Submission>

  init(_ builder: consuming RoundBuilder) {
    code = builder.code
    settings = builder.settings
    groups = builder.groups
    agencies = builder.agencies
    evidence = builder.evidence
    exemptions = builder.exemptions
    councilRows = builder.councilRows
    headRatings = builder.headRatings
    publication = builder.publication
    receipts = builder.receipts
    calendar = builder.calendar
    submissions = builder.submissions
    lateDays = builder.lateDays
    proposals = builder.proposals
    carryovers = builder.carryovers
    documents = builder.documents
    explanations = builder.explanations
    closings = builder.closings
    orders = builder.orders
    breakthroughs = builder.breakthroughs
    agencyChanges = builder.agencyChanges
    workbooks = builder.workbooks
    scoreStamps = builder.scoreStamps
    afterStamps = builder.afterStamps
    agencyIndices = builder.agencies.indicesByCode
    submissionsByAgency = ByAgency(builder.submissions, agencies: builder.agencies.count, agency: \.agency)
  }

  /// The agency with a code.
  package func agency(_ code: String) -> Int? { agencyIndices[code] }
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
  /// The folder name of the round of the year before; empty where none is named.
  package var previous = ""
  /// Further places that documents are sent to.
  package var recipients: [String] = []
  /// Whether the survey asked a random sample.
  package var hasRandomSample = false

  package init() {}
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
  /// As filed; an agency that ended in the year is not ranked either.
  package let isRanked: Bool
  /// The first and the last day of an agency that began or ended; nil where the cell is empty.
  package let from: Day?
  package let to: Day?
  /// The code of the agency that takes over; empty where none does.
  package let successor: String
  /// Whether the agency ended before the assessed year did.
  package var hasEnded = false
  package let place: Place
  /// Where the agency's figures and leaves stand in the evidence.
  package let firstFigure: Int
  package let firstLeaf: Int

  /// Whether the agency takes part in the ranking.
  package var takesPart: Bool { isRanked && !hasEnded }
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
  package let place: Place
}

extension Round {
  /// The name of a table's file below the round's folder, given with `.csv`: that of a workbook where one was read.
  package func fileName(_ name: String) -> String {
    let stem = TableFiles.stem(name)
    return workbooks.contains(stem) ? stem + Table.workbookEnding : name
  }
}
