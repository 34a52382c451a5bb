/// A style of a workbook's style table.
package struct StyleID: Sendable, Hashable {
  let index: Int

  /// The style of cells that have none.
  package static let normal = StyleID(index: 0)
}

/// All styles of a workbook, each once.
package struct StyleTable: Sendable {
  private struct Entry: Hashable {
    var style: CellStyle
    var keepsText: Bool
  }

  private var entries: OrderedItems<Entry>
  private var differentials = OrderedItems<DifferentialStyle>()

  /// A table whose first style is that of cells that have none.
  package init(normal: CellStyle = CellStyle()) {
    entries = OrderedItems()
    _ = entries.place(of: Entry(style: normal, keepsText: false))
  }

  /// The id of a style, which is added where it is new.
  package mutating func id(of style: CellStyle) -> StyleID {
    StyleID(index: entries.place(of: Entry(style: style, keepsText: false)))
  }

  /// The look of a style.
  package func style(_ id: StyleID) -> CellStyle { entries.items[id.index].style }

  /// The style for a text that a spreadsheet would take for a formula as soon as a person edits the cell.
  mutating func textKeepingID(of id: StyleID) -> StyleID {
    var entry = entries.items[id.index]
    entry.keepsText = true
    return StyleID(index: entries.place(of: entry))
  }

  mutating func place(of style: DifferentialStyle) -> Int { differentials.place(of: style) }

  /// The part `xl/styles.xml`.
  func part() -> [UInt8] {
    var formats = OrderedItems<String>()
    var fonts = OrderedItems<Font>()
    var fills = OrderedItems<Color>()
    var borders = OrderedItems<Borders>()
    let places = entries.items.map { entry in
      let style = entry.style
      return Places(
        format: style.format.builtIn ?? Self.firstOwnFormat + formats.place(of: style.format.code),
        font: fonts.place(of: style.font),
        // The first two fills are the same in every workbook: none, and a pattern of grey.
        fill: style.fill.map { 2 + fills.place(of: $0) } ?? 0,
        border: borders.place(of: style.borders))
    }

    var xml = XMLWriter()
    xml.open("styleSheet", ["xmlns": OfficeNamespace.sheet])
    if !formats.items.isEmpty {
      xml.open("numFmts", ["count": String(formats.items.count)])
      for (index, code) in formats.items.enumerated() {
        xml.empty("numFmt", ["numFmtId": String(Self.firstOwnFormat + index), "formatCode": code])
      }
      xml.close()
    }
    xml.open("fonts", ["count": String(fonts.items.count)])
    for font in fonts.items { xml.write(font) }
    xml.close()
    xml.open("fills", ["count": String(2 + fills.items.count)])
    for pattern in ["none", "gray125"] {
      xml.open("fill")
      xml.empty("patternFill", ["patternType": pattern])
      xml.close()
    }
    for color in fills.items { xml.writeFill(color) }
    xml.close()
    xml.open("borders", ["count": String(borders.items.count)])
    for border in borders.items { xml.write(border) }
    xml.close()
    xml.open("cellStyleXfs", ["count": "1"])
    xml.empty("xf", ["numFmtId": "0", "fontId": "0", "fillId": "0", "borderId": "0"])
    xml.close()
    xml.open("cellXfs", ["count": String(entries.items.count)])
    for (entry, place) in zip(entries.items, places) { xml.write(entry.style, entry.keepsText, place) }
    xml.close()
    xml.open("cellStyles", ["count": "1"])
    xml.empty("cellStyle", ["name": "Normal", "xfId": "0", "builtinId": "0"])
    xml.close()
    xml.open("dxfs", ["count": String(differentials.items.count)])
    for style in differentials.items { xml.write(style) }
    xml.close()
    xml.empty(
      "tableStyles",
      [
        "count": "0", "defaultTableStyle": "TableStyleMedium2", "defaultPivotStyle": "PivotStyleLight16",
      ])
    xml.close()
    return xml.bytes
  }

  /// Formats below this number are every workbook's own.
  private static let firstOwnFormat = 164
}

/// Where the pieces of a style stand in the tables of the styles part.
private struct Places {
  var format: Int
  var font: Int
  var fill: Int
  var border: Int
}

/// Different items in the order in which they came first.
struct OrderedItems<Item: Hashable & Sendable>: Sendable {
  private(set) var items: [Item] = []
  private var places: [Item: Int] = [:]

  mutating func place(of item: Item) -> Int {
    if let place = places[item] { return place }
    places[item] = items.count
    items.append(item)
    return items.count - 1
  }
}

extension XMLWriter {
  fileprivate mutating func write(_ font: Font) {
    open("font")
    if font.isBold { empty("b") }
    if font.isItalic { empty("i") }
    if font.isUnderlined { empty("u") }
    empty("sz", ["val": String(font.size)])
    if let color = font.color { empty("color", ["rgb": color.hexadecimal]) }
    empty("name", ["val": font.name])
    empty("family", ["val": "1"])
    close()
  }

  fileprivate mutating func writeFill(_ color: Color) {
    open("fill")
    open("patternFill", ["patternType": "solid"])
    empty("fgColor", ["rgb": color.hexadecimal])
    empty("bgColor", ["indexed": "64"])
    close()
    close()
  }

  fileprivate mutating func write(_ borders: Borders) {
    open("border")
    for (side, line) in [
      ("left", borders.left), ("right", borders.right), ("top", borders.top), ("bottom", borders.bottom),
    ] {
      guard let line else {
        empty(side)
        continue
      }
      open(side, ["style": line.rawValue])
      if let color = borders.color {
        empty("color", ["rgb": color.hexadecimal])
      } else {
        empty("color", ["auto": "1"])
      }
      close()
    }
    empty("diagonal")
    close()
  }

  fileprivate mutating func write(_ style: CellStyle, _ keepsText: Bool, _ places: Places) {
    let alignment = style.alignment
    open(
      "xf",
      [
        "numFmtId": String(places.format), "fontId": String(places.font), "fillId": String(places.fill),
        "borderId": String(places.border), "xfId": "0", "quotePrefix": keepsText ? "1" : nil,
        "applyNumberFormat": "1", "applyFont": "1", "applyFill": "1", "applyBorder": "1",
        "applyAlignment": "1", "applyProtection": "1",
      ])
    empty(
      "alignment",
      [
        "horizontal": alignment.horizontal == .general ? nil : alignment.horizontal.rawValue,
        "vertical": alignment.vertical == .bottom ? nil : alignment.vertical.rawValue,
        "textRotation": alignment.rotation == 0 ? nil : String(alignment.rotation),
        "wrapText": alignment.wraps ? "1" : nil,
        "indent": alignment.indent == 0 ? nil : String(alignment.indent),
      ])
    empty(
      "protection", ["locked": style.isLocked ? "1" : "0", "hidden": style.hidesFormula ? "1" : nil])
    close()
  }

  fileprivate mutating func write(_ style: DifferentialStyle) {
    open("dxf")
    if style.color != nil || style.isBold != nil || style.isItalic != nil {
      open("font")
      if let isBold = style.isBold { empty("b", ["val": isBold ? "1" : "0"]) }
      if let isItalic = style.isItalic { empty("i", ["val": isItalic ? "1" : "0"]) }
      if let color = style.color { empty("color", ["rgb": color.hexadecimal]) }
      close()
    }
    if let fill = style.fill {
      open("fill")
      open("patternFill", ["patternType": "solid"])
      empty("fgColor", ["rgb": fill.hexadecimal])
      empty("bgColor", ["rgb": fill.hexadecimal])
      close()
      close()
    }
    close()
  }
}
