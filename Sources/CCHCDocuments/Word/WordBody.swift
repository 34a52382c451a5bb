import CCHCOffice

/// Writes the blocks of a document as the text of a Word file.
struct WordBody {
  var xml = XMLWriter()
  private let isCompact: Bool
  /// How wide a line of the section at hand is, in twips.
  private(set) var lineWidth = 0

  init(isCompact: Bool) { self.isCompact = isCompact }

  /// The part `word/document.xml`.
  mutating func part(of blocks: [DocumentTree.Block]) -> [UInt8] {
    xml.open("w:document", ["xmlns:w": OfficeNamespace.word, "xmlns:r": OfficeNamespace.relations])
    xml.open("w:body")
    let sections = WordSection.sections(of: blocks)
    for (number, section) in sections.enumerated() {
      lineWidth = section.lineWidth
      for place in section.blocks { write(place, blocks) }
      // The setup of the last section stands in the body itself, that of others in their last paragraph.
      if number < sections.count - 1 {
        paragraph(.sectionEnd, properties: { section.write(&$0) })
      } else {
        section.write(&xml)
      }
    }
    xml.close()
    xml.close()
    return xml.bytes
  }

  private mutating func write(_ place: Int, _ blocks: [DocumentTree.Block]) {
    switch blocks[place] {
    case .head(let head): write(head)
    case .title(let text): paragraph(.title, text)
    case .subject(let text): paragraph(.subject, text)
    case .heading(let level, let text):
      paragraph(WordStyle.headings[min(max(level - 2, 0), WordStyle.headings.count - 1)], text)
    case .annex(let label, let title):
      paragraph(.annexLabel, label)
      if let title { paragraph(.annexTitle, title) }
    case .part: break
    case .paragraph(let kind, let text):
      paragraph(style(kind), text, keepsWithNext: leads(place, blocks))
    case .table(let table):
      write(
        WordTable(
          table, lineWidth: lineWidth, isSmall: isCompact || table.isWide,
          keepsWithNext: leads(place, blocks)))
    case .signature(let signature): write(signature)
    }
    if endsTitle(place, blocks) { rule(width: lineWidth / 4, in: lineWidth) }
  }

  private func style(_ kind: DocumentTree.Paragraph) -> WordStyle {
    switch kind {
    case .body: isCompact ? .compactBody : .body
    case .centered: .centered
    case .byline: .byline
    case .addressee: .addressee
    case .notice: .notice
    case .item: isCompact ? .compactItem : .item
    }
  }

  /// Whether a paragraph must stand on the page of what follows it: a table or a list that it announces, a
  /// signature.
  private func leads(_ place: Int, _ blocks: [DocumentTree.Block]) -> Bool {
    guard place + 1 < blocks.count else { return false }
    switch (blocks[place], blocks[place + 1]) {
    case (.paragraph, .table), (_, .signature): return true
    case (.paragraph(.body, let text), .paragraph(.item, _)): return text.plain.hasSuffix(":")
    default: return false
    }
  }

  /// Whether a block is the last of those that say what the document is about, under which a line is drawn.
  private func endsTitle(_ place: Int, _ blocks: [DocumentTree.Block]) -> Bool {
    func isTitle(_ place: Int) -> Bool {
      guard blocks.indices.contains(place) else { return false }
      switch blocks[place] {
      case .subject: return true
      case .paragraph(.byline, _): return isTitle(place - 1)
      default: return false
      }
    }
    return isTitle(place) && !isTitle(place + 1)
  }

  // MARK: Paragraphs

  /// A paragraph of a style.
  mutating func paragraph(_ style: WordStyle, _ text: RichText, keepsWithNext: Bool = false) {
    xml.open("w:p")
    xml.open("w:pPr")
    xml.empty("w:pStyle", ["w:val": style.id])
    if keepsWithNext { xml.empty("w:keepNext") }
    xml.close()
    xml.write { $0.appendRuns(text.marked[...]) }
    xml.close()
  }

  /// A paragraph without words.
  mutating func paragraph(_ style: WordStyle, properties: (inout XMLWriter) -> Void = { _ in }) {
    xml.open("w:p")
    xml.open("w:pPr")
    xml.empty("w:pStyle", ["w:val": style.id])
    properties(&xml)
    xml.close()
    xml.close()
  }

  /// A line in the middle, as wide as is told.
  mutating func rule(width: Int, in available: Int) {
    let margin = String(max(available - width, 0) / 2)
    paragraph(.line) { $0.empty("w:ind", ["w:left": margin, "w:right": margin]) }
  }
}

extension [UInt8] {
  /// Appends words with their marks as runs of letters of one kind.
  mutating func appendRuns(_ marked: ArraySlice<UInt8>) {
    var isBold = false
    var isItalic = false
    var isOpen = false
    for place in marked.indices {
      let byte = marked[place]
      if TextMark.holds(byte) {
        guard byte == TextMark.bold || byte == TextMark.italic else { continue }
        if isOpen { self += "</w:t></w:r>".utf8 }
        isOpen = false
        if byte == TextMark.bold { isBold.toggle() } else { isItalic.toggle() }
        continue
      }
      if !isOpen {
        self += "<w:r>".utf8
        if isBold || isItalic {
          self += "<w:rPr>".utf8
          if isBold { self += "<w:b/><w:bCs/>".utf8 }
          if isItalic { self += "<w:i/><w:iCs/>".utf8 }
          self += "</w:rPr>".utf8
        }
        self += "<w:t xml:space=\"preserve\">".utf8
        isOpen = true
      }
      appendLetter(byte, marked, place)
    }
    if isOpen { self += "</w:t></w:r>".utf8 }
  }

  /// Appends a byte of a text, escaped; U+FFFE and U+FFFF, which XML forbids, are left out.
  private mutating func appendLetter(_ byte: UInt8, _ text: ArraySlice<UInt8>, _ place: Int) {
    switch byte {
    case UInt8(ascii: "&"): self += "&amp;".utf8
    case UInt8(ascii: "<"): self += "&lt;".utf8
    case UInt8(ascii: ">"): self += "&gt;".utf8
    case 0xEF, 0xBF, 0xBE:
      // All three are bytes of other letters too.
      for start in place - 2...place where start >= text.startIndex && start + 2 < text.endIndex {
        if text[start] == 0xEF, text[start + 1] == 0xBF, text[start + 2] >= 0xBE { return }
      }
      append(byte)
    default: append(byte)
    }
  }
}
