import CCHCDrafting
import CCHCForms
import CCHCPublished
import CCHCScoring
import CCHCTables
import CCHCTally
import TestSupport
import Testing

/// A round with one slip, and the problem that must be reported.
struct BrokenInput: Sendable, CustomTestStringConvertible {
  /// The problem in one line: severity, code, file, row and column.
  let line: String
  let round: SmallRound
  let prepare: @Sendable (TemporaryFolder) throws -> Void

  init(
    _ line: String, _ round: SmallRound,
    prepare: @escaping @Sendable (TemporaryFolder) throws -> Void = { _ in }
  ) {
    self.line = line
    self.round = round
    self.prepare = prepare
  }

  /// A slip in some files of a round that is otherwise in order.
  init(_ line: String, _ files: [String: String]) { self.init(line, Self.sound.with(files)) }

  /// A slip in the rule of the leaf 1.1.
  static func rule(_ code: String, _ rule: String, severity: String = "error", zero: String = "zero")
    -> BrokenInput
  {
    let round = SmallRound(
      inputs: "a: Tổng; b: Đúng hạn; v[yesno]: Có; s[choice: x|y]: Chọn", rule: rule,
      leaf: ["zero_denominator": zero])
    return BrokenInput("\(severity) \(code) criteria/bo/criteria.csv:3:rule", round)
  }

  /// A slip in criteria.csv, in a row and a column.
  static func rows(_ code: String, _ row: Int, _ column: String, _ rows: [Row], severity: String = "error")
    -> BrokenInput
  {
    BrokenInput("\(severity) \(code) criteria/bo/criteria.csv:\(row):\(column)", SmallRound(rows))
  }

  /// A round in which nothing is wrong.
  static let sound = SmallRound(
    leaf: ["zero_denominator": "zero"],
    [
      "self/A.csv": filed("a=10; b=8"), "publication.csv": "key,value\nannounced,2024-03-14\n",
      "set/obligations.csv": "id,condition,duty,deadline,recipient\nx,always,Việc,04-01,N\n",
    ])

  var testDescription: String { line }
}
