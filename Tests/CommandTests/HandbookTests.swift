import CCHCCriteria
import CCHCCycle
import CCHCDrafting
import CCHCFiles
import CCHCForms
import CCHCOffice
import CCHCOutputs
import CCHCPublished
import CCHCScoring
import CCHCTables
import CCHCTally
import Foundation
import Testing

/// Follows the pages of the handbook word by word: what they tell to write is written, what they tell to run is
/// run, and what they say is printed must be printed.
///
/// A block of code is a table to write where its fence names a file (```` ```csv evidence/…/stages.csv ````), and a
/// transcript where a line of it begins with `$ `. In a transcript `…` stands for any text, alone on a line for any
/// lines.
@Suite("The handbook, followed word by word in an empty folder")
struct HandbookTests {
  static let pages = ["so-noi-vu", "co-quan", "hoi-dong", "dem-ho-so"]

  @Test("every page", arguments: pages)
  func follow(_ page: String) throws {
    let files = FileManager.default
    let home = files.temporaryDirectory.appendingPathComponent("cchc-\(UUID().uuidString)")
    defer { try? files.removeItem(at: home) }
    let work = home.appendingPathComponent("lam-viec")
    try files.createDirectory(at: work, withIntermediateDirectories: true)
    // The reader has the project in the folder `cchc` of the home folder.
    try files.createSymbolicLink(
      at: home.appendingPathComponent("cchc"), withDestinationURL: Program.project)
    let text = try String(
      contentsOf: Program.project.appendingPathComponent("docs/\(page).md"), encoding: .utf8)
    let blocks = HandbookBlock.blocks(of: text)
    #expect(blocks.contains { if case .transcript = $0.kind { true } else { false } })
    for block in blocks {
      switch block.kind {
      case .file(let name):
        let place = work.appendingPathComponent(name)
        try files.createDirectory(
          at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data((block.lines.joined(separator: "\n") + "\n").utf8).write(to: place)
      case .transcript:
        for step in block.steps {
          let run = try Program.shell(step.command, in: work, home: home)
          #expect(run.code < 2, "docs/\(page).md:\(step.line): \(step.command)\n\(run.output)")
          let missing = step.missing(in: run.output)
          #expect(
            missing == nil,
            "docs/\(page).md:\(step.line): \(step.command)\nnot printed: \(missing ?? "")\nprinted:\n\(run.output)"
          )
        }
      case .other: break
      }
    }
  }
}

/// A fenced block of a page.
struct HandbookBlock {
  enum Kind {
    case file(String)
    case transcript
    case other
  }

  /// A command of a transcript and what it is said to print.
  struct Step {
    /// The line of the page.
    let line: Int
    var command: String
    var expected: [String] = []

    /// The first expected line that the output lacks; nil where all is printed, in order.
    func missing(in output: String) -> String? {
      guard !expected.isEmpty else { return nil }
      var rest = output.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
        .map(String.init)[...]
      if rest.last == "" { rest.removeLast() }
      var mayPass = false
      for line in expected {
        if line == "…" {
          mayPass = true
          continue
        }
        guard let place = rest.firstIndex(where: { Self.matches($0, line) }),
          mayPass || place == rest.startIndex
        else { return line }
        rest = rest[(place + 1)...]
        mayPass = false
      }
      return mayPass || rest.isEmpty ? nil : "(further lines: \(rest.first ?? ""))"
    }

    /// Whether a line is the expected one, in which `…` stands for any text.
    private static func matches(_ line: String, _ pattern: String) -> Bool {
      let pieces = pattern.components(separatedBy: "…")
      guard pieces.count > 1 else { return line == pattern }
      guard let first = pieces.first, let last = pieces.last, line.hasPrefix(first), line.hasSuffix(last)
      else {
        return false
      }
      var rest = line.dropFirst(first.count)
      for piece in pieces.dropFirst().dropLast() {
        guard let range = rest.range(of: piece) else { return false }
        rest = rest[range.upperBound...]
      }
      return rest.count >= last.count
    }
  }

  let kind: Kind
  let lines: [String]
  /// The line of the page at which the block begins.
  let first: Int

  /// The commands of a transcript; a line that ends in `\` goes on in the next.
  var steps: [Step] {
    var steps: [Step] = []
    var goesOn = false
    for (offset, line) in lines.enumerated() {
      if goesOn {
        steps[steps.count - 1].command += "\n" + line
      } else if line.hasPrefix("$ ") {
        steps.append(Step(line: first + offset + 1, command: String(line.dropFirst(2))))
      } else if !steps.isEmpty {
        steps[steps.count - 1].expected.append(line)
        continue
      }
      goesOn = line.hasSuffix("\\")
    }
    return steps
  }

  /// The fenced blocks of a page.
  static func blocks(of text: String) -> [HandbookBlock] {
    var blocks: [HandbookBlock] = []
    var open: (info: String, first: Int, lines: [String])?
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard line.hasPrefix("```") else {
        open?.lines.append(String(line))
        continue
      }
      if let block = open {
        blocks.append(HandbookBlock(info: block.info, lines: block.lines, first: block.first))
        open = nil
      } else {
        open = (String(line.dropFirst(3)), number + 1, [])
      }
    }
    return blocks
  }

  private init(info: String, lines: [String], first: Int) {
    let words = info.split(separator: " ")
    self.lines = lines
    self.first = first
    if words.count == 2 {
      kind = .file(String(words[1]))
    } else if lines.contains(where: { $0.hasPrefix("$ ") }) {
      kind = .transcript
    } else {
      kind = .other
    }
  }
}
