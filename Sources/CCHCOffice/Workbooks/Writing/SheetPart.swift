/// The XML of a sheet's part around its rows, in the order that ECMA-376 part 1, 18.3.1.99 prescribes.
struct SheetPart {
  let sheet: Sheet
  /// Whether the sheet is the one that shows when the workbook is opened.
  let isActive: Bool
  /// The relation that leads to the sheet's charts, nil where it has none.
  let drawing: String?

  /// What stands before the rows.
  func head() -> [UInt8] {
    var xml = XMLWriter()
    xml.open("worksheet", ["xmlns": OfficeNamespace.sheet, "xmlns:r": OfficeNamespace.relations])
    xml.open("sheetPr")
    if let color = sheet.tabColor { xml.empty("tabColor", ["rgb": color.hexadecimal]) }
    xml.empty("pageSetUpPr", ["fitToPage": sheet.print.fitsWidth ? "1" : "0"])
    xml.close()
    writeView(&xml)
    xml.empty("sheetFormatPr", ["defaultRowHeight": "15.75"])
    writeColumns(&xml)
    return xml.bytes + Array("<sheetData>".utf8)
  }

  private func writeView(_ xml: inout XMLWriter) {
    xml.open("sheetViews")
    xml.open(
      "sheetView",
      [
        "showGridLines": sheet.showsGridLines ? nil : "0", "tabSelected": isActive ? "1" : nil,
        "zoomScale": sheet.zoom == 100 ? nil : String(sheet.zoom), "workbookViewId": "0",
      ])
    if let corner = sheet.frozenBefore, corner.row > 1 || corner.column > 1 {
      let pane =
        corner.row == 1 ? "topRight" : corner.column == 1 ? "bottomLeft" : "bottomRight"
      xml.empty(
        "pane",
        [
          "xSplit": corner.column > 1 ? String(corner.column - 1) : nil,
          "ySplit": corner.row > 1 ? String(corner.row - 1) : nil, "topLeftCell": corner.text,
          "activePane": pane, "state": "frozen",
        ])
      xml.empty("selection", ["pane": pane, "activeCell": corner.text, "sqref": corner.text])
    }
    xml.close()
    xml.close()
  }

  private func writeColumns(_ xml: inout XMLWriter) {
    guard !sheet.columns.isEmpty else { return }
    xml.open("cols")
    var next = 1
    for column in sheet.columns.sorted(by: { $0.columns.lowerBound < $1.columns.lowerBound }) {
      // A column given twice makes Excel offer a repair.
      let first = max(next, column.columns.lowerBound)
      guard first <= column.columns.upperBound else { continue }
      next = column.columns.upperBound + 1
      xml.empty(
        "col",
        [
          "min": String(first), "max": String(column.columns.upperBound),
          "width": layoutNumber(min(column.width, 255)),
          "style": column.style == .normal ? nil : String(column.style.index),
          "hidden": column.isHidden ? "1" : nil, "customWidth": "1",
        ])
    }
    xml.close()
  }

  /// What stands after the rows.
  func tail(styles: inout StyleTable, lists: inout ListSheet) -> [UInt8] {
    var xml = XMLWriter()
    _ = xml.takeBytes()
    if let protection = sheet.protection { write(protection, &xml) }
    if let filter = sheet.autoFilter { xml.empty("autoFilter", ["ref": filter.text]) }
    if !sheet.merged.isEmpty {
      xml.open("mergeCells", ["count": String(sheet.merged.count)])
      for area in sheet.merged { xml.empty("mergeCell", ["ref": area.text]) }
      xml.close()
    }
    for (index, format) in sheet.conditionalFormats.enumerated() {
      xml.write(format, priority: index + 1, styles: &styles)
    }
    writeValidations(&xml, &lists)
    writePrint(&xml)
    if !sheet.numbersStoredAsText.isEmpty {
      xml.open("ignoredErrors")
      let areas = sheet.numbersStoredAsText.map(\.text).joined(separator: " ")
      xml.empty("ignoredError", ["sqref": areas, "numberStoredAsText": "1"])
      xml.close()
    }
    if let drawing { xml.empty("drawing", ["r:id": drawing]) }
    return Array("</sheetData>".utf8) + xml.bytes + Array("</worksheet>".utf8)
  }

  /// In the file an attribute of 1 forbids, and those of formatting, sorting and filtering are 1 unless said.
  private func write(_ protection: SheetProtection, _ xml: inout XMLWriter) {
    xml.empty(
      "sheetProtection",
      [
        "sheet": "1", "objects": "1", "scenarios": "1",
        "formatCells": protection.allowsFormatting ? "0" : nil,
        "formatColumns": protection.allowsResizing ? "0" : nil,
        "formatRows": protection.allowsResizing ? "0" : nil,
        "selectLockedCells": protection.allowsSelectingLocked ? nil : "1",
        "sort": protection.allowsSorting ? "0" : nil,
        "autoFilter": protection.allowsFiltering ? "0" : nil,
      ])
  }

  private func writeValidations(_ xml: inout XMLWriter, _ lists: inout ListSheet) {
    guard !sheet.validations.isEmpty else { return }
    xml.open("dataValidations", ["count": String(sheet.validations.count)])
    for validation in sheet.validations { xml.write(validation, &lists) }
    xml.close()
  }

  private func writePrint(_ xml: inout XMLWriter) {
    let print = sheet.print
    if print.isCenteredHorizontally { xml.empty("printOptions", ["horizontalCentered": "1"]) }
    xml.empty(
      "pageMargins",
      [
        "left": PrintSetup.inches(print.margins.left), "right": PrintSetup.inches(print.margins.right),
        "top": PrintSetup.inches(print.margins.top), "bottom": PrintSetup.inches(print.margins.bottom),
        "header": PrintSetup.inches(print.margins.header),
        "footer": PrintSetup.inches(print.margins.footer),
      ])
    xml.empty(
      "pageSetup",
      [
        "paperSize": "9",
        "scale": print.fitsWidth || print.scale == 100 ? nil : String(max(10, min(print.scale, 400))),
        "fitToHeight": print.fitsWidth ? "0" : nil,
        "orientation": print.orientation.rawValue,
      ])
    let (header, footer) = (print.header.codes, print.footer.codes)
    if !header.isEmpty || !footer.isEmpty {
      xml.open("headerFooter", ["differentFirst": print.leavesFirstPageOut ? "1" : nil])
      if !header.isEmpty { xml.element("oddHeader", header) }
      if !footer.isEmpty { xml.element("oddFooter", footer) }
      xml.close()
    }
    xml.writeBreaks("rowBreaks", before: print.breaksBefore, length: CellPosition.lastColumn)
    xml.writeBreaks("colBreaks", before: print.columnBreaksBefore, length: CellPosition.lastRow)
  }
}

extension XMLWriter {
  /// Writes where pages end; a break as long as the sheet is wide or high.
  fileprivate mutating func writeBreaks(_ name: String, before places: [Int], length: Int) {
    let breaks = Set(places.filter { $0 > 1 }).sorted()
    guard !breaks.isEmpty else { return }
    open(name, ["count": String(breaks.count), "manualBreakCount": String(breaks.count)])
    for place in breaks {
      empty("brk", ["id": String(place - 1), "max": String(length - 1), "man": "1"])
    }
    close()
  }

  fileprivate mutating func write(_ validation: DataValidation, _ lists: inout ListSheet) {
    let (type, comparison, formulas) = parts(of: validation.rule, &lists)
    open(
      "dataValidation",
      [
        "type": type,
        "errorStyle": validation.strictness == .stop ? nil : validation.strictness.rawValue,
        "operator": comparison == "between" ? nil : comparison,
        "allowBlank": validation.allowsBlank ? "1" : nil,
        "showInputMessage": validation.prompt == nil ? nil : "1", "showErrorMessage": "1",
        "errorTitle": validation.refusal.map { String($0.title.prefix(32)) },
        "error": validation.refusal.map { String($0.text.prefix(255)) },
        "promptTitle": validation.prompt.map { String($0.title.prefix(32)) },
        "prompt": validation.prompt.map { String($0.text.prefix(255)) },
        "sqref": validation.areas.map(\.text).joined(separator: " "),
      ])
    for (index, formula) in formulas.enumerated() { element("formula\(index + 1)", formula) }
    close()
  }

  private func parts(
    of rule: DataValidation.Rule, _ lists: inout ListSheet
  ) -> (type: String, comparison: String?, formulas: [String]) {
    switch rule {
    case .whole(let comparison): ("whole", comparison.name, comparison.operands)
    case .decimal(let comparison): ("decimal", comparison.name, comparison.operands)
    case .date(let comparison): ("date", comparison.name, comparison.operands)
    case .textLength(let comparison): ("textLength", comparison.name, comparison.operands)
    case .list(let items): ("list", nil, [lists.formula(items)])
    case .listOf(let formula): ("list", nil, [formula])
    case .custom(let formula): ("custom", nil, [formula])
    }
  }
}
