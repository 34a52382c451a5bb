import Foundation
import TestSupport
import Testing

extension FreshReportTests {
  @Suite("The sample rounds give the committed documents")
  struct GoldenReportTests {
    @Test("every committed file of reports/ comes out again, byte by byte, and none besides")
    func reportsComeOutAgain() throws {
      let fresh = try FreshReports.made
      let wanted = fresh.project.folder.appendingPathComponent("reports")
      let names = try FreshReports.files(below: fresh.folder)
      #expect(try names == FreshReports.files(below: wanted))
      for name in names {
        let found = try Data(contentsOf: fresh.folder.appendingPathComponent(name))
        let golden = try? Data(contentsOf: wanted.appendingPathComponent(name))
        #expect(found == golden, "\(name) differs")
      }
    }
  }
}
