package import CCHCDocuments
package import CCHCExact
package import CCHCFiles
package import CCHCScoring

/// Writes the Phiếu yêu cầu bổ sung for a returned form that is not taken (R31).
package enum FormSlip {
  /// The slip for a file and what is wrong with it.
  ///
  /// - Parameters:
  ///   - round: The round that the form was sent for.
  ///   - agency: Whose form it is; nil where that cannot be told.
  ///   - file: The file's name as it came.
  ///   - problems: Why it is not taken.
  ///   - date: The day of the slip; nil leaves it open.
  /// - Returns: The slip.
  package static func document(
    _ round: Round, agency: Int?, file: String, _ problems: ProblemList, on date: Day?
  ) -> DocumentTree {
    var tree = DocumentTree()
    tree.head(
      PaperHead(
        superior: round.settings.superior, issuer: round.settings.issuer, number: "……",
        place: round.settings.place, day: date))
    tree.title("PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN BIỂU TỰ CHẤM ĐIỂM")
    tree.byline("*\(round.settings.name)*")
    if let agency {
      tree.addressee(
        "Kính gửi: \(round.agencies[agency].name) (mã \(round.agencies[agency].code)).")
    } else {
      tree.addressee("Kính gửi: cơ quan gửi tệp “\(file)”.")
    }
    let errors = problems.items.filter { $0.severity == .error }
    tree.paragraph(
      """
      Tệp “\(file)” chưa được tiếp nhận vì \(countText(errors.count)) nội dung sau; số liệu đã nộp trước đó (nếu có) giữ nguyên:
      """)
    let columns = [
      TableColumn("STT", width: 6, .center), TableColumn("Vị trí", width: 14),
      TableColumn("Nội dung chưa đúng và cách sửa", width: 80),
    ]
    tree.table(columns) { rows in
      for (place, problem) in errors.enumerated() {
        rows.cell(place + 1)
        rows.cell(self.place(problem.place))
        rows.cell(problem.message(in: .vietnamese))
        rows.endRow()
      }
    }
    tree.paragraph(
      """
      Đề nghị cơ quan sửa trên chính biểu mẫu đã phát (không sửa ô khóa, không chép sang tệp khác), lưu dạng .xlsx và gửi lại \
      \(round.issuerName).
      """)
    tree.issuerSignature(round.settings, to: ["- Như trên;"], isForOne: true)
    return tree
  }

  private static func place(_ place: Place) -> String { place.cell.map { "ô \($0)" } ?? noFigure }
}
