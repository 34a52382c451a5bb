/// A relation of one part of a package to another; the first of a part has the id `rId1`.
package struct PartRelation {
  package var type: String
  package var target: String

  package init(type: String, _ target: String) {
    self.type = type
    self.target = target
  }

  /// A relation of a kind that office documents share.
  package init(_ kind: String, _ target: String) {
    self.init(type: OfficeNamespace.relations + kind, target)
  }
}

/// A part that lists relations.
package func relationsPart(_ relations: [PartRelation]) -> [UInt8] {
  var xml = XMLWriter()
  xml.open("Relationships", ["xmlns": OfficeNamespace.packageRelations])
  for (index, relation) in relations.enumerated() {
    xml.empty(
      "Relationship", ["Id": "rId\(index + 1)", "Type": relation.type, "Target": relation.target])
  }
  xml.close()
  return xml.bytes
}

/// The part `docProps/core.xml`, without the times that would make each file different.
///
/// - Parameters:
///   - title: What the file is about.
///   - creator: Who made it; left out where it is empty.
///   - language: Its language, as `vi-VN`; nil leaves it out.
/// - Returns: The part.
package func corePart(title: String, creator: String, language: String? = nil) -> [UInt8] {
  var xml = XMLWriter()
  xml.open(
    "cp:coreProperties",
    ["xmlns:cp": OfficeNamespace.coreProperties, "xmlns:dc": OfficeNamespace.dublinCore])
  xml.element("dc:title", title)
  if !creator.isEmpty { xml.element("dc:creator", creator) }
  if let language { xml.element("dc:language", language) }
  xml.close()
  return xml.bytes
}
