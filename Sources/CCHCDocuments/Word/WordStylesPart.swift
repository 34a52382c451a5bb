import CCHCOffice
import CCHCTables

extension WordStyle {
  /// The part `word/styles.xml`.
  static let part: [UInt8] = {
    var xml = XMLWriter()
    xml.open("w:styles", ["xmlns:w": OfficeNamespace.word])
    writeDefaults(&xml)
    for style in all { style.write(&xml) }
    writeTableStyles(&xml)
    xml.close()
    return xml.bytes
  }()

  private static func writeDefaults(_ xml: inout XMLWriter) {
    let font = "Times New Roman"
    xml.open("w:docDefaults")
    xml.open("w:rPrDefault")
    xml.open("w:rPr")
    xml.empty("w:rFonts", ["w:ascii": font, "w:eastAsia": font, "w:hAnsi": font, "w:cs": font])
    xml.empty("w:sz", ["w:val": "28"])
    xml.empty("w:szCs", ["w:val": "28"])
    xml.empty("w:lang", ["w:val": "vi-VN", "w:eastAsia": "vi-VN", "w:bidi": "ar-SA"])
    xml.close()
    xml.close()
    xml.open("w:pPrDefault")
    xml.open("w:pPr")
    xml.empty("w:spacing", ["w:before": "0", "w:after": "0", "w:line": "240", "w:lineRule": "auto"])
    xml.close()
    xml.close()
    xml.close()
  }

  private func write(_ xml: inout XMLWriter) {
    let isNormal = id == Self.normal.id
    xml.open("w:style", ["w:type": "paragraph", "w:default": isNormal ? "1" : nil, "w:styleId": id])
    xml.empty("w:name", ["w:val": name])
    if !isNormal { xml.empty("w:basedOn", ["w:val": Self.normal.id]) }
    if outline != nil { xml.empty("w:next", ["w:val": Self.body.id]) }
    xml.empty("w:qFormat")
    if !isNormal {
      writeParagraph(&xml)
      writeLetters(&xml)
    }
    xml.close()
  }

  /// The properties of the paragraph, in the order that the schema asks for.
  private func writeParagraph(_ xml: inout XMLWriter) {
    xml.open("w:pPr")
    if keepsWithNext { xml.empty("w:keepNext") }
    if isListed {
      xml.open("w:numPr")
      xml.empty("w:numId", ["w:val": "1"])
      xml.close()
    }
    writeRule(&xml)
    let height = exactHeight ?? lineHeight
    xml.empty(
      "w:spacing",
      [
        "w:before": String(before), "w:after": String(after), "w:line": height.map { String($0) },
        "w:lineRule": height == nil ? nil : exactHeight == nil ? "auto" : "exact",
      ])
    if firstLine > 0 || margin > 0 {
      xml.empty(
        "w:ind", ["w:left": String(margin), "w:right": String(margin), "w:firstLine": String(firstLine)])
    }
    xml.empty("w:jc", ["w:val": alignment.rawValue])
    if let outline { xml.empty("w:outlineLvl", ["w:val": String(outline)]) }
    xml.close()
  }

  private func writeRule(_ xml: inout XMLWriter) {
    let line: KeyValuePairs<String, String?> = [
      "w:val": "single", "w:sz": "6", "w:space": rule == .box ? "4" : "0", "w:color": "000000",
    ]
    let sides: [String]
    switch rule {
    case .none: return
    case .box: sides = ["top", "left", "bottom", "right"]
    case .above: sides = ["top"]
    }
    xml.open("w:pBdr")
    for side in sides { xml.empty("w:" + side, line) }
    xml.close()
  }

  private func writeLetters(_ xml: inout XMLWriter) {
    xml.open("w:rPr")
    if isBold {
      xml.empty("w:b")
      xml.empty("w:bCs")
    }
    if isItalic {
      xml.empty("w:i")
      xml.empty("w:iCs")
    }
    if isCapital { xml.empty("w:caps") }
    xml.empty("w:sz", ["w:val": String(size)])
    xml.empty("w:szCs", ["w:val": String(size)])
    xml.close()
  }

  // MARK: Tables

  /// The styles of tables with lines and of the columns without.
  enum Table: String {
    case ruled = "Bang"
    case plain = "KhungVanBan"
  }

  private static func writeTableStyles(_ xml: inout XMLWriter) {
    writeTableStyle(.plain, "Khung văn bản", &xml)
    writeTableStyle(.ruled, "Bảng", &xml)
  }

  private static func writeTableStyle(_ style: Table, _ name: String, _ xml: inout XMLWriter) {
    // The style without lines is the one from which Word's tables come.
    xml.open(
      "w:style",
      ["w:type": "table", "w:default": style == .plain ? "1" : nil, "w:styleId": style.rawValue])
    xml.empty("w:name", ["w:val": name])
    xml.empty("w:qFormat")
    xml.open("w:tblPr")
    if style == .ruled {
      xml.open("w:tblBorders")
      for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        xml.empty(
          "w:" + side, ["w:val": "single", "w:sz": "4", "w:space": "0", "w:color": "000000"])
      }
      xml.close()
    }
    xml.open("w:tblCellMar")
    for side in ["top", "left", "bottom", "right"] {
      let isSide = side == "left" || side == "right"
      xml.empty(
        "w:" + side,
        ["w:w": String(isSide && style == .ruled ? WordTable.cellMargin : 0), "w:type": "dxa"])
    }
    xml.close()
    xml.close()
    xml.close()
  }
}
