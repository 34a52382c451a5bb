package import CCHCExact

/// A chart that stands on a sheet, drawn by the program that opens the workbook.
package struct Chart: Sendable {
  package enum Kind: Sendable {
    /// Upright bars.
    case columns
    /// Lying bars, the first at the top.
    case bars
    case radar
  }

  /// The values of one row of bars or one ring, with the cells that they come from.
  package struct Series: Sendable {
    package var name: String
    /// The cells of the values, as `sheetReference` writes them.
    package var reference: String
    /// The values in those cells, nil where a cell is empty: drawn by programs that do not read cells.
    package var values: [Decimal?]
    package var color: Color?

    package init(_ name: String, reference: String, values: [Decimal?], color: Color? = nil) {
      self.name = name
      self.reference = reference
      self.values = values
      self.color = color
    }
  }

  package var kind: Kind
  package var title: String
  /// The cells of the names below the bars, as `sheetReference` writes them.
  package var categoryReference: String
  package var categories: [String]
  package var series: [Series]
  /// The cells that the chart lies over.
  package var area: CellArea
  /// The ends of the value axis, the program's choice where nil.
  package var minimum: Decimal?
  package var maximum: Decimal?
  /// How values are shown.
  package var format = NumberFormat.general
  /// Whether each bar bears its value.
  package var showsValues = false

  package init(
    _ kind: Kind, title: String, categories: [String], from categoryReference: String, series: [Series],
    over area: CellArea
  ) {
    self.kind = kind
    self.title = title
    self.categories = categories
    self.categoryReference = categoryReference
    self.series = series
    self.area = area
  }
}
