import CCHCCriteria
import CCHCCycle
package import CCHCDocuments
package import CCHCExact
import CCHCFiles
package import CCHCScoring

/// Writes the Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ tự chấm điểm: what an agency's filing lacks (R31).
package enum FilingSlip {
  /// The slip for an agency that is sent back on a day, to be completed by the end of another.
  package static func document(_ agency: FiledAgency, on date: Day, until: Day) -> DocumentTree {
    let (round, set, filing) = (agency.round, agency.set, agency.filing)
    let words = FilingWords(agency, Wording(.vietnamese))
    var tree = DocumentTree()
    tree.head(
      PaperHead(
        superior: round.settings.superior, issuer: round.settings.issuer, number: "……",
        place: round.settings.place, day: date))
    tree.title("PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ TỰ CHẤM ĐIỂM")
    tree.byline("*\(round.settings.name)*")
    tree.addressee("Kính gửi: \(agency.name) (mã \(agency.code)).")
    let lacking = filing.leaves.filter { !$0.isComplete }
    tree.paragraph(
      """
      Qua kiểm tra ngày \(date.documentText), hồ sơ tự chấm điểm của cơ quan có \
      \(countText(filing.completeCount))/\(countText(filing.leaves.count)) tiêu chí đã đủ và đúng thể thức; còn \
      \(countText(lacking.count)) tiêu chí chưa đủ hoặc chưa đúng, như sau:
      """)
    let columns = [
      TableColumn("STT", width: 5, .center), TableColumn("Mã", width: 8),
      TableColumn("Tiêu chí", width: 22), TableColumn("Nội dung chưa đủ, chưa đúng", width: 25),
      TableColumn("Lý do phải bổ sung", width: 18), TableColumn("Nội dung cần bổ sung", width: 22),
    ]
    tree.table(columns) { rows in
      for (place, entry) in lacking.enumerated() {
        let leaf = set.leaves[entry.leaf]
        rows.cell(place + 1)
        rows.cell(set.rows[leaf.row].code)
        rows.cell(set.rows[leaf.row].name)
        rows.cell(joined(entry.faults.map { words.fault($0, leaf: entry.leaf) }, leaf))
        rows.cell(joined(entry.faults.map(words.reason), leaf))
        rows.cell(joined(entry.faults.map { words.remedy($0, leaf: entry.leaf) }, leaf))
        rows.endRow()
      }
    }
    let requested = filing.leaves.filter(\.isRequested).map { set.rows[set.leaves[$0.leaf].row].code }
    if !requested.isEmpty {
      tree.paragraph(
        """
        Cơ quan đề nghị không đánh giá \(countText(requested.count)) tiêu chí \
        (\(requested.joined(separator: ", "))); Hội đồng sẽ xem xét, quyết định.
        """)
    }
    tree.paragraph(
      """
      Đề nghị cơ quan hoàn thiện bảng tự chấm và gửi lại \(round.issuerName) **chậm nhất hết ngày \(until.documentText)**. Tiêu chí \
      không được bổ sung thì chấm theo số liệu hiện có; tiêu chí chưa có số liệu được 0 điểm.
      """)
    tree.issuerSignature(round.settings, to: ["- Như trên;"], isForOne: true)
    return tree
  }

  /// Parts as one sentence, each once; an input's name keeps its small letters.
  private static func joined(_ parts: [String], _ leaf: Leaf) -> String {
    var once: [String] = []
    for part in parts where !once.contains(part) { once.append(part) }
    let text = once.joined(separator: "; ") + "."
    let beginsWithName = leaf.inputs.contains {
      text.hasPrefix($0.name + ":") || text.hasPrefix($0.name + " (")
    }
    return beginsWithName ? text : (text.first?.uppercased() ?? "") + text.dropFirst()
  }
}
