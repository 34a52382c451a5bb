import CCHCBooks
import CCHCExact
import CCHCOffice
import CCHCScoring
import Foundation
import Testing

/// A workbook as it is read again.
struct ReadBook {
  let names: [String]
  private let sheets: [String: SheetCells]

  init(_ bytes: [UInt8]) throws {
    let file = try WorkbookFile(bytes)
    names = file.sheets.map(\.name)
    var sheets: [String: SheetCells] = [:]
    for entry in file.sheets { sheets[entry.name] = try file.read(entry) }
    self.sheets = sheets
  }

  func sheet(_ name: String) throws -> SheetCells { try #require(sheets[name]) }

  /// Every text of every sheet.
  var texts: [String] { names.flatMap { sheets[$0]?.cells ?? [] }.map(\.value.text) }

  /// Asks that every formula, worked out in binary, gives exactly the value beside it.
  ///
  /// - Returns: how many formulas there are.
  @discardableResult
  func checkFormulas() throws -> Int {
    var count = 0
    for name in names {
      let sheet = try sheet(name)
      for formula in sheet.formulas {
        count += 1
        let cell = try #require(sheet[formula.position])
        let value = try SheetFormula.value(formula.text, in: sheet)
        #expect(value == Double(cell.value.text), "\(name) \(formula.position.text): \(formula.text)")
      }
    }
    return count
  }
}

/// A table of a sheet: its headings, and rows by the agency's code.
struct ReadTable {
  private let sheet: SheetCells
  private let columns: [String: Int]
  /// The rows by the text in the column of codes.
  let rows: [String: Int]

  /// The table whose first heading is `first` and that has a row with some code in the column `key`.
  init(_ sheet: SheetCells, first: String, key: String = "Mã", with code: String) throws {
    self.sheet = sheet
    let heads = sheet.cells.filter { $0.position.column == 1 && $0.value.text == first }.map(\.position.row)
    var found: (columns: [String: Int], rows: [String: Int])?
    for (number, head) in heads.enumerated() {
      let pairs = sheet.row(head).map { ($0.value.text, $0.position.column) }
      let columns = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
      guard let column = columns[key] else { continue }
      let end = number + 1 < heads.count ? heads[number + 1] : sheet.lastRow + 1
      var rows: [String: Int] = [:]
      for row in (head + 1)..<end {
        if let cell = sheet[CellPosition(row: row, column: column)] { rows[cell.value.text] = row }
      }
      if rows[code] != nil { found = (columns, rows) }
    }
    (columns, rows) = try #require(found, "no table with \(code)")
  }

  func hasColumn(_ heading: String) -> Bool { columns[heading] != nil }

  /// Where a figure stands.
  func position(_ code: String, _ heading: String, after others: Int = 0) throws -> CellPosition {
    CellPosition(
      row: try #require(rows[code]), column: try #require(columns[heading], "no column \(heading)") + others)
  }

  /// The text of a cell; empty where it holds nothing.
  func text(_ code: String, _ heading: String, after others: Int = 0) throws -> String {
    sheet[try position(code, heading, after: others)]?.value.text ?? ""
  }

  /// Whether a cell's value is that of a formula.
  func isFormula(_ code: String, _ heading: String, after others: Int = 0) throws -> Bool {
    sheet[try position(code, heading, after: others)]?.isFormula ?? false
  }
}

/// A number as a read cell shows it, without zeros that say nothing; `–` for nil.
func plain(_ units: Int128?, _ decimals: Int) -> String {
  guard let units else { return "–" }
  var text = decimalText(units, decimals: decimals)
  guard text.contains(".") else { return text }
  while text.hasSuffix("0") { text.removeLast() }
  if text.hasSuffix(".") { text.removeLast() }
  return text
}

/// The sample rounds and `MixedRound`, each scored and written once.
enum SampleBook {
  static let names = ["2023-cchc-mau", "2024-cchc-mau", "2025-cchc-xa-mau", "2026-dvc-766", "mixed"]

  private static let scored: [String: Results] = Dictionary(
    uniqueKeysWithValues: names.compactMap { name in
      if name == "mixed" { return (try? MixedRound.results()).map { (name, $0) } }
      let outcome = RoundLoader.load(
        projectFolder.appendingPathComponent("evidence/\(name)").path,
        options: .init(criteriaFolder: projectFolder.appendingPathComponent("criteria").path))
      return (name, Scorer.score(outcome))
    })

  private static let books = scored.mapValues { results in try? ReadBook(ResultsWorkbook.bytes(results)) }

  static func results(_ name: String) throws -> Results { try #require(scored[name]) }

  /// The round's results.xlsx.
  static func book(_ name: String) throws -> ReadBook { try #require(books[name] ?? nil) }
}
