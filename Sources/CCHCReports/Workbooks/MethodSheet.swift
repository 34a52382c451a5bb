import CCHCScoring
import CCHCTables

/// The sheet Phương pháp: how points, indices and ranks come about, and from which files.
struct MethodSheet {
  private let results: Results
  private let styles: BookStyles

  init(_ results: Results, _ styles: BookStyles) {
    self.results = results
    self.styles = styles
  }

  func sheet() -> Sheet {
    let (results, styles) = (results, styles)
    var sheet = Sheet("Phương pháp") { rows in
      rows.startRow()
      rows.text(results.bookTitle, styles.title)
      func line(_ label: String, _ text: String) {
        rows.startRow(height: wrappedHeight(text, width: 110, font: Font()))
        rows.text(label, styles.bold)
        rows.text(text, styles.text)
      }
      if let closing = results.round.closing {
        line("Khóa sổ", "phiên bản \(closing.version), ngày \(closing.date?.documentText ?? noFigure)")
      }
      for group in results.filledGroups {
        let set = results.round.groups[group.group].set
        let notes = MethodNotes(set)
        line(
          results.round.groupTitle(group.group),
          "\(set.settings.name) (\(set.code)); \(set.settings.legalBasis)")
        line("Làm tròn", notes.rounding.plain)
        line("Chỉ số", notes.index.plain)
        line("Xếp hạng", notes.ranking.plain)
        line("Điều kiện", notes.conditions.plain)
      }
      line("Chương trình", "cchc \(engineVersion)")
      for stamp in results.round.scoreStamps { line(stamp.file, stamp.sha256) }
    }
    sheet.columns = [ColumnSettings(1, width: 34), ColumnSettings(2, width: 110)]
    return sheet
  }
}
