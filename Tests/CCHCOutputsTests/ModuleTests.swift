import Foundation
import Testing

/// Holds the sources to the modules that Package.swift declares, and the modules to what the architecture says of them.
@Suite("Modules and folders")
struct ModuleTests {
  /// A module of the engine, as Package.swift lists it.
  struct Module {
    let name: String
    let imports: [String]
  }

  /// The engine's modules, in the order of Package.swift.
  private static func modules() throws -> [Module] {
    let manifest = try text("Package.swift")
    let begin = try #require(manifest.range(of: "let modules: [(name: String, imports: [String])] = ["))
    let end = try #require(manifest.range(of: "\n]\n", range: begin.upperBound..<manifest.endIndex))
    let table = manifest[begin.upperBound..<end.lowerBound]
    var modules: [Module] = []
    for entry in table.split(separator: "(").dropFirst() {
      let words = entry.matches(of: /"(\w+)"/).map { String($0.output.1) }
      modules.append(Module(name: try #require(words.first), imports: Array(words.dropFirst())))
    }
    return modules
  }

  /// The Swift files below a folder of Sources, with their paths from there.
  private static func files(of module: String) throws -> [(path: String, text: String)] {
    let folder = projectFolder.appendingPathComponent("Sources/\(module)")
    return try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(".swift") }
      .map { ($0, try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)) }
  }

  private static func imports(in text: String) -> Set<String> {
    let names = text.split(separator: "\n").compactMap { line -> String? in
      let words = line.split(separator: " ")
      guard let place = words.firstIndex(of: "import"), place <= 1, words.count == place + 2 else {
        return nil
      }
      return String(words[place + 1])
    }
    return Set(names)
  }

  @Test(
    "a module imports modules that stand above it in Package.swift, and each of those that it says it does")
  func arrowsRunOneWay() throws {
    let modules = try Self.modules()
    #expect(modules.count > 10)
    var above: Set<String> = ["CBytes", "CZlib"]
    for module in modules {
      #expect(above.isSuperset(of: module.imports), "\(module.name)")
      var used: Set<String> = []
      for file in try Self.files(of: module.name) {
        let own = Self.imports(in: file.text).filter { $0.hasPrefix("CCHC") || above.contains($0) }
        #expect(Set(module.imports).isSuperset(of: own), "\(module.name)/\(file.path)")
        used.formUnion(own)
      }
      #expect(used == Set(module.imports), "\(module.name)")
      above.insert(module.name)
    }
  }

  @Test("counting, published rankings and drafting are used by nothing but the commands")
  func leavesAreLeaves() throws {
    for module in try Self.modules() {
      #expect(Set(module.imports).isDisjoint(with: ["CCHCTally", "CCHCPublished", "CCHCDrafting"]))
    }
  }

  @Test("each folder of Sources is a module that the architecture describes, and no other is described")
  func architectureNamesModules() throws {
    let page = try text("docs/architecture.md")
    let section = try #require(page.components(separatedBy: "\n## Modules\n").last)
    let described = section.prefix(upTo: section.range(of: "\n## ")?.lowerBound ?? section.endIndex)
      .split(separator: "\n").filter { $0.hasPrefix("| `") }
      .compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }
    let sources = projectFolder.appendingPathComponent("Sources").path
    let folders = Set(
      try FileManager.default.subpathsOfDirectory(atPath: sources)
        .filter { [".swift", ".h"].contains(where: $0.hasSuffix) }
        .compactMap { $0.split(separator: "/").first.map(String.init) })
    #expect(described.sorted() == folders.subtracting(["cchc-bench"]).sorted())
    let modules = try Self.modules().map(\.name)
    #expect(described.filter(modules.contains) == modules)
  }

  @Test("a file has at most 500 lines; a folder is called by what it is about")
  func filesAndFolders() throws {
    let vague: Set<String> = [
      "Common", "Core", "Extensions", "Helpers", "Managers", "Misc", "Models", "Other", "Shared", "Support",
      "Types", "Utils", "Utilities",
    ]
    for module in try Self.modules().map(\.name) + ["CCHC", "cchc"] {
      for file in try Self.files(of: module) {
        #expect(
          file.text.split(separator: "\n", omittingEmptySubsequences: false).count <= 501, "\(file.path)")
        #expect(vague.isDisjoint(with: file.path.split(separator: "/").map(String.init)), "\(file.path)")
      }
    }
  }

  /// A catalogue: the module and the type of its entries.
  struct Catalogue: CustomTestStringConvertible {
    let module: String
    let type: String
    let least: Int
    var testDescription: String { "\(module): \(type)" }
  }

  @Test(
    "an entry of a catalogue is a file of its own, and uses no other entry",
    arguments: [
      Catalogue(module: "CCHCCriteria", type: "RuleFunction", least: 10),
      Catalogue(module: "CCHCOutputs", type: "Output", least: 25),
      Catalogue(module: "CCHCDocuments", type: "DocumentFormat", least: 2),
    ])
  func entriesStandAlone(_ catalogue: Catalogue) throws {
    let declaration = try Regex("static (let|var) (\\w+)( = |: )\(catalogue.type)( \\{|\\()")
    let files = try Self.files(of: catalogue.module)
    var entries: [(path: String, text: String, name: String)] = []
    for file in files {
      let found = file.text.matches(of: declaration)
      #expect(found.count <= 1, "\(file.path)")
      for match in found { entries.append((file.path, file.text, String(match.output[2].substring ?? ""))) }
    }
    #expect(entries.count >= catalogue.least)
    for entry in entries {
      for other in entries where other.path != entry.path {
        #expect(!entry.text.contains("\(catalogue.type).\(other.name)"), "\(entry.path): \(other.name)")
      }
    }
  }
}
