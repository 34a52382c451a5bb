import Foundation
import Testing

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

  func run(_ words: String...) throws -> Program.Run { try Program.run(words, in: folder) }

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
