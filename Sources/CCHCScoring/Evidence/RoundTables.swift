package import CCHCTables

/// The tables of a round.
package let roundTables: [TableSchema] = [
  RoundKey.schema, AgencyColumn.schema, ExemptionColumn.schema, CouncilColumn.schema, StageColumn.schema,
  SubmissionColumn.schema, FigureColumn.own, FigureColumn.external, SurveyColumn.schema,
  CarryoverColumn.schema, DocumentColumn.schema, AppraisalColumn.schema, ExplanationColumn.schema,
  AgencyChangeColumn.schema, ClosingColumn.schema, HeadRatingColumn.schema, PublicationKey.schema,
  OrderColumn.schema, BreakthroughColumn.schema, FollowUpColumn.schema, CaseAgencyColumn.schema,
]
