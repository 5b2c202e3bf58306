import Glibc
import Testing

/// Waits for the first whole frame.
private func started(_ arguments: [String] = ["keys"], columns: Int = 80, rows: Int = 24) throws
  -> Program
{
  let program = try Program(arguments, columns: columns, rows: rows)
  try #require(program.wait { $0.output.count > 200 })
  program.settle()
  return program
}

private func expectRestored(
  _ program: Program, sourceLocation: SourceLocation = #_sourceLocation
) {
  let stream = TerminalStream(program.output)
  #expect(program.modesAreRestored, "termios differ", sourceLocation: sourceLocation)
  #expect(stream.isRestored, "modes left: \(stream.modes)", sourceLocation: sourceLocation)
  #expect(stream.strange.isEmpty, sourceLocation: sourceLocation)
}

@Suite(.serialized) struct `The terminal is given back` {
  @Test func `when the program quits`() throws {
    let program = try started()
    program.type("q")
    #expect(program.end() == 0)
    expectRestored(program)
  }

  @Test(arguments: [
    SIGTERM, SIGHUP, SIGQUIT, SIGPIPE, SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSYS, SIGTRAP,
    SIGXCPU, SIGALRM, SIGUSR1,
  ])
  func `when a signal ends it`(signal: Int32) throws {
    let program = try started()
    program.send(signal)
    #expect(program.end() == -signal)
    expectRestored(program)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGQUIT])
  func `when a signal ends it during a computation`(signal: Int32) throws {
    let program = try started(["repl"])
    program.type("while True: pass\r\r")
    program.wait { $0.text.contains("stop") }
    program.send(signal)
    #expect(program.end() == -signal)
    expectRestored(program)
  }

  @Test(arguments: [1, 3, 5, 8, 10, 15, 20, 30])
  func `when a signal comes at the start`(milliseconds: Int) throws {
    let program = try Program(["keys"])
    usleep(UInt32(milliseconds * 1000))
    program.send(SIGTERM)
    #expect(program.end() == -SIGTERM)
    expectRestored(program)
  }

  @Test func `when Control and backslash are pressed`() throws {
    let program = try started()
    program.type("\u{1C}")
    #expect(program.end() == -SIGQUIT)
    expectRestored(program)
  }

  @Test func `with the words of a trap, and no question asked`() throws {
    let program = try Program(["keys"], environment: ["NABLA_TRAP": "x"])
    program.wait { $0.output.count > 200 }
    program.type("x")
    let status = program.end(within: 20)
    #expect(status == -SIGILL || status == -SIGTRAP)
    expectRestored(program)
    let left = program.text.components(afterLast: "\u{1B}[?1049l")
    #expect(left.contains("Fatal error"))
    #expect(!left.contains("Press space"))
  }

  @Test func `when nobody reads what it shows`() throws {
    let program = try started(["repl"])
    program.type(String(repeating: "x", count: 3000))
    usleep(300_000)
    program.send(SIGTERM)
    usleep(300_000)
    #expect(program.end() == -SIGTERM)
    #expect(program.modesAreRestored)
  }
}

@Suite(.serialized) struct `A stopped program` {
  @Test(arguments: ["key", "signal"])
  func `hands the terminal back and takes it again`(way: String) throws {
    let program = try started()
    if way == "key" { program.type("\u{1A}") } else { program.send(SIGTSTP) }
    #expect(program.wait { $0.stops == 1 })
    program.settle()
    expectRestored(program)
    program.resize(60, 20)
    program.clearOutput()
    program.foreground()
    #expect(program.wait { $0.text.contains("60 × 20") })
    program.settle()
    #expect(!program.modesAreRestored)
    #expect(TerminalStream(program.output).modes.isSuperset(of: [1049, 1000, 1006, 2004]))
    program.type("q")
    #expect(program.end() == 0)
    expectRestored(program)
  }

  @Test func `goes raw again when it could not know that it stopped`() throws {
    let program = try started()
    program.send(SIGSTOP)
    #expect(program.wait { $0.stops == 1 })
    program.cook()
    program.foreground()
    #expect(program.wait { !$0.modesAreRestored })
    program.settle()
    program.clearOutput()
    program.type("abc")
    #expect(program.wait { $0.text.contains("\"c\"") })
    program.type("q")
    #expect(program.end() == 0)
    expectRestored(program)
  }

  @Test(arguments: [SIGTSTP, SIGSTOP])
  func `shows its cursor again`(signal: Int32) throws {
    let program = try started(["repl"])
    program.send(signal)
    #expect(program.wait { $0.stops == 1 })
    program.cook()
    program.foreground()
    #expect(program.wait { !$0.modesAreRestored })
    program.settle()
    #expect(TerminalStream(program.output).modes.contains(25))
    program.type("1 + 1\r")
    #expect(program.wait { $0.text.contains("2") })
    #expect(TerminalStream(program.output).modes.contains(25))
  }

  @Test func `is stopped and continued many times`() throws {
    let program = try started()
    for round in 1...5 {
      program.type("\u{1A}")
      #expect(program.wait { $0.stops == round })
      program.settle()
      expectRestored(program)
      program.foreground()
      #expect(program.wait { !$0.modesAreRestored })
      program.settle()
    }
    program.send(SIGTERM)
    #expect(program.end() == -SIGTERM)
    expectRestored(program)
  }
}

@Suite(.serialized) struct `A window that is closed` {
  @Test(arguments: [false, true])
  func `ends the program`(ignoresHangup: Bool) throws {
    let program = try Program(["keys"], ignoresHangup: ignoresHangup)
    program.wait { $0.output.count > 200 }
    program.settle()
    program.hangUp()
    #expect(program.end(within: 10) != nil)
  }

  @Test func `ends a computation`() throws {
    let program = try Program(["repl"], ignoresHangup: true)
    program.wait { $0.output.count > 200 }
    program.type("while True: pass\r\r")
    program.wait { $0.text.contains("stop") }
    program.hangUp()
    #expect(program.end(within: 10) != nil)
  }
}

@Suite(.serialized) struct `A window of any size` {
  @Test(arguments: [
    (1, 1), (2, 2), (10, 3), (20, 5), (1, 24), (80, 1), (1000, 400), (10_000, 3), (65_535, 65_535),
  ])
  func `is taken`(columns: Int, rows: Int) throws {
    for arguments in [["keys"], ["repl"]] {
      let program = try Program(arguments, columns: columns, rows: rows)
      program.wait { !$0.output.isEmpty }
      program.settle()
      #expect(program.status == nil)
      program.resize(60, 20)
      program.clearOutput()
      #expect(program.wait { $0.output.count > 100 })
      program.type(arguments == ["keys"] ? "q" : "\u{4}")
      #expect(program.end() == 0)
      expectRestored(program)
    }
  }

  @Test(arguments: [([:], "80 × 24"), (["COLUMNS": "50", "LINES": "12"], "50 × 12")])
  func `is known where the terminal does not tell`(environment: [String: String], shown: String)
    throws
  {
    let program = try Program(["keys"], columns: 0, rows: 0, environment: environment)
    #expect(program.wait { $0.text.contains(shown) })
    program.type("q")
    #expect(program.end() == 0)
  }

  @Test func `may change faster than anybody can draw`() throws {
    let program = try started()
    for step in 0..<300 {
      program.resize(20 + step % 90, 5 + step % 40)
      usleep(1000)
    }
    program.resize(70, 21)
    #expect(program.wait { $0.text.contains("70 × 21") })
    program.settle()
    program.type("q")
    #expect(program.end() == 0)
    expectRestored(program)
  }

  @Test func `may change during a computation`() throws {
    let program = try started(["repl"])
    program.type("while True: pass\r\r")
    #expect(program.wait { $0.text.contains("stop") })
    program.settle()
    program.clearOutput()
    program.resize(40, 8)
    #expect(program.wait { $0.text.contains("[8;2H") })
    program.type("\u{3}")
    #expect(program.wait { $0.text.contains("KeyboardInterrupt") })
    program.type("7 * 6\r")
    #expect(program.wait { $0.text.contains("42") })
    program.type("\u{4}")
    #expect(program.end() == 0)
    expectRestored(program)
  }

  @Test func `keeps what was typed`() throws {
    let program = try started(["repl"])
    program.type("kept")
    program.settle()
    program.resize(1, 1)
    program.settle()
    program.resize(80, 24)
    program.clearOutput()
    #expect(program.wait { $0.text.contains("kept") })
    program.type("\u{3}\u{4}")
    #expect(program.end() == 0)
    expectRestored(program)
  }
}
