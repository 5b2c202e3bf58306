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

/// A task-local closure by itself crashes in optimised code.
///
/// So it is in Swift 6.3 (d7d3d7c): only release builds end before their first line, and no test sees
/// it. A value that holds the closure is safe.
@Test(arguments: ["Sources", "Tests"]) func `no task-local is a closure by itself`(folder: String)
  throws
{
  for file in try House.files(below: folder) {
    for (index, line) in file.lines.enumerated() {
      #expect(
        !isClosureTaskLocal(file.lines[index...]), "\(file.path):\(index + 1): \(line)")
    }
  }
}

@Test func `a task-local closure is seen however it is written`() {
  let attribute = "@Task" + "Local"
  let refused = [
    ["\(attribute) static var isWanted: (@Sendable () -> Bool)?"],
    ["\(attribute)", "  public static var isWanted: (() -> Bool)? = nil"],
    ["\(attribute) static var ask: Optional<@Sendable () -> Int> = nil"],
    ["\(attribute) static var ask = { @Sendable in 1 }"],
    ["\(attribute) static var ask: Question = { 1 }"],
  ]
  for lines in refused { #expect(isClosureTaskLocal(lines[...]), "\(lines)") }
  #expect(!isClosureTaskLocal(["\(attribute) static var current = Interruption()"]))
  #expect(!isClosureTaskLocal(["// \(attribute) static var x: () -> Int"]))
}

/// Whether the first line begins a task-local declaration whose type or value is a closure.
private func isClosureTaskLocal(_ lines: ArraySlice<String>) -> Bool {
  guard let first = lines.first, let start = first.range(of: "@Task" + "Local"),
    !first[..<start.lowerBound].contains("//"), !first[..<start.lowerBound].contains("\"")
  else { return false }
  var declaration = String(first[start.upperBound...])
  if !declaration.contains("var "), let next = lines.dropFirst().first { declaration += next }
  return declaration.contains("var ")
    && (declaration.contains("->") || declaration.contains("= {") || declaration.contains(": {"))
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
