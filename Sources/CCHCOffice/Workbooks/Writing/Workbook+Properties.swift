extension Workbook {
  /// The part `docProps/app.xml`.
  func applicationPart() -> [UInt8] {
    var xml = XMLWriter()
    xml.open("Properties", ["xmlns": OfficeNamespace.extendedProperties])
    xml.element("Application", "cchc")
    if !creator.isEmpty { xml.element("Company", creator) }
    xml.close()
    return xml.bytes
  }

  /// The part `[Content_Types].xml`.
  func contentTypesPart(_ sheets: [Sheet]) -> [UInt8] {
    let office = "application/vnd.openxmlformats-officedocument."
    var xml = XMLWriter()
    xml.open("Types", ["xmlns": OfficeNamespace.contentTypes])
    xml.empty(
      "Default",
      ["Extension": "rels", "ContentType": "application/vnd.openxmlformats-package.relationships+xml"])
    xml.empty("Default", ["Extension": "xml", "ContentType": "application/xml"])
    func add(_ part: String, _ type: String) {
      xml.empty("Override", ["PartName": part, "ContentType": type])
    }
    add("/xl/workbook.xml", office + "spreadsheetml.sheet.main+xml")
    for place in sheets.indices {
      add("/xl/worksheets/sheet\(place + 1).xml", office + "spreadsheetml.worksheet+xml")
      guard !sheets[place].charts.isEmpty else { continue }
      add("/xl/drawings/drawing\(place + 1).xml", office + "drawing+xml")
    }
    for index in sheets.flatMap(\.charts).indices {
      add("/xl/charts/chart\(index + 1).xml", office + "drawingml.chart+xml")
    }
    add("/xl/styles.xml", office + "spreadsheetml.styles+xml")
    add("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
    add("/docProps/app.xml", office + "extended-properties+xml")
    xml.close()
    return xml.bytes
  }
}
