/// How a cell looks and whether it is protected; equal styles are one entry of the workbook.
package struct CellStyle: Sendable, Hashable {
  package var font = Font()
  /// The colour behind the text.
  package var fill: Color?
  package var borders = Borders()
  package var alignment = Alignment()
  package var format = NumberFormat.general
  /// Whether the cell cannot be changed while its sheet is protected.
  package var isLocked = true
  /// Whether the formula is hidden while its sheet is protected.
  package var hidesFormula = false

  package init() {}

  /// A copy with some properties set.
  package func with(_ change: (inout CellStyle) -> Void) -> CellStyle {
    var copy = self
    change(&copy)
    return copy
  }
}

/// A colour by its red, green and blue parts, `0xRRGGBB`.
package struct Color: Sendable, Hashable {
  package let value: UInt32

  package init(_ value: UInt32) { self.value = value & 0xFF_FFFF }

  package static let black = Color(0)
  package static let white = Color(0xFF_FFFF)

  /// `FFRRGGBB`, as workbooks write it.
  var hexadecimal: String { "FF" + String(value | 0x100_0000, radix: 16, uppercase: true).dropFirst() }
  /// `RRGGBB`, as drawings write it.
  var shortHexadecimal: String { String(hexadecimal.dropFirst(2)) }
}

/// A font; Times New Roman unless said otherwise, as NĐ 30/2020 wants.
package struct Font: Sendable, Hashable {
  package var name = "Times New Roman"
  /// The size in points.
  package var size = 12
  package var isBold = false
  package var isItalic = false
  package var isUnderlined = false
  package var color: Color?

  package init() {}
}

/// The lines around a cell.
package struct Borders: Sendable, Hashable {
  package enum Line: String, Sendable {
    case hair
    case thin
    case medium
    case thick
    case double
    case dotted
  }

  package var left: Line?
  package var right: Line?
  package var top: Line?
  package var bottom: Line?
  /// The colour of all four, the window's text colour where nil.
  package var color: Color?

  package init() {}

  /// The same line on all four sides.
  package static func all(_ line: Line, color: Color? = nil) -> Borders {
    var borders = Borders()
    (borders.left, borders.right, borders.top, borders.bottom) = (line, line, line, line)
    borders.color = color
    return borders
  }
}

/// Where a text stands in its cell.
package struct Alignment: Sendable, Hashable {
  package enum Horizontal: String, Sendable {
    case general
    case left
    case center
    case right
    case justify
    case centerContinuous
  }

  package enum Vertical: String, Sendable {
    case top
    case center
    case bottom
  }

  package var horizontal = Horizontal.general
  package var vertical = Vertical.center
  package var wraps = false
  /// How far the text is moved in, in steps of three letters.
  package var indent = 0
  /// Degrees by which the text is turned, 0 to 90 upwards.
  package var rotation = 0

  package init() {}
}

/// How a number is shown; codes are in US form.
package struct NumberFormat: Sendable, Hashable {
  /// The format code of ECMA-376 part 1, 18.8.31.
  package let code: String

  package init(code: String) { self.code = code }

  package static let general = NumberFormat(code: "General")
  /// Text: what is typed stays as it is, so that a code `3.10` stays `3.10`.
  package static let text = NumberFormat(code: "@")
  package static let integer = NumberFormat(code: "#,##0")
  /// `31/03/2023`.
  package static let date = NumberFormat(code: "dd/mm/yyyy")

  /// A number with grouped digits and a fixed count of decimals.
  package static func decimals(_ count: Int) -> NumberFormat {
    NumberFormat(code: count == 0 ? "#,##0" : "#,##0." + String(repeating: "0", count: count))
  }

  /// A share in percent with a fixed count of decimals.
  package static func percent(_ count: Int) -> NumberFormat {
    NumberFormat(code: count == 0 ? "0%" : "0." + String(repeating: "0", count: count) + "%")
  }

  /// The number under which every workbook knows the format, nil where it must be written out.
  var builtIn: Int? {
    switch code {
    case "General": 0
    case "0": 1
    case "0.00": 2
    case "#,##0": 3
    case "#,##0.00": 4
    case "0%": 9
    case "0.00%": 10
    case "@": 49
    default: nil
    }
  }
}

/// What a conditional format changes.
package struct DifferentialStyle: Sendable, Hashable {
  package var color: Color?
  package var isBold: Bool?
  package var isItalic: Bool?
  package var fill: Color?

  package init(color: Color? = nil, fill: Color? = nil, isBold: Bool? = nil, isItalic: Bool? = nil) {
    self.color = color
    self.fill = fill
    self.isBold = isBold
    self.isItalic = isItalic
  }
}
