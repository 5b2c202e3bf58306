import Math
import Testing

@testable import Language

/// What a session promises to those who hold one.
@Suite struct SessionTests {
  @Test func `programs share their variables`() {
    let session = Session()
    #expect(session.run("x = 2").value == .none)
    #expect(session.run("def f(y): return x * y").diagnostic == nil)
    #expect(session.run("f(21)").value == .int(42))
    #expect(session.run("f(21)").text == "42")
    #expect(session.value(of: "x") == .int(2))
    #expect(session.variables.map(\.name) == ["x", "f"])
  }

  @Test func `a fork cannot harm the original`() {
    let session = Session()
    let program = """
      class Box:
          shared = []
          def __init__(self): self.items = [1]; self.me = self
          def add(self, x): self.items.append(x); Box.shared.append(x)
      box = Box()
      same = box
      def counter():
          n = [0]
          def up(): n[0] += 1; return n[0]
          return up
      up = counter(); up()
      d = {"a": box.items}
      """
    #expect(session.run(program).diagnostic == nil)
    let fork = session.fork()
    let change = "box.add(2); d['b'] = 1; del x if False else None"
    _ = fork.run(change)
    #expect(
      fork.run("box.add(2); d['b'] = 1; up(), same.items, d['a'], box.me is box").text
        == "(2, [1, 2], [1, 2], True)")
    #expect(fork.run("Box.shared, isinstance(box, Box)").text == "([2], True)")
    #expect(session.run("up(), same.items, d, Box.shared").text == "(2, [1], {'a': [1]}, [])")
    _ = session.run("box.add(9); y = 5")
    #expect(fork.run("box.items").text == "[1, 2]")
    #expect(fork.run("y").diagnostic?.type == "NameError")
  }

  @Test func `an iterator belongs to the session that made it`() {
    let session = Session()
    _ = session.run("it = iter([1, 2, 3])")
    let fork = session.fork()
    #expect(fork.run("next(it)").diagnostic?.type == "RuntimeError")
    #expect(session.run("next(it)").value == .int(1))
  }

  @Test func `an expression is formatted as an f-string would`() throws {
    let session = Session()
    _ = session.run("x = 0.41703")
    #expect(try session.format("x", spec: ".3f").get() == "0.417")
    #expect(try session.format("[1, x]", spec: "").get() == "[1, 0.41703]")
    #expect(throws: Diagnostic.self) { try session.format("nope", spec: "").get() }
    #expect(throws: Diagnostic.self) { try session.format("x", spec: "d").get() }
  }

  @Test func `a program is stopped from outside`() {
    let session = Session()
    var asked = 0
    session.shouldStop = {
      asked += 1
      return asked > 3
    }
    let outcome = session.run("print('begun')\nwhile True:\n    pass")
    #expect(outcome.printed == "begun\n")
    #expect(outcome.diagnostic?.type == "KeyboardInterrupt")
    #expect(outcome.diagnostic?.line == 2)
  }

  @Test func `typing has no Tensor, and the program goes on`() {
    let outcome = Session().run("from typing import List, Tensor\nx: Tensor = 3\nx")
    #expect(outcome.value == .int(3))
    #expect(outcome.warnings.count == 1)
  }

  @Test func `drawings come with the outcome`() {
    let outcome = Session().run("bars([0.2, 0.8], labels=['a', 'b'])\nheat([[1, 2], [3, 4]])")
    #expect(
      outcome.drawings == [
        .bars(Tensor(shape: [2], storage: .float64([0.2, 0.8])), labels: ["a", "b"]),
        .heat(Tensor(shape: [2, 2], storage: .float64([1, 2, 3, 4]))),
      ])
  }

  @Test func `a graph reaches back to what earlier programs computed`() throws {
    let session = Session()
    _ = session.run("w = torch.tensor([1.0, 2.0], requires_grad=True)\nloss = (w * w).sum()")
    _ = session.run("loss.backward()")
    guard case .graph(let graph)? = session.run("graph(loss)").drawings.first else {
      Issue.record("nothing was drawn")
      return
    }
    #expect(graph.nodes.map(\.name) == ["w", "", "loss"])
    #expect(graph.nodes[0].gradient?.doubles == [2, 4])
    #expect(session.run("graph(w)").diagnostic?.type == "ValueError")
    #expect(session.run("graph(3)").diagnostic?.type == "TypeError")
  }

  @Test func `what is printed is heard at once`() {
    let session = Session(limits: Limits(steps: 100_000, output: 12))
    var heard: [String] = []
    session.listen = { heard.append($0) }
    _ = session.run("print('one')\nprint('two')")
    #expect(heard == ["one\n", "two\n"])
    #expect(session.run("print(1)\nwhile True: pass").diagnostic?.type == "LimitError")
    #expect(heard.last == "1\n")
    #expect(session.run("print('too long to print')").diagnostic?.type == "LimitError")
    #expect(heard.last == "too long to ")
  }

  @Test(arguments: [
    ("x = 1", true), ("x = (1,", false), ("def f():", false), ("def f():\n    return 1", false),
    ("def f():\n    return 1\n", false), ("def f():\n    return 1\n\n", true), ("'''abc", false),
    ("'abc", true),
    ("if x: y", true), ("@decorated", false), ("x = [1,\n  2]", true), ("", true),
    ("x = 1 \\", false), (")", true),
    ("for i in x:\n    pass\nelse:", false), ("{'a': 1,", false), ("x = {", false),
    ("lambda: 0", true),
    ("d = {1: 2}\nd[1:", false),
  ])
  func `a REPL knows when to wait for more`(source: String, isComplete: Bool) {
    #expect(Session.isComplete(source) == isComplete)
  }

  @Test(arguments: [
    ("pri", ["print"]), ("x = lam", ["lambda"]), ("boxes.app", ["append"]), ("math.sq", ["sqrt"]),
    ("me.na", ["name"]), ("me.gre", ["greet"]), ("sorted(boxes, rev", ["reverse="]),
    ("greet(who", ["whole=", "whose="]),
    ("greet(whole=1, who", ["whose="]), ("'pri", []), ("# pri", []), ("x.y.z.q", []),
    ("ma", ["map", "math", "max"]),
  ])
  func `completions fit where the cursor stands`(source: String, expected: [String]) {
    let session = Session()
    _ = session.run(
      """
      boxes = []
      class Person:
          def __init__(self): self.name = "me"
          def greet(self): pass
      me = Person()
      def greet(whole, whose=1): pass
      """)
    let found = session.completions(of: source, at: source.utf8.count).map(\.text)
    #expect(expected.allSatisfy(found.contains), "\(found)")
    if expected.isEmpty { #expect(found.isEmpty) }
  }
}
