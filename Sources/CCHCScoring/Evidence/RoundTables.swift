import CCHCCriteria
package import CCHCTables

/// A table of a round, and how it is read.
struct RoundTable: Sendable {
  let schema: TableSchema
  /// Whether it belongs to what one agency files and sees, before anybody appraises or publishes it.
  let isFiled: Bool
  let read: @Sendable (inout RoundLoader) -> Void

  /// A table that is read for an agency alone, too.
  static func filed(
    _ schema: TableSchema, read: @escaping @Sendable (inout RoundLoader) -> Void
  ) -> RoundTable {
    RoundTable(schema: schema, isFiled: true, read: read)
  }

  /// A table that is not read where an agency sees its scores as filed.
  static func later(
    _ schema: TableSchema, read: @escaping @Sendable (inout RoundLoader) -> Void
  ) -> RoundTable {
    RoundTable(schema: schema, isFiled: false, read: read)
  }

  /// The tables of a round in the order in which they are read.
  static let all: [RoundTable] = [
    .filed(RoundKey.schema) { $0.loadSettings() },
    .filed(AgencyColumn.schema) {
      $0.loadAgencies()
      $0.findOnlyAgency()
    },
    .filed(ExemptionColumn.schema) { $0.loadExemptions() },
    .filed(CouncilColumn.schema) { $0.loadCouncil() },
    .filed(StageColumn.schema) { $0.loadCalendar() },
    .filed(SubmissionColumn.schema) { $0.loadSubmissions() },
    .filed(FigureColumn.own) { $0.loadFigures(FigureColumn.own, method: .own) },
    .filed(FigureColumn.external) { $0.loadFigures(FigureColumn.external, method: .external) },
    .filed(SurveyColumn.schema) {
      $0.loadSurveys()
      $0.checkReceivedTables()
    },
    .filed(CarryoverColumn.schema) {
      $0.loadCarryovers()
      $0.settleAnswers()
      $0.proposeExemptions()
    },
    .filed(DocumentColumn.schema) { $0.loadDocuments() },
    .later(AppraisalColumn.schema) { $0.loadAppraisals() },
    .later(ExplanationColumn.schema) { $0.loadExplanations() },
    .later(AgencyChangeColumn.schema) { $0.loadMap() },
    .later(ClosingColumn.schema) { $0.loadClosings() },
    .later(HeadRatingColumn.schema) { $0.loadHeadRatings() },
    .later(PublicationKey.schema) { $0.loadPublication() },
    .later(OrderColumn.schema) { $0.loadOrders() },
    .later(BreakthroughColumn.schema) { $0.loadBreakthroughs() },
    .later(FollowUpColumn.schema) { $0.loadReceipts() },
    // Only counting reads how lists of case files write the agencies.
    .later(CaseAgencyColumn.schema) { _ in },
  ]
}

/// What the tables of a round are.
package let roundTables: [TableSchema] = RoundTable.all.map(\.schema)
