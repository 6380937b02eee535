// swift-tools-version: 6.1
import PackageDescription

// One set of rules for every Swift target: names of existentials are spelled out, a file sees
// only what it imports itself, and an import is internal unless its types are part of our API.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "werkplaats",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "werkplaats", targets: ["werkplaats"]),
    .library(name: "WorkshopCore", targets: ["WorkshopCore"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.0.0"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.4.0"),
  ],
  targets: [
    // No pkgConfig: ncursesw's flags make SwiftPM warn on each build. The module map links.
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
    .target(name: "CTerminalGuard"),
    // Texts, templates and schemas, by #embed of C23.
    .target(name: "CEmbeddedFiles"),
    // Header only: renameat2, which Swift's Glibc module leaves out.
    .systemLibrary(name: "CFileExchange"),
    // Header only: mallopt, likewise.
    .systemLibrary(name: "CAllocator"),

    // No pkgConfig either. Keyed hashes of names; header only.
    .systemLibrary(name: "CSodium", providers: [.apt(["libsodium-dev"])]),

    .target(name: "WorkshopCore", dependencies: ["CSodium"], swiftSettings: strict),
    .target(name: "ReportText", dependencies: ["WorkshopCore"], swiftSettings: strict),
    .target(
      name: "WorkshopContent", dependencies: ["WorkshopCore", "ReportText", "CEmbeddedFiles"],
      exclude: ["Resources"], swiftSettings: strict),
    .target(
      name: "WorkshopReport",
      dependencies: [
        "WorkshopCore", "ReportText", "CEmbeddedFiles",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      exclude: ["Templates"], swiftSettings: strict),
    .target(
      name: "SessionStore", dependencies: ["WorkshopCore", "CFileExchange", "CEmbeddedFiles"],
      exclude: ["Schemas"], swiftSettings: strict),
    .target(name: "TextScreen", swiftSettings: strict),
    .target(
      name: "CursesScreen", dependencies: ["TextScreen", "CNcurses", "CTerminalGuard"],
      swiftSettings: strict),
    .target(
      name: "Facilitator",
      dependencies: ["WorkshopCore", "ReportText", "WorkshopContent", "TextScreen"],
      swiftSettings: strict),
    .executableTarget(
      name: "werkplaats",
      dependencies: [
        "WorkshopCore", "ReportText", "WorkshopContent", "WorkshopReport", "SessionStore",
        "TextScreen", "CursesScreen", "Facilitator", "CAllocator",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    .target(
      name: "TestSupport", dependencies: ["WorkshopCore", "SessionStore"],
      path: "Tests/TestSupport"),
    .testTarget(
      name: "WorkshopCoreTests", dependencies: ["WorkshopCore", "TestSupport"],
      exclude: ["Fixtures", "Snapshots"]),
    .testTarget(
      name: "WorkshopContentTests",
      dependencies: ["WorkshopCore", "WorkshopContent", "TestSupport"]),
    .testTarget(
      name: "WorkshopReportTests",
      dependencies: [
        "WorkshopCore", "ReportText", "WorkshopContent", "WorkshopReport", "SessionStore",
        "TestSupport",
      ]),
    .testTarget(
      name: "SessionStoreTests",
      dependencies: ["WorkshopCore", "WorkshopContent", "SessionStore", "TestSupport"],
      exclude: ["Fixtures", "Snapshots"]),
    .testTarget(name: "TextScreenTests", dependencies: ["TextScreen", "TestSupport"]),
    .testTarget(
      name: "CursesScreenTests", dependencies: ["TextScreen", "CursesScreen", "TestSupport"]),
    .testTarget(
      name: "FacilitatorTests",
      dependencies: [
        "WorkshopCore", "ReportText", "WorkshopContent", "TextScreen", "Facilitator",
        "TestSupport",
      ],
      exclude: ["Snapshots"]),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "werkplaats", "WorkshopCore", "WorkshopContent", "SessionStore", "Facilitator",
        "TestSupport",
      ],
      exclude: ["TwoDays/Snapshots"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
