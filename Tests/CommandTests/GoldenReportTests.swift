import Foundation
import TestSupport
import Testing

@Suite("The sample rounds give the committed documents")
struct GoldenReportTests {
  @Test("every committed file of reports/ comes out again, byte by byte, and none besides")
  func reportsComeOutAgain() throws {
    let project = try CommittedProject()
    let made = project.folder.appendingPathComponent("made")
    let program: URL = try #require(Program.place)
    let script = Program.project.appendingPathComponent("Tests/Reports/regenerate")
    let run = try Program.shell(
      "'\(script.path)' '\(program.path)' '\(made.path)'", in: project.folder, home: project.folder)
    try #require(run.code == 0, "\(run.output)")
    let wanted = project.folder.appendingPathComponent("reports")
    let names = try names(in: made)
    #expect(try names == self.names(in: wanted))
    for name in names {
      let found = try Data(contentsOf: made.appendingPathComponent(name))
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
