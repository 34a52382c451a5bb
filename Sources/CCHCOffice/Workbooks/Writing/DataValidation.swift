import CCHCFiles

/// What may be typed into some cells.
package struct DataValidation: Sendable, Hashable {
  /// What the value is compared with; operands are formulas or numbers in US form.
  package enum Comparison: Sendable, Hashable {
    case between(String, String)
    case atLeast(String)
    case atMost(String)
    case greater(String)
    case less(String)
    case equal(String)
    case different(String)

    var name: String {
      switch self {
      case .between: "between"
      case .atLeast: "greaterThanOrEqual"
      case .atMost: "lessThanOrEqual"
      case .greater: "greaterThan"
      case .less: "lessThan"
      case .equal: "equal"
      case .different: "notEqual"
      }
    }

    var operands: [String] {
      switch self {
      case .between(let low, let high): [low, high]
      case .atLeast(let operand), .atMost(let operand), .greater(let operand), .less(let operand),
        .equal(let operand), .different(let operand):
        [operand]
      }
    }
  }

  package enum Rule: Sendable, Hashable {
    case whole(Comparison)
    case decimal(Comparison)
    /// Operands are days as numbers, or `DATE(2023,1,1)`.
    case date(Comparison)
    case textLength(Comparison)
    /// One of some texts, offered in a list; long lists go to a hidden sheet.
    case list([String])
    /// One of the values of some cells or of a name.
    case listOf(String)
    /// A formula that is true for what may be typed.
    case custom(String)
  }

  /// What happens when something else is typed.
  package enum Strictness: String, Sendable {
    case stop
    case warning
    case information
  }

  /// A title of at most 32 letters and a text of at most 255; longer ones are cut.
  package struct Message: Sendable, Hashable {
    package var title: String
    package var text: String

    package init(_ title: String, _ text: String) {
      self.title = title
      self.text = text
    }
  }

  package var areas: [CellArea]
  package var rule: Rule
  package var allowsBlank = true
  package var strictness = Strictness.stop
  /// Shown when the cell is chosen.
  package var prompt: Message?
  /// Shown when something else is typed.
  package var refusal: Message?

  package init(_ areas: [CellArea], _ rule: Rule) {
    self.areas = areas
    self.rule = rule
  }
}

/// The choices of all lists of a workbook that do not fit into their validation.
struct ListSheet {
  private var lists = OrderedItems<[String]>()

  /// The hidden sheet's name.
  static let sheetName = "_danh_muc"
  /// The most letters of a list that stands in its validation.
  private static let longestInline = 255

  /// The list as the formula of a validation.
  mutating func formula(_ items: [String]) -> String {
    let joined = items.joined(separator: ",")
    // Programs split at commas and take spaces off; a first `=` would make a formula of the list.
    let isPlain = items.allSatisfy { item in
      !item.utf8.contains(UInt8(ascii: ",")) && item.trimmed == item && !item.isEmpty
        && !(item.utf8.first.map(startsFormula) ?? true)
    }
    if isPlain, joined.utf16.count <= Self.longestInline {
      return "\"" + joined.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
        + "\""
    }
    return Self.name(lists.place(of: items))
  }

  private static func name(_ index: Int) -> String { "danh_muc_\(index + 1)" }

  /// The hidden sheet, a column for each list; nil where no list needs it.
  var sheet: Sheet? {
    let columns = lists.items
    guard let rows = columns.map(\.count).max() else { return nil }
    var sheet = Sheet(Self.sheetName) { writer in
      for row in 0..<rows {
        writer.row(columns.map { Cell($0.indices.contains(row) ? $0[row] : "") })
      }
    }
    sheet.visibility = .veryHidden
    return sheet
  }

  /// The names under which validations find the lists.
  var names: [DefinedName] {
    lists.items.enumerated().map { index, items in
      let area = CellArea(rows: 1...max(1, items.count), columns: index + 1...index + 1)
      return DefinedName(Self.name(index), sheetReference(Self.sheetName, area), isHidden: true)
    }
  }
}
