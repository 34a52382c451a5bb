import CCHCFiles
import CCHCScoring
import Foundation
import Synchronization
import Testing

@testable import cchc

@Suite("The progress line of a terminal")
struct ProgressTests {
  /// What a terminal of one line shows in the end, where `\r` goes back to its beginning.
  private func shown(_ text: String) -> String {
    var cells: [Character] = []
    var column = 0
    for character in text {
      if character == "\r" {
        column = 0
      } else {
        if column < cells.count { cells[column] = character } else { cells.append(character) }
        column += 1
      }
    }
    return String(cells).trimmingCharacters(in: .whitespaces)
  }

  @Test("steps take each other's place and leave nothing behind")
  func replaces() {
    let written = Mutex("")
    let line = ProgressLine(Wording(.english), delay: .zero, interval: .zero) { text in
      written.withLock { $0 += text }
    }
    line.erase()
    #expect(written.withLock { $0 } == "")
    line.show(Bilingual("một bước dài", "a long step"))
    #expect(shown(written.withLock { $0 }) == "a long step")
    line.show(Bilingual("bước", "short"))
    #expect(shown(written.withLock { $0 }) == "short")
    line.show(Bilingual(String(repeating: "x", count: 500)))
    #expect(shown(written.withLock { $0 }).count < 80)
    line.erase()
    #expect(shown(written.withLock { $0 }) == "")
    line.show(Bilingual("again"))
    #expect(shown(written.withLock { $0 }) == "again")
  }

  @Test("nothing is shown in the first second, nor twice at once")
  func waits() {
    let written = Mutex("")
    let young = ProgressLine(Wording(.english), delay: .seconds(100)) { text in
      written.withLock { $0 += text }
    }
    young.show(Bilingual("early"))
    young.erase()
    #expect(written.withLock { $0 } == "")
    let line = ProgressLine(Wording(.english), delay: .zero, interval: .seconds(100)) { text in
      written.withLock { $0 += text }
    }
    line.show(Bilingual("first"))
    line.show(Bilingual("second"))
    #expect(shown(written.withLock { $0 }) == "first")
  }

  /// Runs the words after it with standard error on a terminal of its own, and prints what it got.
  private static let terminal = """
    import os, pty, subprocess, sys
    master, slave = pty.openpty()
    run = subprocess.Popen(sys.argv[1:], stderr=slave, stdout=subprocess.DEVNULL, env={**os.environ, "TERM": "xterm"})
    os.close(slave)
    text = b""
    while True:
        try:
            piece = os.read(master, 65536)
        except OSError:
            break
        if not piece:
            break
        text += piece
    sys.stdout.buffer.write(text)
    sys.exit(run.wait())
    """

  @Test("a long call shows it on a terminal and erases it; in a pipe there is none")
  func shows() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("cchc-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let script = folder.appendingPathComponent("terminal.py")
    try Data(Self.terminal.utf8).write(to: script)
    let call = ["score", "evidence/2025-cchc-xa-mau", "-o", folder.path + "/out"]
    let start = ContinuousClock.now
    let run = try Program.shell(
      "python3 \(script.path) cchc \(call.joined(separator: " "))", in: Program.project, home: Program.project
    )
    let elapsed = start.duration(to: .now)
    #expect(run.code == 0)
    let lines = run.output.replacingOccurrences(of: "\r\n", with: "\n").components(separatedBy: "\n")
    // An optimised build is done before there is anything to show.
    #expect(run.output.contains("Đang ") || elapsed < .seconds(4))
    #expect(lines.allSatisfy { !shown($0).contains("Đang ") }, "\(run.output)")
    let piped = try Program.run(call)
    #expect(piped.code == 0 && !piped.messages.contains("\r") && !piped.messages.contains("Đang "))
  }
}
