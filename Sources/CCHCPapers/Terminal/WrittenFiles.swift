extension [String] {
  /// Files that were written as a message names them, those of one name together: `noi-bo/to-trinh.docx, .md`.
  package var byName: [String] {
    var lines: [String] = []
    var last = ""
    for file in self {
      let kind = file.lastIndex(of: ".") ?? file.endIndex
      let name = String(file[..<kind])
      if name == last, !lines.isEmpty {
        lines[lines.count - 1] += ", \(file[kind...])"
      } else {
        lines.append(file)
      }
      last = name
    }
    return lines
  }
}
