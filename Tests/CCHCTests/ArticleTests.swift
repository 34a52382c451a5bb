import Foundation
import Testing

@Suite("Articles")
struct ArticleTests {
  static let examples = [
    ("ScoreARound", "ScoreRound"), ("WriteARule", "WriteRule"), ("BuildARound", "BuildRound"),
  ]

  @Test("show the very program that is built, and what it prints", arguments: examples)
  func example(article: String, target: String) throws {
    let page = try Checkout.text("Sources/CCHC/CCHC.docc/\(article).md")
    #expect(block("swift", of: page) == (try Checkout.text("Examples/\(target)/\(target).swift")))
    #expect(block("text", of: page) == (try output(of: target)))
  }

  @Test("a round is scored in twenty lines")
  func twentyLines() throws {
    let lines = try Checkout.text("Examples/ScoreRound/ScoreRound.swift").split(separator: "\n")
    #expect(lines.count <= 20)
  }

  @Test("an example says in words what it cannot read, and ends well")
  func unreadable() throws {
    let output = try output(of: "ScoreRound", "không-có")
    #expect(output.hasPrefix("không-có"))
    #expect(output.hasSuffix(": there is no such file or folder\n"))
  }

  /// The only block of a language in a page; nil where there is none, or more than one.
  private func block(_ language: String, of page: String) -> String? {
    let pieces = page.components(separatedBy: "```\(language)\n")
    return pieces.count == 2 ? pieces[1].components(separatedBy: "```").first : nil
  }

  /// What an example prints when it runs in the checkout.
  private func output(of target: String, _ words: String...) throws -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = try program(target)
    process.arguments = words
    process.currentDirectoryURL = URL(fileURLWithPath: Checkout.path(""))
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self)
  }

  /// The built program, which is beside the tests.
  private func program(_ name: String) throws -> URL {
    let bundles = Bundle.allBundles.map(\.bundleURL) + [URL(fileURLWithPath: CommandLine.arguments[0])]
    let folders = bundles.flatMap { [$0.deletingLastPathComponent(), $0] }
    return try #require(
      folders.map { $0.appendingPathComponent(name) }.first {
        (try? $0.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true
      })
  }
}
