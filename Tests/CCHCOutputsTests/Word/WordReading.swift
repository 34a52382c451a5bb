import Testing

@testable import CCHCDocuments
@testable import CCHCOffice

/// A part of a Word file as a tree of elements, read by the scanner that reads workbooks.
final class WordElement {
  let name: String
  let attributes: [String: String]
  private(set) var children: [WordElement] = []
  private(set) var text = ""

  private init(_ name: String, _ attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  /// Reads a part; one that is not well-formed throws.
  static func read(_ raw: [UInt8]) throws -> WordElement {
    let bytes = try decodedXML(raw)
    var scanner = XMLScanner()
    let document = WordElement("", [:])
    var open = [document]
    while true {
      switch try scanner.next(in: bytes) {
      case .start:
        var attributes: [String: String] = [:]
        for attribute in scanner.attributes {
          let name = String(
            decoding: bytes[Int(attribute.nameStart)..<Int(attribute.nameEnd)], as: UTF8.self)
          attributes[name] = attribute.value.text(in: bytes)
        }
        let name = Self.names[scanner.name] ?? "?"
        let element = WordElement(name, attributes)
        open.last?.children.append(element)
        open.append(element)
      case .end: open.removeLast()
      case .text: open.last?.text += scanner.text.text(in: bytes)
      case .finished: return try #require(document.children.first)
      }
    }
  }

  /// The scanner keeps names packed; these are the ones that the tests look for.
  private static let names: [XMLName: String] = Dictionary(
    uniqueKeysWithValues: (orders.flatMap(\.value) + Array(orders.keys) + [
      "document", "body", "p", "r", "t", "tbl", "tr", "tc", "trPr", "tblHeader", "cantSplit", "tblGrid",
      "gridCol", "styles", "style", "hdr", "fldSimple", "title", "creator", "language",
    ]).reduce(into: Set<String>()) { $0.insert($1) }.map { (XMLName($0), $0) })

  /// The order in which the schema wants what stands in an element (ECMA-376 part 4, wml.xsd).
  static let orders: [String: [String]] = [
    "pPr": ["pStyle", "keepNext", "numPr", "pBdr", "spacing", "ind", "jc", "outlineLvl", "sectPr"],
    "rPr": ["rFonts", "b", "bCs", "i", "iCs", "caps", "sz", "szCs", "lang"],
    "tblPr": ["tblStyle", "tblW", "tblBorders", "tblLayout", "tblCellMar", "tblLook"],
    "tcPr": ["tcW", "gridSpan", "vAlign"],
    "sectPr": ["headerReference", "type", "pgSz", "pgMar", "pgNumType", "cols", "titlePg"],
  ]

  /// This element and all below it.
  var all: [WordElement] { [self] + children.flatMap(\.all) }

  func all(_ name: String) -> [WordElement] { all.filter { $0.name == name } }

  func first(_ name: String) -> WordElement? { all.first { $0.name == name } }

  /// The words of a paragraph or a cell.
  var words: String { all("t").map(\.text).joined() }

  /// The style of a paragraph.
  var style: String? { first("pStyle")?.attributes["w:val"] }
}

/// A Word file that was read back.
struct WordReading {
  let archive: ZipArchive
  let body: WordElement

  init(_ document: DocumentTree) throws { try self.init(document.docx) }

  init(_ bytes: [UInt8]) throws {
    archive = try ZipArchive(bytes)
    body = try WordElement.read(try #require(try archive.part("word/document.xml")))
  }

  func part(_ name: String) throws -> WordElement {
    try WordElement.read(try #require(try archive.part(name)))
  }

  /// The words of all paragraphs that have some.
  var lines: [String] { body.all("p").map(\.words).filter { !$0.isEmpty } }

  /// The words of the first paragraph of a style.
  func text(_ style: String) -> String? { body.all("p").first { $0.style == style }?.words }
}
