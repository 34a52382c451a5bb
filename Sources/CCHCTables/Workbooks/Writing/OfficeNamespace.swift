/// The names of the vocabularies that office documents are written in (ECMA-376, transitional).
enum OfficeNamespace {
  static let sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships"
  static let contentTypes = "http://schemas.openxmlformats.org/package/2006/content-types"
  static let drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
  static let sheetDrawing = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
  static let chart = "http://schemas.openxmlformats.org/drawingml/2006/chart"
  static let coreProperties = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
  static let coreRelation =
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
  static let extendedProperties =
    "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
  static let dublinCore = "http://purl.org/dc/elements/1.1/"
}
