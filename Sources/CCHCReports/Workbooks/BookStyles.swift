import CCHCScoring
import CCHCTables

/// The looks that the sheets of a workbook of results share.
struct BookStyles {
  let title: StyleID
  let note: StyleID
  let head: StyleID
  let text: StyleID
  let center: StyleID
  let bold: StyleID
  let integer: StyleID
  let date: StyleID
  /// Points and percents, by how many decimals they bear.
  private let decimals: [StyleID]
  private let percents: [StyleID]

  /// The most decimals that a set may have.
  private static let mostDecimals = 4

  init(_ book: inout Workbook) {
    title = book.style {
      $0.font.isBold = true
      $0.font.size = 14
    }
    note = book.style {
      $0.font.isItalic = true
      $0.alignment.vertical = .top
    }
    head = book.style {
      $0.font.isBold = true
      $0.fill = Color(0xDDE6F2)
      $0.borders = .all(.thin)
      $0.alignment.horizontal = .center
      $0.alignment.wraps = true
    }
    func cell(_ book: inout Workbook, _ change: (inout CellStyle) -> Void) -> StyleID {
      book.style {
        $0.borders = .all(.thin)
        change(&$0)
      }
    }
    text = cell(&book) { $0.alignment.wraps = true }
    center = cell(&book) { $0.alignment.horizontal = .center }
    bold = cell(&book) {
      $0.font.isBold = true
      $0.alignment.wraps = true
    }
    integer = cell(&book) { $0.format = .integer }
    date = cell(&book) {
      $0.format = .date
      $0.alignment.horizontal = .center
    }
    decimals = (0...Self.mostDecimals).map { count in cell(&book) { $0.format = .decimals(count) } }
    percents = (0...Self.mostDecimals).map { count in cell(&book) { $0.format = .percent(count) } }
  }

  /// Points of a set.
  func points(_ settings: SetSettings) -> StyleID { decimals[settings.pointDecimals] }

  /// Published percentages of a set.
  func percent(_ settings: SetSettings) -> StyleID { percents[settings.indexDecimals] }
}

extension RowWriter {
  /// Points in units of a set's decimals; an empty cell for nil.
  mutating func points(_ units: Int128?, _ settings: SetSettings, _ styles: BookStyles) {
    guard let units else { return blank(styles.points(settings)) }
    number(units, decimals: settings.pointDecimals, styles.points(settings))
  }

  /// A published percentage as a share, which its format shows in percent; an empty cell for nil.
  mutating func percent(_ units: Int128?, _ settings: SetSettings, _ styles: BookStyles) {
    guard let units else { return blank(styles.percent(settings)) }
    number(units, decimals: settings.indexDecimals + 2, styles.percent(settings))
  }

  /// A row of headings.
  mutating func heads(_ texts: [String], _ styles: BookStyles, height: Double? = nil) {
    startRow(height: height)
    for heading in texts { text(heading, styles.head) }
  }
}
