import CCHCCriteria
import CCHCDocuments
import CCHCExact
import CCHCFiles
import CCHCOffice
import CCHCPapers
import CCHCScoring

/// The rows of a sheet in their order, each with the height that its texts need.
///
/// Rows are written one by one when the workbook is made, so a plan holds no cells.
struct SheetPlan {
  private struct PlannedRow {
    let height: Double?
    let write: (inout RowWriter) -> Void
  }

  /// The widths of the columns from the first on, in digits.
  let widths: [Double]
  let styles: BookStyles
  private var rows: [PlannedRow] = []
  private var merged: [CellArea] = []

  /// The most rows of a plan; a sheet holds 1,048,576.
  private static let mostRows = 1_000_000

  init(widths: [Double], _ styles: BookStyles) {
    self.widths = widths
    self.styles = styles
  }

  /// The number of the row that is added next.
  var nextRow: Int { rows.count + 1 }

  /// The width of some columns together.
  func width(_ columns: ClosedRange<Int>) -> Double {
    widths[(columns.lowerBound - 1)...(min(columns.upperBound, widths.count) - 1)].reduce(0, +)
  }

  /// Adds a row; beyond the end of the sheet none.
  mutating func row(height: Double? = nil, _ write: @escaping (inout RowWriter) -> Void) {
    guard rows.count < Self.mostRows else { return }
    rows.append(PlannedRow(height: height, write: write))
  }

  /// Adds an empty row.
  mutating func gap() { row { _ in } }

  /// Adds a text over some columns, as high as it needs.
  mutating func line(_ text: String, _ words: BookStyles.Words, over columns: ClosedRange<Int>) {
    if columns.count > 1 { merged.append(CellArea(rows: nextRow...nextRow, columns: columns)) }
    row(height: words.height(text, width: width(columns))) {
      $0.skip(to: columns.lowerBound)
      $0.text(text, words.id)
    }
  }

  /// Adds a row of headings, at least so many points high.
  mutating func heads(_ texts: [String], least: Double = 0) {
    let words = styles.head
    let height = zip(texts, widths).map { words.height($0, width: $1) }.max() ?? 0
    row(height: max(height, least)) { rows in
      for text in texts { rows.text(text, words.id) }
    }
  }

  /// Joins some cells of the row that is added next.
  mutating func merge(_ columns: ClosedRange<Int>) {
    if columns.count > 1 { merged.append(CellArea(rows: nextRow...nextRow, columns: columns)) }
  }

  /// The height of a row of texts in some columns; nil where one line is enough.
  func height(_ texts: [(column: Int, text: String)]) -> Double? {
    let height = texts.map { styles.text.height($0.text, width: widths[$0.column - 1]) }.max() ?? 0
    return height > 20 ? height : nil
  }

  /// How high some rows are together, in points.
  func height(of range: Range<Int>) -> Double {
    rows[(range.lowerBound - 1)..<(range.upperBound - 1)].reduce(0) { $0 + ($1.height ?? 15.75) }
  }

  /// How high the rows of a page of A4 on its side may be together, where the sheet is made as wide as a page.
  var pageHeight: Double { 480 * max(1, width(1...widths.count) / PrintSetup.landscapeWidth) }

  /// The sheet, with the columns as wide as planned.
  func sheet(_ name: String) -> Sheet {
    let rows = rows
    var sheet = Sheet(name) { writer in
      for row in rows {
        writer.startRow(height: row.height)
        row.write(&writer)
      }
    }
    sheet.columns = widths.enumerated().map { ColumnSettings($0.offset + 1, width: $0.element) }
    sheet.merged = merged
    return sheet
  }
}

extension SheetPlan {
  /// Adds what stands above every sheet: what it shows, of which round, and how final it is.
  ///
  /// A short one names no round, and says nothing of results that are final.
  mutating func heading(
    _ title: String, _ results: Results, over columns: ClosedRange<Int>, isShort: Bool = false
  ) {
    line(title, styles.title, over: columns)
    if isShort {
      if results.isProvisional { line(provisionalLine, styles.warning, over: columns) }
      return
    }
    let name = results.round.settings.name
    if !name.isEmpty { line(name, styles.subtitle, over: columns) }
    if results.isProvisional {
      line(provisionalLine, styles.warning, over: columns)
    } else {
      let sentences = [results.round.publication.sentence, results.closedSentence].compactMap(\.self)
      line(RichText.joined(sentences, " ").plain, styles.subtitle, over: columns)
    }
  }
}

/// What stands on every sheet of provisional results; the reasons are not for the public.
let provisionalLine = "TẠM TÍNH: chưa phải là kết quả chính thức, có thể thay đổi."

/// The widths of columns, in digits.
enum ColumnWidth {
  /// Points, from the largest that stands in the column.
  static func points(_ largest: Int128, _ settings: SetSettings) -> Double {
    let text = decimalText(Int128(largest.magnitude), decimals: settings.pointDecimals)
    let whole = text.utf8.prefix { $0 != UInt8(ascii: ".") }.count
    // A sign, the marks between thousands, and what keeps figures off the lines.
    return max(8, Double(text.utf8.count + whole / 3 + 2))
  }

  /// A published percentage.
  static func percent(_ settings: SetSettings) -> Double { max(8.5, Double(7 + settings.indexDecimals)) }

  /// Codes, from the longest.
  static func code(_ longest: Int) -> Double { min(max(7, Double(longest) * 1.45 + 1.5), 22) }
}

extension String {
  /// The text, or its beginning with `…` where it is longer than some letters.
  func shortened(to letters: Int) -> String {
    count <= letters ? self : String(prefix(letters - 1)).trimmed + "…"
  }
}

extension PrintSetup {
  /// A4 on its side, with some rows repeated on every page, and a mark on each where results are provisional.
  static func landscape(_ results: Results, repeating rows: ClosedRange<Int>?) -> PrintSetup {
    var setup = PrintSetup()
    setup.orientation = .landscape
    setup.repeatedRows = rows
    if results.isProvisional { setup.header.right = [.text("TẠM TÍNH")] }
    return setup
  }

  /// How wide A4 on its side is between the margins, in digits of the normal font.
  static let landscapeWidth = 118.0
}
