import CCHCPublished
import Foundation
import Testing

@Suite("Counting lists of case files")
struct TallyTests {
  private static let list = "evidence/2025-mot-cua-mau/cases/ho-so-2025.csv"

  /// A copy of the shipped round without what counting writes.
  private func copy() throws -> URL {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appendingPathComponent("cchc-\(UUID().uuidString)")
    for name in ["criteria", "evidence/2025-mot-cua-mau"] {
      let place = folder.appendingPathComponent(name)
      try files.createDirectory(at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try files.copyItem(at: Program.project.appendingPathComponent(name), to: place)
    }
    for name in ["self", "external"] {
      try files.removeItem(at: folder.appendingPathComponent("evidence/2025-mot-cua-mau/\(name)"))
    }
    return folder
  }

  private func bytes(_ name: String, in folder: URL) -> Data? {
    FileManager.default.contents(
      atPath: folder.appendingPathComponent("evidence/2025-mot-cua-mau/\(name)").path)
  }

  @Test("The shipped list gives the shipped figures, with one thread or two, and again over them")
  func shippedList() throws {
    let folder = try copy()
    defer { try? FileManager.default.removeItem(at: folder) }
    let dry = try Program.run(["tally", "evidence/2025-mot-cua-mau", Self.list, "--dry-run"], in: folder)
    #expect(dry.code == 0)
    #expect(bytes("external/tally.csv", in: folder) == nil)
    let golden = Program.project.appendingPathComponent("Tests/Fixtures/tally/ho-so-2025.txt")
    #expect(dry.output == (try String(contentsOf: golden, encoding: .utf8)))
    for jobs in ["1", "2", "2"] {
      let run = try Program.run(
        ["tally", "evidence/2025-mot-cua-mau", Self.list, "--jobs", jobs], in: folder)
      #expect(run.code == 0)
      #expect(run.messages == "")
      for name in ["self/tally.csv", "external/tally.csv"] {
        #expect(bytes(name, in: folder) == bytes(name, in: Program.project), "\(name)")
      }
    }
    let score = try Program.run(["score", "evidence/2025-mot-cua-mau", "-o", folder.path + "/r"], in: folder)
    #expect(score.code == 0)
  }

  @Test("The shipped list comes out of its generator again")
  func shippedListComesOutAgain() throws {
    let folder = try copy()
    defer { try? FileManager.default.removeItem(at: folder) }
    let run = try Program.shell(
      "cchc-bench generate cases --rows 50000 --seed 2025 --round evidence/2025-mot-cua-mau again.csv",
      in: folder, home: folder)
    #expect(run.code == 0, "\(run.output)")
    #expect(
      FileManager.default.contentsEqual(
        atPath: folder.appendingPathComponent("again.csv").path,
        andPath: folder.appendingPathComponent(Self.list).path))
  }

  @Test("A list that is no table: what it is, and no count")
  func packedList() throws {
    let folder = try copy()
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data([0x1F, 0x8B, 8, 0]).write(to: folder.appendingPathComponent("x.csv.gz"))
    let run = try Program.run(["tally", "evidence/2025-mot-cua-mau", "x.csv.gz"], in: folder)
    #expect(run.code == 1)
    #expect(run.output == "Không có số đếm nào dùng được.\n")
    #expect(run.messages.contains("[case-file-kind]"))
  }

  @Test("Rejected rows: exit 1 and nothing written, unless they are accepted")
  func rejectedRows() throws {
    let folder = try copy()
    defer { try? FileManager.default.removeItem(at: folder) }
    let list = folder.appendingPathComponent("hai dong.csv")
    try Data(
      "Đơn vị giải quyết;Ngày hẹn trả;Ngày trả;Hình thức nộp;Trạng thái;Số hóa;Thanh toán trực tuyến;Phí lệ phí\r\nP01;01/02/2025;;Trực tuyến;Đang xử lý;Có;Không;\r\nUBND phường An Khánh Đôn;01/02/2025;;Trực tuyến;Đang xử lý;Có;Không;\r\n"
        .utf8
    ).write(to: list)
    let call = ["tally", "evidence/2025-mot-cua-mau", "hai dong.csv"]
    let run = try Program.run(call, in: folder)
    #expect(run.code == 1)
    #expect(run.messages.contains("hai dong.csv, dòng 3, cột “Đơn vị giải quyết”: lỗi [case-agency-unknown]"))
    #expect(run.messages.contains("Có phải “UBND phường An Khánh Đông”?"))
    #expect(run.output.contains("Có lỗi nên không ghi gì."))
    #expect(bytes("external/tally.csv", in: folder) == nil)
    let accepted = try Program.run(call + ["--accept-rejected", "--lang", "en"], in: folder)
    #expect(accepted.code == 1)
    #expect(accepted.output.contains("external/tally.csv written: 240 rows."))
    #expect(bytes("external/tally.csv", in: folder) != nil)
  }

  @Test("A list that cannot be read ends with 2")
  func unreadableList() throws {
    let folder = try copy()
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["none.csv", "criteria"] {
      let run = try Program.run(["tally", "evidence/2025-mot-cua-mau", Self.list, name], in: folder)
      #expect(run.code == 2)
      #expect(run.output.isEmpty)
    }
  }
}
