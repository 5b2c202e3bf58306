import Testing

/// What each part of the house may import.
///
/// ARCHITECTURE.md says why. The first match counts.
private let layers: [(folder: String, may: Set<String>)] = [
  ("Sources/Math/Kernels", ["RealModule", "CVector"]),
  ("Sources/Math", ["RealModule"]),
  ("Sources/Language/Torch/Data", ["Math", "CDigits"]),
  ("Sources/Language", ["Math", "Synchronization"]),
  ("Sources/Lessons/Store", ["Language", "GRDB", "Glibc"]),
  ("Sources/Lessons/Script", ["Language", "CCMark", "Yams"]),
  ("Sources/Lessons", ["Math", "Language"]),
  ("Sources/TutorUI/Terminal", ["CNCurses", "Glibc"]),
  ("Sources/TutorUI", ["Math", "Language", "Lessons"]),
  (
    "Sources/nabla",
    ["Math", "Language", "Lessons", "TutorUI", "ArgumentParser", "Glibc", "Synchronization"]
  ),
]

@Test(arguments: layers.map(\.folder))
func `each layer imports only what stands below it`(folder: String) throws {
  let others = layers.map(\.folder).filter { $0.hasPrefix(folder + "/") }
  let may = try #require(layers.first { $0.folder == folder }).may
  for file in try House.files(below: folder)
  where !others.contains(where: { file.path.hasPrefix($0 + "/") }) {
    for (module, line) in file.imports where module != "Swift" {
      #expect(may.contains(module), "\(file.path):\(line) imports \(module)")
    }
  }
}

@Test(arguments: layers.map(\.folder))
func `what a layer may import, it does import`(folder: String) throws {
  let may = try #require(layers.first { $0.folder == folder }).may
  let imports = Set(try House.files(below: folder).flatMap(\.imports).map(\.module))
  #expect(may.subtracting(imports).sorted() == [])
}

@Test func `an import is seen however it is written`() {
  let file = House.File(
    path: "a.swift",
    lines: [
      "import Glibc", "@testable import Math", "public import struct Foundation.Data",
      "// import nothing", "let important = 1",
    ])
  #expect(file.imports.map(\.module) == ["Glibc", "Math", "Foundation"])
}
