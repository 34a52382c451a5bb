import CCHCFiles
import CCHCTables

extension CaseTally {
  /// Reads case_columns.csv and tally.csv; nil where the set has no tally.csv or what it says cannot be used.
  static func read(_ folder: inout InputFolder, _ set: CriteriaSet, _ problems: inout ProblemList)
    -> CaseTally?
  {
    guard let table = folder.table(TallyColumn.schema, &problems) else { return nil }
    var found = ProblemList()
    defer { problems.append(contentsOf: found) }
    guard
      let columns = folder.table(
        CaseListColumn.schema.file, CaseListColumn.schema, isRequired: true, &found)
    else { return nil }
    var tally = CaseTally()
    tally.readColumns(columns, &found)
    guard !found.hasErrors else { return nil }
    tally.readCounts(table, set, &found)
    return found.hasErrors ? nil : tally
  }

  // MARK: case_columns.csv

  private mutating func readColumns(_ table: Table, _ problems: inout ProblemList) {
    var keyed = KeyedRows<String>()
    var rows = table.rows()
    var agencyPlace: Place?
    while rows.next(&problems) {
      guard let name = rows.requiredText(CaseListColumn.name, &problems),
        let headings = rows.requiredText(CaseListColumn.headings, &problems)
      else {
        continue
      }
      guard
        keyed.isNew(
          name, digest: rows.digest(of: [CaseListColumn.type, .headings]),
          at: rows.place(CaseListColumn.name), &problems)
      else { continue }
      let list = headings.pieces(separatedBy: ";").filter { !$0.isEmpty }
      let type = rows.text(CaseListColumn.type)
      if Words.caseTypes.english(type) == "agency" {
        if agencyPlace != nil { problems.report(.caseAgencyColumn, at: rows.place(CaseListColumn.type)) }
        agencyPlace = rows.place(CaseListColumn.type)
        agencyHeadings = list
        continue
      }
      do throws(InputFault) {
        guard isInputName(name) else { throw .badName(name) }
        guard !reservedWords.contains(name) else { throw .reserved(name) }
        let (type, isOptional) = try Self.type(type)
        columns.append(
          CaseColumn(
            name: name, type: type, isOptional: isOptional, headings: list,
            place: rows.place(CaseListColumn.name)))
      } catch {
        problems.report(.inputsInvalid, at: rows.place(CaseListColumn.type), .text(error.text), error.reason)
      }
    }
    if agencyPlace == nil { problems.report(.caseAgencyColumn, at: Place(table.file)) }
  }

  /// A type as the brackets of `inputs` have it, or `text`, which may be any text.
  private static func type(_ written: String) throws(InputFault) -> (InputType, isOptional: Bool) {
    let isOptional = written.hasSuffix("?")
    let word = (isOptional ? String(written.dropLast()) : written).trimmed
    if Words.caseTypes.english(word) == "text" { return (.choice([]), isOptional) }
    return written.isEmpty ? (.number, false) : try parseType(written, .number)
  }

  // MARK: tally.csv

  private mutating func readCounts(_ table: Table, _ set: CriteriaSet, _ problems: inout ProblemList) {
    var keyed = KeyedRows<[String]>()
    var rows = table.rows()
    while rows.next(&problems) {
      guard let code = rows.requiredText(TallyColumn.criterion, &problems),
        let name = rows.requiredText(TallyColumn.input, &problems),
        let text = rows.requiredText(TallyColumn.condition, &problems),
        keyed.isNew(
          [code, name], digest: rows.digest(of: [TallyColumn.condition]), at: rows.place(), &problems)
      else { continue }
      guard let row = set.row(code) else {
        problems.report(
          .criterionUnknown, at: rows.place(TallyColumn.criterion), .text(code), .text(set.code),
          suggestion: nearest(to: code, among: set.rows.map(\.code)))
        continue
      }
      guard let leaf = set.rows[row].leaf else {
        problems.report(.criterionNotLeaf, at: rows.place(TallyColumn.criterion), .text(code))
        continue
      }
      let declared = set.leaves[leaf]
      guard let input = declared.inputs.firstIndex(where: { $0.name == name }) else {
        let names = declared.inputs.map(\.name)
        problems.report(
          .inputUnknown, at: rows.place(TallyColumn.input), .text(code), .text(name), .texts(names, .comma),
          suggestion: nearest(to: name, among: names))
        continue
      }
      guard declared.method != .survey, [.count, .number, .signed].contains(declared.inputs[input].type)
      else {
        problems.report(.tallyInputUnfit, at: rows.place(TallyColumn.input), .text(code), .text(name))
        continue
      }
      guard let condition = condition(text, at: rows.place(TallyColumn.condition), &problems) else {
        continue
      }
      counts.append(
        CaseCount(leaf: leaf, input: input, condition: condition, place: rows.place(TallyColumn.condition)))
    }
    if counts.isEmpty, !problems.hasErrors { problems.report(.tableWithoutRows, at: Place(table.file)) }
  }

  private func condition(_ text: String, at place: Place, _ problems: inout ProblemList) -> StatedCondition? {
    let (conditions, faults) = RuleParser.conditions(text, scope: scope)
    for fault in faults { problems.append(fault.problem(at: place)) }
    guard let conditions else { return nil }
    guard conditions.count == 1 else {
      problems.report(.tallyOneCondition, at: place)
      return nil
    }
    return conditions[0]
  }
}
