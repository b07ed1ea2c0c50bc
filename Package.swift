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
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
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
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
    room("Portfolio", ["Units", "Ledger"]),
    room("Sample", ["Units", "Ledger"]),
    room("Matching", ["Units", "Ledger"]),
    room("Forecast", ["Units", "Ledger", .product(name: "RealModule", package: "swift-numerics")]),
    room("SourceFiles", ["Units", "Ledger", "CZlib", "CLibXML2", "CLibZip"]),
    room("Engine", ["Units", "Ledger", "ADBC"]),
    // Level 3
    room("Decisions", ["Units", "Ledger", "Portfolio", "Forecast"]),
    // Level 4
    room("Store", ["Units", "Ledger", "Decisions", .product(name: "GRDB", package: "GRDB.swift")]),
    .target(
      name: "Pages",
      dependencies: [
        "Units", "Ledger", "Portfolio", "Matching", "Forecast", "Decisions",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      resources: [
        "base.css", "web.css", "print.css", "placing.js", "clientele.js", "icon.svg", "ceasing.fr.mustache",
        "ceasing.en.mustache",
      ].map { .embedInCode("Resources/\($0)") },
      swiftSettings: settings),
    // Level 5
    .systemLibrary(
      name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"]), .brew(["libsodium"])]),
    room(
      "Desk",
      [
        "Units", "Ledger", "Portfolio", "Matching", "Decisions", "Sample", "SourceFiles", "Engine", "Store", "CSodium",
        .product(name: "Yams", package: "Yams"),
      ]),
    // Level 6
    room(
      "Server",
      [
        "Units", "Ledger", "Portfolio", "Matching", "Forecast", "Decisions", "SourceFiles", "Engine", "Pages", "Desk",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "Logging", package: "swift-log"),
      ]),
    // Level 7
    .executableTarget(
      name: "clientele",
      dependencies: [
        "Units", "Ledger", "Portfolio", "Forecast", "Decisions", "Sample", "SourceFiles", "Engine", "Pages", "Desk",
        "Server",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      path: "Sources/CLI", swiftSettings: settings),

    tests("UnitsTests", ["Units"]),
    tests("ADBCTests", ["ADBC", "CADBC"]),
    tests("LedgerTests", ["Units", "Ledger"]),
    tests("PortfolioTests", ["Units", "Ledger", "Portfolio"]),
    tests("DecisionsTests", ["Units", "Ledger", "Portfolio", "Sample", "Forecast", "Decisions"]),
    tests("SampleTests", ["Units", "Ledger", "Sample"]),
    tests("MatchingTests", ["Units", "Ledger", "Matching"]),
    tests("ForecastTests", ["Units", "Ledger", "Sample", "Forecast"]),
    tests("SourceFilesTests", ["Units", "Ledger", "SourceFiles", "CZlib"]),
    tests("EngineTests", ["Units", "Ledger", "ADBC", "Engine"]),
    tests("StoreTests", ["Units", "Ledger", "Decisions", "Store"]),
    tests("PagesTests", ["Units", "Ledger", "Portfolio", "Decisions", "Pages"]),
    tests(
      "DeskTests",
      ["Units", "Ledger", "Portfolio", "Matching", "Decisions", "Sample", "SourceFiles", "Engine", "Store", "Desk"]),
    tests(
      "ServerTests",
      [
        "Units", "Ledger", "Decisions", "Engine", "Desk", "Pages", "Server",
        .product(name: "Logging", package: "swift-log"),
      ]),
    tests("EndToEndTests", []),
  ]
)
