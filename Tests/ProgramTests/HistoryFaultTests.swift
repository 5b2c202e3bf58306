import Foundation
import Testing

/// Histories that were carried from elsewhere, and files of them that were damaged.
@Suite struct `A history` {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("nabla-history-\(UUID().uuidString)")

  private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// Runs the program on the learner's data in the folder.
  private func run(_ arguments: String...) throws -> (status: Int32?, text: String) {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let program = try Program(
      arguments,
      environment: [
        "XDG_DATA_HOME": folder.path, "NABLA_CONTENT": root.appendingPathComponent("content").path,
      ], streams: ("/dev/null", nil, nil))
    let status = program.end(within: 20)
    return (status, program.text)
  }

  private func write(_ lines: [String]) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let head = #"{"format": "nabla-progress", "version": 1}"#
    try ([head] + lines).map { $0 + "\n" }.joined()
      .write(toFile: path("history"), atomically: true, encoding: .utf8)
  }

  @Test(arguments: ["|plain-share|0|en|", "||9223372036854775807|en|", "||9999|en|", "nonsense"])
  func `with a step that no lesson has opens the lesson all the same`(mark: String) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try write([
      #"{"time": 1, "lesson": "softmax", "step": 2, "event": "seen", "mark": "\#(mark)"}"#,
      #"{"time": 1e300, "lesson": "softmax", "step": 4611686018427387904, "event": "left"}"#,
    ])
    #expect(try run("progress", "import", path("history")).status == 0)
    #expect(try run("learn", "softmax", "--plain").status == 0)
    #expect(try run("stats", "--plain").status == 0)
  }

  @Test func `that cannot be read whole is not exported as if it could`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try write(
      (0..<2000).map { number in
        #"{"time": \#(number), "lesson": "nll", "step": 1, "event": "answered", "quiz": "a", "#
          + #""seed": 1, "answer": "the answer \#(number) of all", "verdict": "wrong"}"#
      })
    #expect(try run("progress", "import", path("history")).status == 0)
    try losePage(of: "the answer 1000 of all")
    try "yesterday's".write(toFile: path("backup"), atomically: true, encoding: .utf8)

    let (status, text) = try run("progress", "export", path("backup"))
    #expect(status == 1)
    #expect(text.contains("was damaged") && text.contains("Nothing was exported"))
    #expect(try String(contentsOfFile: path("backup"), encoding: .utf8) == "yesterday's")

    // What could be read is exported when that is known.
    #expect(try run("progress", "export", path("backup")).status == 0)
    let lines = try String(contentsOfFile: path("backup"), encoding: .utf8).split(separator: "\n")
    #expect((1900..<2000).contains(lines.count))
    #expect(lines.last?.contains("the answer 1999 of all") == true)
  }

  /// Overwrites the page of the progress file on which a text stands.
  private func losePage(of text: String) throws {
    let file = URL(fileURLWithPath: path("nabla/progress.sqlite"))
    var bytes = try Data(contentsOf: file)
    let place = try #require(bytes.range(of: Data(text.utf8))).lowerBound / 4096 * 4096
    bytes.replaceSubrange(place..<(place + 4096), with: Data(repeating: 0xFF, count: 4096))
    try bytes.write(to: file)
  }
}
