import CCHCDocuments
import CCHCFiles
import CCHCOutputs
import CCHCScoring
import Foundation
import TestSupport
import Testing

@Suite("The catalogue of outputs")
struct OutputCatalogueTests {
  private static let entries = OutputCatalogue.all.flatMap(\.entries)

  /// An output by its path and kinds, in English.
  private static func id(_ entry: OutputEntry) -> String { entry.shown.english }

  @Test("no two outputs have a name and a kind in common")
  func isUnambiguous() {
    var names: Set<String> = []
    for entry in Self.entries {
      #expect(!entry.kinds.isEmpty)
      for kind in entry.kinds {
        #expect(names.insert("\(entry.path.shown.english).\(kind.name)").inserted, "\(Self.id(entry))")
      }
    }
  }

  @Test("every committed report is an output, and every output that is committed as text is among them")
  func isRegenerated() throws {
    let project = try CommittedProject()
    let reports = project.folder.appendingPathComponent("reports")
    var found: Set<String> = []
    for round in try FileManager.default.contentsOfDirectory(atPath: reports.path) {
      let folder = reports.appendingPathComponent(round).path
      for file in try FileManager.default.subpathsOfDirectory(atPath: folder)
      where (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(file)")) == nil {
        let output = try #require(OutputCatalogue.output(of: file), "\(round)/\(file)")
        found.insert(Self.id(output.entry))
      }
    }
    // Zipped files are not committed: their bytes depend on zlib.
    let texts: Set = [FileExtension.json, .csv, .markdown]
    for entry in Self.entries where !texts.isDisjoint(with: entry.kinds) {
      #expect(found.contains(Self.id(entry)), "\(Self.id(entry)) is not made by Tests/Reports/regenerate")
    }
  }

  @Test(
    "handbook and formats list every output and none besides; RECORD=1 writes the lists anew and fails",
    arguments: [
      ("docs/bang-du-lieu.md", Wording(.vietnamese), "| Tệp | Nội dung | Lệnh |\n|---|---|---|\n"),
      ("docs/formats.md", Wording(.english), "| file | what it holds | command |\n|---|---|---|\n"),
    ])
  func isListed(_ name: String, _ wording: Wording, _ heading: String) throws {
    let (begin, end) = ("<!-- outputs -->\n", "<!-- /outputs -->\n")
    var list = heading
    for outputs in OutputCatalogue.all {
      for entry in outputs.entries {
        list += "| `\(wording(entry.shown))` | \(wording(entry.meaning)) | `\(outputs.command)` |\n"
      }
    }
    let page = try text(name)
    let first = try #require(page.range(of: begin))
    let last = try #require(page.range(of: end))
    if ProcessInfo.processInfo.environment["RECORD"] != nil {
      let recorded = page[..<first.upperBound] + list + page[last.lowerBound...]
      try String(recorded).write(
        to: projectFolder.appendingPathComponent(name), atomically: true, encoding: .utf8)
      Issue.record("\(name) was written anew")
    }
    #expect(page[first.upperBound..<last.lowerBound] == list)
  }
}
