package import CCHCExact
import CCHCFiles

/// A workbook that came from elsewhere; its sheets are read when they are asked for.
package struct WorkbookFile: Sendable {
  /// A sheet as the workbook lists it.
  package struct Entry: Sendable, Hashable {
    package let name: String
    package let visibility: Sheet.Visibility
    fileprivate let part: String
  }

  /// The sheets with cells, in the order of their tabs, hidden ones among them.
  package let sheets: [Entry]
  /// The names of the workbook, with the place of their sheet among all tabs where they belong to one.
  package let definedNames: [DefinedName]
  /// How the workbook counts days.
  package let dates: DateSystem
  private let document: OfficePackage
  private let texts: [String]
  private let dateStyles: [Bool]

  /// Opens a workbook.
  ///
  /// - Throws: `WorkbookFault` where it is damaged, dangerous, or no workbook.
  package init(_ bytes: [UInt8]) throws(WorkbookFault) {
    let document = try OfficePackage(bytes)
    let main = try document.mainPart()
    let leads = try document.leads(of: main)
    var list = WorkbookList()
    var reader = try document.reader(of: main)
    try list.read(&reader)

    var entries: [Entry] = []
    let places = Dictionary(leads.map { ($0.id, $0) }) { first, _ in first }
    var taken: Set<String> = []
    for sheet in list.sheets {
      guard let lead = places[sheet.relation], lead.kind == "worksheet" else { continue }
      // So that a small file cannot ask for the same sheet a million times.
      guard taken.insert(lead.target.lowercased()).inserted else {
        throw WorkbookFault(.workbookSheetTwice, .text(lead.target))
      }
      entries.append(Entry(name: sheet.name, visibility: sheet.visibility, part: lead.target))
    }
    guard !entries.isEmpty else { throw WorkbookFault(.workbookWithoutSheets) }
    self.document = document
    sheets = entries
    definedNames = list.names
    dates = list.dates
    texts =
      try leads.first { $0.kind == "sharedStrings" }.map { lead throws(WorkbookFault) in
        try sharedTexts(document.reader(of: lead.target, mostBytes: OfficePackage.mostBytesKept))
      } ?? []
    dateStyles =
      try leads.first { $0.kind == "styles" }.map { lead throws(WorkbookFault) in
        try stylesOfDates(document.reader(of: lead.target))
      } ?? []
  }

  /// Reads a sheet.
  ///
  /// - Throws: `WorkbookFault` where it is damaged or has more cells than are read.
  package func read(
    _ entry: Entry, mostCells: Int = SheetCells.mostCells
  ) throws(WorkbookFault) -> SheetCells {
    var sheet = try reader(of: entry, mostBytes: OfficePackage.mostBytesKept)
    sheet.mostCells = mostCells
    return try sheet.read()
  }

  /// Reads a sheet row by row, so that its cells are never all in memory, and gives the merged areas.
  ///
  /// `take` gets each row that holds something, from top to bottom, with its cells from left to right.
  ///
  /// - Throws: `WorkbookFault` where the sheet is damaged, its rows do not ascend, or `take` throws one.
  package func readRows(
    of entry: Entry, _ take: (_ row: Int, _ cells: [ReadCell]) throws(WorkbookFault) -> Void
  ) throws(WorkbookFault) -> [CellArea] {
    var sheet = try reader(of: entry, mostBytes: ZipArchive.Limit.partSize)
    return try sheet.readRows(take)
  }

  private func reader(of entry: Entry, mostBytes: Int) throws(WorkbookFault) -> SheetReader {
    SheetReader(
      try document.reader(of: entry.part, mostBytes: mostBytes), name: entry.name, texts: texts,
      dateStyles: dateStyles, dates: dates)
  }

  /// Reads the sheet of a name, whatever its case.
  ///
  /// - Throws: `WorkbookFault` where there is none, or it cannot be read.
  package func read(named name: String) throws(WorkbookFault) -> SheetCells {
    guard let entry = sheets.first(where: { $0.name.folded == name.folded }) else {
      throw WorkbookFault(.workbookSheetMissing, .text(name))
    }
    return try read(entry)
  }
}

/// How a workbook counts days.
package enum DateSystem: Sendable {
  /// Day 1 is 1 January 1900, and day 60 never was.
  case from1900
  /// Day 0 is 1 January 1904.
  case from1904

  /// The calendar day of a number, nil where there is none or it lies before March 1900 or after 2199.
  package func day(_ serial: Int) -> Day? {
    let number = self == .from1900 ? serial - 25_569 : serial - 24_107
    return (-25_508...84_005).contains(number) ? Day(number: number) : nil
  }
}

/// What the part `xl/workbook.xml` lists.
private struct WorkbookList {
  struct ListedSheet {
    var name: String
    var visibility: Sheet.Visibility
    var relation: String
  }

  var sheets: [ListedSheet] = []
  var names: [DefinedName] = []
  var dates = DateSystem.from1900

  mutating func read(_ reader: inout PartReader) throws(WorkbookFault) {
    try reader.root()
    while try reader.nextChild() {
      switch reader.name {
      case .workbookPr:
        if reader.isOn(.date1904) { dates = .from1904 }
        try reader.skip()
      case .sheets:
        while try reader.nextChild() {
          sheets.append(
            ListedSheet(
              name: reader.attribute(.name) ?? "",
              visibility: reader.attribute(.state).flatMap { Sheet.Visibility(rawValue: $0) } ?? .visible,
              relation: reader.attribute(.id, prefixed: true) ?? ""))
          try reader.skip()
        }
      case .definedNames:
        while try reader.nextChild() {
          let name = reader.attribute(.name) ?? ""
          let sheet = reader.attribute(.localSheetId).flatMap { Int($0) }
          let isHidden = reader.isOn(.hidden)
          names.append(
            DefinedName(name, try reader.elementText(), sheet: sheet, isHidden: isHidden))
        }
      default: try reader.skip()
      }
    }
    try reader.finish()
  }
}

extension XMLName {
  fileprivate static let workbookPr = XMLName("workbookPr")
  fileprivate static let date1904 = XMLName("date1904")
  fileprivate static let sheets = XMLName("sheets")
  fileprivate static let name = XMLName("name")
  fileprivate static let state = XMLName("state")
  fileprivate static let id = XMLName("id")
  fileprivate static let definedNames = XMLName("definedNames")
  fileprivate static let localSheetId = XMLName("localSheetId")
  fileprivate static let hidden = XMLName("hidden")
}
