package import CCHCOffice

/// What a test puts into a cell, as a spreadsheet program would write it.
package enum EditedCell {
  case number(String)
  case text(String)
  /// A formula with its value.
  case formula(String, String)
  case error(String)
  case empty

  fileprivate var inner: (type: String, content: String) {
    switch self {
    case .number(let number): ("n", "<v>\(number)</v>")
    case .text(let text): ("inlineStr", "<is><t>\(text.escaped)</t></is>")
    case .formula(let formula, let value): ("n", "<f>\(formula.escaped)</f><v>\(value)</v>")
    case .error(let text): ("e", "<v>\(text)</v>")
    case .empty: ("n", "")
    }
  }
}

/// A workbook with other contents in some cells that it has; their looks stay.
///
/// - Parameters:
///   - bytes: A workbook that this project wrote.
///   - sheet: The sheet by its place, the first one is 1.
///   - changes: The cells by their places, as `D15`.
/// - Returns: The changed workbook.
/// - Throws: `WorkbookFault` where the bytes are no workbook.
package func edited(
  _ bytes: [UInt8], sheet: Int = 1, _ changes: [String: EditedCell]
) throws(WorkbookFault) -> [UInt8] {
  let archive = try ZipArchive(bytes)
  var zip = ZipWriter()
  for name in archive.names {
    guard let part = try archive.part(name) else { continue }
    guard name == "xl/worksheets/sheet\(sheet).xml" else {
      zip.add(name, part)
      continue
    }
    var text = String(decoding: part, as: UTF8.self)
    for (cell, content) in changes { text = text.replacingCell(cell, content) }
    zip.add(name, Array(text.utf8))
  }
  return zip.finish()
}

extension String {
  fileprivate var escaped: String {
    replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }

  /// The sheet with another content in a cell; a cell that it lacks is left out.
  fileprivate func replacingCell(_ cell: String, _ content: EditedCell) -> String {
    guard let start = firstRange(of: "<c r=\"\(cell)\"") else { return self }
    let rest = self[start.lowerBound...]
    guard let open = rest.firstIndex(of: ">") else { return self }
    let isEmpty = rest[..<open].hasSuffix("/")
    let end = isEmpty ? index(after: open) : rest.firstRange(of: "</c>")?.upperBound ?? index(after: open)
    let tag = rest[start.upperBound..<open]
    let style = tag.firstRange(of: " s=\"").map { range -> String in
      let digits = tag[range.upperBound...].prefix { $0 != "\"" }
      return " s=\"\(digits)\""
    }
    let inner = content.inner
    return self[..<start.lowerBound]
      + "<c r=\"\(cell)\"\(style ?? "") t=\"\(inner.type)\">\(inner.content)</c>"
      + self[end...]
  }
}
