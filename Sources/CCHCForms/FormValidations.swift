import CCHCCriteria
import CCHCDocuments
import CCHCOffice
import CCHCScoring
import CCHCTables

/// What may be typed into each cell of a form.
struct FormValidations {
  private let plan: FormPlan

  init(_ plan: FormPlan) { self.plan = plan }

  var list: [DataValidation] {
    var list: [DataValidation] = []
    var requests: [CellArea] = []
    for (number, leaf) in plan.set.leaves.enumerated() where leaf.method == .own {
      for (place, input) in leaf.inputs.enumerated() {
        let cell = plan.layout.figure(leaf: number, input: place)
        list.append(validation(input, CellArea(cell.position), rule: plan.set.rows[leaf.row].ruleText))
      }
      requests.append(CellArea(plan.layout.cell(of: leaf.row, FormLayout.Column.request).position))
    }
    guard !requests.isEmpty else { return list }
    var request = DataValidation(requests, .list([FormWords.yes]))
    request.prompt = .init(
      "Không áp dụng",
      "Chọn “có” để đề nghị Hội đồng không đánh giá tiêu chí này; để trống nếu vẫn chấm điểm.")
    request.refusal = .init("Không áp dụng", "Chỉ chọn “có” hoặc để trống.")
    return list + [request]
  }

  private func validation(_ input: Input, _ area: CellArea, rule: String) -> DataValidation {
    let kind: DataValidation.Rule
    let remedy: String
    switch input.type {
    case .count:
      kind = .whole(.between("0", "999999999999"))
      remedy = "Ghi số nguyên không âm, tối đa 12 chữ số."
    case .number:
      kind = .decimal(.between("0", "999999999999"))
      remedy = "Ghi số không âm, tối đa 15 chữ số, trong đó 6 chữ số thập phân. Tỷ lệ ghi như 80%."
    case .signed:
      kind = .decimal(.between("-999999999999", "999999999999"))
      remedy = "Ghi số, số âm có dấu trừ; tối đa 15 chữ số, trong đó 6 chữ số thập phân."
    case .day:
      kind = .date(.between(String(FormLimits.firstDay), String(FormLimits.lastDay)))
      remedy = "Ghi ngày/tháng/năm, như 31/03/2024."
    case .yesNo:
      kind = .list([FormWords.yes, FormWords.no])
      remedy = "Chọn “có” hoặc “không”."
    case .choice(let labels):
      kind = .list(labels.map(\.spelling))
      remedy = "Chọn một giá trị trong danh sách."
    }
    var validation = DataValidation([area], kind)
    validation.prompt = .init(input.name, rule.isEmpty ? remedy : "\(remedy) Cách chấm: \(rule)")
    validation.refusal = .init("Số liệu không hợp lệ", remedy)
    return validation
  }
}
