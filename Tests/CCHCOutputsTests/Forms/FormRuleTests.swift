import CCHCCriteria
import CCHCDocuments
import CCHCFiles
import CCHCForms
import CCHCOffice
import CCHCScoring
import Foundation
import TestSupport
import Testing

@Suite("Rules printed as formulas")
struct FormRuleTests {
  /// A round with one group of random rules and some agencies with random figures.
  private struct RandomForms {
    let folder: TemporaryFolder
    private static let agencies = ["A1", "A2", "A3"]

    init(_ random: inout RandomRules, leaves: Int, settings: String) throws {
      folder = try TemporaryFolder()
      var rows = (1...leaves).map { leaf in
        let zero = random.random.pick(["zero", "full", "exempt", "", ""])
        let least = random.random.pick(["", "", "-1.5"])
        let check = random.random.pick(["", "", "", "b <= a"])
        return "1.\(leaf),Tiêu chí \(leaf),4,self,\(RandomRules.inputs.quoted),\(random.rule().quoted),"
          + "\(check),\(zero),\(least)"
      }
      try folder.write("key,value\nname,Bộ\nlegal_basis,QĐ\n\(settings)\n", to: "criteria/bo/set.csv")
      try folder.write("label,condition\nTốt,index >= 50%\nKém,else\n", to: "criteria/bo/bands.csv")
      try folder.write(
        "id,condition,duty,deadline,recipient\nbc,\"percent(\"\"1\"\") < 75%\",Báo cáo,+10,SNV\n",
        to: "criteria/bo/obligations.csv")
      try folder.write("key,value\nname,Kỳ\nyear,2023\ncriteria:so,bo\n", to: "evidence/ky/round.csv")
      try folder.write(
        "agency,name,group\n" + Self.agencies.map { "\($0),Sở \($0),so\n" }.joined(),
        to: "evidence/ky/agencies.csv")
      // A rule with a case that cannot be reached does not load: it is left out.
      try writeCriteria(rows)
      let broken = results().results.problems.items.filter { $0.severity == .error }.compactMap(\.place.row)
      for row in Set(broken).sorted(by: >) where row > 2 { rows.remove(at: row - 3) }
      try writeCriteria(rows)
      try writeFigures(rows.map { String($0.prefix { $0 != "," }) }, &random)
    }

    private func writeCriteria(_ rows: [String]) throws {
      let header = "code,name,max_points,method,inputs,rule,checks,zero_denominator,min_points\n"
      try folder.write(
        header + "1,Lĩnh vực,\(rows.count * 4),,,,,,\n" + rows.joined(separator: "\n") + "\n",
        to: "criteria/bo/criteria.csv")
    }

    private func writeFigures(_ leaves: [String], _ random: inout RandomRules) throws {
      for agency in Self.agencies {
        var rows = "criterion,input,value\n"
        for leaf in leaves {
          for name in ["a", "b", "c", "x", "g", "v", "w", "s", "t", "d", "e"] {
            let value = random.value(name)
            if !value.isEmpty { rows += "\(leaf),\(name),\(value)\n" }
          }
        }
        try folder.write(rows, to: "evidence/ky/self/\(agency).csv")
      }
    }

    func results() -> (results: Results, place: String) {
      let place = folder.path + "/evidence/ky"
      let outcome = RoundLoader.load(place, options: .init(criteriaFolder: folder.path + "/criteria"))
      return (Scorer.score(outcome), place)
    }
  }

  @Test(
    "a form computes what the engine computes, whatever the rule and the rounding",
    arguments: ["half_up", "half_even", "down"], [2, 0, 3])
  func agreesWithEngine(rounding: String, decimals: Int) throws {
    var random = RandomRules(random: SeededGenerator("forms \(rounding) \(decimals)"))
    for _ in 0..<repetitions(1) {
      let settings = "rounding,\(rounding)\npoint_decimals,\(max(decimals, 1))\nindex_decimals,\(decimals)"
      let round = try RandomForms(&random, leaves: 25, settings: settings)
      let (results, place) = round.results()
      var press = FormPress(results, folder: place)
      for agency in results.round.agencies.indices {
        let form = press.form(agency: agency)
        let check = FormVerification(form, file: "form.xlsx", &press)
        let wrong = check.problems.items.filter { $0.code.id == "form-computed" }
        for problem in wrong {
          let set = results.round[agency: agency].set
          let leaf = set.row(problem.place.file).flatMap { set.rows[$0].leaf }
          let rows = round.folder.text("evidence/ky/self/\(results.round.agencies[agency].code).csv") ?? ""
          let figures = rows.split(separator: "\n").filter { $0.hasPrefix(problem.place.file + ",") }
          Issue.record(
            """
            \(problem.message(in: .english)) Rule: \(leaf.flatMap { set.leaves[$0].rule?.text } ?? "?") \
            with \(figures.joined(separator: " ")) zero: \(leaf.flatMap { set.leaves[$0].zeroDenominator?.rawValue } ?? "")
            """)
        }
      }
    }
  }
}

extension String {
  /// The text as a cell of CSV.
  fileprivate var quoted: String { "\"" + replacingOccurrences(of: "\"", with: "\"\"") + "\"" }
}
