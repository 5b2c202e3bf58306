// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "nabla",
  products: [
    .executable(name: "nabla", targets: ["nabla"]),
    .library(name: "Math", targets: ["Math"]),
    .library(name: "Language", targets: ["Language"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    .target(
      name: "Math",
      dependencies: ["CVector", .product(name: "RealModule", package: "swift-numerics")],
      swiftSettings: strict),
    .target(name: "CVector"),
    .target(name: "CDigits"),
    .target(name: "Language", dependencies: ["Math", "CDigits"], swiftSettings: strict),
    .systemLibrary(name: "CCMark"),
    .target(
      name: "Lessons",
      dependencies: [
        "Math", "Language", "CCMark",
        .product(name: "Yams", package: "Yams"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .target(name: "CNCurses", linkerSettings: [.linkedLibrary("ncursesw")]),
    .target(
      name: "TutorUI",
      dependencies: ["Math", "Language", "Lessons", "CNCurses"],
      swiftSettings: strict),
    .executableTarget(
      name: "nabla",
      dependencies: [
        "Math", "Language", "Lessons", "TutorUI",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .testTarget(name: "MathTests", dependencies: ["Math"], swiftSettings: strict),
    .testTarget(name: "LanguageTests", dependencies: ["Language", "Math"], swiftSettings: strict),
    .testTarget(
      name: "LessonsTests",
      dependencies: ["Lessons", "Language", "Math", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: strict),
    .testTarget(
      name: "TutorUITests", dependencies: ["TutorUI", "Lessons", "Language", "Math"],
      swiftSettings: strict),
    .testTarget(name: "HouseTests", swiftSettings: strict),
    .target(
      name: "CPseudoTerminal", path: "Tests/CPseudoTerminal",
      linkerSettings: [.linkedLibrary("util")]),
    .testTarget(
      name: "ProgramTests", dependencies: ["CPseudoTerminal"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
