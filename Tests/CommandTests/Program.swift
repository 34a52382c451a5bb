import Foundation
import Testing

/// The built program and the checkout that it belongs to.
enum Program {
  /// How a run ended and what it wrote.
  struct Run {
    let code: Int32
    let output: String
    let messages: String
  }

  /// The folder of the checkout.
  static let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The program beside the test bundle.
  static var place: URL? {
    let bundles = Bundle.allBundles.map(\.bundleURL) + [URL(fileURLWithPath: CommandLine.arguments[0])]
    let folders = bundles.flatMap { [$0.deletingLastPathComponent(), $0] }
    return folders.map { $0.appendingPathComponent("cchc") }.first {
      var isFolder: ObjCBool = false
      return unsafe FileManager.default.fileExists(atPath: $0.path, isDirectory: &isFolder)
        && !isFolder.boolValue
    }
  }

  /// Runs the program in a folder, the checkout's unless another is named.
  static func run(_ words: [String], in folder: URL = project) throws -> Run {
    let program: URL = try #require(place, "the built program stands beside the tests")
    return try start(program, words, in: folder, environment: ProcessInfo.processInfo.environment)
  }

  /// Runs a line of the shell in a folder, with the program on its path.
  static func shell(_ line: String, in folder: URL, home: URL) throws -> Run {
    let program: URL = try #require(place, "the built program stands beside the tests")
    var environment = ProcessInfo.processInfo.environment
    environment["PATH"] =
      program.deletingLastPathComponent().path + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
    environment["HOME"] = home.path
    return try start(
      URL(fileURLWithPath: "/bin/sh"), ["-c", "exec 2>&1; " + line], in: folder, environment: environment)
  }

  private static func start(
    _ program: URL, _ words: [String], in place: URL, environment: [String: String]
  ) throws -> Run {
    let process = Process()
    process.executableURL = program
    process.arguments = words
    process.currentDirectoryURL = place
    process.environment = environment
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("cchc-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (output, messages) = (folder.appendingPathComponent("out"), folder.appendingPathComponent("err"))
    for file in [output, messages] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: messages)
    try process.run()
    process.waitUntilExit()
    return Run(
      code: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
      messages: try String(contentsOf: messages, encoding: .utf8))
  }
}
