import Foundation
import Testing

/// `nabla eval`'s bounds, as they are set on the command line.
@Suite("The bounds of a program") struct EvalLimitTests {
  private func run(_ arguments: [String], _ program: String) throws -> (Int32, String) {
    let process = Process()
    process.executableURL = URL(filePath: Program.path)
    process.arguments = ["eval", "-"] + arguments
    let (input, errors) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput, process.standardError) = (input, Pipe(), errors)
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data(program.utf8))
    try input.fileHandleForWriting.close()
    let said = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: said, as: UTF8.self))
  }

  @Test(arguments: [
    (["--max-steps", "1000"], "while True: pass"),
    (["--max-numbers", "100"], "torch.zeros(101)"),
    (["--max-depth", "20"], "def f(n): return f(n + 1)\nf(0)"),
    (["--max-output", "50"], "for i in range(100): print(i)"),
  ])
  func `stop it with an error at its place`(arguments: [String], program: String) throws {
    let (status, said) = try run(arguments, program)
    #expect(status == 1)
    #expect(said.contains("│"))
  }

  @Test func `say of one operation that it is too much, and speak of no loop`() throws {
    let program = "x = torch.zeros(3000, 3000)\nx @ x"
    let (status, said) = try run(["--max-steps", "100000"], program)
    #expect(status == 1)
    #expect(said.contains("operation") && !said.contains("loop"))
  }

  @Test(arguments: ["0", "-1", "401"]) func `must be sensible`(depth: String) throws {
    let (status, said) = try run(["--max-depth=\(depth)"], "1")
    #expect(status == 64)
    #expect(said.contains("--max-depth"))
  }

  @Test func `are as deep as the stack`() throws {
    let program = "def f(n):\n    if n > 0: return (lambda: f(n - 1))()\nf(190)"
    #expect(try run(["--max-depth", "400"], program).0 == 0)
  }
}
