extension Workbook {
  /// The whole file.
  ///
  /// A workbook needs a sheet that is seen: where there is none, an empty one is added.
  package func written() -> [UInt8] {
    var sheets = namedSheets
    let active = shownSheet(of: sheets)
    var lists = ListSheet()
    for case .list(let items) in sheets.flatMap(\.validations).map(\.rule) { _ = lists.formula(items) }
    if let sheet = lists.sheet { sheets.append(sheet) }

    var zip = ZipWriter()
    zip.add("[Content_Types].xml", contentTypesPart(sheets))
    zip.add(
      "_rels/.rels",
      relationsPart([
        PartRelation("/officeDocument", "xl/workbook.xml"),
        PartRelation(type: OfficeNamespace.coreRelation, "docProps/core.xml"),
        PartRelation("/extended-properties", "docProps/app.xml"),
      ]))
    zip.add("docProps/core.xml", corePart(title: title, creator: creator))
    zip.add("docProps/app.xml", applicationPart())
    zip.add("xl/workbook.xml", workbookPart(sheets, active: active, names: lists.names))
    zip.add(
      "xl/_rels/workbook.xml.rels",
      relationsPart(
        sheets.indices.map { PartRelation("/worksheet", "worksheets/sheet\($0 + 1).xml") }
          + [PartRelation("/styles", "styles.xml")]))
    var styles = styles
    var firstChart = 1
    for place in sheets.indices {
      let sheet = sheets[place]
      zip.addSheet(sheet, number: place + 1, isActive: place == active, &styles, &lists)
      guard !sheet.charts.isEmpty else { continue }
      zip.addDrawing(of: sheet, number: place + 1, firstChart: firstChart)
      firstChart += sheet.charts.count
    }
    for (index, chart) in sheets.flatMap(\.charts).enumerated() {
      zip.add("xl/charts/chart\(index + 1).xml", chart.part())
    }
    // The styles come last, as rows may add some.
    zip.add("xl/styles.xml", styles.part())
    return zip.finish()
  }

  /// The sheets, at least one, with names that are valid and different whatever their case.
  private var namedSheets: [Sheet] {
    var taken: Set<String> = [ListSheet.sheetName]
    var result = sheets
    if result.allSatisfy({ $0.visibility != .visible }) { result.append(Sheet("Sheet", [])) }
    for place in result.indices {
      let name = Sheet.validName(result[place].name)
      var candidate = name
      var count = 1
      while !taken.insert(candidate.lowercased()).inserted {
        count += 1
        let suffix = " (\(count))"
        var short = name
        while short.utf16.count + suffix.utf16.count > Sheet.longestName { short.unicodeScalars.removeLast() }
        candidate = short + suffix
      }
      result[place].name = candidate
    }
    return result
  }

  private func shownSheet(of sheets: [Sheet]) -> Int {
    if let activeSheet, sheets.indices.contains(activeSheet), sheets[activeSheet].visibility == .visible {
      return activeSheet
    }
    return sheets.firstIndex { $0.visibility == .visible } ?? 0
  }

  private func workbookPart(_ sheets: [Sheet], active: Int, names: [DefinedName]) -> [UInt8] {
    var xml = XMLWriter()
    xml.open("workbook", ["xmlns": OfficeNamespace.sheet, "xmlns:r": OfficeNamespace.relations])
    xml.empty("workbookPr", ["defaultThemeVersion": "124226"])
    xml.open("bookViews")
    xml.empty(
      "workbookView",
      [
        "xWindow": "0", "yWindow": "0", "windowWidth": "24000", "windowHeight": "12000",
        "firstSheet": active == 0 ? nil : "0", "activeTab": String(active),
      ])
    xml.close()
    xml.open("sheets")
    for (place, sheet) in sheets.enumerated() {
      xml.empty(
        "sheet",
        [
          "name": sheet.name, "sheetId": String(place + 1),
          "state": sheet.visibility == .visible ? nil : sheet.visibility.rawValue,
          "r:id": "rId\(place + 1)",
        ])
    }
    xml.close()
    let all = (definedNames + names + sheetNames(sheets)).sorted { left, right in
      (left.name.lowercased(), left.sheet ?? -1) < (right.name.lowercased(), right.sheet ?? -1)
    }
    if !all.isEmpty {
      xml.open("definedNames")
      for name in all {
        xml.element(
          "definedName", name.formula,
          [
            "name": name.name, "localSheetId": name.sheet.map { String($0) },
            "hidden": name.isHidden ? "1" : nil,
          ])
      }
      xml.close()
    }
    // The number of the engine that computed the values: Excel computes anew where it is older than itself.
    xml.empty(
      "calcPr", ["calcId": "191029", "fullCalcOnLoad": recalculatesOnOpening ? "1" : nil])
    xml.close()
    return xml.bytes
  }

  /// The names by which sheets find their printed rows, their print area and their filter.
  private func sheetNames(_ sheets: [Sheet]) -> [DefinedName] {
    var names: [DefinedName] = []
    for (place, sheet) in sheets.enumerated() {
      let corner = sheetReference(sheet.name, CellArea(rows: 1...1, columns: 1...1))
      let quoted = corner.dropLast("!$A$1".count)
      let titles = [
        sheet.print.repeatedColumns.map { columns in
          "\(quoted)!$\(columnLetters(columns.lowerBound)):$\(columnLetters(columns.upperBound))"
        }, sheet.print.repeatedRows.map { rows in "\(quoted)!$\(rows.lowerBound):$\(rows.upperBound)" },
      ].compactMap(\.self)
      if !titles.isEmpty {
        names.append(DefinedName("_xlnm.Print_Titles", titles.joined(separator: ","), sheet: place))
      }
      if let area = sheet.print.area {
        names.append(DefinedName("_xlnm.Print_Area", sheetReference(sheet.name, area), sheet: place))
      }
      if let filter = sheet.autoFilter {
        names.append(
          DefinedName(
            "_xlnm._FilterDatabase", sheetReference(sheet.name, filter), sheet: place, isHidden: true))
      }
    }
    return names
  }
}

extension ZipWriter {
  /// Adds a sheet's part.
  fileprivate mutating func addSheet(
    _ sheet: Sheet, number: Int, isActive: Bool, _ styles: inout StyleTable, _ lists: inout ListSheet
  ) {
    let part = SheetPart(sheet: sheet, isActive: isActive, drawing: sheet.charts.isEmpty ? nil : "rId1")
    let tail = part.tail(styles: &styles, lists: &lists)
    begin("xl/worksheets/sheet\(number).xml")
    var rows = RowWriter(self, styles: styles, head: part.head())
    sheet.rows(&rows)
    self = rows.finish(tail: tail, styles: &styles)
    end()
  }

  /// Adds the parts that lead from a sheet to its charts.
  fileprivate mutating func addDrawing(of sheet: Sheet, number: Int, firstChart: Int) {
    add(
      "xl/worksheets/_rels/sheet\(number).xml.rels",
      relationsPart([PartRelation("/drawing", "../drawings/drawing\(number).xml")]))
    add("xl/drawings/drawing\(number).xml", drawingPart(sheet.charts))
    add(
      "xl/drawings/_rels/drawing\(number).xml.rels",
      relationsPart(
        sheet.charts.indices.map { PartRelation("/chart", "../charts/chart\(firstChart + $0).xml") }))
  }
}
