import Math
import Testing

@testable import Language

/// Programs that ask for too much: each is an error with a place.
@Suite struct BoundsTests {
  @Test(arguments: [
    "torch.zeros(10**12)", "torch.zeros(10**6, 10**6)",
    "torch.ones(10**5, 1) + torch.ones(1, 10**5)",
    "torch.ones(30000, 2) @ torch.ones(2, 30000)", "torch.ones(10).expand(10**9, 10)",
    "torch.einsum('i,j,k->ijk', torch.ones(2000), torch.ones(2000), torch.ones(2000))",
    "torch.outer(torch.ones(10**5), torch.ones(10**5))", "torch.cat([torch.ones(10**6)] * 500)",
    "torch.combinations(torch.arange(1000), 5)", "torch.diag(torch.ones(10**5))",
    "torch.cartesian_prod(*[torch.arange(1000)] * 3)", "torch.arange(10**11)", "torch.eye(10**6)",
    "torch.meshgrid(torch.arange(10**5), torch.arange(10**5), indexing='ij')",
    "torch.block_diag(*[torch.ones(1, 1)] * 30000)", "torch.ones(10**4).repeat(10**6)",
    "F.one_hot(torch.tensor([10**9]))", "nn.Linear(10**6, 10**6)", "torch.randn(10**9)",
    "torch.ones(7000, 7000) @ torch.ones(7000, 7000)", "'a' * 10**7",
    "x = torch.ones(50, 50)\nwhile True: x = x @ x", "x = torch.ones(1)\nwhile True: x = x * 1",
    "[[0] * 1000] * 10**5", "print('x' * 10**7)", "while True: pass",
    "def f(): f()\ntry:\n    f()\nfinally:\n    while True: pass",
  ])
  func `too much is refused`(program: String) throws {
    let session = Session(limits: Limits(steps: 1_000_000))
    let diagnostic = try #require(session.run(program).diagnostic)
    #expect(["LimitError", "MemoryError"].contains(diagnostic.type), "\(diagnostic.rendered)")
    #expect(diagnostic.line >= 1 && diagnostic.fix != nil)
  }

  @Test(arguments: [
    (
      String(repeating: "(", count: 100_000) + String(repeating: ")", count: 100_000), "SyntaxError"
    ),
    (String(repeating: "[", count: 100_000), "SyntaxError"),
    ("x = '" + String(repeating: "a", count: 10_000_000) + "'", "SyntaxError"),
    ("def f(n): return f(n + 1)\nf(0)", "RecursionError"),
  ])
  func `a source without end is an error with a place`(program: String, type: String) throws {
    let diagnostic = try #require(Session().run(program).diagnostic)
    #expect(diagnostic.type == type && diagnostic.line >= 1)
    #expect(diagnostic.rendered.utf8.count < 2000)
  }

  @Test func `a filled memory ends a program`() {
    let outcome = Interruption.$current.withValue(Interruption(memoryInUse: { 1 << 40 })) {
      Session().run("x = []\nwhile True:\n    x.append(torch.zeros(10**6))")
    }
    #expect(outcome.diagnostic?.type == "MemoryError" && outcome.diagnostic?.line == 3)
  }

  @Test func `a product left in the middle is no result`() {
    let session = Session()
    // The screen's loop takes Ctrl-C away when it is asked; a kernel only sees it.
    let outcome = Interruption.$current.withValue(Interruption(isWanted: { true })) {
      session.run("torch.ones(1500, 1500) @ torch.ones(1500, 1500)")
    }
    #expect(outcome.diagnostic?.type == "KeyboardInterrupt" && outcome.text == nil)
    let gradient = "w = torch.ones(64, 64, requires_grad=True)\nl = (w @ w).sum()\n"
    _ = session.run(gradient)
    let back = Interruption.$current.withValue(Interruption(isWanted: { true })) {
      session.run("l.backward()")
    }
    #expect(back.diagnostic?.type == "KeyboardInterrupt")
  }

  @Test(arguments: [
    "torch.ones(2000, 2000) @ torch.ones(2000, 2000)", "torch.exp(torch.zeros(3000, 3000))",
    "torch.sort(torch.rand(1000, 1000))",
  ])
  func `a kernel is left in the middle`(program: String) {
    let session = Session()
    var asked = 0
    session.shouldStop = {
      asked += 1
      return asked > 2
    }
    let outcome = Interruption.$current.withValue(Interruption(isWanted: { true })) {
      session.run(program + "\nfor i in range(10000): pass")
    }
    #expect(outcome.diagnostic?.type == "KeyboardInterrupt")
  }
}
