package import CCHCTables

/// The tables of a criteria set, in the order in which they are read.
package let setTables: [TableSchema] = [
  SetKey.schema, CriterionColumn.schema, BandColumn.schema, ObligationColumn.schema, WorkedCaseColumn.schema,
  CaseListColumn.schema, TallyColumn.schema,
]
