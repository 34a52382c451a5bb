/// How a sheet is printed, always on A4.
package struct PrintSetup: Sendable {
  package enum Orientation: String, Sendable {
    case portrait
    case landscape
  }

  /// Margins in millimetres.
  package struct Margins: Sendable, Hashable {
    package var top = 20.0
    package var bottom = 20.0
    package var left = 30.0
    package var right = 15.0
    /// From the paper's edge to the header's text.
    package var header = 10.0
    /// From the paper's edge to the footer's text.
    package var footer = 10.0

    package init() {}
  }

  package var orientation = Orientation.portrait
  /// Whether the sheet is made as wide as one page; it may be as many pages long as it takes.
  package var fitsWidth = true
  /// How large it is printed in percent, 10 to 400, where it is not made as wide as a page.
  package var scale = 100
  /// Rows that every page repeats.
  package var repeatedRows: ClosedRange<Int>?
  /// Columns that every page repeats.
  package var repeatedColumns: ClosedRange<Int>?
  /// What is printed; everything where nil.
  package var area: CellArea?
  /// The margins of NĐ 30/2020/NĐ-CP, annex I.
  package var margins = Margins()
  package var isCenteredHorizontally = true
  package var header = HeaderFooter.pageNumber
  package var footer = HeaderFooter()
  /// Whether the first page bears neither header nor footer.
  package var leavesFirstPageOut = true
  /// Rows above which a page begins.
  package var breaksBefore: [Int] = []
  /// Columns left of which a page begins.
  package var columnBreaksBefore: [Int] = []

  package init() {}

  /// The file's form of millimetres: inches.
  static func inches(_ millimetres: Double) -> String { layoutNumber(millimetres / 25.4) }
}

/// The three texts in the margin of each page.
package struct HeaderFooter: Sendable, Hashable {
  package enum Piece: Sendable, Hashable {
    case text(String)
    case pageNumber
    case pageCount
    case sheetName
  }

  package var left: [Piece] = []
  package var center: [Piece] = []
  package var right: [Piece] = []
  /// The size of the letters in points.
  package var size = 13

  package init() {}

  /// The number of the page in the middle, as NĐ 30/2020 wants it in the top margin.
  package static let pageNumber: HeaderFooter = {
    var header = HeaderFooter()
    header.center = [.pageNumber]
    return header
  }()

  /// The codes of ECMA-376 part 1, 18.3.1.39; empty where there is no text.
  var codes: String {
    [("&L", left), ("&C", center), ("&R", right)].map { (side: String, pieces: [Piece]) -> String in
      pieces.isEmpty ? "" : side + "&\"Times New Roman,Regular\"&\(size)" + Self.codes(of: pieces)
    }.joined()
  }

  private static func codes(of pieces: [Piece]) -> String {
    var result = ""
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .text(let text):
        // A digit right after the size would be read as a part of it.
        if index == 0, text.utf8.first.map({ (48...57).contains($0) }) ?? false { result += " " }
        for letter in text.unicodeScalars { result += letter == "&" ? "&&" : String(letter) }
      case .pageNumber: result += "&P"
      case .pageCount: result += "&N"
      case .sheetName: result += "&A"
      }
    }
    return result
  }
}
