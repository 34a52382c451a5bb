import CCHCFiles

/// An office document that came from elsewhere: its parts and how they lead to one another.
struct OfficePackage: Sendable {
  /// One relation of a part, its target as a part's name.
  struct Lead {
    var id: String
    /// The last word of the relation's type: `worksheet`, `styles` …; the same in both dialects of the format.
    var kind: String
    var target: String
  }

  private let archive: ZipArchive

  /// How an encrypted workbook, and one older than 2007, begins.
  private static let compoundFile: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  /// - Throws: `WorkbookFault` where the bytes are no office document, or one with macros.
  init(_ bytes: [UInt8]) throws(WorkbookFault) {
    guard !bytes.starts(with: Self.compoundFile) else { throw WorkbookFault(.workbookOld) }
    archive = try ZipArchive(bytes)
    for name in archive.names where name.lowercased().hasSuffix("vbaproject.bin") {
      throw WorkbookFault(.workbookMacros)
    }
    try checkContentTypes()
  }

  /// The name of the part that a workbook begins with.
  func mainPart() throws(WorkbookFault) -> String {
    let main = try leads(of: "").first { $0.kind == "officeDocument" }?.target ?? "xl/workbook.xml"
    guard archive.contains(main) else { throw WorkbookFault(.workbookOtherKind) }
    return main
  }

  /// The largest of those parts that hold no cells and no texts, in bytes.
  static let mostBytesBeside = 16 << 20
  /// The largest of those parts whose cells or texts are all kept in memory, in bytes.
  static let mostBytesKept = 100 << 20

  /// A reader of a part.
  ///
  /// - Throws: `WorkbookFault` where the part is missing, damaged or too large.
  func reader(
    of part: String, mostBytes: Int = OfficePackage.mostBytesBeside
  ) throws(WorkbookFault) -> PartReader {
    guard let size = archive.size(of: part) else { throw WorkbookFault(.workbookPartMissing, .text(part)) }
    guard size <= mostBytes else { throw WorkbookFault(.archiveTooLarge) }
    let bytes = try archive.part(part) ?? []
    // UTF-16 is converted, which takes more memory; no program writes a large part in it.
    let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    guard !isUTF16 || size <= Self.mostBytesKept else { throw WorkbookFault(.archiveTooLarge) }
    return try PartReader(bytes, part: part)
  }

  /// The relations of a part, those of the whole package for an empty name; links to elsewhere are left out.
  func leads(of part: String) throws(WorkbookFault) -> [Lead] {
    let folder = part.split(separator: "/").dropLast().map(String.init)
    let name = (folder + ["_rels", lastPathPart(part) + ".rels"]).joined(separator: "/")
    guard archive.contains(name) else { return [] }
    var leads: [Lead] = []
    var reader = try reader(of: name)
    try reader.root()
    while try reader.nextChild() {
      if let id = reader.attribute(.relationID), let type = reader.attribute(.relationType),
        let target = reader.attribute(.relationTarget), reader.attribute(.targetMode) != "External"
      {
        leads.append(
          Lead(id: id, kind: lastPathPart(type), target: Self.resolved(target, from: folder)))
      }
      try reader.skip()
    }
    try reader.finish()
    return leads
  }

  /// The name of the part that a target means, seen from a folder of the package.
  private static func resolved(_ target: String, from folder: [String]) -> String {
    var parts = target.hasPrefix("/") ? [] : folder
    for piece in target.split(whereSeparator: { $0 == "/" || $0 == "\\" }) {
      if piece == ".." {
        _ = parts.popLast()
      } else if piece != "." {
        parts.append(String(piece))
      }
    }
    return parts.joined(separator: "/")
  }

  private func checkContentTypes() throws(WorkbookFault) {
    guard archive.contains("[Content_Types].xml") else { throw WorkbookFault(.workbookOtherKind) }
    var reader = try reader(of: "[Content_Types].xml")
    try reader.root()
    while try reader.nextChild() {
      let type = (reader.attribute(.contentType) ?? "").lowercased()
      if type.contains("binary.macroenabled.main") || type.contains("wordprocessingml.document.main")
        || type.contains("presentationml.presentation.main")
      {
        throw WorkbookFault(.workbookOtherKind)
      }
      if type.contains("macroenabled") || type.contains("vbaproject") {
        throw WorkbookFault(.workbookMacros)
      }
      try reader.skip()
    }
    try reader.finish()
  }
}

extension XMLName {
  fileprivate static let relationID = XMLName("Id")
  fileprivate static let relationType = XMLName("Type")
  fileprivate static let relationTarget = XMLName("Target")
  fileprivate static let targetMode = XMLName("TargetMode")
  fileprivate static let contentType = XMLName("ContentType")
}
