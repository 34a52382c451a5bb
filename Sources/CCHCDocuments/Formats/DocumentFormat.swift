/// A kind of file, by the extension of its name.
package struct FileExtension: Hashable, Sendable {
  /// The extension without its dot, as in `csv`; also the word that `--only` takes.
  package let name: String

  package init(_ name: String) { self.name = name }
}

/// A format in which every document is written.
///
/// A new format is a file with a static member like `DocumentFormat.markdown` and its name in `all`.
package struct DocumentFormat: Sendable {
  /// The kind of the files.
  package let kind: FileExtension
  /// The part of a zipped file that holds the text; nil for a format whose files are plain text.
  package let textPart: String?
  /// Renders a document.
  package let render: @Sendable (DocumentTree) -> [UInt8]

  init(
    _ name: String, textPart: String? = nil, render: @escaping @Sendable (DocumentTree) -> [UInt8]
  ) {
    kind = FileExtension(name)
    self.textPart = textPart
    self.render = render
  }

  /// Every format, in the order in which files are written and named.
  package static let all: [DocumentFormat] = [.word, .markdown]
}
