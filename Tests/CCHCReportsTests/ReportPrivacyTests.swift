import CCHCReports
import CCHCScoring
import CCHCTables
import Foundation
import Testing

@Suite("What the shipped reports must not show")
struct ReportPrivacyTests {
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
