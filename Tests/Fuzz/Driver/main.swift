import CCHCFiles
import CLibFuzzer
import FuzzHarnesses
import Glibc

/// What is fuzzed; the environment says it, so that libFuzzer's own arguments stay whole for the runs that it starts.
enum Chosen {
  static let harness: Harness? = value("CCHC_FUZZ_HARNESS").flatMap { Harness(rawValue: $0) }
  /// Whether the memory that each input takes is shown.
  static let showsMemory = value("CCHC_FUZZ_MEMORY") != nil

  private static func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}

func tell(_ text: String) { try? writeAll(Array("\(text)\n".utf8), to: STDERR_FILENO, path: "stderr") }

guard let harness = Chosen.harness else {
  tell("CCHC_FUZZ_HARNESS=\(Harness.allCases.map(\.rawValue).joined(separator: "|")) cchc-fuzz …")
  exit(2)
}
// What is made once for all inputs is not counted to the first.
_ = harness.run([])

#if FUZZING
  /// How much memory an input may take: this many times its size, and what an empty input takes.
  enum Most {
    static let (times, beside) = (50, 1 << 20)
  }

  /// Gives an input to the harness; what takes too much memory ends the process, as a crash does.
  @Sendable func test(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let harness = Chosen.harness else { return -1 }
    let bytes = Array(UnsafeBufferPointer(start: data, count: count))
    memory_begin()
    var peak = 0
    let size = harness.run(bytes) { peak = Int(memory_peak()) }
    if Chosen.showsMemory { tell("memory: \(peak) bytes for \(size)") }
    guard peak <= Most.times * size + Most.beside else {
      fatalError("\(peak) bytes of memory for an input of \(size)")
    }
    return 0
  }

  var count = CommandLine.argc
  var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
  exit(LLVMFuzzerRunDriver(&count, &arguments) { data, size in test(data, size) })
#else
  /// Times each file without any instrument: none of up to a megabyte may take a second.
  var (longest, slow) = (0, 0)
  for path in CommandLine.arguments.dropFirst() {
    let bytes = try readFile(path)
    // The time of the processor, so that other programs do not count.
    let start = clock()
    var end = start
    _ = harness.run(bytes) { end = clock() }
    let milliseconds = (end - start) / (CLOCKS_PER_SEC / 1_000)
    longest = max(longest, milliseconds)
    guard milliseconds > 1_000 else { continue }
    slow += 1
    tell("SLOW \(path): \(milliseconds) ms")
  }
  tell("\(harness.rawValue): \(CommandLine.argc - 1) inputs, the slowest \(longest) ms")
  exit(slow == 0 ? 0 : 1)
#endif
