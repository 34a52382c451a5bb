extension DocumentFormat {
  /// Word (Office Open XML).
  package static let word = DocumentFormat("docx", textPart: "word/document.xml") { $0.docx }
}
