package import CCHCDocuments
import CCHCFiles
package import CCHCScoring
package import CCHCTables

/// How files are written: the kinds that a call asks for, and what does not depend on the round.
package struct OutputOptions: Sendable {
  /// The kinds that are written; files of others are not even made.
  package let kinds: Set<FileExtension>
  /// Decimal mark, delimiter and headings of CSV.
  package let locale: CSVLocale
  /// The number of threads.
  package let jobs: Int
  /// The language of error messages.
  package let wording: Wording
  /// Gets the number of each output file before it is made, and how many there are.
  package var onWrite: (@Sendable (_ number: Int, _ total: Int) -> Void)?

  package init(
    _ kinds: Set<FileExtension>, locale: CSVLocale = .english, jobs: Int = coreCount,
    wording: Wording = Wording(.vietnamese)
  ) {
    (self.kinds, self.locale, self.jobs, self.wording) = (kinds, locale, jobs, wording)
  }
}

/// Writes a piece of a file.
typealias PutPiece = ([UInt8]) throws(FileError) -> Void

/// How the files of an output are made from their subject: a document in every format, or a file of one kind.
struct OutputContent<Subject>: Sendable {
  let kinds: [FileExtension]
  let isDocument: Bool
  /// Gives the content of one subject.
  let bind: @Sendable (Subject) -> OutputFile.Content

  /// A document, in every format.
  static func document(_ make: @escaping @Sendable (Subject) -> DocumentTree) -> OutputContent {
    OutputContent(kinds: DocumentFormat.all.map(\.kind), isDocument: true) { subject in
      .document { make(subject) }
    }
  }

  /// A JSON file.
  static func json(_ make: @escaping @Sendable (Subject) -> [UInt8]) -> OutputContent {
    OutputContent(kinds: [.json], isDocument: false) { subject in .bytes(.json) { _ in make(subject) } }
  }

  /// A CSV file in the locale that is asked for, or always in one.
  static func csv(_ make: @escaping @Sendable (Subject, CSVLocale) -> [UInt8]) -> OutputContent {
    OutputContent(kinds: [.csv], isDocument: false) { subject in .bytes(.csv) { make(subject, $0) } }
  }

  /// A large CSV file, written piece by piece.
  static func csvPieces(
    _ make: @escaping @Sendable (Subject, OutputOptions, PutPiece) throws(FileError) -> Void
  ) -> OutputContent {
    OutputContent(kinds: [.csv], isDocument: false) { subject in
      .pieces(.csv) { (options, put) throws(FileError) in try make(subject, options, put) }
    }
  }

  /// A workbook; nil where it has more rows than a sheet.
  ///
  /// Then CSV is written instead, where the output has it.
  static func xlsx(_ make: @escaping @Sendable (Subject) -> [UInt8]?) -> OutputContent {
    OutputContent(kinds: [.xlsx], isDocument: false) { subject in .bytes(.xlsx) { _ in make(subject) } }
  }
}

/// One file of an output, in each of its kinds, with its subject bound.
struct OutputFile {
  /// Makes a file of the output.
  enum Content {
    case document(() -> DocumentTree)
    /// A file of one kind; nil where it cannot be made in that kind.
    case bytes(FileExtension, (CSVLocale) -> [UInt8]?)
    case pieces(FileExtension, (OutputOptions, PutPiece) throws(FileError) -> Void)
  }

  /// The name below the report folder, without the extension.
  let name: String
  /// Whether it depends on the day of the command.
  let isDated: Bool
  let contents: [Content]
  /// How people fill it in; nil for what nobody changes.
  let filling: BoundFilling?

  /// Makes the file in those kinds for which a closure asks, one after another; a document is composed once.
  ///
  /// - Parameters:
  ///   - options: Locale and threads; its kinds are not looked at.
  ///   - isWanted: Whether the file of a name and kind is made.
  ///   - write: Takes the name of a file and a closure that puts its bytes.
  /// - Returns: Whether a file that was wanted cannot be made in its kind.
  /// - Throws: `FileError` where `write` does.
  @discardableResult
  func make(
    _ options: OutputOptions, where isWanted: (String, FileExtension) -> Bool,
    write: (String, (PutPiece) throws(FileError) -> Void) throws(FileError) -> Void
  ) throws(FileError) -> Bool {
    var isComplete = true
    for content in contents {
      switch content {
      case .document(let compose):
        var document: DocumentTree?
        for format in DocumentFormat.all where isWanted(path(format.kind), format.kind) {
          let tree = document ?? compose()
          document = tree
          try write(path(format.kind)) { put throws(FileError) in try put(format.render(tree)) }
        }
      case .bytes(let kind, let make):
        guard isWanted(path(kind), kind) else { continue }
        guard let bytes = make(options.locale) else {
          isComplete = false
          continue
        }
        try write(path(kind)) { put throws(FileError) in try put(bytes) }
      case .pieces(let kind, let make):
        guard isWanted(path(kind), kind) else { continue }
        try write(path(kind)) { put throws(FileError) in try make(options, put) }
      }
    }
    return isComplete
  }

  /// The kinds of the file.
  var kinds: [FileExtension] {
    contents.flatMap { content in
      switch content {
      case .document: DocumentFormat.all.map(\.kind)
      case .bytes(let kind, _), .pieces(let kind, _): [kind]
      }
    }
  }

  /// The name of the file in a kind.
  func path(_ kind: FileExtension) -> String { "\(name).\(kind.name)" }
}

/// How people fill in one file, with the source of its output bound.
struct BoundFilling {
  let isFilled: ([UInt8], String) -> Bool
  let remedy: Bilingual

  /// Whether a file has been filled in; false where it is not there.
  ///
  /// - Throws: `FileError` where it cannot be read.
  func isFilled(at path: String) throws(FileError) -> Bool {
    guard fileKind(path) == .file else { return false }
    return isFilled(try readFile(path), path)
  }
}

extension FileExtension {
  package static let json = FileExtension("json")
  package static let csv = FileExtension("csv")
  package static let xlsx = FileExtension("xlsx")
}
