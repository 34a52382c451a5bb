/// A relation of one part of a package to another; the first of a part has the id `rId1`.
struct Relation {
  var type: String
  var target: String

  init(type: String, _ target: String) {
    self.type = type
    self.target = target
  }

  /// A relation of a kind that office documents share.
  init(_ kind: String, _ target: String) {
    self.init(type: OfficeNamespace.relations + kind, target)
  }
}

/// A part that lists relations.
func relationsPart(_ relations: [Relation]) -> [UInt8] {
  var xml = XMLWriter()
  xml.open("Relationships", ["xmlns": OfficeNamespace.packageRelations])
  for (index, relation) in relations.enumerated() {
    xml.empty(
      "Relationship", ["Id": "rId\(index + 1)", "Type": relation.type, "Target": relation.target])
  }
  xml.close()
  return xml.bytes
}

extension Workbook {
  /// The part `docProps/core.xml`, without the times that would make each file different.
  func corePart() -> [UInt8] {
    var xml = XMLWriter()
    xml.open(
      "cp:coreProperties",
      ["xmlns:cp": OfficeNamespace.coreProperties, "xmlns:dc": OfficeNamespace.dublinCore])
    xml.element("dc:title", title)
    if !creator.isEmpty { xml.element("dc:creator", creator) }
    xml.close()
    return xml.bytes
  }

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
