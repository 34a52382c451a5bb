// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "cchc",
  products: [
    .library(name: "CCHCTables", targets: ["CCHCTables"]),
    .library(name: "CCHCScoring", targets: ["CCHCScoring"]),
    .library(name: "CCHCReports", targets: ["CCHCReports"]),
    .executable(name: "cchc", targets: ["cchc"]),
  ],
  dependencies: [],
  targets: [
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CCHCTables", dependencies: ["CZlib"], swiftSettings: settings),
    .target(name: "CCHCScoring", dependencies: ["CCHCTables"], swiftSettings: settings),
    .target(
      name: "CCHCReports", dependencies: ["CCHCScoring", "CCHCTables"], swiftSettings: settings),
    .executableTarget(
      name: "cchc", dependencies: ["CCHCReports", "CCHCScoring", "CCHCTables"],
      swiftSettings: settings),
    // Measures; no part of the product.
    .executableTarget(
      name: "cchc-bench", dependencies: ["CCHCReports", "CCHCScoring", "CCHCTables"], swiftSettings: settings),
    .testTarget(
      name: "CCHCReportsTests", dependencies: ["CCHCReports", "CCHCScoring", "CCHCTables", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "CommandTests", dependencies: ["cchc", "CCHCTables", "TestSupport"], swiftSettings: settings),
    .target(
      name: "TestSupport", dependencies: ["CCHCScoring", "CCHCTables"], path: "Tests/TestSupport",
      swiftSettings: settings),
    // Tries millions of random rules; the tests try some thousands.
    .executableTarget(
      name: "random-rules", dependencies: ["TestSupport"], path: "Tests/RandomRules",
      swiftSettings: settings),
    .testTarget(
      name: "CCHCTablesTests", dependencies: ["CCHCTables", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "CCHCScoringTests", dependencies: ["CCHCReports", "CCHCScoring", "CCHCTables", "TestSupport"],
      swiftSettings: settings),
  ]
)
