import CCHCFiles

/// A figure as a cell of a table would write it; the input that it is for says how it is read.
///
/// Numbers, yes and no, and texts may be written as literals.
///
/// ```swift
/// let figures: [String: FigureValue] = ["a": 405_424, "b": "358660", "v": true, "s": "kịp thời"]
/// ```
public struct FigureValue: Sendable, Hashable {
  /// The text of the cell.
  public let text: String

  /// Creates a figure from the text of a cell.
  ///
  /// - Parameter text: The text, such as `12,5`, `80%`, `2023-03-31`, `có` or the label of a choice.
  public init(_ text: String) { self.text = text.trimmed }

  /// Creates a figure from a whole number.
  public init(_ count: Int) { text = String(count) }

  /// Creates a figure from an exact number.
  public init(_ number: DecimalNumber) { text = number.description }

  /// Creates a figure from a day.
  public init(_ day: CalendarDay) { text = day.description }

  /// A figure in whose place the agency asks to be exempt from the criterion.
  public static let notApplicable = FigureValue("không áp dụng")
}

extension FigureValue: ExpressibleByIntegerLiteral {
  /// Creates a figure from a whole number.
  public init(integerLiteral value: Int) { self.init(value) }
}

extension FigureValue: ExpressibleByBooleanLiteral {
  /// Creates the figure of a yes/no input.
  public init(booleanLiteral value: Bool) { self.init(value ? "yes" : "no") }
}

extension FigureValue: ExpressibleByStringLiteral {
  /// Creates a figure from the text of a cell.
  public init(stringLiteral value: String) { self.init(value) }
}
