import CCHCCriteria
package import CCHCCycle
import CCHCFiles
import CCHCPapers

extension Worklists {
  fileprivate func values(_ index: Int) -> OutputPath.Values {
    let member =
      switch lists[index].member.map(CouncilMember.init) {
      case nil: "chua-phan-cong"
      case .council: "hoi-dong"
      case .standing: "thuong-truc"
      // A code may hold what no name of a file does.
      case .code(let code): isFileCode(code) ? code : "thanh-vien-\(index + 1)"
      }
    return round > 1 ? [.member: member, .appraisalRound: String(round)] : [.member: member]
  }

  /// The name of the list of an index below the report folder, without the extension.
  package func name(_ index: Int) -> String { OutputPath.worklist.name(values(index)) }
}

extension OutputPath {
  fileprivate static let worklist: OutputPath =
    "noi-bo/tham-dinh/\(.member)\(.appraisalRound, after: "-lan-")"
}

extension Output where Source == Worklists {
  static var worklist: Output {
    Output(
      .worklist, Bilingual("bảng công việc thẩm định của một thành viên", "the worklist of a council member"),
      filling: Filling(
        Bilingual("chép vào appraisal/ rồi chuyển đi nơi khác", "copy it into appraisal/ and move it away"),
        isFilled: { bytes, file, _ in Worklist.isFilled(bytes, file: file) }),
      each: { assigned in
        assigned.lists.indices.map { index in
          OutputSubject(
            assigned.values(index),
            WorklistTable(assigned.lists[index], assigned.results, round: assigned.round))
        }
      },
      [.csv { $0.csv($1) }, .xlsx { $0.workbook() }])
  }
}
