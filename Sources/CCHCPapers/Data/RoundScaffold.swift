package import CCHCCriteria
import CCHCDocuments
import CCHCExact
import CCHCFiles
package import CCHCScoring
import CCHCTables

/// The tables of a new round, to be filled in.
package struct RoundScaffold: Sendable {
  /// A group and the set that scores it.
  package struct GroupSet: Sendable {
    package let group: String
    package let set: CriteriaSet

    package init(group: String, set: CriteriaSet) {
      self.group = group
      self.set = set
    }
  }

  private let year: Int
  private let groups: [GroupSet]
  /// The round that agencies, council and signers are taken from.
  private let earlier: Round?
  /// The folder name of the earlier round, where it stands beside the new one.
  private let previous: String

  private let format: FormTable.Format

  package init(
    year: Int, groups: [GroupSet], earlier: Round? = nil, previous: String = "", asWorkbooks: Bool = false
  ) {
    (self.year, self.groups, self.earlier, self.previous) = (year, groups, earlier, previous)
    format = asWorkbooks ? .workbook : .csv
  }

  private func file(_ schema: TableSchema, _ table: FormTable) -> File {
    File(name: schema.stem + format.ending, bytes: table.bytes(format))
  }

  // MARK: round.csv

  /// round with every key; what nobody has said is empty.
  package func settings() -> File {
    let old = earlier?.settings ?? RoundSettings()
    var table = FormTable(
      "Kỳ đánh giá",
      [
        .open(KeyValueColumn.key.column, 18), .open(KeyValueColumn.value.column), .remark("ý nghĩa", 50),
      ])
    for key in RoundKey.allCases {
      let meaning = key.key.meaning.vietnamese
      if key == .criteria {
        for entry in groups {
          table.row([key.rawValue + entry.group, entry.set.code, "\(meaning) \(entry.group)"])
        }
      } else {
        table.row([key.rawValue, value(of: key, old), meaning])
      }
    }
    return file(RoundKey.schema, table)
  }

  /// The value of a key that stands alone: what the earlier round had, where that may hold for the new one.
  private func value(of key: RoundKey, _ old: RoundSettings) -> String {
    switch key {
    case .name: name(old)
    case .year: String(year)
    case .previous: previous
    case .superior: old.superior
    case .issuer: old.issuer
    case .place: old.place
    case .symbol: old.symbol
    case .signerTitle: old.signerTitle
    case .signer: old.signer
    case .recipients: old.recipients.joined(separator: "; ")
    case .randomSample, .source, .note, .criteria: ""
    }
  }

  private func name(_ old: RoundSettings) -> String {
    if let before = old.year.map({ String($0) }), old.name.contains(before) {
      return old.name.replacing(before, with: String(year))
    }
    return "Đánh giá, xác định Chỉ số cải cách hành chính năm \(year)"
  }

  // MARK: agencies.csv

  /// Agencies of the earlier round that ended before the new year began, which are left out.
  package var ended: [Agency] {
    guard let first = Day(year: year, month: 1, day: 1) else { return [] }
    return (earlier?.agencies ?? []).filter { $0.to.map { $0 < first } ?? false }
  }

  /// agencies from the earlier round; without one the headings and an example.
  package func agencies() -> File {
    var table = FormTable(
      "Cơ quan",
      AgencyColumn.allCases.map { column in
        switch column {
        case .name: .open(column.column, 36)
        case .bloc: .open(column.column, 24)
        default: .open(column.column)
        }
      })
    guard let earlier else {
      table.row([
        "# Ví dụ, viết không có dấu # ở đầu: STP", "Sở Tư pháp", groups.first?.group ?? "", "Khối tổng hợp",
        "", "có",
      ])
      return file(AgencyColumn.schema, table)
    }
    let ended = Set(ended.map(\.code))
    let first = Day(year: year, month: 1, day: 1)
    for agency in earlier.agencies where !ended.contains(agency.code) {
      let group = earlier.groups[agency.group].code
      let began = agency.from.flatMap { from in first.map { from > $0 } ?? true ? from : nil }
      table.row([
        agency.code, agency.name, group, agency.bloc == group ? "" : agency.bloc, agency.parent,
        agency.isRanked ? "có" : "không", began?.isoText ?? "", agency.to?.isoText ?? "", agency.successor,
      ])
    }
    return file(AgencyColumn.schema, table)
  }

  // MARK: stages.csv

  /// stages: every stage as a comment, for a stage needs its last day.
  package func stages() -> File {
    var table = FormTable(
      "Giai đoạn",
      [
        .open(StageColumn.stage.column, 26), .open(StageColumn.from.column), .open(StageColumn.until.column),
        .remark("ghi chú", 36),
      ])
    table.row([
      "# Bỏ dấu # ở đầu dòng và điền ngày, như 15/01/\(year + 1), cho giai đoạn nào có trong kế hoạch"
    ]
    )
    let stages: [(StageKind, String)] = [
      (.own, "nhận sau “đến hết ngày” là nộp muộn"), (.cutoff, "số liệu tính đến hết ngày này"),
      (.appraisal(1), ""), (.explanation(1), "hạn cơ quan gửi giải trình"), (.appraisal(2), ""),
      (.council, ""), (.publication, ""),
    ]
    for (stage, note) in stages { table.row(["# " + stage.vietnamese.lowercased(), "", "", note]) }
    return file(StageColumn.schema, table)
  }

  // MARK: council.csv

  /// council: the earlier round's rows, or who the set names for a row; as comments what is not decided.
  package func council(_ round: Round) -> File {
    var table = FormTable(
      "Hội đồng",
      [
        .open(.criterion), .open(.appraiser), .open(.name, 36), .open(CouncilColumn.substitute.column),
        .remark(Column.criterionName.vietnamese, 36),
      ])
    let sets = distinctSets(of: round)
    // A row counts for every set that has its code: where sets differ, each keeps its own appraisers.
    let differs = sets.contains { one in
      one.rows.contains { row in
        sets.contains { other in
          other.row(row.code).map { other.rows[$0].appraiser != row.appraiser } ?? false
        }
      }
    }
    var seen: Set<String> = []
    var hasComment = false
    for set in sets {
      for row in set.rows where seen.insert(row.code).inserted {
        let old = earlier?.councilRows.first { $0.criterion == row.code }
        guard row.parent == nil || row.appraiser != nil || old != nil else { continue }
        if let old {
          table.row([row.code, old.appraiser, old.name, old.substitute, row.name])
          continue
        }
        let member = row.appraiser ?? ""
        let isDecided = earlier == nil && !differs && !member.isEmpty
        hasComment = hasComment || !isDecided
        let name = round.agency(member).map { round.agencies[$0].name } ?? ""
        table.row([isDecided ? row.code : "# \(row.code)", member, name, "", row.name])
      }
    }
    if hasComment {
      table.row([
        "# Dòng có dấu # ở đầu chưa có hiệu lực: bỏ dấu # và điền cơ quan thẩm định nếu cần phân công"
      ]
      )
    }
    return file(CouncilColumn.schema, table)
  }

  /// Rows of the earlier council whose criteria the new sets lack.
  package func lostCouncilRows(_ round: Round) -> [String] {
    let sets = distinctSets(of: round)
    return (earlier?.councilRows ?? []).map(\.criterion).filter { code in
      !sets.contains { $0.row(code) != nil }
    }
  }

  /// The sets that apply; without any agency those that the call names.
  private func distinctSets(of round: Round) -> [CriteriaSet] {
    var seen: Set<String> = []
    let sets = round.groups.isEmpty ? groups.map(\.set) : round.groups.map(\.set)
    return sets.filter { seen.insert($0.code).inserted }
  }

  // MARK: Forms

  /// A file of the round's folder.
  package struct File: Sendable {
    package let name: String
    package let bytes: [UInt8]
  }

  /// The tables of self/, external/ and survey/ for a round with its agencies and its council.
  package func forms(_ round: Round) -> [File] {
    let forms = FormTables(round, format)
    let ending = format.ending
    var files = round.agencies.filter { forms.scoresItself($0) }.map {
      File(name: "self/\($0.code)\(ending)", bytes: forms.own($0))
    }
    files += forms.external().map { File(name: "external/\($0.name)\(ending)", bytes: $0.bytes) }
    if let survey = forms.survey() {
      files.append(File(name: "survey/phieu-khao-sat\(ending)", bytes: survey))
    }
    return files
  }

  /// Members of the council whose own agency is assessed and that have no substitute.
  package static func membersWithoutSubstitute(_ round: Round) -> [String] {
    var members: Set<String> = []
    for group in round.groups {
      for appraiser in group.appraisers where appraiser.substitute == nil {
        if let member = appraiser.member, round.agency(member) != nil { members.insert(member) }
      }
    }
    return members.sorted(by: precedesInBytes)
  }
}
