import Foundation
import TestSupport
import Testing

/// Tests of the documents of the sample rounds as the program makes them now, which takes a minute: once for all.
@Suite("The fresh reports of the sample rounds", .freshReports)
enum FreshReportTests {}

/// The documents of the sample rounds as the program makes them now.
final class FreshReports: Sendable {
  /// The program or the script that runs it failed.
  struct MakingError: Error {
    let output: String
  }

  /// The reports that the running suite looks at.
  @TaskLocal fileprivate static var shared: FreshReports?

  /// The reports that the running suite looks at.
  ///
  /// - Throws: An error where the suite is not one of `FreshReportTests`.
  static var made: FreshReports { get throws { try #require(shared) } }

  /// The committed sets, rounds and reports.
  let project: CommittedProject
  /// The folder of the fresh reports.
  let folder: URL

  fileprivate init() throws {
    project = try CommittedProject()
    folder = project.folder.appendingPathComponent("made")
    let script = Program.project.appendingPathComponent("Tests/Reports/regenerate")
    let run = try Program.shell(
      "'\(script.path)' cchc '\(folder.path)'", in: project.folder, home: project.folder)
    guard run.code == 0 else { throw MakingError(output: run.output) }
  }

  /// The names of the files below a folder, in their order.
  static func files(below folder: URL) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { name in
      var isFolder: ObjCBool = false
      let path = folder.appendingPathComponent(name).path
      return unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }
}

/// Makes the reports before a suite and removes them behind it.
struct FreshReportsTrait: SuiteTrait, TestScoping {
  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    try await FreshReports.$shared.withValue(FreshReports(), operation: function)
  }
}

extension Trait where Self == FreshReportsTrait {
  static var freshReports: Self { Self() }
}
