/// A workbook put together part by part, as some other program might write it.
package struct WorkbookLab {
  /// The parts by name, in their order.
  private var parts: [(name: String, text: String)]

  package static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

  /// A workbook with one sheet, `Bảng`, that holds these rows.
  package init(_ rows: String = "", texts: String? = nil, formats: [String] = []) {
    var leads = Self.lead("rId1", "worksheet", "worksheets/sheet1.xml")
    leads += Self.lead("rId2", "styles", "styles.xml")
    if texts != nil { leads += Self.lead("rId3", "sharedStrings", "sharedStrings.xml") }
    parts = [
      (
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
          + "<Override PartName=\"/xl/workbook.xml\" ContentType=\""
          + "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"
      ),
      (
        "_rels/.rels",
        "<Relationships>\(Self.lead("rId1", "officeDocument", "xl/workbook.xml"))</Relationships>"
      ),
      (
        "xl/workbook.xml",
        "<workbook xmlns=\"\(Self.main)\" xmlns:r=\"\(Self.office)\"><workbookPr/><sheets>"
          + "<sheet name=\"Bảng\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
      ),
      ("xl/_rels/workbook.xml.rels", "<Relationships>\(leads)</Relationships>"),
      ("xl/worksheets/sheet1.xml", Self.sheet(rows)),
      ("xl/styles.xml", Self.styles(formats)),
    ]
    if let texts { parts.append(("xl/sharedStrings.xml", "<sst xmlns=\"\(Self.main)\">\(texts)</sst>")) }
  }

  /// The XML of a sheet with these rows.
  package static func sheet(_ rows: String) -> String {
    "<worksheet xmlns=\"\(main)\"><sheetData>\(rows)</sheetData></worksheet>"
  }

  /// A relation.
  package static func lead(_ id: String, _ kind: String, _ target: String) -> String {
    "<Relationship Id=\"\(id)\" Type=\"\(office)/\(kind)\" Target=\"\(target)\"/>"
  }

  /// A styles part whose cell styles have these number formats, after one without any.
  private static func styles(_ formats: [String]) -> String {
    let codes = formats.enumerated().map { index, code in
      "<numFmt numFmtId=\"\(200 + index)\" formatCode=\"\(code)\"/>"
    }
    let styles = formats.indices.map { "<xf numFmtId=\"\(200 + $0)\"/>" }
    return "<styleSheet><numFmts>\(codes.joined())</numFmts><cellXfs><xf numFmtId=\"0\"/>"
      + "\(styles.joined())<xf numFmtId=\"14\"/></cellXfs></styleSheet>"
  }

  /// The text of a part, nil where there is none; setting nil takes it out.
  package subscript(name: String) -> String? {
    get { parts.first { $0.name == name }?.text }
    set {
      let place = parts.firstIndex { $0.name == name }
      if let place, let newValue {
        parts[place].text = newValue
      } else if let place {
        parts.remove(at: place)
      } else if let newValue {
        parts.append((name, newValue))
      }
    }
  }

  /// Replaces text in a part.
  package mutating func replace(_ old: String, _ new: String, in name: String) {
    guard let text = self[name] else { return }
    self[name] = text.split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
  }

  package var bytes: [UInt8] { archive(parts) }
}
