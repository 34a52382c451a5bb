import CCHCOffice

extension DocumentTree {
  /// The document as Markdown, the text of record: blocks that a blank line parts.
  package var markdown: [UInt8] {
    var renderer = MarkdownRenderer()
    for block in blocks { renderer.write(block) }
    return renderer.bytes
  }
}

/// Writes the blocks of a document as Markdown.
private struct MarkdownRenderer {
  private(set) var bytes: [UInt8] = []
  private var followsItem = false

  mutating func write(_ block: DocumentTree.Block) {
    switch block {
    case .head(let head): write(head)
    case .title(let text): line("# ", text)
    case .subject(let text): line("", "**\(text)**")
    case .heading(let level, let text): line(String(repeating: "#", count: level) + " ", text)
    case .annex(let label, let title): line("## ", title.map { "\(label). \($0)" } ?? label)
    case .part: break
    case .paragraph(.item, let text): line("- ", text, isItem: true)
    case .paragraph(.notice, let text): line("> ", text)
    case .paragraph(_, let text): line("", text)
    case .table(let table): write(table)
    case .signature(let signature): write(signature)
    }
  }

  private mutating func beginBlock(isItem: Bool = false) {
    if !bytes.isEmpty, !(isItem && followsItem) { bytes.append(10) }
    followsItem = isItem
  }

  private mutating func line(_ prefix: String, _ text: RichText, isItem: Bool = false) {
    beginBlock(isItem: isItem)
    bytes += prefix.utf8
    append(text.marked[...])
    bytes.append(10)
  }

  /// Appends words with their marks as Markdown.
  private mutating func append(_ marked: ArraySlice<UInt8>) {
    var place = marked.startIndex
    while place < marked.endIndex {
      switch marked[place] {
      case TextMark.bold: bytes += "**".utf8
      case TextMark.italic: bytes += "*".utf8
      case TextMark.wordsBegin:
        let start = place + 1
        while marked[place] != TextMark.wordsEnd { place += 1 }
        bytes.appendEscaped(marked[start..<place])
      case let byte: bytes.append(byte)
      }
      place += 1
    }
  }

  // MARK: Tables

  private mutating func write(_ table: DocumentTable) {
    beginBlock()
    for column in table.columns { cell(column.heading.marked[...]) }
    bytes.append(10)
    for column in table.columns { rule(column) }
    bytes.append(10)
    var start = 0
    var column = 0
    for place in table.cells.indices {
      let mark = table.cells[place]
      guard mark >= TextMark.cellEnd, mark <= TextMark.rowEnd else { continue }
      if mark == TextMark.rowEnd {
        bytes.append(10)
        column = 0
      } else {
        cell(table.cells[start..<place])
        column += 1
        while mark == TextMark.wideCellEnd, column < table.columns.count {
          cell([])
          column += 1
        }
      }
      start = place + 1
    }
  }

  private mutating func cell(_ marked: ArraySlice<UInt8>) {
    if bytes.last == 10 || bytes.isEmpty { bytes.append(UInt8(ascii: "|")) }
    bytes.append(32)
    append(marked)
    bytes += " |".utf8
  }

  /// The dashes under a column's heading; their count tells converters how wide the column is.
  private mutating func rule(_ column: TableColumn) {
    if bytes.last == 10 { bytes.append(UInt8(ascii: "|")) }
    if column.alignment == .center { bytes.append(UInt8(ascii: ":")) }
    for _ in 0..<max(column.width, 3) { bytes.append(UInt8(ascii: "-")) }
    if column.alignment != .left { bytes.append(UInt8(ascii: ":")) }
    bytes.append(UInt8(ascii: "|"))
  }

  // MARK: Head and signature

  /// Two columns of lines; a heading row without text makes converters set a table without rules.
  private mutating func columns(
    _ columns: [TableColumn], _ left: [RichText], _ right: [RichText]
  ) {
    var rows = TableRows()
    for line in 0..<max(left.count, right.count) {
      rows.cell(line < left.count ? left[line] : "")
      rows.cell(line < right.count ? right[line] : "")
      rows.endRow()
    }
    write(DocumentTable(columns: columns, cells: rows.cells))
  }

  private mutating func write(_ head: PaperHead) {
    // An issuer without a superior stands beside the first line.
    let issuer: RichText = "**\(head.shownIssuer)**"
    let issuers: [RichText] = head.superior.isEmpty ? [issuer, ""] : ["\(head.superior)", issuer]
    var left = issuers + ["———", "Số: \(head.number)"]
    if let subject = head.subject { left.append("V/v \(subject)") }
    let right: [RichText] = [
      "**\(PaperHead.nation)**", "**\(PaperHead.motto)**", "———————————",
      head.dateLine.map { "*\($0)*" } ?? "",
    ]
    columns([TableColumn("", width: 40, .center), TableColumn("", width: 60, .center)], left, right)
  }

  private mutating func write(_ signature: Signature) {
    var left = signature.left?.lines ?? []
    if !signature.recipients.isEmpty { left += [Signature.recipientHeading] + signature.recipients }
    let alignment: TableColumn.Alignment = signature.recipients.isEmpty ? .center : .left
    columns(
      [TableColumn("", width: 50, alignment), TableColumn("", width: 50, .center)], left,
      signature.right.lines)
  }
}
