package import CCHCFiles
import CCHCOffice

extension Table {
  /// How the names of workbooks end that tables are read from.
  package static let workbookEnding = ".xlsx"

  /// The hidden sheet by which a form is told from a table.
  package static let formSheet = "_tem"

  /// Whether a file's name says that it is a workbook.
  package static func isWorkbook(_ file: String) -> Bool { file.folded.hasSuffix(workbookEnding) }

  /// Reads the header of a table: from a workbook where the file's name says so, else from delimited text.
  ///
  /// In a workbook it is the sheet that bears the file's name or that of its folder, else the first one.
  ///
  /// - Returns: nil, with the reason reported, where no row can be read.
  package init?(
    contents raw: consuming [UInt8], file: String, schema: TableSchema, problems: inout ProblemList
  ) {
    guard Self.isWorkbook(file) else {
      self.init(raw, file: file, schema: schema, problems: &problems)
      return
    }
    let stem = String(lastPathPart(file).dropLast(Self.workbookEnding.count))
    do throws(WorkbookFault) {
      let text = try SheetText(raw, names: [stem, lastPathPart(parentFolder(file))])
      self.init(text, file: file, schema: schema, problems: &problems)
    } catch {
      problems.append(error.problem(at: Place(file)))
      return nil
    }
  }

  /// Reads the header of a table whose rows came from a sheet.
  private init?(_ text: SheetText, file: String, schema: TableSchema, problems: inout ProblemList) {
    var found = ProblemList()
    defer { problems.append(contentsOf: found) }
    let sheet = SheetPlace(name: text.sheet, surplus: text.surplus)
    if let area = text.merged.first(where: { ($0.first.row...$0.last.row).contains(text.headerRow) }) {
      found.report(
        .sheetHeaderMerged, at: sheet.place(file, row: area.first.row, column: area.first.column),
        .text(area.text))
      return nil
    }
    self.init(
      text: text.bytes, delimiter: SheetText.delimiter, sheet: sheet, file: file, schema: schema,
      problems: &found)
    let hiding = text.merged.filter { area in
      area.first.row > text.headerRow && !text.comments.contains(area.first.row) && hides(area)
    }
    guard let first = hiding.first else { return }
    found.report(
      .sheetCellsMerged, at: sheet.place(file, row: first.first.row, column: first.first.column),
      .text(first.text), .count(hiding.count))
  }

  /// Whether a merged area hides cells of columns that are read.
  private func hides(_ area: CellArea) -> Bool {
    let columns =
      area.first.row == area.last.row
      ? area.first.column + 1..<area.last.column + 1 : area.first.column..<area.last.column + 1
    return header.places.contains { $0.map { columns.contains($0 + 1) } ?? false }
  }
}

/// Where the cells of a table stand in its workbook.
struct SheetPlace: Sendable {
  let name: String
  /// In some rows the first column with content beyond the headings.
  let surplus: [Int: Int]

  /// A cell's place by its row and column as the sheet counts them; the row's without a column.
  func place(_ file: String, row: Int, column: Int?, heading: String? = nil) -> Place {
    var place = Place(file, row: row, column: heading)
    place.sheet = name
    place.cell = column.map { CellPosition(row: row, column: $0).text }
    return place
  }
}
