import CCHCOffice

/// A run of pages that stand alike.
struct WordSection {
  /// The places of its blocks.
  var blocks: Range<Int>
  var isLandscape: Bool
  /// Whether pages are counted anew and the first bears no number: the document itself and each annex.
  let startsCount: Bool

  /// The short and the long side of A4, and the margins, in twips.
  ///
  /// NĐ 30/2020/NĐ-CP allows 20, 15, 20 and 30 mm, from above by the hands of a clock. The page number stands 10 mm
  /// below the edge.
  private static let (short, long) = (11_906, 16_838)
  private static let (top, right, bottom, left, header) = (1134, 850, 1134, 1701, 567)

  /// How wide a line is, in twips.
  var lineWidth: Int { (isLandscape ? Self.long : Self.short) - Self.left - Self.right }

  /// Cuts a document where an annex begins, and where the page turns because a part has wide tables.
  static func sections(of blocks: [DocumentTree.Block]) -> [WordSection] {
    var sections = [WordSection(blocks: 0..<0, isLandscape: false, startsCount: true)]
    for (place, block) in blocks.enumerated() {
      let last = sections.count - 1
      switch block {
      case .annex:
        sections.append(WordSection(blocks: place..<place, isLandscape: false, startsCount: true))
      case .part:
        sections.append(WordSection(blocks: place..<place, isLandscape: false, startsCount: false))
      case .table(let table) where table.isWide: sections[last].isLandscape = true
      default: break
      }
      sections[sections.count - 1].blocks = sections[sections.count - 1].blocks.lowerBound..<place + 1
    }
    return joined(sections)
  }

  /// Parts that stand like those before them are no sections of their own, nor are parts without a block.
  private static func joined(_ sections: [WordSection]) -> [WordSection] {
    var result: [WordSection] = []
    for section in sections where !section.blocks.isEmpty {
      if let last = result.last, !section.startsCount, last.isLandscape == section.isLandscape {
        result[result.count - 1].blocks = last.blocks.lowerBound..<section.blocks.upperBound
      } else {
        result.append(section)
      }
    }
    return result.isEmpty ? Array(sections.prefix(1)) : result
  }

  /// Writes the section's page setup, in the order that the schema asks for.
  func write(_ xml: inout XMLWriter) {
    xml.open("w:sectPr")
    xml.empty("w:headerReference", ["w:type": "default", "r:id": WordFile.headerRelation])
    xml.empty("w:type", ["w:val": "nextPage"])
    xml.empty(
      "w:pgSz",
      [
        "w:w": String(isLandscape ? Self.long : Self.short),
        "w:h": String(isLandscape ? Self.short : Self.long), "w:orient": isLandscape ? "landscape" : nil,
      ])
    xml.empty(
      "w:pgMar",
      [
        "w:top": String(Self.top), "w:right": String(Self.right), "w:bottom": String(Self.bottom),
        "w:left": String(Self.left), "w:header": String(Self.header), "w:footer": String(Self.header),
        "w:gutter": "0",
      ])
    if startsCount { xml.empty("w:pgNumType", ["w:start": "1"]) }
    xml.empty("w:cols", ["w:space": "720"])
    if startsCount { xml.empty("w:titlePg") }
    xml.close()
  }
}
