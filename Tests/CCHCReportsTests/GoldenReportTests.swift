import CCHCReports
import CCHCScoring
import CCHCTables
import Foundation
import Testing

@Suite("Shipped rounds give the shipped reports")
struct GoldenReportTests {
  @Test(
    "every file of reports/ comes out again, byte by byte, and none besides",
    arguments: ["2026-dvc-766", "2023-cchc-mau"])
  func reportsComeOutAgain(round: String) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("cchc-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let outcome = RoundLoader.load(
      projectFolder.appendingPathComponent("evidence/\(round)").path,
      options: .init(criteriaFolder: projectFolder.appendingPathComponent("criteria").path))
    try ReportFolder.write(
      Scorer.score(outcome), Set(ReportFolder.Kind.allCases), locale: .english, to: folder.path)
    let wanted = projectFolder.appendingPathComponent("reports/\(round)")
    let names = try files(in: folder)
    #expect(try names == files(in: wanted))
    for name in names {
      let found = try Data(contentsOf: folder.appendingPathComponent(name))
      let golden = try Data(contentsOf: wanted.appendingPathComponent(name))
      #expect(found == golden, "\(name) differs")
    }
  }

  private func files(in folder: URL) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { name in
      var isFolder: ObjCBool = false
      let path = folder.appendingPathComponent(name).path
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
    }.sorted()
  }

  @Test("an agency's page never shows another agency")
  func pagesArePrivate() throws {
    let round = RoundLoader.load(
      projectFolder.appendingPathComponent("evidence/2023-cchc-mau").path,
      options: .init(criteriaFolder: projectFolder.appendingPathComponent("criteria").path)
    ).round
    // Members of the council appear by their codes; the names of other agencies must not.
    for agency in round.agencies {
      let page = try text("reports/2023-cchc-mau/co-quan/\(agency.code).md")
      for other in round.agencies where other.code != agency.code && other.name != round.settings.issuer {
        let isIssuer = other.name.lowercased() == round.settings.issuer.lowercased()
        #expect(isIssuer || !page.contains(other.name), "\(agency.code) shows \(other.name)")
      }
    }
  }

  @Test("what is to be published names no document, no appraiser and no reason")
  func publishedFilesHoldNoEvidence() throws {
    let outcome = RoundLoader.load(
      projectFolder.appendingPathComponent("evidence/2023-cchc-mau").path,
      options: .init(criteriaFolder: projectFolder.appendingPathComponent("criteria").path))
    let evidence = outcome.round.evidence
    for name in ["ranking.csv", "ranking.md"] {
      let published = try text("reports/2023-cchc-mau/cong-bo/\(name)")
      for proof in evidence.proofs where !proof.document.isEmpty {
        #expect(!published.contains(evidence.texts[proof.document]))
      }
      for appraisal in evidence.appraisals where !appraisal.reason.isEmpty {
        #expect(!published.contains(evidence.texts[appraisal.reason]))
      }
    }
  }
}
