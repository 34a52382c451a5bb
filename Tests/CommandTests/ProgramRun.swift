import Foundation
import Testing

/// One run of the built program in a folder, as its user would start it.
struct ProgramRun {
  let code: Int32
  let output: String
  let messages: String

  /// The program beside the test bundle.
  private static var program: URL? {
    let bundles = Bundle.allBundles.map(\.bundleURL) + [URL(fileURLWithPath: CommandLine.arguments[0])]
    let folders = bundles.flatMap { [$0.deletingLastPathComponent(), $0] }
    return folders.map { $0.appendingPathComponent("cchc") }.first {
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: $0.path, isDirectory: &isFolder) && !isFolder.boolValue
    }
  }

  init(_ words: [String], in folder: URL) throws {
    let process = Process()
    let program: URL = try #require(Self.program, "the built program stands beside the tests")
    process.executableURL = program
    process.arguments = words
    process.currentDirectoryURL = folder
    let place = FileManager.default.temporaryDirectory.appendingPathComponent("cchc-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: place) }
    let (output, messages) = (place.appendingPathComponent("out"), place.appendingPathComponent("err"))
    for file in [output, messages] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: messages)
    try process.run()
    process.waitUntilExit()
    code = process.terminationStatus
    self.output = try String(contentsOf: output, encoding: .utf8)
    self.messages = try String(contentsOf: messages, encoding: .utf8)
  }
}

/// A project of its own with one small criteria set, `bo`; it goes when the test ends.
final class SmallProject: Sendable {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("cchc-\(UUID().uuidString)")
    try write(
      """
      mã tiêu chí,tên,điểm tối đa,hình thức,số liệu,công thức chấm,mẫu số bằng 0,tài liệu kiểm chứng,cơ quan thẩm định
      1,Cải cách thủ tục,20,,,,,,SNV
      1.1,Hồ sơ đúng hạn,10,tự chấm,a[số đếm]: Tổng số hồ sơ; b[số đếm]: Số hồ sơ đúng hạn,b/a * full,0 điểm,bắt buộc,
      1.2,"Kế hoạch; ban hành",10,tự chấm,s[lựa chọn: kịp thời|chậm]: Tình trạng,"s = ""kịp thời"": full; else: 0",,,
      2,Mức độ hài lòng,10,,,,,,VP
      2.1,Khảo sát,5,điều tra XHH,n1: Hài lòng; n2: Không,n1/(n1 + n2) * full,không đánh giá,,
      2.2,Chỉ số của Văn phòng,5,số liệu cơ quan khác,x: Tỷ lệ,x * full,,,

      """, to: "criteria/bo/criteria.csv")
    try write("key,value\nname,Bộ thử\nlegal_basis,Quyết định thử\n", to: "criteria/bo/set.csv")
    try write(
      "mã cơ quan,tên,nhóm,khối\nSNV,Sở Nội vụ,so,Khối một\nSTP,Sở Tư pháp,so,Khối một\n", to: "co-quan.csv")
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ text: String, to name: String) throws {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// The bytes of a file as text; nil where it is not there.
  func text(_ name: String) -> String? {
    FileManager.default.contents(atPath: folder.appendingPathComponent(name).path).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// All files and folders below a folder.
  func names(in name: String = "") throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.appendingPathComponent(name).path).sorted()
  }

  func run(_ words: String...) throws -> ProgramRun { try ProgramRun(words, in: folder) }

  /// Fills values and a document into self/<agency>.csv of a round, by criterion and input, as in `1.1 a`.
  func fill(_ agency: String, in round: String, _ values: [String: String]) throws {
    let name = "\(round)/self/\(agency).csv"
    let lines = try #require(text(name)).components(separatedBy: "\r\n")
    let filled = lines.map { line -> String in
      var cells = line.components(separatedBy: ";")
      for (key, value) in values {
        let parts = key.components(separatedBy: " ")
        guard cells[0] == parts[0], cells.contains(parts[1]) else { continue }
        // The last four columns: value, document, whether a document is needed, note.
        cells[cells.count - 4] = value
        cells[cells.count - 3] = "BC 1"
      }
      return cells.joined(separator: ";")
    }
    try write(filled.joined(separator: "\r\n"), to: name)
  }
}
