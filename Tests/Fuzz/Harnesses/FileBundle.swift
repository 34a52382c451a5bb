/// Files in one text: each begins with a line `=== name`.
struct FileBundle {
  private(set) var files: [(name: String, bytes: [UInt8])] = []

  private static let mark = Array("=== ".utf8)

  init(_ bytes: [UInt8]) {
    var start = 0
    var name: String?
    var content = 0
    while start <= bytes.count {
      let end = bytes[min(start, bytes.count)...].firstIndex(of: 10) ?? bytes.count
      let isMark = bytes[min(start, bytes.count)...].starts(with: Self.mark)
      if isMark || end >= bytes.count, let name {
        files.append((name, Array(bytes[content..<(isMark ? start : bytes.count)])))
      }
      if isMark {
        name = String(
          decoding: bytes[(start + Self.mark.count)..<max(end, start + Self.mark.count)], as: UTF8.self)
        content = min(end + 1, bytes.count)
      }
      start = end + 1
      if end >= bytes.count { break }
    }
  }
}
