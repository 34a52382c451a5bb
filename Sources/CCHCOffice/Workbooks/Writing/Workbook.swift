/// A workbook to be written as Office Open XML (ECMA-376), the same bytes each time.
package struct Workbook {
  /// Shown among the file's properties.
  package var title: String
  /// Who issues the workbook.
  package var creator: String
  package var styles: StyleTable
  package var sheets: [Sheet] = []
  package var definedNames: [DefinedName] = []
  /// Which sheet shows when the workbook is opened; the first visible one where nil.
  package var activeSheet: Int?
  /// Whether every formula is computed anew when the workbook is opened, whatever value stands beside it.
  package var recalculatesOnOpening = false

  package init(title: String, creator: String = "", normal: CellStyle = CellStyle()) {
    self.title = title
    self.creator = creator
    styles = StyleTable(normal: normal)
  }

  /// Adds a style, or finds the one that looks the same.
  package mutating func style(_ change: (inout CellStyle) -> Void) -> StyleID {
    styles.id(of: styles.style(.normal).with(change))
  }
}

/// A name for cells or for a formula.
package struct DefinedName: Sendable, Hashable {
  package var name: String
  /// What it stands for, without `=`.
  package var formula: String
  /// The sheet on which alone it is known, by its place; everywhere where nil.
  package var sheet: Int?
  package var isHidden: Bool

  package init(_ name: String, _ formula: String, sheet: Int? = nil, isHidden: Bool = false) {
    self.name = name
    self.formula = formula
    self.sheet = sheet
    self.isHidden = isHidden
  }
}
