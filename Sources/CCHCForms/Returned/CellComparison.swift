import CCHCCriteria
import CCHCCycle
import CCHCFiles
package import CCHCOffice
import CCHCScoring
import CCHCTables

/// Compares two workbooks cell by cell: one as the program makes it, and one as it came.
package struct CellComparison {
  /// A cell that is not as it should be.
  package struct Difference {
    package enum Kind {
      /// A constant, or a formula as it is written.
      case content
      /// The value of a formula.
      case value
      /// A formula without a value.
      case uncomputed
    }

    package let sheet: String
    package let position: CellPosition
    package let kind: Kind
    package let expected: String
    package let found: String

    /// The cell as a person finds it.
    package var place: String { "\(sheet)!\(position.text)" }
  }

  package private(set) var differences: [Difference] = []

  /// Sets every stored property.
  package init() {
  }

  /// Compares the cells of a sheet that are not left out.
  package mutating func compare(
    _ expected: SheetCells, _ found: SheetCells, leavingOut isLeftOut: (CellPosition) -> Bool
  ) {
    var places = Set(expected.cells.map(\.position))
    places.formUnion(found.cells.map(\.position))
    for position in places.sorted() where !isLeftOut(position) {
      compare(position, expected, found)
    }
  }

  private mutating func compare(_ position: CellPosition, _ expected: SheetCells, _ found: SheetCells) {
    func note(_ kind: Difference.Kind, _ first: String, _ second: String) {
      differences.append(
        Difference(sheet: expected.name, position: position, kind: kind, expected: first, found: second))
    }
    let (wanted, given) = (expected[position], found[position])
    let formula = expected.formula(at: position)
    let other = found.formula(at: position)
    if formula.map(Self.plain) != other.map(Self.plain) {
      return note(
        .content, formula.map { "=" + $0 } ?? Self.words(wanted), other.map { "=" + $0 } ?? Self.words(given))
    }
    if formula != nil, given?.value == .uncomputed || given == nil {
      if !Self.words(wanted).isEmpty { note(.uncomputed, Self.words(wanted), "") }
      return
    }
    guard Self.words(wanted) != Self.words(given) else { return }
    note(formula == nil ? .content : .value, Self.words(wanted), Self.words(given))
  }

  /// A value as text; numbers are rounded to the 15 digits that count, and an empty text is nothing.
  private static func words(_ cell: ReadCell?) -> String {
    guard let cell else { return "" }
    // A date is a number that its cell shows as a day.
    if case .date(_, let number) = cell.value { return number.plainText }
    return cell.value.text
  }

  /// A formula without what programs write differently: blanks, quotes around names of sheets, small letters.
  private static func plain(_ formula: String) -> String {
    var result = ""
    var isText = false
    for letter in formula {
      if letter == "\"" { isText.toggle() }
      if !isText, letter == " " || letter == "'" { continue }
      result += isText ? String(letter) : letter.uppercased()
    }
    return result
  }
}

extension Place {
  /// The place of a cell of a workbook.
  package init(_ file: String, cell: CellPosition, of sheet: String) {
    self.init(file, row: cell.row)
    self.sheet = sheet
    self.cell = cell.text
  }
}
