/// For each cell style of a workbook whether it shows numbers as dates.
///
/// - Throws: `WorkbookFault` where the part is damaged.
func stylesOfDates(_ reader: consuming PartReader) throws(WorkbookFault) -> [Bool] {
  var reader = reader
  var ownFormats: [String: Bool] = [:]
  var styles: [Bool] = []
  try reader.root()
  while try reader.nextChild() {
    switch reader.name {
    case .numFmts:
      while try reader.nextChild() {
        if let id = reader.attribute(.numFmtId), let code = reader.attribute(.formatCode) {
          ownFormats[id] = showsDate(code)
        }
        try reader.skip()
      }
    case .cellXfs:
      while try reader.nextChild() {
        let id = reader.attribute(.numFmtId) ?? "0"
        styles.append(ownFormats[id] ?? isBuiltInDate(Int(id) ?? 0))
        try reader.skip()
      }
    default: try reader.skip()
    }
  }
  try reader.finish()
  return styles
}

/// Whether a format that every workbook knows shows a date (ECMA-376 part 1, 18.8.30, with the Asian ones).
private func isBuiltInDate(_ number: Int) -> Bool {
  switch number {
  case 14...17, 22, 27...31, 36, 50...54, 57, 58: true
  default: false
  }
}

/// Whether a format code shows a day; codes for the time of day alone do not.
func showsDate(_ code: String) -> Bool {
  var hasDay = false
  var hasMonth = false
  var hasTime = false
  var isQuoted = false
  var isBracketed = false
  var isSkipped = false
  for letter in code.unicodeScalars {
    if isSkipped {
      isSkipped = false
    } else if isQuoted {
      isQuoted = letter != "\""
    } else if isBracketed {
      isBracketed = letter != "]"
    } else {
      switch letter {
      case "\"": isQuoted = true
      case "[": isBracketed = true
      // The letter after these stands for itself or for a gap of its width.
      case "\\", "_", "*": isSkipped = true
      case "y", "Y", "d", "D": hasDay = true
      case "m", "M": hasMonth = true
      case "h", "H", "s", "S": hasTime = true
      // What follows is for negative numbers, which are no dates.
      case ";": return hasDay || (hasMonth && !hasTime)
      default: break
      }
    }
  }
  return hasDay || (hasMonth && !hasTime)
}

extension XMLName {
  fileprivate static let numFmts = XMLName("numFmts")
  fileprivate static let numFmtId = XMLName("numFmtId")
  fileprivate static let formatCode = XMLName("formatCode")
  fileprivate static let cellXfs = XMLName("cellXfs")
}
