// swift-tools-version: 6.2
import PackageDescription

// A program of another package, which sees of cchc what is public: Tests/Library/outside builds and runs it.
let package = Package(
  name: "outside",
  dependencies: [.package(name: "cchc", path: "../../..")],
  targets: [
    .executableTarget(
      name: "RankSample", dependencies: [.product(name: "CCHC", package: "cchc")],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"), .treatAllWarnings(as: .error),
      ])
  ]
)
