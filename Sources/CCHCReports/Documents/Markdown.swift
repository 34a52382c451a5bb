/// A piece of Markdown: what is written in the code is markup, what is put in is escaped.
package struct MarkdownText: ExpressibleByStringInterpolation, Sendable {
  /// The piece as UTF-8.
  fileprivate(set) var bytes: [UInt8] = []

  /// A text in which everything is escaped.
  package init(_ text: String) { bytes.appendEscaped(text) }

  /// Markup as the code writes it.
  package init(stringLiteral value: String) { bytes = Array(value.utf8) }

  /// Markup with escaped values in it.
  package init(stringInterpolation: Interpolation) { bytes = stringInterpolation.bytes }

  /// Collects literals as they are and values escaped.
  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var bytes: [UInt8] = []

    package init(literalCapacity: Int, interpolationCount: Int) { bytes.reserveCapacity(literalCapacity) }

    /// Appends markup.
    package mutating func appendLiteral(_ literal: String) { bytes.append(contentsOf: literal.utf8) }

    /// Appends a text, escaped.
    package mutating func appendInterpolation(_ text: String) { bytes.appendEscaped(text) }

    /// Appends a whole number in plain digits.
    package mutating func appendInterpolation(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }

    /// Appends a piece of Markdown as it is.
    package mutating func appendInterpolation(_ text: MarkdownText) { bytes += text.bytes }
  }

  /// The words without markup, for a cell or a terminal: what was escaped stands as it was written.
  var plain: String {
    var words: [UInt8] = []
    var isEscaped = false
    for byte in bytes {
      if byte == UInt8(ascii: "\\"), !isEscaped {
        isEscaped = true
        continue
      }
      if isEscaped || byte != UInt8(ascii: "*") { words.append(byte) }
      isEscaped = false
    }
    return String(decoding: words, as: UTF8.self)
  }

  /// Pieces put together, with a separator between them.
  package static func joined(_ pieces: [MarkdownText], _ separator: String) -> MarkdownText {
    var result = MarkdownText(stringLiteral: "")
    for (place, piece) in pieces.enumerated() {
      if place > 0 { result.bytes.append(contentsOf: separator.utf8) }
      result.bytes += piece.bytes
    }
    return result
  }

  /// Appends a further piece.
  package static func += (left: inout MarkdownText, right: MarkdownText) { left.bytes += right.bytes }
}

/// How a table's column is headed, aligned and how wide it is against the others.
package struct MarkdownColumn: Sendable {
  /// Where a column's cells stand.
  package enum Alignment: Sendable {
    case left
    case center
    case right
  }

  let heading: MarkdownText
  let width: Int
  let alignment: Alignment

  /// A column; widths are shares of the line, in any unit that the table keeps to.
  package init(_ heading: MarkdownText, width: Int, _ alignment: Alignment = .left) {
    self.heading = heading
    self.width = width
    self.alignment = alignment
  }
}

/// Builds a Markdown document of blocks that a blank line parts.
package struct Markdown: Sendable {
  /// The document so far.
  package private(set) var bytes: [UInt8] = []
  private var followsItem = false

  package init() {}

  private mutating func beginBlock(isItem: Bool = false) {
    if !bytes.isEmpty, !(isItem && followsItem) { bytes.append(10) }
    followsItem = isItem
  }

  private mutating func line(_ prefix: String, _ text: MarkdownText) {
    bytes.append(contentsOf: prefix.utf8)
    bytes += text.bytes
    bytes.append(10)
  }

  /// A heading; 1 is the document's title.
  package mutating func heading(_ level: Int, _ text: MarkdownText) {
    beginBlock()
    line(String(repeating: "#", count: level) + " ", text)
  }

  /// A paragraph of running text.
  package mutating func paragraph(_ text: MarkdownText) {
    beginBlock()
    line("", text)
  }

  /// A paragraph that stands out from those around it.
  package mutating func notice(_ text: MarkdownText) {
    beginBlock()
    line("> ", text)
  }

  /// An item of a list; items that follow each other are one list.
  package mutating func item(_ text: MarkdownText) {
    beginBlock(isItem: true)
    line("- ", text)
  }

  /// A table whose rows a closure writes.
  package mutating func table(_ columns: [MarkdownColumn], _ rows: (inout MarkdownRows) -> Void) {
    beginBlock()
    var table = MarkdownRows(bytes)
    bytes = []
    for column in columns { table.cell(column.heading) }
    table.endRow()
    for column in columns { table.rule(column) }
    table.endRow()
    rows(&table)
    bytes = table.bytes
  }
}

/// Writes the cells of a table.
package struct MarkdownRows: ~Copyable {
  fileprivate var bytes: [UInt8]

  fileprivate init(_ bytes: consuming [UInt8]) { self.bytes = bytes }

  private mutating func endCell() {
    bytes.append(32)
    bytes.append(UInt8(ascii: "|"))
  }

  private mutating func beginCell() {
    if bytes.last == 10 || bytes.isEmpty { bytes.append(UInt8(ascii: "|")) }
    bytes.append(32)
  }

  /// A text, escaped.
  package mutating func cell(_ text: String) {
    beginCell()
    bytes.appendEscaped(text)
    endCell()
  }

  /// A piece of Markdown that holds no bare stroke.
  package mutating func cell(_ text: MarkdownText) {
    beginCell()
    bytes += text.bytes
    endCell()
  }

  /// A whole number.
  package mutating func cell(_ number: Int) {
    beginCell()
    bytes.append(contentsOf: groupedText(number).utf8)
    endCell()
  }

  /// Ends the row.
  package mutating func endRow() { bytes.append(10) }

  /// The dashes under a column's heading; their count tells converters how wide the column is.
  fileprivate mutating func rule(_ column: MarkdownColumn) {
    if bytes.last == 10 { bytes.append(UInt8(ascii: "|")) }
    if column.alignment == .center { bytes.append(UInt8(ascii: ":")) }
    for _ in 0..<max(column.width, 3) { bytes.append(UInt8(ascii: "-")) }
    if column.alignment != .left { bytes.append(UInt8(ascii: ":")) }
    bytes.append(UInt8(ascii: "|"))
  }
}

extension [UInt8] {
  /// Appends a text so that none of its characters is markup, wherever it stands.
  ///
  /// Line breaks and blanks become single spaces, and what would begin a heading, a list or a quotation is
  /// escaped as well.
  fileprivate mutating func appendEscaped(_ text: String) {
    var copy = text
    copy.withUTF8 { source in
      var isStart = true
      var isNumber = true
      var owesSpace = false
      for (place, byte) in source.enumerated() {
        if byte <= 0x20 || byte == 0x7F {
          owesSpace = !isStart
          continue
        }
        if owesSpace { append(32) }
        let endsMarker = place + 1 == source.count || source[place + 1] <= 0x20
        let isMarkup =
          switch byte {
          case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "<"),
            UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "|"), UInt8(ascii: "~"), UInt8(ascii: "$"),
            UInt8(ascii: "^"), UInt8(ascii: "&"), UInt8(ascii: "@"):
            true
          case UInt8(ascii: "#"), UInt8(ascii: ":"), UInt8(ascii: ">"): isStart
          // A sign before a digit is a number's.
          case UInt8(ascii: "+"), UInt8(ascii: "-"):
            isStart && !(place + 1 < source.count && source[place + 1].isDigit)
          case UInt8(ascii: "."), UInt8(ascii: ")"): isNumber && !isStart && endsMarker
          default: false
          }
        if isMarkup { append(UInt8(ascii: "\\")) }
        append(byte)
        isNumber = isNumber && !owesSpace && byte.isDigit
        isStart = false
        owesSpace = false
      }
    }
  }
}

extension UInt8 {
  /// Whether the byte is an ASCII digit.
  fileprivate var isDigit: Bool { (48...57).contains(self) }
}
