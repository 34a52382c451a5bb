import CCHCFiles
import CCHCOffice

/// One row of an annex's table.
struct AnnexRow {
  /// A cell's text and where it stands.
  struct Piece {
    let text: String
    let position: CellPosition
  }

  let row: Int
  /// The number as it can be read; nil where the row has none.
  var number: AnnexNumber?
  /// What the cell of the number holds.
  var numberCell: ReadCell?
  var name = ""
  /// Where the name stands, else the row's first cell.
  var place: CellPosition
  var maximum: Piece?
  /// Sentences on how to score, in order.
  var lines: [String] = []
  /// Whether the sentences stand in a column of their own.
  var hasScoring = false
  var document = ""
  var method = ""

  /// Reads a row; cells that hold an error are reported by a closure.
  init?(
    _ sheet: AnnexSheet, _ row: Int, _ header: AnnexHeader, fault: (_ text: String, CellPosition) -> Void
  ) {
    self.row = row
    place = CellPosition(row: row, column: header.places[.name] ?? 1)
    func found(_ column: AnnexColumn) -> ReadCell? {
      guard let cell = header.places[column].flatMap({ sheet.own(CellPosition(row: row, column: $0)) }) else {
        return nil
      }
      switch cell.value {
      case .error(let text): fault(text, cell.position)
      case .uncomputed: fault("=…", cell.position)
      case .text(let text) where Self.errors.contains(text.trimmed): fault(text.trimmed, cell.position)
      default: return cell.value.text.trimmed.isEmpty ? nil : cell
      }
      return nil
    }
    numberCell = found(.number)
    let named = found(.name)
    var nameLines = named?.lines ?? []
    if let cell = found(.maximum) {
      maximum = Piece(text: cell.value.text.oneSpaced, position: cell.position)
    }
    let scoring = found(.scoring)
    document = found(.document)?.lines.joined(separator: "; ") ?? ""
    method = found(.method)?.value.text.oneSpaced ?? ""

    if let cell = numberCell {
      number = AnnexNumber(cell.value.text.oneSpaced)
      // A heading of a field often stretches from the number's column over the name's.
      if number == nil, nameLines.isEmpty, case .text(let text) = cell.value {
        nameLines = [text.oneSpaced]
        numberCell = nil
      }
    }
    if numberCell == nil, let first = nameLines.first, let leading = AnnexNumber.leading(first) {
      number = leading.number
      nameLines[0] = leading.rest
    }
    let tail = nameLines.firstIndex { line in nameLines[0] != line && Self.isTier(line) } ?? nameLines.count
    name = nameLines[..<tail].joined(separator: " ")
    lines = nameLines[tail...].map(Self.withoutBullet) + (scoring?.lines.map(Self.withoutBullet) ?? [])
    hasScoring = scoring != nil
    if named == nil, let first = numberCell ?? scoring { place = first.position }
    let isEmpty = numberCell == nil && name.isEmpty && lines.isEmpty && maximum == nil && document.isEmpty
    if isEmpty { return nil }
  }

  /// What programs write in place of a value, kept as text by those that copy values only.
  private static let errors: Set<String> = [
    "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#N/A", "#NUM!", "#NULL!",
  ]

  /// Whether a line of a name's cell says how to score: it begins with a dash or ends with points.
  private static func isTier(_ line: String) -> Bool {
    if withoutBullet(line) != line { return true }
    guard let colon = line.lastIndex(of: ":") else { return false }
    return AnnexPoints(String(line[line.index(after: colon)...])) != nil
  }

  /// A line without the dash before it; `-0,25 điểm` keeps its sign.
  static func withoutBullet(_ line: String) -> String {
    guard let first = line.first, "-–—+•*·▪●".contains(first) else { return line }
    let rest = line.dropFirst()
    guard let next = rest.first, next == " " || next.isLetter else { return line }
    return String(rest).trimmed
  }

  /// The number as the annex writes it, else the beginning of the name.
  var written: String { numberCell?.value.text.oneSpaced ?? name }

  /// The name, or the text that stands in its place, in plain letters.
  var plainName: String {
    (name.isEmpty ? numberCell?.value.text ?? "" : name).unaccented.split { !$0.isLetter && !$0.isNumber }
      .joined(separator: " ")
  }

  /// Whether the row gives the total of the fields.
  var isTotal: Bool {
    guard number == nil else { return false }
    let words = plainName
    return ["tong", "cong", "tong so", "tong so diem"].contains(words) || words.hasPrefix("tong cong")
      || words.hasPrefix("tong diem")
  }

  /// Whether the row sums up a part above it, which is checked from the part's own row.
  var isSubtotal: Bool {
    number == nil
      && ["cong linh vuc", "cong muc", "cong phan", "cong nhom"].contains { plainName.hasPrefix($0) }
  }

  /// Whether the row, though without a number, begins a field.
  var isField: Bool {
    number == nil && maximum != nil
      && ["diem thuong", "diem cong", "diem tru", "linh vuc"].contains { plainName.hasPrefix($0) }
  }

  /// Whether the row is a note below the table.
  var isNote: Bool {
    number == nil && maximum == nil
      && ["ghi chu", "luu y", "nguoi lap", "noi nhan"].contains { plainName.hasPrefix($0) }
  }
}

extension ReadCell {
  /// The lines of the cell's text that hold something.
  fileprivate var lines: [String] {
    value.text.split(whereSeparator: \.isNewline).map { String($0).oneSpaced }.filter { !$0.isEmpty }
  }
}
