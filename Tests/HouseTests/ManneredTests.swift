import Foundation
import Testing

@Test func `no file is longer than a chapter`() throws {
  for file in try House.files(below: "Sources") + House.files(below: "Tests") {
    #expect(file.lines.count <= 301, "\(file.path) has \(file.lines.count - 1) lines; split it")
  }
}

@Test(arguments: [
  "@unchecked", "nonisolated(unsafe)", "try!", "as!", "@preconcurrency", "unsafeBitCast",
  "String(format:", "TODO", "FIXME",
])
func `nothing is used that the compiler could not check`(word: String) throws {
  for file in try House.files(below: "Sources") {
    for (index, line) in file.lines.enumerated() where line.contains(word) {
      #expect(Bool(false), "\(file.path):\(index + 1) uses \(word)")
    }
  }
}

@Test(arguments: ["Manager", "Helper", "Utils", "Utilities", "Util", "Misc"])
func `names say what a thing is`(word: String) throws {
  for file in try House.files(below: "Sources") {
    let name = file.path.split(separator: "/").last.map(String.init) ?? ""
    #expect(!name.contains(word), "\(file.path)")
    for (index, line) in file.lines.enumerated() {
      let declares = ["struct ", "class ", "enum ", "protocol ", "actor "].contains { keyword in
        line.contains(keyword) && line.contains(word)
          && !line.trimmingCharacters(in: .whitespaces).hasPrefix("//")
      }
      #expect(!declares, "\(file.path):\(index + 1) declares a \(word)")
    }
  }
}

@Test func `the scripts are shell that parses`() throws {
  for script in ["script/run", "script/test", "script/install", "script/prepare", ".ci/run"] {
    let bash = Process()
    bash.executableURL = URL(filePath: "/bin/bash")
    bash.arguments = ["-n", House.root.appending(path: script).path]
    try bash.run()
    bash.waitUntilExit()
    #expect(bash.terminationStatus == 0, "\(script)")
  }
}
