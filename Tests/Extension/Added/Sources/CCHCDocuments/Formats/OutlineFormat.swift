extension DocumentFormat {
  /// The headings of the Markdown, a line each.
  package static let outline = DocumentFormat("txt") { tree in
    Array(tree.markdown.split(separator: 10).filter { $0.first == 35 }.joined(separator: [10])) + [10]
  }
}
