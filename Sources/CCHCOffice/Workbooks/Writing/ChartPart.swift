import CCHCExact

extension Chart {
  /// The part `xl/charts/chartN.xml` (ECMA-376 part 1, 21.2).
  func part() -> [UInt8] {
    var xml = XMLWriter()
    xml.open(
      "c:chartSpace",
      [
        "xmlns:c": OfficeNamespace.chart, "xmlns:a": OfficeNamespace.drawing,
        "xmlns:r": OfficeNamespace.relations,
      ])
    xml.value("c:roundedCorners", "0")
    xml.open("c:chart")
    xml.open("c:title")
    xml.open("c:tx")
    xml.open("c:rich")
    xml.writeParagraph(title, size: 1300, isBold: true)
    xml.close()
    xml.close()
    xml.value("c:overlay", "0")
    xml.close()
    xml.value("c:autoTitleDeleted", "0")
    xml.open("c:plotArea")
    xml.empty("c:layout")
    writePlot(&xml)
    writeAxes(&xml)
    xml.close()
    if series.count > 1 {
      xml.open("c:legend")
      xml.value("c:legendPos", "b")
      xml.value("c:overlay", "0")
      xml.close()
    }
    xml.value("c:plotVisOnly", "1")
    xml.value("c:dispBlanksAs", "gap")
    xml.close()
    xml.open("c:txPr")
    xml.writeParagraph(nil, size: 1100, isBold: false)
    xml.close()
    xml.close()
    return xml.bytes
  }

  private func writePlot(_ xml: inout XMLWriter) {
    xml.open(kind == .radar ? "c:radarChart" : "c:barChart")
    switch kind {
    case .radar: xml.value("c:radarStyle", "marker")
    case .bars, .columns:
      xml.value("c:barDir", kind == .bars ? "bar" : "col")
      xml.value("c:grouping", "clustered")
    }
    xml.value("c:varyColors", "0")
    for (index, series) in series.enumerated() { write(series, index, &xml) }
    if kind != .radar { xml.value("c:gapWidth", "60") }
    xml.value("c:axId", Self.categoryAxis)
    xml.value("c:axId", Self.valueAxis)
    xml.close()
  }

  private func write(_ series: Series, _ index: Int, _ xml: inout XMLWriter) {
    xml.open("c:ser")
    xml.value("c:idx", String(index))
    xml.value("c:order", String(index))
    xml.open("c:tx")
    xml.element("c:v", series.name)
    xml.close()
    if let color = series.color {
      xml.open("c:spPr")
      if kind == .radar { xml.open("a:ln", ["w": "25400"]) }
      xml.open("a:solidFill")
      xml.empty("a:srgbClr", ["val": color.shortHexadecimal])
      xml.close()
      if kind == .radar { xml.close() }
      xml.close()
    }
    if kind != .radar { xml.value("c:invertIfNegative", "0") }
    if showsValues {
      xml.open("c:dLbls")
      xml.empty("c:numFmt", ["formatCode": format.code, "sourceLinked": "0"])
      for (name, shows) in [
        ("c:showLegendKey", "0"), ("c:showVal", "1"), ("c:showCatName", "0"), ("c:showSerName", "0"),
        ("c:showPercent", "0"), ("c:showBubbleSize", "0"),
      ] {
        xml.value(name, shows)
      }
      xml.close()
    }
    xml.open("c:cat")
    xml.open("c:strRef")
    xml.element("c:f", categoryReference)
    xml.open("c:strCache")
    xml.writePoints(categories)
    xml.close()
    xml.close()
    xml.close()
    xml.open("c:val")
    xml.open("c:numRef")
    xml.element("c:f", series.reference)
    xml.open("c:numCache")
    xml.element("c:formatCode", format.code)
    xml.writePoints(series.values.map { $0.map(Self.text) })
    xml.close()
    xml.close()
    xml.close()
    xml.close()
  }

  private func writeAxes(_ xml: inout XMLWriter) {
    xml.open("c:catAx")
    xml.value("c:axId", Self.categoryAxis)
    xml.open("c:scaling")
    // Lying bars are counted from below unless turned round.
    xml.value("c:orientation", kind == .bars ? "maxMin" : "minMax")
    xml.close()
    xml.value("c:delete", "0")
    xml.value("c:axPos", kind == .bars ? "l" : "b")
    if kind == .radar { xml.empty("c:majorGridlines") }
    xml.value("c:majorTickMark", "none")
    xml.value("c:minorTickMark", "none")
    xml.value("c:tickLblPos", "low")
    xml.value("c:crossAx", Self.valueAxis)
    xml.value("c:crosses", "autoZero")
    xml.value("c:auto", "1")
    xml.value("c:lblAlgn", "ctr")
    xml.value("c:lblOffset", "100")
    xml.value("c:noMultiLvlLbl", "0")
    xml.close()
    xml.open("c:valAx")
    xml.value("c:axId", Self.valueAxis)
    xml.open("c:scaling")
    xml.value("c:orientation", "minMax")
    if let maximum { xml.value("c:max", Self.text(maximum)) }
    if let minimum { xml.value("c:min", Self.text(minimum)) }
    xml.close()
    xml.value("c:delete", "0")
    xml.value("c:axPos", kind == .bars ? "b" : "l")
    xml.empty("c:majorGridlines")
    xml.empty("c:numFmt", ["formatCode": format.code, "sourceLinked": "0"])
    xml.value("c:majorTickMark", "none")
    xml.value("c:minorTickMark", "none")
    xml.value("c:tickLblPos", "nextTo")
    xml.value("c:crossAx", Self.categoryAxis)
    xml.value("c:crosses", kind == .bars ? "max" : "autoZero")
    xml.value("c:crossBetween", "between")
    xml.close()
  }

  private static let categoryAxis = "111111111"
  private static let valueAxis = "222222222"

  private static func text(_ value: Decimal) -> String {
    decimalText(Int128(value.units), decimals: value.scale)
  }
}

/// The part `xl/drawings/drawingN.xml`: where the charts of a sheet lie (ECMA-376 part 1, 20.5).
func drawingPart(_ charts: [Chart]) -> [UInt8] {
  var xml = XMLWriter()
  xml.open("xdr:wsDr", ["xmlns:xdr": OfficeNamespace.sheetDrawing, "xmlns:a": OfficeNamespace.drawing])
  for (index, chart) in charts.enumerated() {
    xml.open("xdr:twoCellAnchor")
    xml.writeCorner("xdr:from", row: chart.area.first.row - 1, column: chart.area.first.column - 1)
    xml.writeCorner("xdr:to", row: chart.area.last.row, column: chart.area.last.column)
    xml.open("xdr:graphicFrame", ["macro": ""])
    xml.open("xdr:nvGraphicFramePr")
    xml.empty("xdr:cNvPr", ["id": String(index + 2), "name": "Chart \(index + 1)", "descr": chart.title])
    xml.empty("xdr:cNvGraphicFramePr")
    xml.close()
    xml.open("xdr:xfrm")
    xml.empty("a:off", ["x": "0", "y": "0"])
    xml.empty("a:ext", ["cx": "0", "cy": "0"])
    xml.close()
    xml.open("a:graphic")
    xml.open("a:graphicData", ["uri": OfficeNamespace.chart])
    xml.empty(
      "c:chart",
      [
        "xmlns:c": OfficeNamespace.chart, "xmlns:r": OfficeNamespace.relations, "r:id": "rId\(index + 1)",
      ])
    xml.close()
    xml.close()
    xml.close()
    xml.empty("xdr:clientData")
    xml.close()
  }
  xml.close()
  return xml.bytes
}

extension XMLWriter {
  fileprivate mutating func value(_ name: String, _ value: String) { empty(name, ["val": value]) }

  fileprivate mutating func writeCorner(_ name: String, row: Int, column: Int) {
    open(name)
    element("xdr:col", String(column))
    element("xdr:colOff", "0")
    element("xdr:row", String(row))
    element("xdr:rowOff", "0")
    close()
  }

  fileprivate mutating func writePoints(_ points: [String?]) {
    empty("c:ptCount", ["val": String(points.count)])
    for (index, point) in points.enumerated() {
      guard let point else { continue }
      open("c:pt", ["idx": String(index)])
      element("c:v", point)
      close()
    }
  }

  /// A paragraph of a title, or only the look of all texts where there is none.
  fileprivate mutating func writeParagraph(_ text: String?, size: Int, isBold: Bool) {
    empty("a:bodyPr")
    empty("a:lstStyle")
    open("a:p")
    open("a:pPr")
    writeFont("a:defRPr", size: size, isBold: isBold)
    close()
    if let text {
      open("a:r")
      writeFont("a:rPr", size: size, isBold: isBold)
      element("a:t", text)
      close()
    } else {
      empty("a:endParaRPr", ["lang": "vi-VN"])
    }
    close()
  }

  private mutating func writeFont(_ name: String, size: Int, isBold: Bool) {
    open(name, ["lang": name == "a:rPr" ? "vi-VN" : nil, "sz": String(size), "b": isBold ? "1" : "0"])
    empty("a:latin", ["typeface": "Times New Roman"])
    empty("a:cs", ["typeface": "Times New Roman"])
    close()
  }
}
