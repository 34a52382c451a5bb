package import Foundation

/// A copy of the committed sets, rounds and reports in a temporary folder, removed with the last reference.
///
/// The checkout itself is where the program writes unless told otherwise: whoever tries the README's first command has
/// files of his own in `reports`. Tests that hold shipped files to something read this copy, made of Git's index. Sources
/// without Git are copied as they are, but for Word files and workbooks, which are never committed as reports.
package final class CommittedProject: Sendable {
  /// Git did not give the files.
  package struct CopyError: Error {
    /// What Git or the shell wrote.
    package let output: String
  }

  /// The folder that holds `criteria`, `evidence` and `reports`.
  package let folder: URL

  /// Copies the committed files.
  ///
  /// - Throws: `CopyError` where Git fails, or an error of the file system.
  package init() throws {
    let files = FileManager.default
    let project = (0..<3).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent()
    }
    folder = files.temporaryDirectory.appendingPathComponent("cchc-\(UUID().uuidString)")
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    let names = ["criteria", "evidence", "reports"]
    guard files.fileExists(atPath: project.appendingPathComponent(".git").path) else {
      for name in names {
        try files.copyItem(at: project.appendingPathComponent(name), to: folder.appendingPathComponent(name))
      }
      let reports = path("reports")
      for name in try files.subpathsOfDirectory(atPath: reports)
      where name.hasSuffix(".docx") || name.hasSuffix(".xlsx") {
        try files.removeItem(atPath: "\(reports)/\(name)")
      }
      return
    }
    let shell = Process()
    let output = Pipe()
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = [
      "-c",
      "exec 2>&1; git ls-files -z \(names.joined(separator: " ")) | git checkout-index -z --stdin --prefix=\"$0/\"",
      folder.path,
    ]
    shell.currentDirectoryURL = project
    shell.standardOutput = output
    try shell.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    shell.waitUntilExit()
    guard shell.terminationStatus == 0, text.isEmpty else { throw CopyError(output: text) }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The path of a file of the copy, named from its folder.
  package func path(_ name: String) -> String { folder.appendingPathComponent(name).path }
}
