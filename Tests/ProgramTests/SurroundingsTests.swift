import Glibc
import Testing

@Suite(.serialized) struct `A terminal of any kind` {
  @Test(arguments: [nil, "", "dumb", "nonesuch-9", "../../etc/passwd", "\u{1B}[31m"] as [String?])
  func `that cannot be used is named`(kind: String?) throws {
    let program = try Program(["keys"], environment: ["TERM": kind])
    #expect(program.end() == 2)
    #expect(program.text.contains("TERM"))
    #expect(!program.output.contains(0x1B))
    #expect(program.modesAreRestored)
  }

  @Test(arguments: [
    "xterm", "xterm-256color", "screen", "screen-256color", "tmux-256color", "linux", "vt100",
    "vt220", "ansi", "rxvt",
  ])
  func `shows a page and is given back`(kind: String) throws {
    let program = try Program(["repl"], environment: ["TERM": kind])
    #expect(program.wait { $0.text.contains("complete") })
    program.type("x")
    program.settle()
    program.type("\u{3}\u{4}")
    #expect(program.end() == 0)
    #expect(program.modesAreRestored)
    let stream = TerminalStream(program.output)
    #expect(stream.isRestored)
    #expect(stream.strange.isEmpty)
  }

  @Test(arguments: [("vt100", "1"), ("xterm-256color", "1"), ("vt100", "")])
  func `has no colours where there are or may be none`(kind: String, noColour: String) throws {
    let program = try Program(["repl"], environment: ["TERM": kind, "NO_COLOR": noColour])
    #expect(program.wait { $0.text.contains("complete") })
    program.settle()
    #expect(program.text.firstRange(of: /\e\[[0-9;]*(3|4)[0-7](;|m)/) == nil)
    // Titles and keys have their weight all the same.
    #expect(program.text.firstRange(of: /\e\[[0-9;]*1m[^\e]*nabla/) != nil)
    #expect(program.text.firstRange(of: /\e\[[0-9;]*1m[^\e]*enter/) != nil)
  }
}

@Suite(.serialized) struct `A locale of any kind` {
  @Test(arguments: [
    (["LC_ALL": "C"], [String]()), (["LC_ALL": "POSIX"], []), (["LC_ALL": "xx_XX.ISO-8859-1"], []),
    (["LC_ALL": nil, "LANG": nil], []), ([:], ["--ascii"]),
  ])
  func `without UTF-8 gets not one byte beyond ASCII`(
    environment: [String: String?], options: [String]
  ) throws {
    let program = try Program(["repl"] + options, environment: environment)
    #expect(program.wait { $0.text.contains("complete") })
    program.type("'数学 αβ █ − é 🎉 \u{301}'\r")
    program.settle()
    program.type("\u{4}")
    #expect(program.end() == 0)
    #expect(program.output.allSatisfy { $0 < 0x80 })
    #expect(TerminalStream(program.output).strange.isEmpty)
    #expect(program.text.contains("---"))
  }

  @Test func `that is not installed has UTF-8 where its name says so`() throws {
    let program = try Program(["repl"], environment: ["LC_ALL": "xx_XX.UTF-8"])
    #expect(program.wait { $0.text.contains("complete") })
    program.type("'数学 αβ'\r")
    #expect(program.wait { $0.text.contains("数学 αβ") })
  }

  @Test func `writes numbers with a point`() throws {
    let program = try Program(
      ["repl"], environment: ["LC_NUMERIC": "de_DE.UTF-8", "LC_ALL": nil, "LANG": "C.UTF-8"])
    #expect(program.wait { $0.text.contains("complete") })
    program.type("1.5 + 1\r")
    #expect(program.wait { $0.text.contains("2.5") })
  }
}

@Suite(.serialized) struct `Standard streams` {
  @Test func `that bring no keys are told what reads programs`() throws {
    let program = try Program(["repl"], streams: ("/dev/null", nil, nil))
    #expect(program.end() == 2)
    #expect(program.text.contains("nabla eval -"))
    #expect(!program.text.contains("--plain"))
  }

  @Test(arguments: ["/dev/null", "/etc/passwd"])
  func `that bring no keys are refused`(file: String) throws {
    let program = try Program(["keys"], streams: (file, nil, nil))
    #expect(program.end() == 2)
    #expect(program.text.contains("Standard input is not a terminal"))
    #expect(!program.output.contains(0x1B))
  }

  @Test func `that show nothing are refused`() throws {
    let path = "/tmp/nabla-output-\(getpid())"
    defer { unlink(path) }
    let program = try Program(["keys"], streams: (nil, path, nil))
    #expect(program.end() == 2)
    #expect(program.text.contains("Standard output is not a terminal"))
    var status = stat()
    stat(path, &status)
    #expect(status.st_size == 0)
  }

  @Test(
    arguments: [("-", nil, nil), (nil, "-", nil), ("-", "-", "-")] as [(String?, String?, String?)])
  func `that are closed are no accident`(input: String?, output: String?, error: String?) throws {
    let program = try Program(["keys"], streams: (input, output, error))
    #expect(program.end() == 2)
    #expect(program.modesAreRestored)
  }

  @Test(arguments: [0, 1, 8])
  func `that bound the length of files bound no frame`(blocks: Int) throws {
    let program = try Program(["keys"], after: "ulimit -f \(blocks)")
    #expect(program.wait { $0.text.contains("80 × 24") })
    program.type("q")
    #expect(program.end() == 0)
    #expect(TerminalStream(program.output).isRestored)
  }

  @Test func `without standard error all goes on`() throws {
    let program = try Program(["keys"], streams: (nil, nil, "-"))
    #expect(program.wait { $0.text.contains("80 × 24") })
    program.type("q")
    #expect(program.end() == 0)
    #expect(TerminalStream(program.output).isRestored)
  }
}

@Suite(.serialized) struct `Hostile text` {
  private static let attacks = [
    "\u{1B}[2J", "\u{1B}[?1049l", "\u{1B}]0;title\u{7}", "\u{1B}]52;c;aGk=\u{7}",
    "\u{1B}]8;;x\u{1B}\\",
    "\u{1B}P$qm\u{1B}\\", "\u{1B}[21t", "\u{1B}[6n", "\u{9B}31m", "\u{1B}]8;; \u{1B}0m\u{1B}[>0q",
    "\u{202E}\u{2066}\u{200B}\u{FEFF}\u{2028}", "\u{1B}]never ended",
    "a" + String(repeating: "\u{301}", count: 10_000),
  ]

  @Test func `that is typed or pasted never reaches the terminal`() throws {
    let program = try Program(["repl"])
    #expect(program.wait { $0.text.contains("complete") })
    for attack in Self.attacks {
      program.type("\u{1B}[200~'" + attack + "'\u{1B}[201~\r")
      program.settle(0.04)
    }
    let controls = (1...0x1F).filter { $0 != 0x1B }.map { UInt8($0) }
    program.type(
      Array("\u{1B}[200~".utf8) + controls + [0x7F, 0xFF, 0xC0, 0x80] + Array("\u{1B}[201~".utf8))
    program.settle()
    program.type("\u{3}\u{4}")
    #expect(program.end() == 0)
    #expect(TerminalStream(program.output).strange == [])
    #expect(program.text.contains("^["))
    #expect(program.text.contains("<202e>"))
  }

  @Test func `that a program prints never reaches the terminal`() throws {
    let program = try Program(["repl"])
    #expect(program.wait { $0.text.contains("complete") })
    program.type("print('\\x1b[2J\\x1b]0;t\\x07\\x9b31m\\u202e')\r")
    #expect(program.wait { $0.text.contains("^[[2J^[]0;t^G<9b>31m<202e>") })
    program.type("\u{4}")
    #expect(program.end() == 0)
    #expect(TerminalStream(program.output).strange == [])
  }

  @Test func `of random bytes does no harm`() throws {
    let program = try Program(["repl"])
    #expect(program.wait { $0.text.contains("complete") })
    var dice = Dice(state: 7)
    for _ in 0..<20 {
      // All but the keys that end it.
      let ends: Set<UInt8> = [0x04, 0x11, 0x1A, 0x1C]
      let bytes = (0..<4096).map { _ in UInt8.random(in: 0...255, using: &dice) }
        .filter { !ends.contains($0) }
      program.type(bytes)
      program.settle(0.02)
    }
    program.type("\u{1B}[201~\u{7}")
    usleep(1_200_000)
    program.type("\u{3}\u{3}\u{4}")
    #expect(program.end() == 0)
    #expect(TerminalStream(program.output).strange == [])
  }
}

@Suite(.serialized) struct `Keys in plenty` {
  @Test func `are drawn once`() throws {
    let program = try Program(["repl"])
    #expect(program.wait { $0.text.contains("complete") })
    program.settle()
    program.clearOutput()
    program.type(String(repeating: "ab", count: 100) + "\u{1}")
    program.settle()
    #expect(program.output.count < 3000)
    program.type("\u{3}\u{4}")
    #expect(program.end() == 0)
  }

  @Test func `may be a paste of 64 KiB`() throws {
    let program = try Program(["repl"])
    #expect(program.wait { $0.text.contains("complete") })
    let line = String(repeating: "x = 1 # ", count: 8) + "\n"
    program.type("\u{1B}[200~" + String(repeating: line, count: 1000) + "\u{1B}[201~")
    program.settle(0.3)
    program.type("\u{1F}")
    program.settle()
    program.type("\u{4}")
    #expect(program.end() == 0)
    expectPlain(program)
  }

  private func expectPlain(_ program: Program) {
    #expect(TerminalStream(program.output).strange == [])
    #expect(program.modesAreRestored)
  }

  @Test func `interrupt a program that runs`() throws {
    let program = try Program(["repl"])
    #expect(program.wait { $0.text.contains("complete") })
    program.type("while True: pass\r\r")
    #expect(program.wait { $0.text.contains("stop") })
    program.clearOutput()
    program.type("\u{3}")
    #expect(program.wait(1) { $0.text.contains("KeyboardInterrupt") })
    program.type("1 + 1\r")
    #expect(program.wait { $0.text.contains("2") })
    program.send(SIGINT)
    program.settle()
    #expect(program.status == nil)
    program.type("\u{4}")
    #expect(program.end() == 0)
  }
}

extension String {
  func components(afterLast mark: String) -> Substring {
    var rest = self[...]
    while let range = rest.firstRange(of: mark) { rest = rest[range.upperBound...] }
    return rest
  }
}

@Suite(.serialized) struct `A message` {
  @Test(arguments: [
    ["learn", "\u{1B}[2Jx"], ["formulas", "\u{1B}[31m"], ["help", "\u{1B}[31m"],
    ["drill", "--topic", "\u{1B}[31m"], ["check", "\u{1B}[31m"], ["\u{1B}[31m"],
    ["eval", "\u{1B}[31m"], ["progress", "import", "\u{1B}[31m"], ["eval", "--\u{1B}[31m"],
  ])
  func `shows the controls of an argument`(words: [String]) throws {
    let program = try Program(words, environment: ["XDG_DATA_HOME": "/tmp/nabla-messages"])
    #expect(program.end(within: 10).map { $0 > 0 } == true)
    #expect(program.text.contains("^["))
    #expect(!program.output.contains(0x1B))
  }

  @Test func `of a program shows its controls, and its output too where somebody watches`() throws {
    let path = "/tmp/nabla-hostile-\(getpid()).py"
    defer { unlink(path) }
    let text = #"print("\x1b[2J")"# + "\nx = \"\u{1B}[31m\"\n" + #"raise ValueError("\x1b[5m")"#
    let file = try #require(fopen(path, "w"))
    fputs(text, file)
    fclose(file)
    let program = try Program(["eval", path])
    #expect(program.end(within: 10) == 1)
    #expect(program.text.contains("^[[2J"))
    #expect(program.text.contains("ValueError: ^[[5m"))
    #expect(!program.output.contains(0x1B))
  }

  @Test func `does not change what a program writes into a file`() throws {
    let path = "/tmp/nabla-written-\(getpid())"
    defer { unlink(path + ".py"); unlink(path) }
    let file = try #require(fopen(path + ".py", "w"))
    fputs(#"print("\x1b[2J")"#, file)
    fclose(file)
    let program = try Program(["eval", path + ".py"], streams: (nil, path, nil))
    #expect(program.end(within: 10) == 0)
    let written = try #require(fopen(path, "r"))
    defer { fclose(written) }
    var bytes = [UInt8](repeating: 0, count: 16)
    #expect(fread(&bytes, 1, 16, written) == 5)
    #expect(Array(bytes[..<5]) == Array("\u{1B}[2J\n".utf8))
  }
}
