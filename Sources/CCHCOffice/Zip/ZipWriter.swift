/// Writes a ZIP archive whose bytes depend on nothing but its parts: times are fixed, parts keep their order.
///
/// Parts and archive must stay below 4 GiB: the small form of ZIP holds no more, and a larger one traps.
package struct ZipWriter: ~Copyable {
  private struct Entry {
    var name: [UInt8]
    var headerOffset: Int
    var method: UInt16 = 8
    var checksum: UInt32 = 0
    var packedSize = 0
    var size = 0
  }

  private var output: [UInt8] = []
  private var entries: [Entry] = []
  private var deflater = Deflater()

  /// 1 January 1980, the first day that ZIP knows.
  private static let date: UInt16 = 0x0021
  /// The version of ZIP that knows deflate.
  private static let version: UInt16 = 20
  /// The flag that says that names are UTF-8.
  private static let namesAreUTF8: UInt16 = 1 << 11

  package init() {}

  /// Adds a whole part, packed unless that makes it longer.
  package mutating func add(_ name: String, _ bytes: [UInt8]) {
    begin(name)
    append(bytes)
    end()
    guard let last = entries.last, last.packedSize >= bytes.count else { return }
    output.removeLast(last.packedSize)
    output += bytes
    entries[entries.count - 1].method = 0
    entries[entries.count - 1].packedSize = bytes.count
    completeHeader()
  }

  /// Begins a part that comes piece by piece.
  package mutating func begin(_ name: String) {
    entries.append(Entry(name: Array(name.utf8), headerOffset: output.count))
    deflater.reset()
    if let entry = entries.last { output += localHeader(entry) }
  }

  /// Appends a piece to the part that was begun.
  package mutating func append(_ bytes: [UInt8]) {
    let last = entries.count - 1
    entries[last].checksum = checksum(bytes.span, after: entries[last].checksum)
    entries[last].size += bytes.count
    deflater.pack(bytes.span, into: &output, isLast: false)
  }

  /// Ends the part that was begun.
  package mutating func end() {
    let last = entries.count - 1
    let none: [UInt8] = []
    deflater.pack(none.span, into: &output, isLast: true)
    let header = entries[last].headerOffset + 30 + entries[last].name.count
    entries[last].packedSize = output.count - header
    completeHeader()
  }

  /// The whole archive.
  package consuming func finish() -> [UInt8] {
    let directory = output.count
    for entry in entries {
      output.append(little: 0x0201_4B50 as UInt32)
      output.append(little: Self.version)
      output += commonHeader(entry)
      output.append(little: 0 as UInt16)  // comment
      output.append(little: 0 as UInt16)  // disk
      output.append(little: 0 as UInt16)  // internal attributes
      output.append(little: 0 as UInt32)  // external attributes
      output.append(little: UInt32(entry.headerOffset))
      output += entry.name
    }
    let size = output.count - directory
    output.append(little: 0x0605_4B50 as UInt32)
    output.append(little: 0 as UInt32)  // disks
    output.append(little: UInt16(entries.count))
    output.append(little: UInt16(entries.count))
    output.append(little: UInt32(size))
    output.append(little: UInt32(directory))
    output.append(little: 0 as UInt16)  // comment
    return output
  }

  /// Writes the last part's checksum and sizes into its header, so that no descriptor need follow it.
  private mutating func completeHeader() {
    guard let entry = entries.last else { return }
    let header = localHeader(entry)
    output.replaceSubrange(entry.headerOffset..<entry.headerOffset + header.count, with: header)
  }

  private func localHeader(_ entry: Entry) -> [UInt8] {
    var header: [UInt8] = []
    header.append(little: 0x0403_4B50 as UInt32)
    header += commonHeader(entry)
    return header + entry.name
  }

  /// What the local header and the directory say alike: from the version to the length of the extra field.
  private func commonHeader(_ entry: Entry) -> [UInt8] {
    var header: [UInt8] = []
    header.append(little: Self.version)
    header.append(little: entry.name.allSatisfy { $0 < 0x80 } ? 0 : Self.namesAreUTF8)
    header.append(little: entry.method)
    header.append(little: 0 as UInt16)  // time
    header.append(little: Self.date)
    header.append(little: entry.checksum)
    header.append(little: UInt32(entry.packedSize))
    header.append(little: UInt32(entry.size))
    header.append(little: UInt16(entry.name.count))
    header.append(little: 0 as UInt16)  // extra field
    return header
  }
}

extension [UInt8] {
  /// Appends a whole number, its lowest byte first.
  package mutating func append<Number: FixedWidthInteger>(little number: Number) {
    for shift in stride(from: 0, to: Number.bitWidth, by: 8) {
      append(UInt8(truncatingIfNeeded: number >> Number(shift)))
    }
  }
}
