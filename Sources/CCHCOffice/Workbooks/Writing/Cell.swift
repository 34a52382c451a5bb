package import CCHCExact

/// What a cell holds.
package enum CellContent: Sendable, Hashable {
  case blank
  /// A text; never a formula, whatever it begins with.
  case text(String)
  /// An exact number, `units` × 10^-`decimals`; spreadsheets keep its first 15 digits.
  case number(units: Int128, decimals: Int)
  case boolean(Bool)
  case date(Day)
  /// A formula in US form, without `=`, and the value that it has.
  case formula(String, CachedValue)

  /// A whole number.
  package static func integer(_ value: Int) -> CellContent { .number(units: Int128(value), decimals: 0) }

  /// An exact number.
  package static func decimal(_ value: Decimal) -> CellContent {
    .number(units: Int128(value.units), decimals: value.scale)
  }
}

/// The value of a formula, written beside it so that programs that do not compute show it.
package enum CachedValue: Sendable, Hashable {
  case text(String)
  case number(units: Int128, decimals: Int)
  case boolean(Bool)
  case date(Day)
}

/// A cell's content and look.
package struct Cell: Sendable, Hashable {
  package var content: CellContent
  package var style: StyleID

  package init(_ content: CellContent = .blank, _ style: StyleID = .normal) {
    self.content = content
    self.style = style
  }

  /// A text cell.
  package init(_ text: String, _ style: StyleID = .normal) { self.init(.text(text), style) }
}

extension Day {
  /// The day as spreadsheets count it in the 1900 system, nil before 1 March 1900.
  ///
  /// Lotus 1-2-3 took 1900 for a leap year and Excel kept it: day 60 never was, so 1970-01-01 is 25569.
  package var serial1900: Int? { number + 25_569 > 60 ? number + 25_569 : nil }
}
