import CCHCCriteria
import CCHCDocuments
import CCHCOffice
import CCHCScoring
import CCHCTables

/// The looks of a form.
struct FormStyles {
  /// The looks of a criterion's row.
  struct Row {
    let code: StyleID
    let text: StyleID
    let points: StyleID
  }

  let title: StyleID
  let center: StyleID
  let centerBold: StyleID
  let centerItalic: StyleID
  let bold: StyleID
  let rightBold: StyleID
  let heading: StyleID
  let text: StyleID
  let paragraph: StyleID
  let cell: StyleID
  let codeCell: StyleID
  let boldCell: StyleID
  let pointsCell: StyleID
  let boldPointsCell: StyleID
  let percentCell: StyleID
  let inputRow: StyleID
  let inputLabel: StyleID
  let textEntry: StyleID
  let choiceEntry: StyleID
  private let field: Row
  private let group: Row
  private let leaf: Row
  private let entries: [StyleID]

  /// The widths of the columns of a form.
  static let widths: [Double] = [8, 42, 8, 14, 9, 24, 22, 22, 9, 4]

  private static let fieldColor = Color(0xDDE6F2)
  private static let groupColor = Color(0xF1F4F9)
  /// Cells that are to be filled in.
  private static let entryColor = Color(0xFFFBE0)
  private static let quietColor = Color(0x8A8A8A)

  init(_ book: inout Workbook, _ settings: SetSettings) {
    func style(_ change: (inout CellStyle) -> Void) -> StyleID { book.style(change) }
    func boxed(_ change: (inout CellStyle) -> Void) -> StyleID {
      book.style {
        $0.borders = .all(.thin, color: Color(0x9AA5B5))
        $0.alignment.wraps = true
        change(&$0)
      }
    }
    let points = NumberFormat.decimals(settings.pointDecimals)
    title = style {
      $0.font.isBold = true
      $0.font.size = 14
      $0.alignment.horizontal = .center
    }
    center = style {
      $0.alignment.horizontal = .center
      $0.alignment.wraps = true
    }
    centerBold = style {
      $0.font.isBold = true
      $0.alignment.horizontal = .center
    }
    centerItalic = style {
      $0.font.isItalic = true
      $0.alignment.horizontal = .center
      $0.alignment.wraps = true
    }
    bold = style { $0.font.isBold = true }
    rightBold = style {
      $0.font.isBold = true
      $0.alignment.horizontal = .right
    }
    text = style { $0.format = .text }
    paragraph = style {
      $0.alignment.wraps = true
      $0.alignment.vertical = .top
    }
    heading = boxed {
      $0.font.isBold = true
      $0.fill = Self.fieldColor
      $0.alignment.horizontal = .center
    }
    cell = boxed { _ in }
    codeCell = boxed { $0.format = .text }
    boldCell = boxed { $0.font.isBold = true }
    pointsCell = boxed { $0.format = points }
    boldPointsCell = boxed {
      $0.format = points
      $0.font.isBold = true
    }
    percentCell = boxed {
      $0.format = .decimals(settings.indexDecimals)
      $0.alignment.horizontal = .right
    }
    func row(_ change: (inout CellStyle) -> Void) -> Row {
      Row(
        code: boxed {
          $0.format = .text
          change(&$0)
        }, text: boxed(change),
        points: boxed {
          $0.format = points
          $0.alignment.horizontal = .right
          change(&$0)
        })
    }
    field = row {
      $0.font.isBold = true
      $0.fill = Self.fieldColor
    }
    group = row {
      $0.font.isBold = true
      $0.fill = Self.groupColor
    }
    leaf = row { _ in }
    inputRow = boxed {
      $0.font.isItalic = true
      $0.font.size = 10
    }
    inputLabel = boxed {
      $0.font.isItalic = true
      $0.font.size = 10
      $0.alignment.indent = 1
    }
    func entry(_ format: NumberFormat, _ side: Alignment.Horizontal) -> StyleID {
      boxed {
        $0.fill = Self.entryColor
        $0.isLocked = false
        $0.format = format
        $0.alignment.horizontal = side
      }
    }
    textEntry = entry(.text, .left)
    choiceEntry = entry(.general, .center)
    entries = [
      entry(NumberFormat(code: "#,##0.######"), .right), entry(.integer, .right), entry(.date, .center),
      entry(.general, .center),
    ]
  }

  func row(_ criterion: Criterion, isLeaf: Bool) -> Row {
    criterion.level == 1 ? field : isLeaf ? leaf : group
  }

  /// The look of a cell that a figure is typed into.
  func entry(_ type: InputType) -> StyleID {
    switch type {
    case .number, .signed: entries[0]
    case .count: entries[1]
    case .day: entries[2]
    case .yesNo, .choice: entries[3]
    }
  }

  /// Colours by the hidden marks: red what is wrong, amber what is missing, grey what is not assessed.
  static func conditions(rows: ClosedRange<Int>) -> [ConditionalFormat] {
    let mark = "$" + columnLetters(FormLayout.Column.mark) + String(rows.lowerBound)
    let area = CellArea(rows: rows, columns: FormLayout.Column.code...FormLayout.Column.request)
    let states = CellArea(rows: rows, columns: FormLayout.Column.figure...FormLayout.Column.state)
    let red = DifferentialStyle(color: Color(0xB00020), fill: Color(0xFBE3E4), isBold: true)
    let amber = DifferentialStyle(color: Color(0x8A5A00), fill: Color(0xFFF1D0))
    let quiet = DifferentialStyle(color: quietColor, fill: Color(0xEDEDED))
    func rule(_ areas: [CellArea], _ condition: String, _ look: DifferentialStyle) -> ConditionalFormat {
      ConditionalFormat(areas, .expression(condition, look))
    }
    return [
      rule(
        [area],
        "OR(\(mark)=\(FormStatus.exempt),\(mark)=\(FormStatus.awaited),\(mark)=\(FormStatus.monitored))",
        quiet),
      rule(
        [states],
        "OR(\(mark)=\(FormStatus.invalid),\(mark)=\(FormStatus.division),\(mark)=\(FormStatus.large),\(mark)>=\(FormStatus.firstCheck))",
        red),
      rule([states], "OR(\(mark)=\(FormStatus.missing),\(mark)=\(FormStatus.requested))", amber),
    ]
  }
}
