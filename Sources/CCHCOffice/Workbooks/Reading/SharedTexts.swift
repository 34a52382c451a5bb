import CCHCFiles

/// The texts that the cells of a workbook share.
///
/// - Throws: `WorkbookFault` where the part is damaged or has more texts than cells are read.
func sharedTexts(_ reader: consuming PartReader) throws(WorkbookFault) -> [String] {
  var reader = reader
  var texts: [String] = []
  try reader.root()
  while try reader.nextChild() {
    guard reader.name == .si else {
      try reader.skip()
      continue
    }
    texts.append(try reader.richText())
    guard texts.count <= SheetCells.mostCells else {
      throw WorkbookFault(.workbookTooManyCells, .text(reader.part), .count(SheetCells.mostCells))
    }
  }
  try reader.finish()
  return texts
}

extension PartReader {
  /// The text of a shared or inline string that has just started: its runs joined, without reading aids.
  mutating func richText() throws(WorkbookFault) -> String {
    var text = ""
    while try nextChild() {
      switch name {
      case .t: text += try cellText()
      case .r:
        while try nextChild() {
          if name == .t { text += try cellText() } else { try skip() }
        }
      // Phonetic runs say how the text is read out; they are no part of it.
      default: try skip()
      }
    }
    return text
  }

  /// The text of the element that has just started, with `_x0001_` taken for the character that it stands for.
  mutating func cellText() throws(WorkbookFault) -> String {
    let text = try elementText()
    return text.utf8.contains(UInt8(ascii: "_")) ? withoutEscapes(text) : text
  }
}

/// Replaces each `_xHHHH_` by its character (ECMA-376 part 1, 22.9.2.19).
private func withoutEscapes(_ text: String) -> String {
  let scalars = [Unicode.Scalar](text.unicodeScalars)
  var result = String.UnicodeScalarView()
  var index = 0
  while index < scalars.count {
    if scalars[index] == "_", index + 6 < scalars.count, scalars[index + 1] == "x",
      scalars[index + 6] == "_", let scalar = escaped(scalars[index + 2...index + 5])
    {
      result.append(scalar)
      index += 7
    } else {
      result.append(scalars[index])
      index += 1
    }
  }
  return String(result)
}

/// The character of four hexadecimal digits, nil where they are none or half a pair.
private func escaped(_ digits: ArraySlice<Unicode.Scalar>) -> Unicode.Scalar? {
  guard digits.allSatisfy({ $0.properties.isASCIIHexDigit }) else { return nil }
  var text = String.UnicodeScalarView()
  text.append(contentsOf: digits)
  return UInt32(String(text), radix: 16).flatMap { Unicode.Scalar($0) }
}

extension XMLName {
  fileprivate static let si = XMLName("si")
  fileprivate static let t = XMLName("t")
  fileprivate static let r = XMLName("r")
}
