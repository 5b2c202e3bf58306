import Foundation
import Testing

/// `nabla eval` and Ctrl-C: what was printed stays, and the end comes at once.
@Suite("Ctrl-C during a program") struct EvalInterruptTests {
  /// What came of a program that was interrupted after it had printed its first line.
  private func interrupted(_ program: String, by signal: Int32 = SIGINT) throws -> (
    process: Process, printed: String, said: String, time: Duration
  ) {
    let process = Process()
    process.executableURL = URL(filePath: Program.path)
    process.arguments = ["eval", "-"]
    let (input, output, errors) = (Pipe(), Pipe(), Pipe())
    (process.standardInput, process.standardOutput, process.standardError) = (input, output, errors)
    // Tests that a shell runs in the background are born deaf to Ctrl-C, and so are their children.
    Foundation.signal(SIGINT, SIG_DFL)
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(program.utf8))
    try input.fileHandleForWriting.close()
    usleep(700_000)
    let start = ContinuousClock.now
    kill(process.processIdentifier, signal)
    let printed = try output.fileHandleForReading.readToEnd() ?? Data()
    let said = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (
      process, String(decoding: printed, as: UTF8.self), String(decoding: said, as: UTF8.self),
      ContinuousClock.now - start
    )
  }

  @Test(arguments: [
    "while True: pass", "while True: x = torch.rand(300000).sort()",
    "while True: x = torch.rand(400, 400) @ torch.rand(400, 400)",
    "l = list(range(200000))\nwhile True: l = sorted(l, reverse=True)",
    "s = 'ab ' * 300000\nwhile True: t = s.split()",
  ])
  func `keeps what was printed`(loop: String) throws {
    let (process, printed, said, time) = try interrupted("print('before')\n" + loop)
    #expect(printed == "before\n")
    #expect(said.hasPrefix("KeyboardInterrupt"), "\(said)")
    #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGINT)
    // 50 ms are promised; a machine that runs every test at once may take longer to notice.
    #expect(time < .milliseconds(500))
  }

  @Test func `tells the line where the program was`() throws {
    let said = try interrupted("x = 0\nwhile True:\n    x += 1").said
    #expect(said.contains("│"))
  }

  @Test func `a wish to end keeps what was printed, too`() throws {
    let (process, printed, _, _) = try interrupted("print('kept')\nwhile True: pass", by: SIGTERM)
    #expect(printed == "kept\n")
    #expect(process.terminationStatus == SIGTERM)
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
