import CCHCFiles

/// One part of an archive, as the archive's directory describes it.
struct ZipEntry: Sendable {
  var name: String
  var method: UInt16
  var isEncrypted: Bool
  var checksum: UInt32
  var packedSize: Int
  var size: Int
  /// Where the part's own header begins.
  var headerOffset: Int
  /// Where its packed bytes stand.
  var data: Range<Int>
}

/// The central directory of a ZIP archive, the only list of parts that counts.
///
/// Source: PKWARE APPNOTE 6.3.3, 4.3 and 4.5.3.
struct ZipDirectory {
  private(set) var entries: [ZipEntry] = []

  private static let endSignature: UInt64 = 0x0605_4B50
  private static let end64Signature: UInt64 = 0x0606_4B50
  private static let locator64Signature: UInt64 = 0x0706_4B50
  private static let entrySignature: UInt64 = 0x0201_4B50
  private static let localSignature: UInt64 = 0x0403_4B50

  init(_ bytes: Span<UInt8>) throws(WorkbookFault) {
    guard let end = Self.endRecord(of: bytes) else { throw WorkbookFault(.workbookNotArchive) }
    var directory = Directory(
      disks: bytes.little(2, at: end + 4) | bytes.little(2, at: end + 6),
      count: bytes.little(2, at: end + 10), size: bytes.little(4, at: end + 12),
      offset: bytes.little(4, at: end + 16), end: end)
    if directory.count == 0xFFFF || directory.size == 0xFFFF_FFFF || directory.offset == 0xFFFF_FFFF {
      try directory.read64(bytes)
    }
    guard directory.disks == 0 else { throw WorkbookFault(.archiveSplit) }
    guard directory.count <= ZipArchive.Limit.entries else { throw WorkbookFault(.archiveTooLarge) }
    guard directory.size <= bytes.count, directory.offset <= bytes.count,
      Int(directory.offset + directory.size) == directory.end
    else { throw WorkbookFault(.archiveDamaged, .text("ZIP")) }
    var position = Int(directory.offset)
    for _ in 0..<Int(directory.count) {
      entries.append(try Self.entry(bytes, at: &position, directory: directory))
    }
    guard position == directory.end else { throw WorkbookFault(.archiveDamaged, .text("ZIP")) }
  }

  private struct Directory {
    var disks: UInt64
    var count: UInt64
    var size: UInt64
    var offset: UInt64
    /// Where the record that follows the directory begins.
    var end: Int

    /// Takes the numbers from the large form of the end record.
    mutating func read64(_ bytes: Span<UInt8>) throws(WorkbookFault) {
      let locator = end - 20
      guard locator >= 0, bytes.little(4, at: locator) == locator64Signature else {
        throw WorkbookFault(.archiveDamaged, .text("ZIP"))
      }
      let place = bytes.little(8, at: locator + 8)
      guard locator >= 56, place <= locator - 56, bytes.little(4, at: Int(place)) == end64Signature else {
        throw WorkbookFault(.archiveDamaged, .text("ZIP"))
      }
      end = Int(place)
      disks |= bytes.little(4, at: end + 16) | bytes.little(4, at: end + 20)
      count = bytes.little(8, at: end + 32)
      size = bytes.little(8, at: end + 40)
      offset = bytes.little(8, at: end + 48)
    }
  }

  /// The end record, which only a comment of the length that it names may follow.
  private static func endRecord(of bytes: Span<UInt8>) -> Int? {
    var position = bytes.count - 22
    let lowest = max(0, position - 0xFFFF)
    while position >= lowest {
      if bytes[position] == 0x50, bytes.little(4, at: position) == endSignature,
        position + 22 + Int(bytes.little(2, at: position + 20)) == bytes.count
      {
        return position
      }
      position -= 1
    }
    return nil
  }

  /// One entry of the directory and the header of its part, which must bear the same name.
  private static func entry(
    _ bytes: Span<UInt8>, at position: inout Int, directory: Directory
  ) throws(WorkbookFault) -> ZipEntry {
    guard position + 46 <= directory.end, bytes.little(4, at: position) == entrySignature else {
      throw WorkbookFault(.archiveDamaged, .text("ZIP"))
    }
    let start = position
    let nameLength = Int(bytes.little(2, at: start + 28))
    let extraLength = Int(bytes.little(2, at: start + 30))
    let extra = start + 46 + nameLength
    position = extra + extraLength + Int(bytes.little(2, at: start + 32))
    guard position <= directory.end else { throw WorkbookFault(.archiveDamaged, .text("ZIP")) }
    let name = bytes.name(start + 46, nameLength)

    var packed = bytes.little(4, at: start + 20)
    var size = bytes.little(4, at: start + 24)
    var offset = bytes.little(4, at: start + 42)
    read64(bytes, extra..<extra + extraLength, &size, &packed, &offset)
    // The bits of ordinary, strong and masked encryption.
    let isEncrypted = bytes.little(2, at: start + 8) & 0x2041 != 0
    guard bytes.little(2, at: start + 34) == 0 else { throw WorkbookFault(.archiveSplit) }
    guard size <= ZipArchive.Limit.partSize else { throw WorkbookFault(.archiveTooLarge) }

    guard offset + 30 <= directory.offset, packed <= directory.offset,
      bytes.little(4, at: Int(offset)) == localSignature
    else { throw WorkbookFault(.archiveDamaged, .text(name)) }
    let header = Int(offset)
    let data = header + 30 + Int(bytes.little(2, at: header + 26)) + Int(bytes.little(2, at: header + 28))
    guard data + Int(packed) <= Int(directory.offset),
      bytes.name(header + 30, Int(bytes.little(2, at: header + 26))) == name
    else { throw WorkbookFault(.archiveDamaged, .text(name)) }
    return ZipEntry(
      name: name, method: UInt16(truncatingIfNeeded: bytes.little(2, at: start + 10)),
      isEncrypted: isEncrypted,
      checksum: UInt32(truncatingIfNeeded: bytes.little(4, at: start + 16)), packedSize: Int(packed),
      size: Int(size), headerOffset: header, data: data..<data + Int(packed))
  }

  /// Takes those numbers from the large form's extra field that the entry itself leaves open.
  private static func read64(
    _ bytes: Span<UInt8>, _ extra: Range<Int>, _ size: inout UInt64, _ packed: inout UInt64,
    _ offset: inout UInt64
  ) {
    var field = extra.lowerBound
    while field + 4 <= extra.upperBound {
      let end = field + 4 + Int(bytes.little(2, at: field + 2))
      guard end <= extra.upperBound else { return }
      guard bytes.little(2, at: field) == 1 else {
        field = end
        continue
      }
      var place = field + 4
      func next(_ number: inout UInt64) {
        guard number == 0xFFFF_FFFF, place + 8 <= end else { return }
        // Cut to what can be added to without overflow; every limit is far below.
        number = min(bytes.little(8, at: place), 1 << 60)
        place += 8
      }
      next(&size)
      next(&packed)
      next(&offset)
      return
    }
  }
}

extension Span<UInt8> {
  /// A whole number of 2, 4 or 8 bytes, the lowest first.
  fileprivate func little(_ count: Int, at position: Int) -> UInt64 {
    var result: UInt64 = 0
    for index in 0..<count { result |= UInt64(self[position + index]) << UInt64(8 * index) }
    return result
  }

  /// A part's name, with the slashes of those packers that write them the wrong way put right.
  fileprivate func name(_ start: Int, _ length: Int) -> String {
    var bytes: [UInt8] = []
    for index in start..<start + length { bytes.append(self[index] == 0x5C ? 0x2F : self[index]) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
