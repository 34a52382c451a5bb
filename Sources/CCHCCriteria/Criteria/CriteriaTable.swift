import CCHCExact
import CCHCFiles
import CCHCOffice
import CCHCTables

/// Reads criteria.csv into the rows and leaves of a set.
struct CriteriaTable {
  private(set) var set: CriteriaSet

  /// The cells of a row that only matter once it is known whether the row is a leaf.
  struct LeafCells {
    let table: Table
    let row: Int
    let kind: String?
    let method: String?
    let inputs: String
    let rule: String
    let checks: String
    let zeroDenominator: String?
    let minPoints: Decimal?
    let hasMinPoints: Bool
    let document: String?
    let period: LeafPeriod?

    func place(_ column: CriterionColumn) -> Place { table.place(row: row, column: column) }
  }

  private(set) var cells: [LeafCells] = []

  init(_ set: CriteriaSet) { self.set = set }

  mutating func read(_ table: Table, _ problems: inout ProblemList) {
    readRows(table, &problems)
    if cells.isEmpty { problems.report(.tableWithoutRows, at: Place(table.file)) }
    linkRows(&problems)
    for row in set.rows.indices where set.rows[row].children.isEmpty { addLeaf(row, &problems) }
    checkParents(&problems)
    checkSums(&problems)
    if !set.leaves.contains(where: { !$0.isMonitored }) {
      problems.report(.setWithoutLeaves, at: Place(table.file))
    }
  }

  // MARK: Rows

  private mutating func readRows(_ table: Table, _ problems: inout ProblemList) {
    var keyed = KeyedRows<String>()
    // Codes that are number cells of a sheet: one that comes twice lost the 0 at its end.
    var numbers: Set<String> = []
    var rows = table.rows()
    while rows.next(&problems) {
      guard let code = rows.requiredText(CriterionColumn.code, &problems) else { continue }
      let isNumber = rows.form(CriterionColumn.code) == .number
      if let original = ChangedCodes.original(of: code, isRepeatedNumber: isNumber && numbers.contains(code))
      {
        problems.report(
          .criterionCodeSpreadsheet, at: rows.place(CriterionColumn.code), .text(code), .text(original))
        continue
      }
      if isNumber { numbers.insert(code) }
      guard isCriterionCode(code) else {
        problems.report(.criterionCodeInvalid, at: rows.place(CriterionColumn.code), .text(code))
        continue
      }
      guard
        keyed.isNew(
          code, digest: rows.digest(of: CriterionColumn.content), at: rows.place(CriterionColumn.code),
          &problems)
      else {
        continue
      }
      let name = rows.requiredText(CriterionColumn.name, &problems) ?? ""
      let kind = rows.word(CriterionColumn.kind, &problems)
      let maxPoints = points(&rows, isMonitored: kind == "monitored", code, &problems)
      cells.append(
        LeafCells(
          table: table, row: rows.row, kind: kind,
          method: rows.word(CriterionColumn.method, &problems),
          inputs: rows.text(CriterionColumn.inputs), rule: rows.text(CriterionColumn.rule),
          checks: rows.text(CriterionColumn.checks),
          zeroDenominator: rows.word(CriterionColumn.zeroDenominator, &problems),
          minPoints: rows.number(CriterionColumn.minPoints, &problems),
          hasMinPoints: !rows.isEmpty(CriterionColumn.minPoints),
          document: rows.word(CriterionColumn.document, &problems),
          period: period(rows, &problems)))
      set.rows.append(
        Criterion(
          code: code, name: name, maxPoints: maxPoints,
          appraiser: appraiser(rows.text(CriterionColumn.appraiser)),
          legalBasis: rows.text(CriterionColumn.legalBasis), ruleText: rows.text(CriterionColumn.ruleText),
          place: rows.place(CriterionColumn.code)))
    }
  }

  /// The part of the year that a row is about; nil where the cell is empty, or wrong, which is reported.
  private func period(_ rows: borrowing RowCursor, _ problems: inout ProblemList) -> LeafPeriod? {
    guard !rows.isEmpty(CriterionColumn.period) else { return nil }
    if let period = LeafPeriod(rows.text(CriterionColumn.period)) { return period }
    problems.report(
      .periodInvalid, at: rows.place(CriterionColumn.period), .text(rows.text(CriterionColumn.period)))
    return nil
  }

  private func appraiser(_ text: String) -> String? { text.isEmpty ? nil : text }

  /// The maximum of a row, in the set's decimals; nil for monitored rows.
  private func points(
    _ rows: inout RowCursor, isMonitored: Bool, _ code: String, _ problems: inout ProblemList
  ) -> Decimal? {
    guard !rows.isEmpty(CriterionColumn.maxPoints) else {
      if !isMonitored {
        problems.report(.pointsMissing, at: rows.place(CriterionColumn.maxPoints), .text(code))
      }
      return nil
    }
    let decimals = set.settings.pointDecimals
    guard let value = rows.number(CriterionColumn.maxPoints, &problems) else { return nil }
    guard value.units >= 0, value.units(atScale: decimals) != nil else {
      problems.report(
        .pointsInvalid, at: rows.place(CriterionColumn.maxPoints),
        .text(rows.text(CriterionColumn.maxPoints)), .count(decimals)
      )
      return nil
    }
    return value
  }

  private mutating func linkRows(_ problems: inout ProblemList) {
    let places = Dictionary(uniqueKeysWithValues: set.rows.enumerated().map { ($1.code, $0) })
    for row in set.rows.indices {
      let code = set.rows[row].code
      guard let dot = code.lastIndex(of: ".") else { continue }
      let parentCode = String(code[..<dot])
      guard let parent = places[parentCode] else {
        problems.report(.criterionOrphan, at: set.rows[row].place, .text(code), .text(parentCode))
        continue
      }
      set.rows[row].parent = parent
      set.rows[parent].children.append(row)
      var shorter = code
      while shorter.last == "0", shorter.dropLast().last != "." {
        shorter.removeLast()
        if places[shorter] != nil {
          problems.report(.criterionLookalike, at: set.rows[row].place, .text(shorter), .text(code))
        }
      }
    }
    for row in set.rows.indices {
      let field = set.field(of: row)
      set.rows[row].fieldKind = cells[field].kind.flatMap(FieldKind.init(rawValue:)) ?? .scored
    }
  }

  private func checkSums(_ problems: inout ProblemList) {
    let decimals = set.settings.pointDecimals
    for (row, cell) in zip(set.rows, cells) where !row.children.isEmpty {
      let children = row.children.map { set.rows[$0] }.filter { !$0.isMonitored }
      guard let own = row.maxPoints?.units(atScale: decimals), children.allSatisfy({ $0.maxPoints != nil })
      else {
        continue
      }
      let sum = children.reduce(Int128(0)) { $0 + Int128($1.maxPoints?.units(atScale: decimals) ?? 0) }
      guard sum != Int128(own) else { continue }
      problems.report(
        .sumOfChildren, at: cell.place(CriterionColumn.maxPoints), .text(row.code),
        .exact(Rational(units: Int128(own), decimals: decimals)),
        .exact(Rational(units: sum, decimals: decimals)))
    }
  }

  // MARK: Leaves

  private mutating func addLeaf(_ row: Int, _ problems: inout ProblemList) {
    let cell = cells[row]
    let criterion = set.rows[row]
    let isField = criterion.parent == nil
    let isMonitored = cell.kind == "monitored" && !isField
    if let kind = cell.kind, isField == (kind == "monitored") {
      problems.report(
        .kindMisplaced, at: cell.place(CriterionColumn.kind), .text(criterion.code),
        Words.kinds.argument(kind))
    }
    let method = cell.method.flatMap(Method.init(rawValue:)) ?? .own
    let inputs = LeafRules.inputs(
      cell.inputs, isSurvey: method == .survey, at: cell.place(CriterionColumn.inputs), &problems)
    var rule: Rule?
    var checks: [StatedCondition]? = []
    let decimals = set.settings.pointDecimals
    let maxUnits = criterion.maxPoints?.units(atScale: decimals) ?? 0
    if let inputs {
      let writer = LeafRules(
        inputs: inputs, full: Rational(units: Int128(maxUnits), decimals: decimals),
        rounding: set.settings.rounding)
      rule = readRule(cell, criterion, isMonitored, writer, &problems)
      checks = writer.checks(cell.checks, at: cell.place(CriterionColumn.checks), &problems)
    }
    let minUnits = minimum(cell, maxUnits, &problems)
    let isBroken = rule == nil || checks == nil || minUnits == nil || criterion.maxPoints == nil
    let leaf = Leaf(
      row: row, method: method, inputs: inputs ?? [], firstInput: set.inputCount, rule: rule,
      checks: checks ?? [],
      zeroDenominator: cell.zeroDenominator.flatMap(ZeroDenominator.init(rawValue:)), maxUnits: maxUnits,
      minUnits: minUnits ?? 0,
      documents: cell.document.flatMap(DocumentPolicy.init(rawValue:)) ?? .optional, isMonitored: isMonitored,
      isBroken: isBroken && !isMonitored,
      needed: LeafRules.needed(rule, checks ?? [], inputs ?? []), period: cell.period)
    set.rows[row].leaf = set.leaves.count
    set.rows[row].isMonitored = isMonitored
    set.leaves.append(leaf)
    set.inputCount += leaf.inputs.count
  }

  private func readRule(
    _ cell: LeafCells, _ criterion: Criterion, _ isMonitored: Bool, _ writer: LeafRules,
    _ problems: inout ProblemList
  ) -> Rule? {
    guard !isMonitored else {
      if !cell.rule.isEmpty {
        problems.report(.monitoredWithRule, at: cell.place(CriterionColumn.rule), .text(criterion.code))
      }
      return nil
    }
    guard !cell.rule.isEmpty else {
      problems.report(.ruleMissing, at: cell.place(CriterionColumn.rule), .text(criterion.code))
      return nil
    }
    return writer.rule(
      cell.rule, hasZeroDenominator: cell.zeroDenominator != nil, at: cell.place(CriterionColumn.rule),
      &problems)
  }

  /// The leaf's least points, in units of the set's decimals; nil where the cell is wrong.
  private func minimum(_ cell: LeafCells, _ maxUnits: Int64, _ problems: inout ProblemList) -> Int64? {
    guard let value = cell.minPoints else { return cell.hasMinPoints ? nil : 0 }
    let decimals = set.settings.pointDecimals
    if let units = value.units(atScale: decimals), units <= maxUnits { return units }
    problems.report(
      .minimumInvalid, at: cell.place(CriterionColumn.minPoints), .exact(Rational(value)), .count(decimals))
    return nil
  }
}

extension InputFault {
  /// The text at fault.
  var text: String {
    switch self {
    case .malformed(let text), .badName(let text), .reserved(let text), .twice(let text),
      .unknownType(let text), .badChoices(let text):
      text
    }
  }

  /// What is wrong with the text.
  var reason: ProblemArgument {
    switch self {
    case .malformed: .phrase(vi: "viết như a[số đếm]: Tổng số hồ sơ", en: "write a[count]: label")
    case .badName:
      .phrase(
        vi: "tên chỉ gồm chữ cái không dấu, chữ số, “_”", en: "a name has ASCII letters, digits and “_” only")
    case .reserved:
      .phrase(
        vi: "tên này là từ của ngôn ngữ công thức, hãy chọn tên khác",
        en: "a word of the rule language, take another")
    case .twice: .phrase(vi: "tên này có hai lần", en: "the name is given twice")
    case .unknownType:
      .phrase(vi: "kiểu phải là một trong: {0}", en: "write one of: {0}", Words.types.choices)
    case .badChoices:
      .phrase(
        vi: "danh sách lựa chọn viết như lựa chọn: kịp thời|không kịp thời, mỗi nhãn một lần",
        en: "write choices as choice: a|b, each label once")
    }
  }
}
