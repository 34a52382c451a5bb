import CCHCBooks
import CCHCExact
import CCHCScoring
import TestSupport
import Testing

@Suite("Shares as formulas")
struct ExactShareTests {
  /// Points that are many exact halves of shares: the maximum is a power of two.
  @Test(
    "Shares and means come out to the last digit for every rounding and every count of decimals",
    arguments: ["half_up", "half_even", "down"], 0...4)
  func everyRounding(_ rounding: String, _ decimals: Int) throws {
    var random = SeededGenerator("exact shares \(rounding) \(decimals)")
    for pointDecimals in [0, 2, 4] {
      let units = random.pick([64, 128, 320, 96_000])
      func number(_ units: Int) -> String { decimalText(Int128(units), decimals: pointDecimals) }
      var rows = ["agency,criterion,input,value"]
      var agencies = ["agency,name,group"]
      for place in 1...40 {
        agencies.append("A\(place),Cơ quan \(place),so")
        rows.append("A\(place),1,x,\(number(random.number(0...units)))")
        rows.append("A\(place),2,x,\(number(random.number(0...units)))")
        if !random.once(in: 4) { rows.append("A\(place),3,x,\(number(random.number(0...2 * units)))") }
      }
      var files = MixedRound.files
      for name in files.keys where name.hasPrefix("evidence/ky/") || name.contains("/le/") {
        files[name] = ""
      }
      files["criteria/bo/bands.csv"] = ""
      files["criteria/bo/set.csv"] = """
        key,value
        name,Bộ thử
        legal_basis,Quyết định số 1
        rounding,\(rounding)
        index_decimals,\(decimals)
        point_decimals,\(pointDecimals)

        """
      files["criteria/bo/criteria.csv"] = """
        code,name,max_points,kind,method,inputs,rule
        1,Một,\(number(units)),,self,x: Điểm,x
        2,Hai,\(number(units)),,self,x: Điểm,x
        3,Ba,\(number(2 * units)),penalty,self,x: Điểm,x

        """
      files["evidence/ky/round.csv"] = "key,value\nname,Kỳ thử\nyear,2023\ncriteria:so,bo\n"
      files["evidence/ky/agencies.csv"] = agencies.joined(separator: "\n")
      files["evidence/ky/self/x.csv"] = rows.joined(separator: "\n")
      let results = try PaperRound(files).results()
      #expect(results.groups.first?.agencies.count == 40)
      let book = try ReadBook(ResultsWorkbook.bytes(results))
      // Points, index, three percents of each agency, and its sums on two sheets; two means.
      #expect(try book.checkFormulas() >= 40 * 5)
    }
  }
}
