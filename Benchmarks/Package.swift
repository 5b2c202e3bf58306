// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "nabla", path: "..")],
  targets: [
    .executableTarget(name: "measure", dependencies: [.product(name: "Math", package: "nabla")])
  ],
  swiftLanguageModes: [.v6]
)
