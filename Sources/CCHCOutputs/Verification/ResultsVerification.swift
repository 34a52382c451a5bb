import CCHCBooks
package import CCHCFiles
import CCHCForms
import CCHCOffice
package import CCHCScoring

/// Compares a results.xlsx with the one that the program makes of the round.
package enum ResultsVerification {
  /// How many cells are named one by one.
  private static let mostNamed = 20

  /// Every cell that differs: what it says, and what it must say.
  package static func problems(_ bytes: [UInt8], file: String, _ results: Results) -> ProblemList {
    problems(bytes, file: file, expected: ResultsWorkbook.bytes(results))
  }

  /// Every cell of a workbook that differs from another's visible sheets.
  static func problems(_ bytes: [UInt8], file: String, expected: [UInt8]) -> ProblemList {
    var problems = ProblemList()
    do throws(WorkbookFault) {
      let found = try WorkbookFile(bytes)
      let made = try WorkbookFile(expected)
      var comparison = CellComparison()
      for sheet in made.sheets where sheet.visibility == .visible {
        comparison.compare(try made.read(sheet), try found.read(named: sheet.name)) { _ in false }
      }
      let uncomputed = comparison.differences.filter { $0.kind == .uncomputed }
      let wrong = comparison.differences.filter { $0.kind != .uncomputed }
      func place(_ cell: CellComparison.Difference) -> Place {
        Place(file, cell: cell.position, of: cell.sheet)
      }
      for cell in wrong.prefix(mostNamed) {
        problems.report(
          .formComputed, at: place(cell), .text(cell.place), .text(cell.found), .text(cell.expected))
      }
      if wrong.count > mostNamed {
        problems.report(.resultsDifferMore, at: Place(file), .count(wrong.count - mostNamed))
      }
      if let first = uncomputed.first {
        problems.report(.formUncomputed, at: place(first), .count(uncomputed.count), .text(first.place))
      }
    } catch {
      problems.append(error.problem(at: Place(file)))
    }
    return problems
  }
}
