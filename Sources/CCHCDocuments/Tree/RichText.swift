/// A piece of running text: in what the code writes `**` and `*` turn bold and italic type on and off and `\` takes
/// the next letter as it is; what is put in is never markup.
package struct RichText: ExpressibleByStringInterpolation, Sendable {
  /// The words as UTF-8 with `TextMark`s among them.
  fileprivate(set) var marked: [UInt8] = []

  /// A text that holds no markup.
  package init(_ text: String) { marked.appendWords(text) }

  /// Markup as the code writes it.
  package init(stringLiteral value: String) { marked.appendMarkup(value) }

  /// Markup with values in it.
  package init(stringInterpolation: Interpolation) { marked = stringInterpolation.marked }

  /// Collects literals as markup and values as words.
  package struct Interpolation: StringInterpolationProtocol {
    fileprivate var marked: [UInt8] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      marked.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    /// Appends markup.
    package mutating func appendLiteral(_ literal: String) { marked.appendMarkup(literal) }

    /// Appends a text that holds no markup.
    package mutating func appendInterpolation(_ text: String) { marked.appendWords(text) }

    /// Appends a whole number in plain digits.
    package mutating func appendInterpolation(_ number: Int) { marked += String(number).utf8 }

    /// Appends a piece as it is.
    package mutating func appendInterpolation(_ text: RichText) { marked += text.marked }
  }

  /// The words without marks, for a cell or a terminal.
  package var plain: String { String(decoding: marked.lazy.filter { !TextMark.holds($0) }, as: UTF8.self) }

  /// Pieces put together, with markup between them.
  package static func joined(_ pieces: [RichText], _ separator: String) -> RichText {
    var result = RichText(stringLiteral: "")
    for (place, piece) in pieces.enumerated() {
      if place > 0 { result.marked.appendMarkup(separator) }
      result.marked += piece.marked
    }
    return result
  }

  /// Appends a further piece.
  package static func += (left: inout RichText, right: RichText) { left.marked += right.marked }
}

/// What stands among the words of a document: control characters, which no text holds.
enum TextMark {
  /// Turn bold and italic type on or off.
  package static let (bold, italic): (UInt8, UInt8) = (1, 2)
  /// Stand around words that came from outside, which a format may have to escape.
  package static let (wordsBegin, wordsEnd): (UInt8, UInt8) = (3, 4)
  /// End a cell of a table, a cell that takes the rest of its row, and a row.
  package static let (cellEnd, wideCellEnd, rowEnd): (UInt8, UInt8, UInt8) = (5, 6, 7)

  package static func holds(_ byte: UInt8) -> Bool { byte < 8 }
}

extension [UInt8] {
  /// Appends a text that holds no markup; line breaks, blanks and control characters become single spaces.
  package mutating func appendWords(_ text: String) {
    append(TextMark.wordsBegin)
    let start = count
    var owesSpace = false
    for byte in text.utf8 {
      if byte <= 0x20 || byte == 0x7F {
        owesSpace = count > start
        continue
      }
      if owesSpace { append(32) }
      append(byte)
      owesSpace = false
    }
    if count > start { append(TextMark.wordsEnd) } else { removeLast() }
  }

  /// Appends what the code writes, with `*`, `**` and `\` as marks.
  fileprivate mutating func appendMarkup(_ literal: String) {
    let source = Array(literal.utf8)
    var place = 0
    while place < source.count {
      let byte = source[place]
      let next = place + 1 < source.count ? source[place + 1] : nil
      if byte == UInt8(ascii: "\\"), let next {
        self += [TextMark.wordsBegin, next, TextMark.wordsEnd]
        place += 2
      } else if byte == UInt8(ascii: "*") {
        append(next == byte ? TextMark.bold : TextMark.italic)
        place += next == byte ? 2 : 1
      } else {
        append(byte)
        place += 1
      }
    }
  }
}
