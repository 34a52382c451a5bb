import CCHCFiles
package import Foundation

/// Copies criteria sets and rounds of the checkout into a folder, with all their tables as workbooks where asked for.
package struct ConvertedProject {
  package let folder: TemporaryFolder

  /// Copies rounds with the sets beside them; without a typing the tables stay CSV.
  ///
  /// - Throws: what the file system does.
  package init(rounds: [String], from project: URL, typing: CellTyping?) throws {
    folder = try TemporaryFolder()
    let files = FileManager.default
    let target = URL(fileURLWithPath: folder.path)
    try files.createDirectory(
      at: target.appendingPathComponent("evidence"), withIntermediateDirectories: true)
    for name in ["criteria"] + rounds.map({ "evidence/" + $0 }) {
      try files.copyItem(at: project.appendingPathComponent(name), to: target.appendingPathComponent(name))
    }
    for round in rounds {
      // What is closed is compared with the digests of its CSV files.
      for name in ["closing.csv", "closed"] {
        try? files.removeItem(at: target.appendingPathComponent("evidence/\(round)/\(name)"))
      }
    }
    if let typing { try convert(typing) }
  }

  /// Puts a workbook in the place of each table; registers that name a table's digest name that of the workbook.
  private func convert(_ typing: CellTyping) throws {
    var digests: [String: String] = [:]
    let names = (FileManager.default.subpaths(atPath: folder.path) ?? []).filter { $0.hasSuffix(".csv") }
    let registers = names.filter { $0.hasSuffix("submissions.csv") }
    for name in names.filter({ !registers.contains($0) }).sorted() + registers {
      let path = folder.path(name)
      let bytes = [UInt8](FileManager.default.contents(atPath: path) ?? Data())
      var text = String(decoding: bytes, as: UTF8.self)
      if registers.contains(name) {
        for (old, new) in digests { text = text.replacingOccurrences(of: old, with: new) }
      }
      let book = workbook(csv: text, typing: typing)
      digests[sha256(bytes)] = sha256(book)
      try folder.write(book, to: name.dropLast(4) + ".xlsx")
      try FileManager.default.removeItem(atPath: path)
    }
  }
}
