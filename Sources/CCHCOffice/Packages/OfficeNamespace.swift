/// The names of the vocabularies that office documents are written in (ECMA-376, transitional).
package enum OfficeNamespace {
  package static let sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  package static let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  package static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  package static let packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships"
  package static let contentTypes = "http://schemas.openxmlformats.org/package/2006/content-types"
  package static let drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
  package static let sheetDrawing = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
  package static let chart = "http://schemas.openxmlformats.org/drawingml/2006/chart"
  package static let coreProperties =
    "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
  package static let coreRelation =
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
  package static let extendedProperties =
    "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
  package static let dublinCore = "http://purl.org/dc/elements/1.1/"
}
