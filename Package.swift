// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

func room(_ name: String, _ dependencies: [Target.Dependency] = [], path: String? = nil) -> Target {
  .target(name: name, dependencies: dependencies, path: path, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

let package = Package(
  name: "clientele",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "ADBC", targets: ["ADBC"]),
    .library(name: "Portfolio", targets: ["Units", "Ledger", "Portfolio"]),
    .executable(name: "clientele", targets: ["clientele"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
  ],
  targets: [
    // Level 0
    room("Units"),
    .target(name: "CADBC", path: "Sources/CADBC"),
    room("ADBC", ["CADBC"]),
    // Level 1
    room("Ledger", ["Units"]),
    // Level 2
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    room("Portfolio", ["Units", "Ledger"]),
    room("Sample", ["Units", "Ledger"]),
    room("SourceFiles", ["Units", "Ledger", "CZlib"]),
    room("Engine", ["Units", "Ledger", "ADBC"]),
    // Level 4
    room("Pages", ["Units", "Ledger", "Portfolio"]),
    // Level 5
    .systemLibrary(
      name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"]), .brew(["libsodium"])]),
    room(
      "Desk",
      [
        "Units", "Ledger", "Portfolio", "Sample", "SourceFiles", "Engine", "CSodium",
        .product(name: "Yams", package: "Yams"),
      ]),
    // Level 7
    .executableTarget(
      name: "clientele",
      dependencies: [
        "Units", "Ledger", "Portfolio", "Sample", "SourceFiles", "Engine", "Pages", "Desk",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/CLI", swiftSettings: settings),

    tests("UnitsTests", ["Units"]),
    tests("ADBCTests", ["ADBC", "CADBC"]),
    tests("LedgerTests", ["Units", "Ledger"]),
    tests("PortfolioTests", ["Units", "Ledger", "Portfolio"]),
    tests("SampleTests", ["Units", "Ledger", "Sample"]),
    tests("SourceFilesTests", ["Units", "Ledger", "SourceFiles"]),
    tests("EngineTests", ["Units", "Ledger", "ADBC", "Engine"]),
    tests("PagesTests", ["Units", "Ledger", "Portfolio", "Pages"]),
    tests("DeskTests", ["Units", "Ledger", "Portfolio", "SourceFiles", "Engine", "Desk"]),
    tests("EndToEndTests", []),
  ]
)
