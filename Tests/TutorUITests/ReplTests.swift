import Language
import Testing

@testable import TutorUI

@Suite struct `The REPL` {
  @Test func `shows what was typed and what came of it`() {
    var sitting = ReplSitting()
    sitting.run("softmax(z)", Outcome(text: "tensor([0.6590, 0.2424, 0.0986])"))
    sitting.run("print(1)", Outcome(printed: "1\n", warnings: ["a warning"]))
    expect(
      sitting.repl.render(),
      shows: """
         nabla  REPL ────────────────────────────────────
         >>> softmax(z)
         tensor([0.6590, 0.2424, 0.0986])

         >>> print(1)
         1
         ! a warning

         >>>

         ────────────────────────────────────────────────
         enter run   ^D leave   ↑↓ history   F1 keys
        """)
    #expect(sitting.repl.render().cursor == Position(column: 5, row: 8))
  }

  @Test func `underlines an error's place`() {
    var sitting = ReplSitting()
    let error = Diagnostic(
      type: "NameError", message: "name 'sofmax' is not defined", notes: [],
      fix: "Did you mean softmax?", line: 1, column: 6, endColumn: 12, source: "数 = sofmax(z)")
    sitting.run("数 = sofmax(z)", Outcome(diagnostic: error))
    expect(
      sitting.repl.render(),
      shows: """
         nabla  REPL ────────────────────────────────────
         >>> 数 = sofmax(z)
                   ^^^^^^
         NameError: name 'sofmax' is not defined
         → Did you mean softmax?

         >>>



         ────────────────────────────────────────────────
         enter run   ^D leave   ↑↓ history   F1 keys
        """)
  }

  @Test func `says that a program runs`() {
    var sitting = ReplSitting(columns: 40, rows: 6)
    sitting.type("while True: pass\n")
    #expect(sitting.effects == [.remember("while True: pass"), .run("while True: pass")])
    let frame = sitting.repl.render()
    expect(
      frame,
      shows: """
         nabla  REPL ──────────────────────────
         >>> while True: pass


         ──────────────────────────────────────
         ^C stop
        """)
    #expect(frame.cursor == nil)
  }

  @Test func `completes one, several and none`() {
    var sitting = ReplSitting(columns: 50, rows: 14)
    sitting.type("x = F.log_")
    sitting.send(.key(.tab))
    #expect(sitting.effects == [.complete("x = F.log_", at: 10)])
    sitting.send(.completed([completion("log_softmax", 4, "function")]))
    #expect(sitting.repl.editor.text == "x = F.log_softmax")

    sitting.send(.key(.control("c")))
    sitting.type("s")
    sitting.send(.key(.tab))
    sitting.send(
      .completed([completion("softmax", 1, "function"), completion("softplus", 1, "function")]))
    #expect(sitting.repl.editor.text == "soft")
    sitting.send(.key(.tab))
    sitting.send(.key(.tab))
    #expect(sitting.repl.editor.text == "softplus")
    expect(
      sitting.repl.render(),
      shows: """
         nabla  REPL ────────────────────────────────────
         >>> softplus
             softmax   function
             softplus  function








         ────────────────────────────────────────────────
         enter run   ^D leave   ↑↓ history   F1 keys
        """)
    sitting.type("(")
    #expect(sitting.repl.candidates == nil)
    #expect(sitting.repl.editor.text == "softplus(")
    sitting.send(.completed([]))
    #expect(sitting.repl.editor.text == "softplus(")
  }

  @Test func `what could stand there stands below the word, with signs of more`() {
    var sitting = ReplSitting(columns: 60, rows: 15)
    sitting.type("x = z + torch.s")
    sitting.send(.key(.tab))
    let names = ["sigmoid", "sign", "sin", "softmax", "sort", "square", "sum"]
    sitting.send(.completed(names.map { completion($0, 1, "function") }))
    for _ in 0..<4 { sitting.send(.key(.tab)) }
    expect(
      sitting.repl.render(),
      shows: """
         nabla  REPL ──────────────────────────────────────────────
         >>> x = z + torch.softmax
                           sign     function  ▲ 1 more
                           sin      function
                           softmax  function
                           sort     function
                           square   function  ▼ 1 more






         ──────────────────────────────────────────────────────────
         enter run   ^D leave   tab complete   ↑↓ history   F1 keys
        """)
  }

  @Test func `a long list of names stays on the screen`() {
    var sitting = ReplSitting(columns: 50, rows: 9)
    sitting.type("result = function(argument) + F.b")
    sitting.send(.key(.tab))
    sitting.send(
      .completed(
        ["batch_norm", "binary_cross_entropy", "binary_cross_entropy_with_logits_and_more"].map {
          completion($0, 1, "function")
        }))
    let rows = sitting.repl.render().picture[2...4]
    #expect(
      Array(rows) == [
        " batch_norm                            function",
        " binary_cross_entropy                  function",
        " binary_cross_entropy_with_logits_an…  function",
      ])
  }

  @Test func `runs a block when an empty line ends it`() {
    var sitting = ReplSitting()
    sitting.type("def f(x):\n")
    #expect(sitting.effects == [])
    sitting.type("return x\n")
    #expect(sitting.repl.editor.text == "def f(x):\n    return x\n")
    sitting.type("\n")
    #expect(sitting.effects.contains(.run("def f(x):\n    return x\n")))
  }

  @Test func `takes a line of nothing but its indentation for an empty one`() {
    var sitting = ReplSitting()
    sitting.type("for i in range(3):\nprint(i)\n")
    #expect(sitting.repl.editor.text == "for i in range(3):\n    print(i)\n    ")
    #expect(sitting.effects == [])
    sitting.type("\n")
    #expect(sitting.effects.contains(.run("for i in range(3):\n    print(i)\n    ")))
  }

  @Test func `answers in a real session`() {
    let desk = ReplDesk(session: Session(), history: nil)
    func run(_ text: String) -> Outcome? {
      guard case .messages(let messages) = desk.perform(.run(text), isInterrupted: { false }),
        case .evaluated(let outcome, _)? = messages.first
      else { return nil }
      return outcome
    }
    #expect(run("1 + 2")?.text == "3")
    #expect(run("_ * 2")?.text == "6")
    #expect(run("abs?")?.printed.hasPrefix("abs(") == true)
    #expect(run("nothing?")?.diagnostic?.type == "NameError")
    #expect(run("x = 5")?.text == nil)
    #expect(desk.variables.map(\.name) == ["x"])
    let stopped = desk.perform(.run("while True: pass\n"), isInterrupted: { true })
    guard case .messages(let messages) = stopped, case .evaluated(let outcome, _)? = messages.first
    else { return }
    #expect(outcome.diagnostic?.type == "KeyboardInterrupt")
  }

  @Test func `shows variables from 100 columns`() {
    var sitting = ReplSitting(columns: 100, rows: 7)
    let variables = [
      Repl.Variable(name: "z", detail: "float32 [3]"),
      Repl.Variable(name: "loss", detail: "float 1.5"),
    ]
    sitting.run("z", Outcome(), variables: variables)
    let rows = sitting.repl.render().picture
    #expect(rows[1].hasSuffix("│ Variables"))
    #expect(rows[2].hasSuffix("│ z        float32 [3]"))
    #expect(rows[3].hasSuffix("│ loss     float 1.5"))
  }

  @Test func `moves back through a long transcript`() {
    var sitting = ReplSitting(columns: 30, rows: 8)
    let lines = (1...20).map { "line \($0)" }.joined(separator: "\n")
    sitting.run("f()", Outcome(printed: lines))
    #expect(sitting.repl.render().picture[5] == " >>>")
    sitting.send(.key(.pageUp))
    #expect(sitting.repl.render().picture[1] == " line 15")
    for _ in 0..<20 { sitting.send(.key(.pageUp)) }
    #expect(sitting.repl.render().picture[1] == " >>> f()")
    sitting.send(.key(.wheelDown(Position(column: 1, row: 1))))
    #expect(sitting.repl.render().picture[1] == " line 3")
    sitting.type("x")
    #expect(sitting.repl.render().picture[5] == " >>> x")
  }

  @Test func `takes pastes with prompts as a program`() {
    var sitting = ReplSitting()
    sitting.send(.key(.paste(">>> x = 1\n1\n>>> for i in y:\n...     print(i)\n")))
    #expect(sitting.repl.editor.text == "x = 1\nfor i in y:\n    print(i)")
    sitting.send(.key(.control("_")))
    #expect(sitting.repl.editor.isEmpty)
  }

  @Test func `leaves and interrupts`() {
    var sitting = ReplSitting(place: "Softmax")
    sitting.type("abc")
    sitting.send(.interrupted)
    #expect(sitting.repl.editor.isEmpty)
    #expect(!sitting.repl.render().picture.contains(" ^D leave"))
    sitting.send(.interrupted)
    sitting.send(.interrupted)
    #expect(sitting.repl.render().picture.count { $0 == " ^D leave" } == 1)
    sitting.send(.key(.control("d")))
    #expect(sitting.effects == [.leave])
    sitting.send(.key(.escape))
    #expect(sitting.effects == [.leave])
    sitting.send(.key(.control("z")))
    #expect(sitting.effects == [.terminal(.suspend)])
  }

  @Test func `breaks long lines after a blank, and never through a character`() {
    var sitting = ReplSitting(columns: 22, rows: 10)
    sitting.run("f()", Outcome(printed: "one two three four five six\n数学数学数学数学数学数学x\n"))
    #expect(
      sitting.repl.render().picture[2...5] == [
        " one two three four", " five six", " 数学数学数学数学数学", " 数学x",
      ])
  }

  @Test func `never sends what a program prints as an escape`() {
    var sitting = ReplSitting()
    sitting.run("x", Outcome(printed: "\u{1B}[2J\u{9B}1m\u{202E}\u{7}\n"))
    #expect(sitting.repl.render().picture[2] == " ^[[2J<9b>1m<202e>^G")
    #expect(sitting.repl.render().cells.allSatisfy { $0.scalar == 0 || $0.scalar >= 0x20 })
  }

  @Test(arguments: [(1, 1), (0, 0), (20, 5), (21, 6), (40, 12), (300, 100)])
  func `has any size`(columns: Int, rows: Int) {
    var sitting = ReplSitting(columns: columns, rows: rows)
    sitting.run("数学 = softmax([1, 2, 3])", Outcome(text: String(repeating: "数", count: 200)))
    sitting.type("数学数学")
    #expect(sitting.repl.render().size == Size(columns: columns, rows: rows))
  }
}

@Suite struct `The history's file` {
  @Test func `keeps inputs of several lines`() {
    let path = "/tmp/nabla-history-\(UInt64.random(in: 0...(.max)))/deep/history"
    let file = HistoryFile(path: path)
    #expect(file.load() == [])
    let inputs = ["z = 1", "def f():\n    return '\\n'", "数 = \"\\\\\""]
    for input in inputs { file.append(input) }
    #expect(file.load() == inputs)
  }

  @Test func `gives no part of an input`() {
    let path = "/tmp/nabla-history-\(UInt64.random(in: 0...(.max)))/history"
    let file = HistoryFile(path: path)
    let inputs = ["a", "b", "c"].map { String(repeating: $0, count: 400_000) }
    for input in inputs { file.append(input) }
    // Only the last mebibyte is read, and it begins within the first of them.
    #expect(file.load() == Array(inputs[1...]))
  }

  @Test(arguments: ["/dev/zero", "/dev/null", "/tmp", "/proc/nothing/there", "relative-nothing"])
  func `is no reason to stop`(path: String) {
    #expect(HistoryFile(path: path).load() == [])
  }
}
