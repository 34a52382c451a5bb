import CCHCCriteria
import CCHCExact
import CCHCFiles
import CCHCOffice
import CCHCScoring
import CCHCTables

/// A form that came back: what it was made for, and its cells.
struct ReturnedForm {
  let file: String
  let stamp: FormStamp
  /// The version of its layout.
  let version: String
  let form: SheetCells
  let work: SheetCells

  /// Opens a returned form.
  ///
  /// - Throws: `WorkbookFault` where the file is no workbook or no form.
  init(_ bytes: [UInt8], file: String) throws(WorkbookFault) {
    let workbook = try WorkbookFile(bytes)
    guard workbook.sheets.contains(where: { $0.name == FormStamp.sheetName }) else {
      throw WorkbookFault(.formUnstamped)
    }
    var entries: [String: String] = [:]
    let cells = try workbook.read(named: FormStamp.sheetName)
    for row in 1...max(cells.lastRow, 1) {
      let words = cells.row(row).map(\.value.text)
      if words.count == 2 { entries[words[0]] = words[1] }
    }
    guard let version = entries["format"] else { throw WorkbookFault(.formUnstamped) }
    self.file = file
    self.version = version
    stamp = FormStamp(
      round: entries["round"] ?? "", agency: entries["agency"] ?? "", set: entries["criteria_set"] ?? "",
      setDigest: entries["criteria_sha256"] ?? "")
    form = try workbook.read(named: FormSheet.form.rawValue)
    work = try workbook.read(named: FormSheet.work.rawValue)
  }

  /// A cell of the form as its place in a problem.
  func place(_ cell: FormCell) -> Place { Place(file, cell: cell.position, of: cell.sheet.rawValue) }

  /// The agency whose form it is; nil, with the reason reported, where it was not made for this round and set.
  func owner(among press: FormPress, _ problems: inout ProblemList) -> Int? {
    let round = press.round
    guard version == FormStamp.format else {
      problems.report(.formOtherVersion, at: Place(file), .text(version), .text(FormStamp.format))
      return nil
    }
    guard stamp.round == round.code else {
      problems.report(.formOtherRound, at: Place(file), .text(stamp.round), .text(round.code))
      return nil
    }
    guard let agency = round.agency(stamp.agency) else {
      problems.report(.formOtherAgency, at: Place(file), .text(stamp.agency))
      return nil
    }
    guard stamp == press.stamp(agency: agency) else {
      problems.report(.formOtherSet, at: Place(file), .text(stamp.set))
      return nil
    }
    return agency
  }

  // MARK: Figures

  /// What was typed; every cell that cannot be taken is reported, and its value kept as it stands.
  func entries(_ plan: FormPlan, _ problems: inout ProblemList) -> FormEntries {
    var entries = FormEntries(plan.set)
    for (number, leaf) in plan.set.leaves.enumerated() where leaf.method == .own {
      let code = plan.set.rows[leaf.row].code
      for (place, input) in leaf.inputs.enumerated() {
        let cell = plan.layout.figure(leaf: number, input: place)
        let content = typed(cell, code, .text(input.name), &problems)
        entries.figures[number][place] = content
        check(content, input, cell, code, &problems)
      }
      entries.documents[number] = text(leaf, FormLayout.Column.document, plan, code, &problems)
      entries.notes[number] = text(leaf, FormLayout.Column.note, plan, code, &problems)
      readRequest(number, leaf, plan, &entries, &problems)
    }
    return entries
  }

  /// A typed cell; a formula or an error in it is reported.
  private func typed(
    _ cell: FormCell, _ code: String, _ name: ProblemArgument, _ problems: inout ProblemList
  ) -> CellContent {
    guard let read = form[cell.position] else { return .blank }
    if read.isFormula {
      problems.report(.formFormula, at: place(cell), .text(cell.position.text), .text(code), name)
    }
    switch read.value {
    case .text(let text): return text.isEmpty ? .blank : .text(text)
    case .number(let number):
      guard let decimal = number.decimal else { return .text(number.plainText) }
      return .decimal(decimal)
    case .boolean(let truth): return .boolean(truth)
    case .date(let day, let number): return number.isWhole ? .date(day) : .text(number.plainText)
    case .error(let text):
      problems.report(
        .formErrorValue, at: place(cell), .text(cell.position.text), .text(code), name, .text(text))
      return .text(text)
    case .uncomputed: return .blank
    }
  }

  private func check(
    _ content: CellContent, _ input: Input, _ cell: FormCell, _ code: String, _ problems: inout ProblemList
  ) {
    guard content != .blank, content.filed(as: input.type) == nil else { return }
    if case .error = form[cell.position]?.value { return }
    problems.report(
      .formValue, at: place(cell), .text(cell.position.text), .text(code), .text(input.name),
      .text(content.words), input.type.remedy)
  }

  private func text(
    _ leaf: Leaf, _ column: Int, _ plan: FormPlan, _ code: String, _ problems: inout ProblemList
  ) -> String {
    let cell = plan.layout.cell(of: leaf.row, column)
    let name = column == FormLayout.Column.document ? FormChanges.document : FormChanges.note
    return typed(cell, code, name, &problems).words.trimmed
  }

  private func readRequest(
    _ number: Int, _ leaf: Leaf, _ plan: FormPlan, _ entries: inout FormEntries, _ problems: inout ProblemList
  ) {
    let code = plan.set.rows[leaf.row].code
    let cell = plan.layout.cell(of: leaf.row, FormLayout.Column.request)
    let name = ProblemArgument.phrase(vi: "không áp dụng", en: "not applicable")
    let content = typed(cell, code, name, &problems)
    entries.requests[number] = content
    guard content != .blank else { return }
    guard content.formulaValue.reads(FormWords.yes) else {
      problems.report(
        .formValue, at: place(cell), .text(cell.position.text), .text(code), name, .text(content.words),
        .phrase(vi: "“có” hoặc để trống", en: "yes as the list of the cell has it, or nothing"))
      return
    }
    let isFull = !leaf.inputs.isEmpty && entries.figures[number].allSatisfy { $0 != .blank }
    if isFull { problems.report(.formRequestFull, at: place(cell), .text(cell.position.text), .text(code)) }
  }

  // MARK: Facts

  /// What the form says of the round, to compute it as it stood when it was made.
  func facts(_ plan: FormPlan, like current: FormFacts) -> FormFacts {
    var facts = current
    func number(_ cell: FormCell) -> Int? {
      guard case .number(let number) = work[cell.position]?.value else { return nil }
      return number.decimal?.units(atScale: 0).map { Int($0) }
    }
    func leafNumber(_ leaf: Int, _ column: Int) -> Int? {
      number(FormCell(.work, row: plan.leafRows[leaf], column: column))
    }
    facts.lateDays = number(plan.lateDays) ?? facts.lateDays
    for leaf in plan.set.leaves.indices {
      facts.exempt[leaf] = leafNumber(leaf, WorkColumn.exempt) == 1
      for (place, cell) in plan.carried[leaf].enumerated() {
        guard let cell, let count = number(cell) else { continue }
        facts.carried[leaf][place] = count < 0 ? nil : Int64(count)
      }
      guard plan.set.leaves[leaf].method != .own else { continue }
      switch leafNumber(leaf, WorkColumn.othersState) {
      case 1: facts.others[leaf] = .scored(Int64(leafNumber(leaf, WorkColumn.othersPoints) ?? 0))
      case 2: facts.others[leaf] = .exempt
      default: facts.others[leaf] = .awaited
      }
      let owner = FormCell(.work, row: plan.leafRows[leaf], column: WorkColumn.othersName)
      facts.owners[leaf] = work[owner.position]?.value.text ?? facts.owners[leaf]
    }
    return facts
  }
}

extension FormulaValue {
  /// Whether the value is a text, whatever its case.
  fileprivate func reads(_ word: String) -> Bool {
    if case .text(let text) = self { Label(text) == Label(word) } else { false }
  }
}

extension CellContent {
  /// The content as a table's cell would write it.
  var words: String {
    switch self {
    case .blank: ""
    case .text(let text): text
    case .number(let units, let decimals):
      decimalText(
        plainDecimal(units, decimals: decimals).units,
        decimals: plainDecimal(units, decimals: decimals).decimals, mark: ",")
    case .boolean(let truth): truth ? "TRUE" : "FALSE"
    case .date(let day): day.isoText
    case .formula(let formula, _): "=" + formula
    }
  }

  /// The value as it is filed; nil where a typed cell is not of an input's type, as its form says, too.
  func filed(as type: InputType) -> String? {
    let isOfKind: Bool
    switch (type, self) {
    case (.number, .number), (.signed, .number), (.count, .number): isOfKind = true
    case (.day, .date): isOfKind = true
    // A cell that lost its look as a date still holds its day.
    case (.day, .number(let units, let decimals)): return day(units, decimals)?.isoText
    case (.yesNo, .text), (.choice, .text): isOfKind = true
    default: isOfKind = false
    }
    guard isOfKind, type.figure(of: words).state == .filed else { return nil }
    switch (type, self) {
    case (.choice(let labels), .text(let text)): return labels.first { $0 == Label(text) }?.spelling
    case (.yesNo, .text(let text)):
      return [FormWords.yes, FormWords.no].first { Label($0) == Label(text) }
    default: return words
    }
  }

  private func day(_ units: Int128, _ decimals: Int) -> Day? {
    let plain = plainDecimal(units, decimals: decimals)
    guard plain.decimals == 0,
      (Int128(FormLimits.firstDay)...Int128(FormLimits.lastDay)).contains(plain.units)
    else { return nil }
    return Day(number: Int(plain.units) - 25_569)
  }
}
