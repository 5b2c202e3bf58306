import Foundation
import Testing

/// `nabla eval` and Ctrl-C: what was printed stays, and the end comes.
@Suite("Ctrl-C during a program") struct EvalInterruptTests {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("nabla-eval-\(UUID().uuidString)")

  /// What came of a program.
  private struct End {
    var status: Int32?
    var printed: String
    var said: String
  }

  /// Runs a program, and sends it a signal when it computes.
  private func run(_ program: String, thenSend signal: Int32) throws -> End {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (source, output, errors) = (path("source"), path("output"), path("errors"))
    try program.write(toFile: source, atomically: true, encoding: .utf8)
    for file in [output, errors] { try "".write(toFile: file, atomically: true, encoding: .utf8) }
    let started = try Program(["eval", source], streams: (nil, output, errors))
    // The start takes a tenth of this, however busy the machine: it is no time on a clock.
    #expect(started.wait(30) { $0.processorSeconds > 0.5 })
    started.send(signal)
    let status = started.end(within: 30)
    return End(
      status: status, printed: try String(contentsOfFile: output, encoding: .utf8),
      said: try String(contentsOfFile: errors, encoding: .utf8))
  }

  private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  @Test(arguments: [
    "while True: pass", "while True: x = torch.rand(300000).sort()",
    "while True: x = torch.rand(400, 400) @ torch.rand(400, 400)",
    "l = list(range(200000))\nwhile True: l = sorted(l, reverse=True)",
    "s = 'ab ' * 300000\nwhile True: t = s.split()",
  ])
  func `keeps what was printed`(loop: String) throws {
    let end = try run("print('before')\n" + loop, thenSend: SIGINT)
    #expect(end.printed == "before\n")
    #expect(end.said.hasPrefix("KeyboardInterrupt"), "\(end.said)")
    #expect(end.status == -SIGINT)
  }

  @Test func `tells the line where the program was`() throws {
    let end = try run("x = 0\nwhile True:\n    x += 1", thenSend: SIGINT)
    #expect(end.said.contains("│"))
  }

  @Test func `a wish to end keeps what was printed, too`() throws {
    let end = try run("print('kept')\nwhile True: pass", thenSend: SIGTERM)
    #expect(end.printed == "kept\n")
    #expect(end.status == -SIGTERM)
  }

  @Test func `a long output comes whole`() throws {
    let process = Process()
    process.executableURL = URL(filePath: Program.path)
    process.arguments = ["eval", "-"]
    let (input, output) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput) = (input, output)
    try process.run()
    try input.fileHandleForWriting.write(
      contentsOf: Data("for i in range(30000): print(i)\nprint('x' * 200000)\n7".utf8))
    try input.fileHandleForWriting.close()
    let printed = String(
      decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    let expected =
      (0..<30000).map { "\($0)\n" }.joined() + String(repeating: "x", count: 200_000) + "\n7\n"
    #expect(printed == expected)
  }
}
