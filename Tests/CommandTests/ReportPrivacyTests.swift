import CCHCCriteria
import CCHCScoring
import Foundation
import TestSupport
import Testing

extension FreshReportTests {
  @Suite("What the reports of the sample rounds must not show")
  struct ReportPrivacyTests {
    static let rounds = [
      "2023-cchc-mau", "2024-cchc-mau", "2025-cchc-xa-mau", "2025-mot-cua-mau", "2026-dvc-766",
    ]

    @Test("the rounds are all that there are")
    func coversEveryRound() throws {
      let folder = try FreshReports.made.folder
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == Self.rounds)
    }

    @Test("what is an agency's own never shows another agency", arguments: rounds)
    func pagesArePrivate(_ name: String) throws {
      let reports = try Reports(name)
      let round = reports.round
      // What the set and the round say to everybody, such as who counts a figure, may name an agency.
      let known = try reports.commonTexts()
      let names = round.agencies.map(\.name).filter { !known.contains($0.lowercased()) }
      var seen = 0
      for file in reports.files(in: "co-quan") {
        // `co-quan/STP.md` is a page of STP, and so is every file of the folder `co-quan/STP`.
        let part = try #require(file.split(separator: "/").dropFirst().first)
        let code = part.hasSuffix(".md") ? part.dropLast(".md".count) : part
        let agency = try #require(round.agencies.first { $0.code == code }, "\(file) is no agency's")
        let text = try reports.text(file)
        for other in names where other != agency.name && !agency.name.contains(other) {
          #expect(!text.contains(other), "\(file) shows \(other)")
        }
        seen += 1
      }
      #expect(seen >= round.agencies.count)
    }

    @Test("what is published names no document, no reason and no agency's answer", arguments: rounds)
    func publishedFilesHoldNoEvidence(_ name: String) throws {
      let reports = try Reports(name)
      let evidence = reports.round.evidence
      let texts =
        evidence.proofs.map { evidence.texts[$0.document] }
        + evidence.appraisals.map { evidence.texts[$0.reason] }
        + reports.round.explanations.map(\.text)
      let kept = Set(texts).subtracting([""])
      let files = reports.files(in: "cong-bo")
      #expect(!files.isEmpty)
      for file in files {
        let text = try reports.text(file)
        for words in kept { #expect(!text.contains(words), "\(file) shows \(words)") }
      }
    }

    @Test("what leaves the council names no secret document", arguments: rounds)
    func secretDocumentsStayInside(_ name: String) throws {
      let reports = try Reports(name)
      let secrets = reports.round.documents.all.filter { $0.secrecy != nil }.map(\.number).filter {
        !$0.isEmpty
      }
      for file in reports.files(in: "co-quan") + reports.files(in: "cong-bo") {
        let text = try reports.text(file)
        for secret in secrets { #expect(!text.contains(secret), "\(file) shows \(secret)") }
      }
    }

    /// A sample round and its fresh reports.
    private struct Reports {
      let round: Round
      private let name: String
      private let fresh: FreshReports
      private let all: [String]

      init(_ name: String) throws {
        self.name = name
        fresh = try FreshReports.made
        all = try FreshReports.files(below: fresh.folder.appendingPathComponent(name))
        round =
          RoundLoader.load(
            fresh.project.path("evidence/\(name)"),
            options: .init(criteriaFolder: fresh.project.path("criteria"))
          ).round
      }

      func files(in part: String) -> [String] { all.filter { $0.hasPrefix("\(part)/") } }

      func text(_ file: String) throws -> String {
        try String(contentsOf: fresh.folder.appendingPathComponent("\(name)/\(file)"), encoding: .utf8)
      }

      /// The tables of the sets and of the round that are about no agency, in small letters.
      func commonTexts() throws -> String {
        let sets = Set(round.groups.map(\.set.code)).map { fresh.project.path("criteria/\($0)/criteria.csv") }
        let tables = sets + [fresh.project.path("evidence/\(name)/round.csv")]
        return try tables.map { try String(contentsOfFile: $0, encoding: .utf8).lowercased() }.joined()
      }
    }
  }
}
