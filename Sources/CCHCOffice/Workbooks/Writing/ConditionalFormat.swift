/// A look that cells take on by their values.
package struct ConditionalFormat: Sendable {
  package enum Rule: Sendable {
    /// Where a formula, written for the area's first cell, is true.
    case expression(String, DifferentialStyle)
    /// Where the cell's value compares so.
    case cellIs(DataValidation.Comparison, DifferentialStyle)
    /// A colour between those of two or three points.
    case colorScale([ScalePoint])
  }

  /// One point of a colour scale.
  package struct ScalePoint: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
      case lowest
      case highest
      case number(String)
      case percentile(Int)
    }

    package var kind: Kind
    package var color: Color

    package init(_ kind: Kind, _ color: Color) {
      self.kind = kind
      self.color = color
    }
  }

  package var areas: [CellArea]
  package var rule: Rule
  /// Whether the sheet's later rules leave cells alone that this one covers.
  package var stopsHere = false

  package init(_ areas: [CellArea], _ rule: Rule) {
    self.areas = areas
    self.rule = rule
  }
}

extension XMLWriter {
  /// Writes a conditional format; earlier ones go before later ones.
  mutating func write(_ format: ConditionalFormat, priority: Int, styles: inout StyleTable) {
    let priority = String(priority)
    let stops: String? = format.stopsHere ? "1" : nil
    open("conditionalFormatting", ["sqref": format.areas.map(\.text).joined(separator: " ")])
    switch format.rule {
    case .expression(let formula, let style):
      let place = String(styles.place(of: style))
      open(
        "cfRule", ["type": "expression", "dxfId": place, "priority": priority, "stopIfTrue": stops])
      element("formula", formula)
    case .cellIs(let comparison, let style):
      let place = String(styles.place(of: style))
      open(
        "cfRule",
        [
          "type": "cellIs", "dxfId": place, "priority": priority, "stopIfTrue": stops,
          "operator": comparison.name,
        ])
      for operand in comparison.operands { element("formula", operand) }
    case .colorScale(let points):
      open("cfRule", ["type": "colorScale", "priority": priority])
      open("colorScale")
      for point in points { writeValue(point.kind) }
      for point in points { empty("color", ["rgb": point.color.hexadecimal]) }
      close()
    }
    close()
    close()
  }

  private mutating func writeValue(_ kind: ConditionalFormat.ScalePoint.Kind) {
    switch kind {
    case .lowest: empty("cfvo", ["type": "min"])
    case .highest: empty("cfvo", ["type": "max"])
    case .number(let number): empty("cfvo", ["type": "num", "val": number])
    case .percentile(let share): empty("cfvo", ["type": "percentile", "val": String(share)])
    }
  }
}
