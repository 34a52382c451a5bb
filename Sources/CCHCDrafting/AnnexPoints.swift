import CCHCExact
import CCHCFiles

/// Points as an annex's cell writes them: `1,50`, `1.5`, `2 điểm`, `(2,0)`, `-5`, `Tối đa 2đ`.
struct AnnexPoints {
  let value: Decimal

  /// - Returns: nil where the text is anything else, a range or several numbers among it.
  init?(_ text: String) {
    var words = text.unaccented.split { " ()[]".contains($0) }.map(String.init)
    words.removeAll { ["diem", "d", "toi", "da", "tru"].contains($0) }
    guard words.count == 1, var word = words.first else { return nil }
    for unit in ["diem", "d"] where word.hasSuffix(unit) { word.removeLast(unit.count) }
    if word.hasPrefix("–") || word.hasPrefix("−") { word = "-" + word.dropFirst() }
    guard let number = parseNumber(Array(word.utf8).span), !number.isPercent else { return nil }
    value = number.value
  }
}

extension Decimal {
  /// The same value without zeros after the last decimal that counts.
  var reduced: Decimal {
    var (units, scale) = (units, scale)
    while scale > 0, units % 10 == 0 { (units, scale) = (units / 10, scale - 1) }
    return Decimal(units: units, scale: scale)
  }

  /// The value without its sign.
  var magnitude: Decimal { Decimal(units: abs(units), scale: scale) }
}
