package import CCHCFiles

/// A column of a table: its headings, what its cells hold and what they mean.
///
/// A table refines a shared column where it declares it:
///
///     Column.criterion.required.key.meaning(vi: "có thể là tiêu chí cha", en: "a leaf or a parent")
package struct Column: Sendable {
  /// What the cells of a column hold.
  package enum Content: Sendable {
    case text
    /// A code: a text, whatever it looks like. Workbooks format its cells as Text.
    case code
    case count
    case number
    case date
    /// One word of a fixed list.
    case word(WordList)
  }

  /// The English heading, lower case.
  package let name: String
  /// The Vietnamese heading that outputs and documents use.
  package private(set) var vietnamese: String
  /// Further headings under which the column is read.
  package private(set) var alsoNamed: [String] = []
  package let content: Content
  /// Whether a table without this column is not read.
  package private(set) var isRequired = false
  /// Whether two rows with the same cells in the key columns are a repetition or a conflict.
  package private(set) var isKey = false
  /// What a cell means, for the documents; empty where the heading says it all.
  package private(set) var meaning = Bilingual("")

  /// A column that a table may have, not a part of its key.
  package init(_ name: String, _ vietnamese: String, _ content: Content = .text) {
    (self.name, self.vietnamese, self.content) = (name, vietnamese, content)
  }

  /// The column as one that every file of the table has.
  package var required: Column { changed { $0.isRequired = true } }

  /// The column as a part of the table's key.
  package var key: Column { changed { $0.isKey = true } }

  /// The column with what its cells mean.
  package func meaning(vi: String, en: String) -> Column { changed { $0.meaning = Bilingual(vi, en) } }

  /// The column under another Vietnamese heading; the one that it had is read as well.
  package func headed(_ vietnamese: String) -> Column {
    changed {
      $0.alsoNamed.append($0.vietnamese)
      $0.vietnamese = vietnamese
    }
  }

  /// The column with a further heading under which it is read.
  package func also(_ heading: String) -> Column { changed { $0.alsoNamed.append(heading) } }

  /// The words that a cell may hold; nil where they are no fixed list.
  package var words: WordList? { if case .word(let list) = content { list } else { nil } }

  private func changed(_ change: (inout Column) -> Void) -> Column {
    var column = self
    change(&column)
    return column
  }
}

/// The columns of a table: each case is a column, its raw value the column's index in the table's schema.
///
/// A reader asks a row for a cell by the case, so that the index and the column are declared once.
package protocol DeclaredColumn: RawRepresentable<Int>, CaseIterable, Sendable {
  /// The column's headings, content and meaning.
  var column: Column { get }
}

extension DeclaredColumn {
  /// The columns in the order of their indices.
  package static var columns: [Column] { allCases.map(\.column) }

  /// The Vietnamese heading.
  package var heading: String { column.vietnamese }
}
