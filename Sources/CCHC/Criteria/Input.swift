import CCHCCriteria
import CCHCCycle
import CCHCDrafting
import CCHCFiles
import CCHCForms
import CCHCOffice
import CCHCOutputs
import CCHCPublished
import CCHCScoring
import CCHCTables

/// A named figure that a criterion asks for, such as the number of files handled in time.
///
/// ```swift
/// let total = Input("a", .count, label: "Tổng số hồ sơ")
/// ```
public struct Input: Sendable, Hashable {
  /// What a figure may be.
  public enum Kind: Sendable, Hashable {
    /// A decimal number that is not negative.
    case number
    /// A decimal number that may be negative.
    case signed
    /// A whole number that is not negative.
    case count
    /// Yes or no.
    case yesNo
    /// A day.
    case day
    /// One of some labels, compared ignoring case.
    case choice([String])
  }

  /// The name that rules use: ASCII letters, digits and `_`.
  public let name: String
  /// What the figure may be.
  public let kind: Kind
  /// Whether the figure may be left out.
  public let isOptional: Bool
  /// The words for people; without `;`.
  public let label: String

  /// Declares a figure.
  ///
  /// - Parameters:
  ///   - name: The name that rules use: ASCII letters, digits and `_`, not a word of the rule language.
  ///   - kind: What the figure may be.
  ///   - isOptional: Whether the figure may be left out.
  ///   - label: The words for people; without `;`.
  public init(_ name: String, _ kind: Kind = .number, isOptional: Bool = false, label: String = "") {
    self.name = name.trimmed
    self.kind = kind
    self.isOptional = isOptional
    self.label = label.trimmed
  }

  init(_ base: CCHCCriteria.Input) {
    let kind: Kind =
      switch base.type {
      case .number: .number
      case .signed: .signed
      case .count: .count
      case .yesNo: .yesNo
      case .day: .day
      case .choice(let labels): .choice(labels.map(\.spelling))
      }
    self.init(base.name, kind, isOptional: base.isOptional, label: base.label)
  }
}
