import CCHCScoring
import CCHCTables

/// Tables that await figures: everything but the values is filled in.
struct FormTables {
  private let round: Round

  init(_ round: Round) { self.round = round }

  /// A table with a heading row; a Vietnamese spreadsheet opens it rightly.
  static func table(_ headings: [String]) -> CSVWriter {
    var csv = CSVWriter(locale: .vietnamese)
    csv.row(headings)
    return csv
  }

  // MARK: self

  /// self/<agency>.csv: a row for each figure that the agency files.
  func own(_ agency: Agency) -> [UInt8] {
    let set = round.groups[agency.group].set
    var csv = Self.table([
      "mã tiêu chí", "tên tiêu chí", "mã số liệu", "# nội dung số liệu", "# cách ghi", "giá trị",
      "tài liệu kiểm chứng", "# yêu cầu tài liệu", "thuyết minh",
    ])
    for leaf in set.leaves where leaf.method == .own {
      let row = set.rows[leaf.row]
      let policy = leaf.documents.vietnamese
      // A leaf that the council scores by points alone still takes a document and a note.
      if leaf.inputs.isEmpty { csv.row([row.code, row.name, "", "", "", "", "", policy, ""]) }
      for (place, input) in leaf.inputs.enumerated() {
        csv.row([
          row.code, row.name, input.name, input.label, input.remedy, "", "", place == 0 ? policy : "", "",
        ])
      }
    }
    return csv.bytes
  }

  /// Whether the agency's set has a leaf that it scores itself.
  func scoresItself(_ agency: Agency) -> Bool {
    round.groups[agency.group].set.leaves.contains { $0.method == .own }
  }

  // MARK: external

  /// external/<member>.csv: for each member of the council the figures that it enters for all agencies.
  func external() -> [(name: String, bytes: [UInt8])] {
    var tables: [String: CSVWriter] = [:]
    for (number, group) in round.groups.enumerated() {
      for (place, leaf) in group.set.leaves.enumerated() where leaf.method == .external {
        let member = group.appraisers[place].member ?? ""
        let name = isFileCode(member) ? member : "chua-phan-cong"
        var csv = tables.removeValue(forKey: name) ?? Self.table(Self.externalHeadings)
        let row = group.set.rows[leaf.row]
        for agency in round.agencies where agency.group == number {
          for input in leaf.inputs {
            csv.row([
              agency.code, agency.name, row.code, row.name, input.name, input.label, input.remedy, "", "", "",
              "",
            ])
          }
        }
        tables[name] = csv
      }
    }
    return tables.sorted { precedesInBytes($0.key, $1.key) }.map { ($0.key, $0.value.bytes) }
  }

  private static let externalHeadings = [
    "mã cơ quan", "# tên cơ quan", "mã tiêu chí", "tên tiêu chí", "mã số liệu", "# nội dung số liệu",
    "# cách ghi", "giá trị", "nguồn", "năm", "thuyết minh",
  ]

  // MARK: survey

  /// survey/phieu-khao-sat.csv: the headings, and which answers each leaf takes; nil without a survey.
  func survey() -> [UInt8]? {
    var csv = Self.table([
      "mã cơ quan", "mã tiêu chí", "phương án trả lời", "số phiếu", "nhóm đối tượng khảo sát",
    ])
    var seen: Set<String> = []
    for group in round.groups where seen.insert(group.set.code).inserted {
      for leaf in group.set.leaves where leaf.method == .survey {
        let row = group.set.rows[leaf.row]
        let answers = leaf.inputs.map { $0.label.isEmpty ? $0.name : "\($0.name) = \($0.label)" }
        csv.row(["# \(row.code) \(row.name): \(answers.joined(separator: "; "))"])
      }
    }
    let isSurveyed = round.groups.contains { $0.set.leaves.contains { $0.method == .survey } }
    return isSurveyed ? csv.bytes : nil
  }
}

extension Input {
  /// What is to be written, as the form says it.
  fileprivate var remedy: String { type.remedy.vi + (isOptional ? " (không bắt buộc)" : "") }
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

extension CSVWriter {
  /// A row of texts; cells that it lacks are empty.
  mutating func row(_ cells: [String]) {
    for cell in cells { text(cell) }
    endRow()
  }
}
