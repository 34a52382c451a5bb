import CCHCCriteria
import CCHCCycle
import CCHCDocuments
import CCHCExact
import CCHCFiles
import CCHCOffice
package import CCHCScoring
package import CCHCTables

/// Tells where the points of one leaf come from, as text or JSON.
package struct LeafExplanation {
  private let scored: ScoredLeaf
  private let trace: LeafTrace
  private let wording: Wording
  private let set: CriteriaSet

  package init(_ leaf: ScoredLeaf, wording: Wording) {
    scored = leaf
    self.wording = wording
    trace = leaf.filed.trace
    set = leaf.agency.set
  }

  private var agency: FiledAgency { scored.agency.filed }
  private var round: Round { agency.round }
  private var leaf: Leaf { scored.declared }
  private var row: Criterion { scored.criterion }
  private var score: LeafScore { scored.score }
  private var decimals: Int { self.set.settings.pointDecimals }

  private func points(_ units: Int64?) -> String {
    units.map { wording.points(Int128($0), decimals: decimals) } ?? "–"
  }

  // MARK: Text

  package func text() -> String {
    var text = "\(agency.name) (\(agency.code)) – \(row.code) \(row.name)\n"
    let maximum = scored.applicableMaximum.map { wording.plain($0, decimals: decimals) } ?? "–"
    text +=
      wording("Điểm đạt được", "Final points") + ": \(points(score.final))/\(maximum) "
      + "(\(wording.status(score.status)))\n"
    if !row.ruleText.isEmpty { text += wording("Cách chấm", "In words") + ": \(row.ruleText)\n" }
    if let rule = leaf.rule { text += wording("Công thức", "Rule") + ": \(rule.text)\n" }
    if !row.legalBasis.isEmpty {
      text += wording("Căn cứ", "Legal basis") + ":\n" + wording.chain(row.legalBasis, indent: "  ")
    }
    text += exemptions()
    for step in trace.steps { text += "\n" + self.text(step) }
    if score.status == .undocumented {
      text += wording(
        "\nChưa thẩm định và không dòng nào ghi tài liệu kiểm chứng bắt buộc: 0 điểm.\n",
        "\nNot appraised, and no row names the document required: 0 points.\n")
    }
    return text
  }

  private func exemptions() -> String {
    var text = ""
    for exemption in round.exemptions where exemption.agency == nil || exemption.agency == agency.index {
      guard let exempt = set.row(exemption.criterion), set.isRow(leaf.row, atOrBelow: exempt) else {
        continue
      }
      text += wording("Không đánh giá", "Exempt") + ": \(exemption.reason) (\(exemption.decidedBy))\n"
    }
    return text
  }

  private func text(_ step: LeafTrace.Step) -> String {
    var text = heading(step) + "\n"
    for appraisal in step.appraisals { text += "  " + self.text(appraisal) + "\n" }
    for (input, figure) in zip(leaf.inputs, step.figures) { text += "  " + self.text(input, figure) + "\n" }
    if step.round == nil {
      for proof in scored.filed.proofs { text += proofText(proof) }
    }
    for check in step.checks {
      let state = check.holds.map { $0 ? wording("đạt", "holds") : wording("không đạt", "fails") }
      text +=
        "  " + wording("Ràng buộc", "Check")
        + " \(check.text): \(state ?? wording("không tính được", "no value"))\n"
    }
    if let work = step.work { text += self.text(work, step) }
    return text + "  = \(points(step.points)) (\(wording.status(step.status)))\n"
  }

  private func heading(_ step: LeafTrace.Step) -> String {
    if let round = step.round { return wording("Thẩm định lần \(round)", "Appraisal round \(round)") }
    switch leaf.method {
    case .own: return wording("Tự chấm", "Self score")
    case .external: return wording("Số liệu cơ quan khác", "External figures")
    case .survey: return wording("Điều tra xã hội học", "Survey")
    }
  }

  private func text(_ appraisal: Appraisal) -> String {
    let member = round.evidence.texts[appraisal.appraiser]
    let reason = remark(appraisal.reason)
    let decision: String
    switch appraisal.decision {
    case .agreed: decision = wording("giữ nguyên kết quả", "agreed")
    case .points(let units): decision = wording("chấm \(points(units)) điểm", "\(points(units)) points")
    case .figure(let input, _):
      decision = wording("sửa \(leaf.inputs[input].name)", "corrects \(leaf.inputs[input].name)")
    }
    let place = placeText(file: appraisal.file, row: appraisal.row)
    return decision + (member.isEmpty ? "" : " – \(member)") + (reason.isEmpty ? "" : ": \(reason)")
      + " [\(place)]"
  }

  private func text(_ input: Input, _ figure: Figure) -> String {
    let shown: String
    switch figure.state {
    case .filed: shown = figure.value(of: input.type).map(wording.value) ?? ""
    case .absent, .blank:
      shown = input.isOptional ? wording("để trống", "empty") : wording("chưa có", "not filed")
    case .invalid: shown = wording("không hợp lệ", "not valid")
    case .requested: shown = wording("không áp dụng (đề nghị)", "not applicable (asked)")
    case .conflict: shown = wording("hai dòng khác nhau", "two rows differ")
    }
    // Answers of a survey add up over many rows, of which the first is named.
    let first = leaf.method == .survey ? wording("từ ", "from ") : ""
    let place = figure.row > 0 ? " [\(first)\(placeText(file: figure.file, row: figure.row))]" : ""
    return "\(input.name) = \(shown)" + (input.label.isEmpty ? "" : " – \(input.label)") + place
  }

  /// What is printed may go anywhere, so secret documents are not named.
  private var citations: CitationWords { CitationWords(isInternal: false) }

  /// The documents that a row names.
  private func document(of proof: Proof) -> String {
    citations.text(round.evidence.texts[proof.document], of: agency)
  }

  /// What a person wrote beside a figure or an appraisal.
  private func remark(_ text: TextStore.Range) -> String {
    citations.free(round.evidence.texts[text], of: agency)
  }

  private func proofText(_ proof: Proof) -> String {
    let place = placeText(file: proof.file, row: proof.row)
    var text = ""
    if !proof.document.isEmpty {
      let words = document(of: proof)
      text += "  " + wording("Tài liệu", "Document") + ": \(words) [\(place)]\n"
    }
    if !proof.note.isEmpty {
      text += "  " + wording("Thuyết minh", "Note") + ": \(remark(proof.note)) [\(place)]\n"
    }
    if !proof.source.isEmpty || !proof.year.isEmpty {
      let year = proof.year.isEmpty ? "" : wording(", năm ", ", year ") + round.evidence.texts[proof.year]
      text +=
        "  " + wording("Nguồn", "Source") + ": \(round.evidence.texts[proof.source])\(year) [\(place)]\n"
    }
    return text
  }

  private func placeText(file: UInt16, row: UInt32) -> String {
    wording.place(round.evidence.place(file: file, row: row))
  }

  private func text(_ work: LeafTrace.Work, _ step: LeafTrace.Step) -> String {
    var text = ""
    for term in work.compared { text += "  \(term.text) = \(wording.value(term.value))\n" }
    if let rule = leaf.rule, let held = work.heldCase {
      let ruleCase = rule.cases[held]
      text +=
        "  " + wording("Trường hợp áp dụng", "Case") + ": \(ruleCase.conditionText): \(ruleCase.valueText)\n"
    } else if leaf.rule?.hasCases ?? false, work.fault == nil {
      text += "  " + wording("Không trường hợp nào đúng", "No case holds") + "\n"
    }
    switch work.fault {
    case .divisionByZero:
      text += "  " + wording("Có phép chia cho 0", "A division by 0 is met") + zeroPolicy() + "\n"
    case .overflow: text += "  " + wording("Vượt giới hạn tính chính xác", "Beyond the exact range") + "\n"
    case nil:
      let value = work.value.map(wording.exact) ?? wording("để trống, tính là 0", "empty, taken as 0")
      let limits = "[\(points(leaf.minUnits)); \(points(leaf.maxUnits))]"
      text +=
        "  " + wording("Giá trị", "Value") + ": \(value); "
        + wording(
          "giới hạn \(limits), làm tròn \(decimals) chữ số thập phân (\(wording.rounding(set.settings.rounding)))",
          "limited to \(limits), rounded to \(decimals) decimals (\(wording.rounding(set.settings.rounding)))"
        ) + "\n"
    }
    return text
  }

  private func zeroPolicy() -> String {
    switch leaf.zeroDenominator {
    case .zero: wording(": được 0 điểm", ": gives 0 points")
    case .full: wording(": được điểm tối đa", ": gives the maximum")
    case .exempt: wording(": không đánh giá", ": exempt")
    case nil: wording(": bộ tiêu chí không nói cách chấm", ": the set does not say what follows")
    }
  }
}

// MARK: JSON

extension LeafExplanation {
  package func write(_ json: inout JSONWriter) {
    json.object { json in
      json.member("agency", agency.code)
      json.member("code", row.code)
      json.member("name", row.name)
      json.member("status", score.status.rawValue)
      json.key("final")
      json.number(score.final.map { Int128($0) }, decimals: decimals)
      json.key("max")
      json.maximum(scored.applicableMaximum, decimals: decimals)
      json.key("rule")
      json.string(leaf.rule?.text)
      json.member("rule_text", row.ruleText)
      json.member("legal_basis", row.legalBasis)
      json.key("steps")
      json.array { json in
        for step in trace.steps { write(step, &json) }
      }
      json.key("documents")
      json.array { json in
        for proof in scored.filed.proofs { write(proof, &json) }
      }
    }
  }

  private func write(_ step: LeafTrace.Step, _ json: inout JSONWriter) {
    json.object { json in
      json.key("round")
      json.number(step.round.map { Int128($0) })
      json.member("status", step.status.rawValue)
      json.key("points")
      json.number(step.points.map { Int128($0) }, decimals: decimals)
      json.key("inputs")
      json.array { json in
        for (input, figure) in zip(leaf.inputs, step.figures) { write(input, figure, &json) }
      }
      json.key("appraisals")
      json.array { json in
        for appraisal in step.appraisals { write(appraisal, &json) }
      }
      json.key("checks")
      json.array { json in
        for check in step.checks {
          json.object { json in
            json.member("check", check.text)
            json.key("holds")
            if let holds = check.holds { json.bool(holds) } else { json.null() }
          }
        }
      }
      json.key("case")
      json.string(step.work?.heldCase.flatMap { held in leaf.rule.map { $0.cases[held].conditionText } })
      json.key("value")
      json.string(step.work?.value.map { "\($0.numerator)/\($0.denominator)" })
    }
  }

  private func write(_ input: Input, _ figure: Figure, _ json: inout JSONWriter) {
    let exact = Wording(.english)
    json.object { json in
      json.member("input", input.name)
      json.member("label", input.label)
      json.key("value")
      json.string(figure.value(of: input.type).map(exact.value))
      writePlace(figure.row > 0 ? figure.file : nil, figure.row, &json)
    }
  }

  private func write(_ appraisal: Appraisal, _ json: inout JSONWriter) {
    json.object { json in
      json.member("appraiser", round.evidence.texts[appraisal.appraiser])
      json.member("reason", remark(appraisal.reason))
      writePlace(appraisal.file, appraisal.row, &json)
    }
  }

  private func write(_ proof: Proof, _ json: inout JSONWriter) {
    json.object { json in
      json.member("document", document(of: proof))
      json.member("note", remark(proof.note))
      json.member("source", round.evidence.texts[proof.source])
      json.member("year", round.evidence.texts[proof.year])
      writePlace(proof.file, proof.row, &json)
    }
  }

  private func writePlace(_ file: UInt16?, _ row: UInt32, _ json: inout JSONWriter) {
    json.key("file")
    json.string(file.map { round.evidence.files[Int($0)] })
    if let sheet = file.flatMap({ round.evidence.sheets[Int($0)] }) { json.member("sheet", sheet) }
    json.key("row")
    json.number(file == nil ? nil : Int128(row))
  }
}
