// swift-tools-version: 6.2
import PackageDescription

let common: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]
// Unsafe pointers are in the modules of bytes alone, behind safe interfaces, and in what tests those.
let settings = common + [.strictMemorySafety()]
let byteModules: Set<String> = ["CCHCFiles", "CCHCOffice", "CCHCTables"]

/// The modules of the engine, each with those it imports; all of these come before it.
let modules: [(name: String, imports: [String])] = [
  ("CCHCExact", []),
  ("CCHCFiles", ["CBytes", "CCHCExact"]),
  ("CCHCOffice", ["CZlib", "CCHCExact", "CCHCFiles"]),
  ("CCHCTables", ["CBytes", "CCHCExact", "CCHCFiles", "CCHCOffice"]),
  ("CCHCDocuments", ["CCHCExact", "CCHCOffice", "CCHCTables"]),
  ("CCHCCriteria", ["CCHCExact", "CCHCFiles", "CCHCOffice", "CCHCTables"]),
  ("CCHCScoring", ["CCHCExact", "CCHCFiles", "CCHCOffice", "CCHCTables", "CCHCCriteria"]),
  ("CCHCTally", ["CCHCExact", "CCHCFiles", "CCHCOffice", "CCHCTables", "CCHCCriteria", "CCHCScoring"]),
  ("CCHCPublished", ["CCHCExact", "CCHCFiles", "CCHCOffice", "CCHCTables", "CCHCCriteria"]),
  (
    "CCHCDrafting",
    ["CCHCExact", "CCHCFiles", "CCHCOffice", "CCHCTables", "CCHCDocuments", "CCHCCriteria", "CCHCScoring"]
  ),
  ("CCHCCycle", ["CCHCExact", "CCHCFiles", "CCHCOffice", "CCHCTables", "CCHCCriteria", "CCHCScoring"]),
  (
    "CCHCPapers",
    [
      "CCHCExact", "CCHCFiles", "CCHCOffice", "CCHCTables", "CCHCDocuments", "CCHCCriteria", "CCHCScoring",
      "CCHCCycle",
    ]
  ),
  (
    "CCHCBooks",
    [
      "CCHCExact", "CCHCFiles", "CCHCOffice", "CCHCTables", "CCHCDocuments", "CCHCCriteria", "CCHCScoring",
      "CCHCCycle", "CCHCPapers",
    ]
  ),
  (
    "CCHCForms",
    [
      "CCHCExact", "CCHCFiles", "CCHCOffice", "CCHCTables", "CCHCDocuments", "CCHCCriteria", "CCHCScoring",
      "CCHCCycle", "CCHCPapers",
    ]
  ),
  (
    "CCHCOutputs",
    [
      "CCHCExact", "CCHCFiles", "CCHCOffice", "CCHCTables", "CCHCDocuments", "CCHCCriteria", "CCHCScoring",
      "CCHCCycle", "CCHCPapers", "CCHCBooks", "CCHCForms",
    ]
  ),
]

let engine = modules.map { Target.Dependency(stringLiteral: $0.name) }

let package = Package(
  name: "cchc",
  products: [
    .library(name: "CCHC", targets: ["CCHC"]),
    .executable(name: "cchc", targets: ["cchc"]),
  ],
  dependencies: [],
  targets: [
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    // A header of ours: instructions that Swift has no words for.
    .systemLibrary(name: "CBytes"),
    // The face for other programs.
    .target(
      name: "CCHC", dependencies: engine, swiftSettings: settings),
    .executableTarget(
      name: "cchc", dependencies: engine,
      swiftSettings: settings),
    // Programs of the articles about the library.
    .executableTarget(
      name: "BuildRound", dependencies: ["CCHC"], path: "Examples/BuildRound", swiftSettings: settings),
    .executableTarget(
      name: "ScoreRound", dependencies: ["CCHC"], path: "Examples/ScoreRound", swiftSettings: settings),
    .executableTarget(
      name: "WriteRule", dependencies: ["CCHC"], path: "Examples/WriteRule", swiftSettings: settings),
    // Measures; no part of the product.
    .executableTarget(
      name: "cchc-bench", dependencies: engine, swiftSettings: common),
    // They see of the package what another program sees.
    .testTarget(
      name: "CCHCTests", dependencies: ["BuildRound", "CCHC", "ScoreRound", "TestSupport", "WriteRule"],
      swiftSettings: settings),
    .testTarget(
      name: "CCHCOutputsTests", dependencies: engine + ["TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "CommandTests",
      dependencies: engine + ["cchc", "TestSupport"],
      swiftSettings: settings),
    .target(
      name: "TestSupport", dependencies: engine, path: "Tests/TestSupport",
      swiftSettings: settings),
    // Tries millions of random rules; the tests try some thousands.
    .executableTarget(
      name: "random-rules", dependencies: ["TestSupport"], path: "Tests/RandomRules",
      swiftSettings: settings),
    .testTarget(
      name: "CCHCTablesTests", dependencies: engine + ["CBytes", "TestSupport"], swiftSettings: common),
    .testTarget(
      name: "CCHCScoringTests", dependencies: engine + ["TestSupport"],
      swiftSettings: settings),
    // What the fuzzer gives its inputs to (Tests/Fuzz/run), and tests that replay them.
    .target(
      name: "FuzzHarnesses", dependencies: engine,
      path: "Tests/Fuzz/Harnesses", swiftSettings: common),
    .testTarget(
      name: "FuzzTests", dependencies: ["FuzzHarnesses"], path: "Tests/Fuzz/Replay", swiftSettings: settings),
  ]
)

package.targets += modules.map { module in
  .target(
    name: module.name, dependencies: module.imports.map { Target.Dependency(stringLiteral: $0) },
    swiftSettings: byteModules.contains(module.name) ? common : settings)
}

// The fuzzer itself links only with -sanitize=fuzzer,address; Tests/Fuzz/run asks for it.
if Context.environment["CCHC_FUZZ"] != nil {
  package.targets += [
    .target(name: "CLibFuzzer", path: "Tests/Fuzz/CLibFuzzer"),
    .executableTarget(
      name: "cchc-fuzz", dependencies: engine + ["CLibFuzzer", "FuzzHarnesses"],
      path: "Tests/Fuzz/Driver",
      swiftSettings: common),
  ]
}

// Counts the lines that run, in programs and tests of one build; .ci/run and Tests/Coverage/run ask for it.
if Context.environment["CCHC_COVERAGE"] != nil {
  for target in package.targets where target.type != .system {
    target.swiftSettings =
      (target.swiftSettings ?? []) + [
        .unsafeFlags(["-profile-generate", "-profile-coverage-mapping"])
      ]
    target.linkerSettings = (target.linkerSettings ?? []) + [.unsafeFlags(["-profile-generate"])]
  }
}
