import CCHCCriteria
import CCHCFiles
import CCHCScoring
import CCHCTables

/// Prints what the column Tình trạng of a form says of a row.
struct FormStateWords {
  private let set: CriteriaSet
  private let layout: FormLayout

  init(_ set: CriteriaSet, _ layout: FormLayout) {
    self.set = set
    self.layout = layout
  }

  /// The words for a leaf's status; `others` are points that others entered, `owner` who they are.
  func leaf(_ number: Int, status: Formula, others: Formula, owner: Formula) -> Formula {
    let leaf = set.leaves[number]
    var words: [(Int, Formula)] = [
      (FormStatus.exempt, .text("Không đánh giá")),
      (FormStatus.requested, .text("Đề nghị không đánh giá: 0 điểm cho đến khi có quyết định")),
      (FormStatus.invalid, .text("Số liệu không hợp lệ: 0 điểm")),
      (FormStatus.missing, .text("Chưa đủ số liệu: 0 điểm")),
      (FormStatus.division, .text("Mẫu số bằng 0: 0 điểm")),
      (
        FormStatus.large,
        .text("Số liệu quá lớn để bảng tính tính chính xác; điểm do phần mềm của cơ quan thường trực tính")
      ),
    ]
    if !leaf.hasFormula {
      words.append((FormStatus.awaited, .text("Điểm do phần mềm của cơ quan thường trực tính")))
    }
    var otherwise = documents(leaf)
    if leaf.method != .own {
      words = [
        (FormStatus.exempt, .text("Không đánh giá")),
        (FormStatus.awaited, .joined([.text("Do "), owner, .text(" cung cấp, chưa có số liệu")])),
      ]
      otherwise = .joined([
        .text("Do "), owner, .text(" cung cấp: "),
        unitsText(others, decimals: set.settings.pointDecimals), .text(" điểm"),
      ])
    }
    if leaf.isMonitored { return .text("Theo dõi, không tính điểm") }
    for (place, check) in leaf.checks.enumerated() where leaf.method == .own {
      let text = "Số liệu không khớp (\(check.text)): 0 điểm"
      words.append((FormStatus.firstCheck + place, .text(text.cutForFormula)))
    }
    // Checks beyond the levels that a formula takes share the words of the last.
    let most = 40
    return words.prefix(most).reversed().reduce(otherwise) { rest, entry in
      .when(status.equals(Int128(entry.0)), entry.1, rest)
    }
  }

  /// What is lacking although the figures are complete.
  private func documents(_ leaf: Leaf) -> Formula {
    let document = Formula.cell(layout.cell(of: leaf.row, FormLayout.Column.document))
    let note = Formula.cell(layout.cell(of: leaf.row, FormLayout.Column.note))
    switch leaf.documents {
    case .optional: return .text("")
    case .required: return .when(document.reads(""), .text("Chưa ghi tài liệu kiểm chứng"), .text(""))
    case .requiredOrExplained:
      return .when(
        .call(.and, [document.reads(""), note.reads("")]),
        .text("Chưa ghi tài liệu kiểm chứng hoặc giải trình"), .text(""))
    }
  }

  /// The words for an input by its mark, and what is carried over to it.
  func input(_ input: Input, mark: Formula, carried: FormCell?) -> Formula {
    var rest = Formula.text("")
    if let carried {
      rest = .when(
        .cell(carried) > 0,
        .joined([.text("Cộng thêm "), .cell(carried), .text(" của cơ quan đã kết thúc hoạt động")]), rest)
    }
    return .when(
      mark.equals(Int128(FormStatus.invalid)), .text(("Ghi " + remedy(input.type)).cutForFormula),
      .when(mark.equals(Int128(FormStatus.missing)), .text("Chưa nhập"), rest))
  }

  private func remedy(_ type: InputType) -> String {
    switch type {
    case .choice: "một giá trị trong danh sách của ô"
    case .day: "ngày như 31/03/2023"
    case .number: "số không âm, tối đa 15 chữ số, 6 chữ số thập phân"
    case .signed: "số tối đa 15 chữ số, 6 chữ số thập phân"
    case .count, .yesNo: type.remedy.worded(in: .vietnamese).replacing("“", with: "").replacing("”", with: "")
    }
  }
}

extension String {
  /// The text, or as much of it as a formula takes as one (255 letters).
  fileprivate var cutForFormula: String { utf16.count <= 250 ? self : String(prefix(240)) + "…" }
}
