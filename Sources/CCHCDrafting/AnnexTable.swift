import CCHCFiles
import CCHCOffice

/// The table of a decision's annex in one sheet of a workbook.
struct AnnexTable {
  let sheet: AnnexSheet
  let header: AnnexHeader
  private let file: String

  /// The most rows that are read; no decision has as many criteria.
  private static let mostRows = 5_000

  /// - Returns: nil where the sheet has no header of an annex.
  init?(_ cells: SheetCells, file: String) {
    let sheet = AnnexSheet(cells)
    guard let header = AnnexHeader(in: sheet) else { return nil }
    self.sheet = sheet
    self.header = header
    self.file = file
  }

  /// Where a cell stands, for a problem.
  func place(_ position: CellPosition) -> Place {
    var place = Place(file, row: position.row)
    place.sheet = sheet.cells.name
    place.cell = position.text
    return place
  }

  /// Reads the rows below the header.
  func tree(_ problems: inout ProblemList) -> AnnexTree {
    var tree = AnnexTree(place: place)
    var faults: [(String, CellPosition)] = []
    var row = header.bodyRow
    var count = 0
    for cell in sheet.cells.cells where cell.position.row >= row {
      row = cell.position.row + 1
      guard !header.isRepeated(cell.position.row, in: sheet),
        let line = AnnexRow(sheet, cell.position.row, header, fault: { faults.append(($0, $1)) })
      else { continue }
      count += 1
      guard count <= Self.mostRows else {
        problems.report(.annexTooLong, at: place(cell.position), .count(Self.mostRows))
        break
      }
      tree.add(line)
    }
    for (text, position) in faults.prefix(Self.mostRows) {
      problems.report(.annexCellError, at: place(position), .text(text))
    }
    tree.foldTiers()
    problems.append(contentsOf: tree.problems)
    if tree.criteria.isEmpty {
      problems.report(.annexWithoutRows, at: place(CellPosition(row: header.bodyRow, column: 1)))
    }
    return tree
  }

  /// The lines above the header, each row one line.
  var titleLines: [String] {
    var lines: [String] = []
    for row in sheet.rowNumbers(most: 300) where row < header.firstRow {
      for cell in sheet.cells.row(row) {
        lines += cell.value.text.split(whereSeparator: \.isNewline).map { String($0).oneSpaced }
          .filter { !$0.isEmpty }
      }
    }
    return lines
  }
}

/// What the lines above a table say of the set: its title and the decision that issued it.
struct AnnexTitle {
  private(set) var name = ""
  private(set) var legalBasis = ""

  init(_ lines: [String]) {
    var title: [String] = []
    for line in lines {
      let plain = line.unaccented
      if line.hasPrefix("(") || plain.hasPrefix("ban hanh kem theo") || plain.hasPrefix("kem theo") {
        if plain.contains("quyet dinh") || plain.contains("van ban") || plain.contains("nghi quyet") {
          legalBasis = Self.document(line)
        }
        if !title.isEmpty { break }
      } else if !title.isEmpty {
        title.append(line)
      } else if let start = Self.start(plain) {
        title.append(String(line.dropFirst(start)))
      }
    }
    name = title.prefix(4).joined(separator: " ").oneSpaced
    // A title in capitals is shouted in every report.
    if name == name.uppercased() { name = Self.sentence(name) }
  }

  /// Where the title begins in a line; “BẢNG 1.” before it is not part of it.
  private static func start(_ plain: String) -> Int? {
    if plain.hasPrefix("tieu chi") || plain.hasPrefix("chi so") { return 0 }
    for phrase in ["bo tieu chi", "bang tieu chi", "bo chi so", "bang diem"] {
      guard let found = plain.firstRange(of: phrase) else { continue }
      return plain.distance(from: plain.startIndex, to: found.lowerBound)
    }
    return nil
  }

  /// What stands in `(Ban hành kèm theo Quyết định số …)`.
  private static func document(_ line: String) -> String {
    let bare = line.trimmed.drop { $0 == "(" }
    let text = String(bare.last == ")" ? bare.dropLast() : bare)
    let plain = text.unaccented
    for lead in ["ban hanh kem theo ", "kem theo "] where plain.hasPrefix(lead) {
      return String(text.dropFirst(lead.count))
    }
    return text
  }

  /// Words in capitals in lower case, but for abbreviations that officials write in capitals.
  private static func sentence(_ text: String) -> String {
    let kept: Set<String> = ["CCHC", "UBND", "TTHC", "HĐND", "CNTT", "XHH"]
    let words = text.split(separator: " ").map { word in
      kept.contains(word.filter(\.isLetter)) ? String(word) : word.lowercased()
    }
    let joined = words.joined(separator: " ")
    return joined.prefix(1).uppercased() + joined.dropFirst()
  }
}
