import Foundation
import FuzzHarnesses
import Testing

/// An input of the fuzzer, by its place below `Tests/Fuzz`.
struct FuzzInput: Sendable, CustomTestStringConvertible {
  let harness: Harness
  let place: String

  private static var folder: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  }

  /// The seeds and all that was ever found.
  static let all: [FuzzInput] = ["Seeds", "Finds"].flatMap { kind in
    Harness.allCases.flatMap { harness in
      let place = "\(kind)/\(harness.rawValue)"
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/" + place)) ?? []
      return names.sorted().map { FuzzInput(harness: harness, place: "\(place)/\($0)") }
    }
  }

  var bytes: [UInt8] {
    get throws { [UInt8](try Data(contentsOf: Self.folder.appendingPathComponent(place))) }
  }

  var testDescription: String { place }
}

@Suite("Inputs of the fuzzer")
struct ReplayTests {
  @Test("Seeds and finds are read without a crash", arguments: FuzzInput.all)
  func survives(_ input: FuzzInput) throws {
    let bytes = try input.bytes
    #expect(input.harness.run(bytes) >= bytes.count / 2)
  }

  @Test("Each harness has seeds, of at most 16 KB each", arguments: Harness.allCases)
  func hasSeeds(_ harness: Harness) throws {
    let seeds = FuzzInput.all.filter { $0.harness == harness && $0.place.hasPrefix("Seeds") }
    #expect(seeds.count >= 5)
    for seed in seeds { #expect(try seed.bytes.count <= 16_384, "\(seed.place)") }
  }
}
