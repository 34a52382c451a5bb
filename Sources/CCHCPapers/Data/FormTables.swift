import CCHCCriteria
import CCHCDocuments
import CCHCFiles
import CCHCScoring

/// Tables that await figures: everything but the values is filled in.
struct FormTables {
  private let round: Round
  private let format: FormTable.Format

  init(_ round: Round, _ format: FormTable.Format) { (self.round, self.format) = (round, format) }

  // MARK: self

  /// self/<agency>: a row for each figure that the agency files.
  func own(_ agency: Agency) -> [UInt8] {
    let set = round.groups[agency.group].set
    var table = FormTable(
      "Tự chấm điểm",
      [
        .given(.criterion), .given(.criterionName, 36), .given(.input), .remark("nội dung số liệu", 34),
        .remark("cách ghi", 24), .open(.value), .open(.document, 26), .remark("yêu cầu tài liệu"),
        .open(.note, 30),
      ], isProtected: true)
    for leaf in set.leaves where leaf.method == .own {
      let row = set.rows[leaf.row]
      let policy = leaf.documents.vietnamese
      // A leaf that the council scores by points alone still takes a document and a note.
      if leaf.inputs.isEmpty { table.row([row.code, row.name, "", "", "", "", "", policy, ""]) }
      for (place, input) in leaf.inputs.enumerated() {
        table.row(
          [row.code, row.name, input.name, input.label, input.remedy, "", "", place == 0 ? policy : "", ""],
          value: input.type)
      }
    }
    return table.bytes(format)
  }

  /// Whether the agency's set has a leaf that it scores itself.
  func scoresItself(_ agency: Agency) -> Bool {
    round.groups[agency.group].set.leaves.contains { $0.method == .own }
  }

  // MARK: external

  /// external/<member>: for each member of the council the figures that it enters for all agencies.
  func external() -> [(name: String, bytes: [UInt8])] {
    var tables: [String: FormTable] = [:]
    for (number, group) in round.groups.enumerated() {
      for (place, leaf) in group.set.leaves.enumerated() where leaf.method == .external {
        let member = group.appraisers[place].member ?? ""
        let name = isFileCode(member) ? member : "chua-phan-cong"
        var table =
          tables.removeValue(forKey: name)
          ?? FormTable("Số liệu", Self.externalColumns, isProtected: true)
        let row = group.set.rows[leaf.row]
        for agency in round.agencies where agency.group == number {
          for input in leaf.inputs {
            table.row(
              [
                agency.code, agency.name, row.code, row.name, input.name, input.label, input.remedy, "", "",
                "", "",
              ], value: input.type)
          }
        }
        tables[name] = table
      }
    }
    return tables.sorted { precedesInBytes($0.key, $1.key) }.map { ($0.key, $0.value.bytes(format)) }
  }

  private static let externalColumns: [ListColumn] = [
    .given(.agency), .remark("tên cơ quan", 26), .given(.criterion), .given(.criterionName, 36),
    .given(.input), .remark("nội dung số liệu", 34), .remark("cách ghi", 24), .open(.value),
    .open(.source, 24), .open(FigureColumn.year.column), .open(.note, 30),
  ]

  // MARK: survey

  /// survey/phieu-khao-sat: the headings, and which answers each leaf takes; nil without a survey.
  func survey() -> [UInt8]? {
    var table = FormTable(
      "Điều tra XHH",
      [
        .open(.agency), .open(.criterion), .open(.answer), .open(.count), .open(.respondentGroup, 24),
      ])
    var seen: Set<String> = []
    for group in round.groups where seen.insert(group.set.code).inserted {
      for leaf in group.set.leaves where leaf.method == .survey {
        let row = group.set.rows[leaf.row]
        let answers = leaf.inputs.map { $0.label.isEmpty ? $0.name : "\($0.name) = \($0.label)" }
        table.row(["# \(row.code) \(row.name): \(answers.joined(separator: "; "))"])
      }
    }
    let isSurveyed = round.groups.contains { $0.set.leaves.contains { $0.method == .survey } }
    return isSurveyed ? table.bytes(format) : nil
  }
}

extension Input {
  /// What is to be written, as the form says it.
  fileprivate var remedy: String {
    type.remedy.worded(in: .vietnamese) + (isOptional ? " (không bắt buộc)" : "")
  }
}

extension DocumentPolicy {
  /// The policy as forms show it; nothing where a document is optional.
  fileprivate var vietnamese: String {
    switch self {
    case .required: "bắt buộc"
    case .requiredOrExplained: "bắt buộc hoặc giải trình"
    case .optional: ""
    }
  }
}
