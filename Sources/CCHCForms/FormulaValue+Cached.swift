import CCHCCriteria
import CCHCExact
import CCHCOffice

extension FormulaValue {
  /// The value as a workbook writes it beside its formula, with a count of decimals; a typed number has up to six.
  func cached(decimals: Int) -> CachedValue {
    switch self {
    case .number(let exact):
      // Beyond the digits that count, which the row says, any number of that size will do.
      let number = min(max(exact, -1e30), 1e30)
      let decimals = number == number.rounded() || decimals > 0 ? decimals : 6
      var scaled = number
      for _ in 0..<decimals { scaled *= 10 }
      let plain = plainDecimal(Int128(exactly: scaled.rounded()) ?? 0, decimals: decimals)
      return .number(units: plain.units, decimals: plain.decimals)
    case .text(let text): return .text(text)
    case .truth(let truth): return .boolean(truth)
    case .blank: return .text("")
    }
  }
}
