import CCHCCriteria
package import CCHCCycle
package import CCHCDocuments
import CCHCExact
package import CCHCScoring

/// Writes noi-bo/danh-sach-thi-dua.md: index, band, rank and weak fields, for emulation and the rating of heads.
package struct EmulationList {
  private let results: Results
  private let round: Round
  private let followUp: FollowUp

  /// The list of all agencies of a scored round, dated on the day of the follow-up.
  package static func document(_ results: Results, _ followUp: FollowUp) -> DocumentTree {
    var tree = DocumentTree()
    EmulationList(results: results, round: results.round, followUp: followUp).write(&tree)
    return tree
  }

  private func write(_ tree: inout DocumentTree) {
    let settings = round.settings
    tree.head(PaperHead(settings, kind: "DS", day: followUp.day))
    tree.title(
      "DANH SÁCH",
      "Kết quả Chỉ số cải cách hành chính năm \(settings.yearText) phục vụ bình xét thi đua, khen thưởng và đánh giá, xếp loại người đứng đầu"
    )
    tree.provisionalMark(results)
    tree.expectedMark(round)
    if !results.isProvisional { tree.publication(round.publication) }
    tree.paragraph(
      """
      Cột “Lĩnh vực dưới 75%” nêu lĩnh vực có chỉ số thành phần thấp hơn 75% số điểm tối đa, xét theo giá trị chính xác; \
      đúng 75% thì không thuộc diện này. Cột “Báo cáo kiểm điểm” nêu cơ quan phải báo cáo kiểm điểm theo kết quả này.
      """)
    let groups = results.groups.filter { !$0.agencies.isEmpty }
    for group in groups {
      for bloc in group.blocs(in: round) {
        let title = round.blocTitle(group.bloc(at: bloc.lowerBound, in: round), group: group.group)
        let whole = round.groupTitle(group.group)
        tree.heading(2, groups.count > 1 && title != whole ? "\(whole): \(title)" : "\(title)")
        writeBloc(bloc, group, &tree)
      }
    }
    tree.paragraph(
      "Danh sách này có \(countText(groups.reduce(0) { $0 + $1.agencies.count })) cơ quan./.")
    tree.issuerSignature(
      settings, to: ["- Hội đồng Thi đua - Khen thưởng;", "- \(settings.chairman) (để báo cáo);"])
  }

  private func writeBloc(_ bloc: Range<Int>, _ group: GroupResult, _ tree: inout DocumentTree) {
    let set = round.groups[group.group].set
    let columns = [
      TableColumn("Hạng", width: 6, .center), TableColumn("Cơ quan", width: 21),
      TableColumn("Chỉ số", width: 9, .right), TableColumn("Xếp loại", width: 9),
      TableColumn("Lĩnh vực dưới 75%", width: 23), TableColumn("Báo cáo kiểm điểm", width: 9, .center),
      TableColumn("Xếp loại người đứng đầu về CCHC", width: 13),
      TableColumn("Đề xuất", width: 10),
    ]
    let names = AgencyNames(results, group)
    tree.table(columns) { rows in
      for place in bloc {
        let result = group.agencies[place]
        rows.cell(result.rank.map(groupedText) ?? noFigure)
        rows.cell(names.title(place))
        rows.cell(set.settings.percentText(result.publishedIndex))
        rows.cell(result.band ?? noFigure)
        let weak = results[agency: result.agency].shortfalls.map { $0.text(in: set) }
        rows.cell(weak.isEmpty ? noFigure : weak.joined(separator: "; "))
        rows.cell(followUp.selfCriticism(of: result.agency).vietnamese)
        rows.cell(round.headRatings[result.agency]?.spelling ?? "chưa xếp loại")
        rows.cell("")
        rows.endRow()
      }
    }
    FewAnswersNote.write(Array(group.agencies[bloc]), of: results, into: &tree)
  }
}

extension Shortfall {
  /// `3. Cải cách thủ tục hành chính (74,996%)`.
  func text(in set: CriteriaSet) -> String {
    let row = set.rows[set.fields[field]]
    return "\(row.code). \(row.name) (\(decimalText(percent, decimals: decimals, mark: ","))%)"
  }
}

/// Whether an agency owes a self-criticism report.
enum SelfCriticism: String {
  case owed = "yes"
  case notOwed = "no"
  /// The rating of the agency's head is still to decide.
  case unconcluded

  /// The answer as documents show it.
  var vietnamese: String {
    switch self {
    case .owed: "có"
    case .notOwed: "không"
    case .unconcluded: "chưa kết luận"
    }
  }
}

extension FollowUp {
  /// Whether an agency owes a self-criticism report by its results, handed in or not.
  func selfCriticism(of agency: Int) -> SelfCriticism {
    if duties(ofAgency: agency).contains(where: isSelfCriticism) { return .owed }
    let waits = unconcluded(ofAgency: agency).contains { papers[$0.paper].isSelfCriticism }
    return waits ? .unconcluded : .notOwed
  }

  /// Whether a duty is a self-criticism report.
  package func isSelfCriticism(_ duty: FollowedDuty) -> Bool {
    if case .paper(let place) = duty.source { papers[place].isSelfCriticism } else { false }
  }
}
