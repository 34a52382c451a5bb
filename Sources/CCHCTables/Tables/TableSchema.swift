package import CCHCFiles

/// A table: its file, its columns or keys, and what the product does with it.
package struct TableSchema: Sendable {
  /// The part of the stamp in results.json that a file belongs to; closing a round freezes `scores`.
  package enum Stamp: Sendable {
    /// The scores come from it.
    case scores
    /// It comes after the scores.
    case after
    /// No output comes from it, or it is an output.
    case none
  }

  /// The file below its folder: `agencies.csv`, or `self/*.csv` where a folder holds any number of them.
  package let file: String
  /// What the rows are, for the documents.
  package let title: Bilingual
  package let columns: [Column]
  /// The keys of a key-value table; empty for any other.
  package let keys: [TableKey]
  /// Whether the folder must have the file.
  package let isRequired: Bool
  package let stamp: Stamp
  /// Headings that a table must not have, in comment columns either; nil where any may stand.
  package var refusal: Refusal?
  /// For each column every heading under which it is read, folded.
  let names: [[String]]

  /// A table of rows.
  package init(
    _ file: String, _ columns: [Column], title: Bilingual = Bilingual(""), isRequired: Bool = false,
    stamp: Stamp = .none
  ) {
    self.init(file, columns, keys: [], title, isRequired, stamp)
  }

  /// A table of keys and values.
  package init(
    _ file: String, keys: [TableKey], title: Bilingual, isRequired: Bool = false, stamp: Stamp = .none
  ) {
    self.init(file, KeyValueColumn.columns, keys: keys, title, isRequired, stamp)
  }

  private init(
    _ file: String, _ columns: [Column], keys: [TableKey], _ title: Bilingual, _ isRequired: Bool,
    _ stamp: Stamp
  ) {
    (self.file, self.columns, self.keys, self.title) = (file, columns, keys, title)
    (self.isRequired, self.stamp) = (isRequired, stamp)
    names = columns.map { column in
      ([column.vietnamese] + column.alsoNamed + [column.name]).map(\.folded)
    }
  }

  /// Headings for which a table is not read at all.
  package struct Refusal: Sendable {
    let code: ProblemCode
    /// Whether a folded heading is refused.
    let isRefused: @Sendable (String) -> Bool

    package init(_ code: ProblemCode, _ isRefused: @escaping @Sendable (String) -> Bool) {
      self.code = code
      self.isRefused = isRefused
    }
  }

  /// The folder that holds the files of the table; nil for a single file.
  package var folder: String? { file.hasSuffix("/*.csv") ? String(file.dropLast("/*.csv".count)) : nil }

  /// The Vietnamese headings, for a table that the product writes.
  package var headings: [String] { columns.map(\.vietnamese) }

  /// The headings of the columns that a file must have, for a message.
  var requiredHeadings: ProblemArgument {
    .list(columns.filter(\.isRequired).map { .phrase(vi: $0.vietnamese, en: $0.name) }, .comma)
  }

  /// The index of a column by any of its headings, nil where there is none.
  func index(of heading: String) -> Int? {
    let folded = heading.folded
    return names.firstIndex { $0.contains(folded) }
  }
}
