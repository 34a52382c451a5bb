extension DocumentFormat {
  /// Markdown, the text of record.
  package static let markdown = DocumentFormat("md") { $0.markdown }
}
