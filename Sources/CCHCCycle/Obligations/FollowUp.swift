package import CCHCExact
package import CCHCFiles
package import CCHCScoring
import CCHCTables

/// What agencies owe after publication and what they have handed in, as it stands on one day.
package struct FollowUp: Sendable {
  package let day: Day
  /// Whether obligations from results are only expected (dự kiến): the round is not closed.
  package let isExpected: Bool
  package let papers: [DutyPaper]
  /// By paper in the order of tables, agencies in the order of results; orders after them, as orders.csv has them.
  package let duties: [FollowedDuty]
  /// Papers of which an agency's owing waits for the rating of its head.
  package let unconcluded: [WaitingPaper]
  private let dutiesByAgency: ByAgency<FollowedDuty>
  private let unconcludedByAgency: ByAgency<WaitingPaper>

  /// A paper that an agency owes or not, as the rating of its head will be.
  package struct WaitingPaper: Sendable {
    package let agency: Int
    /// The index of the paper.
    package let paper: Int
  }

  /// Follows up the obligations of a scored round.
  ///
  /// - Parameters:
  ///   - results: the scored round.
  ///   - day: the day that is asked about; what is received after it does not count yet.
  package init(_ results: Results, on day: Day) {
    let round = results.round
    self.day = day
    isExpected = round.closing == nil
    papers = DutyPaper.papers(of: round)
    let register = Register(round, until: day)
    var duties: [FollowedDuty] = []
    var unconcluded: [WaitingPaper] = []
    for (place, paper) in papers.enumerated() {
      for group in results.groups {
        for result in group.agencies {
          if let debt = paper.debt(result, group: group.group) {
            duties.append(
              FollowedDuty(
                result.agency, paper, place, debt, register.receipt(result.agency, paper, debt), day)
            )
          } else if paper.isUnconcluded(result, group: group.group) {
            unconcluded.append(WaitingPaper(agency: result.agency, paper: place))
          }
        }
      }
    }
    for (place, order) in round.orders.enumerated() {
      duties.append(FollowedDuty(order, place, register.receipt(order.agency, [order.id]), day))
    }
    self.duties = duties
    self.unconcluded = unconcluded
    dutiesByAgency = ByAgency(duties, agencies: round.agencies.count, agency: \.agency)
    unconcludedByAgency = ByAgency(unconcluded, agencies: round.agencies.count, agency: \.agency)
  }

  /// What forbids asking about a day; empty where nothing does.
  package static func problems(of round: Round, on day: Day) -> ProblemList {
    var problems = ProblemList()
    if let announced = round.publication.announced, day < announced {
      problems.report(
        .followUpBeforeAnnouncement, at: Place(round.fileName(PublicationKey.schema.file)), .day(day),
        .day(announced))
    }
    return problems
  }

  /// The duties that come from a paper or, for nil, from orders.
  package func duties(of paper: Int?) -> [FollowedDuty] {
    duties.filter { duty in
      switch duty.source {
      case .paper(let place): place == paper
      case .order: paper == nil
      }
    }
  }

  /// The duties of an agency, in the order of all duties.
  package func duties(ofAgency agency: Int) -> ArraySlice<FollowedDuty> { dutiesByAgency[agency] }

  /// The papers of which an agency's owing waits for the rating of its head.
  package func unconcluded(ofAgency agency: Int) -> ArraySlice<WaitingPaper> { unconcludedByAgency[agency] }

  /// How many duties of a paper or, for nil, of orders are in each state.
  package func counts(of paper: Int?) -> DutyCounts { DutyCounts(duties(of: paper).map(\.state)) }

  /// The duties that are still owed on the day.
  package var outstanding: [FollowedDuty] { duties.filter { !$0.state.isReceived } }
}

/// One paper or order that an agency owes, and what became of it.
package struct FollowedDuty: Sendable {
  /// Where a duty comes from.
  package enum Source: Sendable, Equatable {
    /// The results, by the place of the paper.
    case paper(Int)
    /// orders.csv, by the place of the row.
    case order(Int)
  }

  package let agency: Int
  package let source: Source
  /// The ids of the obligations, or that of the order.
  package let ids: [String]
  package let duty: String
  /// Why it is owed; empty where an order gives no reason.
  package let reasons: [String]
  package let bases: [String]
  package let recipients: [String]
  /// The first day that is too late.
  package let deadline: Day?
  /// The day of receipt, and under which document; nil where nothing was received by the day.
  package let received: Day?
  package let document: String
  package let state: DutyState

  fileprivate init(
    _ agency: Int, _ paper: DutyPaper, _ place: Int, _ debt: DutyPaper.Debt, _ receipt: FollowUp.Arrival?,
    _ day: Day
  ) {
    self.agency = agency
    source = .paper(place)
    ids = debt.ids
    duty = paper.duty
    reasons = debt.reasons
    bases = debt.bases.map { paper.bases[$0] }
    recipients = debt.recipients
    deadline = debt.deadline
    received = receipt?.day
    document = receipt?.document ?? ""
    state = DutyState(deadline: debt.deadline, received: receipt?.day, on: day)
  }

  fileprivate init(_ order: Order, _ place: Int, _ receipt: FollowUp.Arrival?, _ day: Day) {
    agency = order.agency
    source = .order(place)
    ids = [order.id]
    duty = order.duty
    reasons = order.reason.isEmpty ? [] : [order.reason]
    bases = order.legalBasis.isEmpty ? [] : [order.legalBasis]
    recipients = order.recipient.isEmpty ? [] : [order.recipient]
    deadline = order.deadline
    received = receipt?.day
    document = receipt?.document ?? ""
    state = DutyState(deadline: order.deadline, received: receipt?.day, on: day)
  }
}

extension FollowUp {
  /// When something was received, and under which document.
  fileprivate struct Arrival {
    let day: Day
    let document: String
  }

  /// What was received until a day.
  private struct Register {
    private var arrivals: [[String]: Arrival] = [:]
    private var registrations: [Int: Arrival] = [:]

    init(_ round: Round, until day: Day) {
      for receipt in round.receipts {
        guard let received = receipt.received, received <= day else { continue }
        arrivals[[String(receipt.agency), receipt.obligation]] = Arrival(
          day: received, document: receipt.document)
      }
      for work in round.breakthroughs {
        guard let registered = work.registered, registered <= day else { continue }
        let earliest = min(registered, registrations[work.agency]?.day ?? registered)
        registrations[work.agency] = Arrival(day: earliest, document: "")
      }
    }

    /// The earliest receipt of any of some obligations.
    func receipt(_ agency: Int, _ ids: [String]) -> Arrival? {
      ids.compactMap { arrivals[[String(agency), $0]] }.min { $0.day < $1.day }
    }

    /// The earliest receipt of a paper; registering breakthrough work settles the paper that asks for it.
    func receipt(_ agency: Int, _ paper: DutyPaper, _ debt: DutyPaper.Debt) -> Arrival? {
      let filed = receipt(agency, debt.ids)
      guard paper.isBreakthrough, let registered = registrations[agency] else { return filed }
      guard let filed else { return registered }
      return filed.day <= registered.day ? filed : registered
    }
  }
}
