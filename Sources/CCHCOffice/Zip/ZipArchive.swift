import CCHCFiles

/// A ZIP archive that came from elsewhere: its directory is checked whole before any part is unpacked.
package struct ZipArchive: Sendable {
  private let bytes: [UInt8]
  /// The parts by their names in lower case: part names of office documents ignore case.
  private let entries: [String: ZipEntry]
  /// The names of all parts as written, in the order of the directory.
  package let names: [String]

  /// What an archive may hold.
  package enum Limit {
    /// The most parts.
    package static let entries = 10_000
    /// The largest part when unpacked, in bytes: the cells of a table of a million rows take some 250 MB.
    package static let partSize = 400 << 20
    /// The largest sum of all parts when unpacked, in bytes.
    package static let totalSize = 512 << 20
    /// How many times its packed size a part over `ratioSize` may unpack to.
    package static let ratio = 200
    /// Up to this size a part may pack as well as it likes, in bytes.
    package static let ratioSize = 4 << 20
  }

  /// Reads and checks the directory.
  ///
  /// - Throws: `WorkbookFault` where the bytes are no whole archive, or one that must not be opened.
  package init(_ bytes: [UInt8]) throws(WorkbookFault) {
    let list = try ZipDirectory(bytes.span).entries
    var entries: [String: ZipEntry] = [:]
    var total = 0
    for entry in list {
      try Self.check(entry)
      total += entry.size
      guard total <= Limit.totalSize else { throw WorkbookFault(.archiveTooLarge) }
      guard entries.updateValue(entry, forKey: entry.name.lowercased()) == nil else {
        throw WorkbookFault(.archivePartTwice, .text(entry.name))
      }
    }
    try checkApart(list)
    self.bytes = bytes
    self.entries = entries
    names = list.map(\.name)
  }

  private static func check(_ entry: ZipEntry) throws(WorkbookFault) {
    guard !entry.isEncrypted else { throw WorkbookFault(.workbookEncrypted) }
    let parts = entry.name.split(separator: "/", omittingEmptySubsequences: false)
    let isDrive = parts.first?.hasSuffix(":") ?? false
    guard !entry.name.isEmpty, !entry.name.hasPrefix("/"), !parts.contains(".."), !isDrive,
      !entry.name.utf8.contains(0)
    else { throw WorkbookFault(.archivePartName, .text(entry.name)) }
    guard entry.size <= Limit.partSize,
      entry.size <= Limit.ratioSize || entry.size / Limit.ratio <= entry.packedSize
    else { throw WorkbookFault(.archiveTooLarge) }
  }

  /// Whether there is a part of that name.
  package func contains(_ name: String) -> Bool { entries[name.lowercased()] != nil }

  /// The size that a part has when unpacked, nil where there is none of that name.
  package func size(of name: String) -> Int? { entries[name.lowercased()]?.size }

  /// The unpacked bytes of a part, nil where there is none of that name.
  ///
  /// - Throws: `WorkbookFault` where the part is damaged or packed in an unknown way.
  package func part(_ name: String) throws(WorkbookFault) -> [UInt8]? {
    guard let entry = entries[name.lowercased()] else { return nil }
    let packed = bytes.span.extracting(entry.data)
    var part: [UInt8]?
    switch entry.method {
    case 0 where entry.packedSize == entry.size: part = Array(bytes[entry.data])
    case 0: part = nil
    case 8: part = inflated(packed, size: entry.size)
    default: throw WorkbookFault(.archiveMethod, .text(entry.name))
    }
    guard let part, checksum(part.span) == entry.checksum else {
      throw WorkbookFault(.archiveDamaged, .text(entry.name))
    }
    return part
  }
}

/// Checks that the first part begins the file, as no document hides behind a program, and that no two overlap.
private func checkApart(_ entries: [ZipEntry]) throws(WorkbookFault) {
  guard entries.isEmpty || entries.contains(where: { $0.headerOffset == 0 }) else {
    throw WorkbookFault(.archiveDamaged, .text("ZIP"))
  }
  var end = 0
  for entry in entries.sorted(by: { $0.headerOffset < $1.headerOffset }) {
    guard entry.headerOffset >= end else { throw WorkbookFault(.archiveOverlap, .text(entry.name)) }
    end = entry.data.upperBound
  }
}
