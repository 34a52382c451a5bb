import Foundation
import Testing

@Suite("The sample rounds give the committed documents")
struct GoldenReportTests {
  @Test("every file of reports/ comes out again, byte by byte, and none besides")
  func reportsComeOutAgain() throws {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appendingPathComponent("cchc-\(UUID().uuidString)")
    defer { try? files.removeItem(at: folder) }
    let program: URL = try #require(Program.place)
    let run = try Program.shell(
      "Tests/Reports/regenerate '\(program.path)' '\(folder.path)'", in: Program.project, home: folder)
    try #require(run.code == 0, "\(run.output)")
    let wanted = Program.project.appendingPathComponent("reports")
    let names = try names(in: folder)
    #expect(try names == self.names(in: wanted))
    for name in names {
      let found = try Data(contentsOf: folder.appendingPathComponent(name))
      let golden = try? Data(contentsOf: wanted.appendingPathComponent(name))
      #expect(found == golden, "\(name) differs")
    }
  }

  private func names(in folder: URL) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { name in
      var isFolder: ObjCBool = false
      let path = folder.appendingPathComponent(name).path
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
    }.sorted()
  }
}
