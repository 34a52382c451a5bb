import CCHCCriteria
import CCHCCycle
import CCHCFiles
import CCHCForms
import CCHCOutputs
import CCHCPapers
import CCHCScoring
import CCHCTables
import Foundation
import Testing

/// The lists of columns in the format documents, made from the catalogue of tables.
///
/// A page has a table's columns between `<!-- table agencies.csv -->` and `<!-- end -->`.
@Suite("The format documents and the catalogue of tables")
struct TableDocumentsTests {
  private static let catalogue = setTables + roundTables + [InboxColumn.schema] + ReportTables.all

  /// The pages of each language.
  private static let pages: [Language: [String]] = [
    .english: ["docs/formats.md"], .vietnamese: ["docs/bang-du-lieu.md", "docs/bang-chu-trinh.md"],
  ]

  private static let close = "<!-- end -->"

  /// The table whose columns a line begins; nil for any other line.
  private static func file(in line: String) -> String? {
    line.wholeMatch(of: /<!-- table (.+) -->/).map { String($0.1) }
  }

  @Test(
    "Every table of the catalogue is in the pages of a language, once, as it is declared; RECORD=1 writes them",
    arguments: [Language.english, .vietnamese])
  func pagesListColumns(_ language: Language) throws {
    var found: [String] = []
    for page in Self.pages[language] ?? [] {
      let written = try text(page)
      var wanted: [String] = []
      var isInside = false
      for line in written.components(separatedBy: "\n") {
        if let file = Self.file(in: line) {
          let table = try #require(Self.catalogue.first { $0.file == file }, "\(page): \(file)")
          found.append(table.file)
          wanted.append(line)
          wanted += TablePage(table, language).lines
          isInside = true
        }
        if line == Self.close { isInside = false }
        if !isInside { wanted.append(line) }
      }
      #expect(!isInside, "\(page)")
      let made = wanted.joined(separator: "\n")
      if ProcessInfo.processInfo.environment["RECORD"] != nil, made != written {
        try made.write(to: projectFolder.appendingPathComponent(page), atomically: true, encoding: .utf8)
        Issue.record("\(page) was written anew")
      }
      #expect(made == written, "\(page): RECORD=1 writes it anew")
    }
    #expect(found.sorted() == Self.catalogue.map(\.file).sorted())
  }

  @Test("The pages name no table that the catalogue lacks", arguments: [Language.english, .vietnamese])
  func pagesNameNoOtherTable(_ language: Language) throws {
    let known = Set(Self.catalogue.map { $0.file.split(separator: "/").last.map(String.init) ?? "" })
    // Names for any table, files of a command's own choice, and lists that are shown to people alone.
    let others: Set<String> = ["x.csv", "*.csv", "ho-so-2025.csv", "tinh-hinh.csv"]
    for page in Self.pages[language] ?? [] {
      for match in try text(page).matches(of: /`([^`\s]*\/)?([a-z_0-9*\-]+\.csv)`/) {
        let name = String(match.2)
        #expect(known.contains(name) || others.contains(name), "\(page): \(match.0)")
      }
    }
  }

  @Test("The default that a key of set.csv declares is what holds without it")
  func defaultsHold() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("cchc-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    func settings(_ rows: [String]) throws -> String {
      let table = (["khóa,giá trị", "name,Bộ", "legal_basis,QĐ"] + rows).joined(separator: "\n")
      try Data(table.utf8).write(to: folder.appendingPathComponent("set.csv"))
      let outcome = SetLoader.load(folder.path, code: "bo", makesStamps: false)
      #expect(outcome.problems.items.filter { $0.place.file.hasSuffix("set.csv") }.isEmpty)
      return String(describing: outcome.set.settings)
    }
    let rows = SetKey.keys.compactMap { key in key.usual.map { "\(key.name),\($0)" } }
    #expect(rows.count == 8)
    #expect(try settings(rows) == settings([]))
  }

  @Test("English and Vietnamese headings of a table are all different", arguments: catalogue.map(\.file))
  func headingsDiffer(_ file: String) throws {
    let table = try #require(Self.catalogue.first { $0.file == file })
    let headings = table.columns.flatMap { Set([$0.name, $0.vietnamese] + $0.alsoNamed) }
    #expect(Set(headings).count == headings.count)
  }
}

/// What a page says of a table.
private struct TablePage {
  private let table: TableSchema
  private let language: Language

  init(_ table: TableSchema, _ language: Language) { (self.table, self.language) = (table, language) }

  var lines: [String] {
    [caption, ""] + (table.keys.isEmpty ? columns : keys)
  }

  private func words(vi: String, en: String) -> String { language == .vietnamese ? vi : en }

  private func heading(_ column: Column) -> String {
    language == .vietnamese ? column.vietnamese : "`\(column.name)`"
  }

  /// The file, what it is for, its key, and what closing a round does with it.
  private var caption: String {
    var text = "**`\(table.file)`**" + words(vi: " – ", en: ": ") + table.title[language]
    let key = table.columns.filter(\.isKey)
    if table.keys.isEmpty, !key.isEmpty {
      text += words(vi: ". Khóa: ", en: ". Key: ") + key.map(heading).joined(separator: ", ")
    }
    if table.isRequired { text += words(vi: ". Bắt buộc phải có", en: ". It must be there") }
    switch table.stamp {
    case .scores: text += words(vi: ". Bị khóa khi khóa sổ", en: ". Frozen when the round is closed")
    case .after: text += words(vi: ". Không bị khóa khi khóa sổ", en: ". Free after closing")
    case .none: break
    }
    return text + "."
  }

  private var columns: [String] {
    [
      words(
        vi: "| Cột | Tiếng Anh | Nghĩa và giá trị |", en: "| column | Vietnamese | meaning |"),
      "|---|---|---|",
    ]
      + table.columns.map { column in
        let name = column.isRequired ? "**\(heading(column))**" : heading(column)
        let other = language == .vietnamese ? column.name : column.vietnamese
        let also =
          column.alsoNamed.isEmpty
          ? "" : words(vi: " (hoặc ", en: " (also ") + column.alsoNamed.joined(separator: ", ") + ")"
        return row([name, other + also, meaning(column)])
      }
  }

  /// What a column means, with the words that its cells may hold.
  private func meaning(_ column: Column) -> String {
    let words = column.words.map { list in
      list.words.map { word in
        let vietnamese = word.vietnamese.first ?? word.english
        return language == .vietnamese
          ? "`\(vietnamese)` (\(word.english))" : "`\(word.english)` (\(vietnamese))"
      }.joined(separator: ", ")
    }
    return [words, column.meaning[language]].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: "; ")
  }

  private var keys: [String] {
    [words(vi: "| Khóa | Nghĩa | Mặc định |", en: "| key | meaning | default |"), "|---|---|---|"]
      + table.keys.map { key in
        let name = "`\(key.name)" + (key.subject.isEmpty ? "" : "<\(key.subject[language])>") + "`"
        return row([key.isRequired ? "**\(name)**" : name, key.meaning[language], key.usual ?? ""])
      }
  }

  private func row(_ cells: [String]) -> String {
    "| " + cells.map { $0.replacingOccurrences(of: "|", with: "\\|") }.joined(separator: " | ") + " |"
  }
}
