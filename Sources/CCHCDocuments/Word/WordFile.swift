import CCHCOffice

extension DocumentTree {
  /// The document as a Word file (Office Open XML, ECMA-376), laid out after Nghị định 30/2020/NĐ-CP.
  ///
  /// The bytes depend on the document alone, and on the zlib at hand.
  package var docx: [UInt8] {
    var zip = ZipWriter()
    zip.add("[Content_Types].xml", WordFile.contentTypes)
    zip.add("_rels/.rels", WordFile.relations)
    zip.add("docProps/core.xml", WordFile.properties(of: self))
    var body = WordBody(isCompact: isCompact)
    zip.add("word/document.xml", body.part(of: blocks))
    zip.add("word/_rels/document.xml.rels", WordFile.documentRelations)
    zip.add("word/styles.xml", WordStyle.part)
    zip.add("word/numbering.xml", WordFile.numbering)
    zip.add("word/settings.xml", WordFile.settings)
    zip.add("word/header1.xml", WordFile.header)
    return zip.finish()
  }
}

/// The parts of a Word file besides its text and its styles; they are the same in every file but the properties.
enum WordFile {
  /// How the text names the part with the page number.
  static let headerRelation = "rId4"

  fileprivate static let contentTypes: [UInt8] = {
    let office = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    var xml = XMLWriter()
    xml.open("Types", ["xmlns": OfficeNamespace.contentTypes])
    xml.empty(
      "Default",
      ["Extension": "rels", "ContentType": "application/vnd.openxmlformats-package.relationships+xml"])
    xml.empty("Default", ["Extension": "xml", "ContentType": "application/xml"])
    for (part, type) in [
      ("document", "document.main"), ("styles", "styles"), ("numbering", "numbering"),
      ("settings", "settings"), ("header1", "header"),
    ] {
      xml.empty("Override", ["PartName": "/word/\(part).xml", "ContentType": "\(office)\(type)+xml"])
    }
    xml.empty(
      "Override",
      [
        "PartName": "/docProps/core.xml",
        "ContentType": "application/vnd.openxmlformats-package.core-properties+xml",
      ])
    xml.close()
    return xml.bytes
  }()

  fileprivate static let relations = relationsPart([
    PartRelation("/officeDocument", "word/document.xml"),
    PartRelation(type: OfficeNamespace.coreRelation, "docProps/core.xml"),
  ])

  fileprivate static let documentRelations = relationsPart([
    PartRelation("/styles", "styles.xml"), PartRelation("/numbering", "numbering.xml"),
    PartRelation("/settings", "settings.xml"), PartRelation("/header", "header1.xml"),
  ])

  /// Title and author, without the times that would make each file different.
  fileprivate static func properties(of document: DocumentTree) -> [UInt8] {
    var title: [String] = []
    var creator = ""
    for block in document.blocks {
      switch block {
      case .head(let head): creator = head.issuer
      case .title(let text), .subject(let text): title.append(text.plain)
      default: break
      }
    }
    return corePart(title: title.joined(separator: ": "), creator: creator, language: "vi-VN")
  }

  /// The hyphen before the items of lists.
  fileprivate static let numbering: [UInt8] = {
    var xml = XMLWriter()
    xml.open("w:numbering", ["xmlns:w": OfficeNamespace.word])
    xml.open("w:abstractNum", ["w:abstractNumId": "0"])
    xml.empty("w:multiLevelType", ["w:val": "singleLevel"])
    xml.open("w:lvl", ["w:ilvl": "0"])
    xml.empty("w:start", ["w:val": "1"])
    xml.empty("w:numFmt", ["w:val": "bullet"])
    xml.empty("w:pStyle", ["w:val": WordStyle.item.id])
    xml.empty("w:suff", ["w:val": "space"])
    xml.empty("w:lvlText", ["w:val": "-"])
    xml.empty("w:lvlJc", ["w:val": "left"])
    xml.open("w:pPr")
    xml.empty("w:ind", ["w:left": "0", "w:firstLine": String(WordStyle.item.firstLine)])
    xml.close()
    xml.close()
    xml.close()
    xml.open("w:num", ["w:numId": "1"])
    xml.empty("w:abstractNumId", ["w:val": "0"])
    xml.close()
    xml.close()
    return xml.bytes
  }()

  fileprivate static let settings: [UInt8] = {
    var xml = XMLWriter()
    xml.open("w:settings", ["xmlns:w": OfficeNamespace.word])
    xml.empty("w:zoom", ["w:percent": "100"])
    xml.empty("w:defaultTabStop", ["w:val": "720"])
    xml.empty("w:characterSpacingControl", ["w:val": "doNotCompress"])
    xml.open("w:compat")
    // The layout of Word 2013 and later; without it Word opens the file as one of 2007.
    xml.empty(
      "w:compatSetting",
      [
        "w:name": "compatibilityMode", "w:uri": "http://schemas.microsoft.com/office/word", "w:val": "15",
      ])
    xml.close()
    xml.empty("w:themeFontLang", ["w:val": "vi-VN"])
    xml.empty("w:decimalSymbol", ["w:val": ","])
    xml.empty("w:listSeparator", ["w:val": ";"])
    xml.close()
    return xml.bytes
  }()

  /// The page number in the middle of the top margin.
  fileprivate static let header: [UInt8] = {
    var xml = XMLWriter()
    xml.open("w:hdr", ["xmlns:w": OfficeNamespace.word])
    xml.open("w:p")
    xml.open("w:pPr")
    xml.empty("w:pStyle", ["w:val": WordStyle.pageNumber.id])
    xml.close()
    xml.open("w:fldSimple", ["w:instr": " PAGE "])
    xml.open("w:r")
    xml.element("w:t", "2")
    xml.close()
    xml.close()
    xml.close()
    xml.close()
    return xml.bytes
  }()
}
