/// A document as its blocks; Markdown and Word files are renderings of it.
package struct DocumentTree: Sendable {
  /// The kinds of blocks.
  package enum Block: Sendable {
    /// Issuer, motto, number, place and date.
    case head(PaperHead)
    /// What kind of document it is.
    case title(RichText)
    /// What the document is about.
    case subject(RichText)
    /// A heading of level 2 to 4.
    case heading(Int, RichText)
    /// An annex begins: `Phụ lục I` and its own title.
    case annex(label: RichText, title: RichText?)
    /// Here the page may turn, if the tables from here to the next such place want it.
    case part
    case paragraph(Paragraph, RichText)
    case table(DocumentTable)
    case signature(Signature)
  }

  /// The kinds of paragraphs.
  package enum Paragraph: Sendable {
    case body
    case centered
    /// Says under title and subject which round it is.
    case byline
    /// `Kính gửi: …`
    case addressee
    /// Stands out from what is around it.
    case notice
    /// An item of a list; items that follow each other are one list.
    case item
  }

  /// The document from its beginning to its end.
  private(set) var blocks: [Block] = []
  /// Whether it is to fit one page: its letters are smaller and stand closer.
  package let isCompact: Bool

  package init(isCompact: Bool = false) { self.isCompact = isCompact }

  /// The head of an administrative document; what is not known is left open.
  package mutating func head(_ head: PaperHead) { blocks.append(.head(head)) }

  /// What kind of document it is, or what it shows.
  package mutating func title(_ text: RichText) { blocks.append(.title(text)) }

  /// What the document is about, under its title.
  package mutating func subject(_ text: RichText) { blocks.append(.subject(text)) }

  /// A heading; 2 is the highest level below the document's title, 4 the lowest.
  package mutating func heading(_ level: Int, _ text: RichText) { blocks.append(.heading(level, text)) }

  /// An annex, which begins on a page of its own.
  package mutating func annex(_ label: RichText, _ title: RichText? = nil) {
    blocks.append(.annex(label: label, title: title))
  }

  /// Begins a part whose pages may turn on their side, where its tables are wide.
  package mutating func part() { blocks.append(.part) }

  /// A paragraph of running text.
  package mutating func paragraph(_ text: RichText) { blocks.append(.paragraph(.body, text)) }

  /// A line in the middle of the page.
  package mutating func centered(_ text: RichText) { blocks.append(.paragraph(.centered, text)) }

  /// Which round the document is about, under title and subject.
  package mutating func byline(_ text: RichText) { blocks.append(.paragraph(.byline, text)) }

  /// Whom the document is for: `Kính gửi: …`.
  package mutating func addressee(_ text: RichText) { blocks.append(.paragraph(.addressee, text)) }

  /// A paragraph that stands out from those around it.
  package mutating func notice(_ text: RichText) { blocks.append(.paragraph(.notice, text)) }

  /// An item of a list; items that follow each other are one list.
  package mutating func item(_ text: RichText) { blocks.append(.paragraph(.item, text)) }

  /// A table whose rows a closure writes.
  package mutating func table(_ columns: [TableColumn], _ rows: (inout TableRows) -> Void) {
    var writer = TableRows()
    rows(&writer)
    blocks.append(.table(DocumentTable(columns: columns, cells: writer.cells)))
  }

  /// Who signs and who receives the document.
  package mutating func signature(_ signature: Signature) { blocks.append(.signature(signature)) }
}
