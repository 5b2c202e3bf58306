import Testing

@testable import Language

/// Fixes that were tried: each mended program runs.
@Suite struct RepairTests {
  private static let scores = "z = torch.randn(3, 4)\ny = torch.tensor([0, 2, 1])\n"

  static let mended: [(program: String, fix: String)] = [
    ("total = 1\nprint(totl)", "print(total)"),
    ("x = true", "x = True"),
    ("x = 'abc'\nx.uper()", "x.upper()"),
    ("torch.sofmax(torch.ones(2), dim=0)", "torch.softmax(torch.ones(2), dim=0)"),
    ("sorted([1], revers=True)", "sorted([1], reverse=True)"),
    ("print('a' + 1)", "print('a' + str(1))"),
    ("for i in 3:\n    pass", "for i in range(3):"),
    ("x = torch.ones(2, 3)\nw = torch.ones(4, 3)\ny = x @ w", "y = x @ w.T"),
    (
      "m = nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(5, 2))\nm(torch.ones(1, 3))",
      "line 1: m = nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 2))"
    ),
    ("torch.ones(3, 2) + torch.ones(3)", "torch.ones(3, 2) + torch.ones(3).unsqueeze(1)"),
    (scores + "F.cross_entropy(z, y.float())", "F.cross_entropy(z, y.float().long())"),
    (
      scores + "loss = F.cross_entropy(z, F.one_hot(y, 4))",
      "loss = F.cross_entropy(z, F.one_hot(y, 4).argmax(dim=1))"
    ),
    (scores + "F.cross_entropy(z, y.view(3, 1))", "F.cross_entropy(z, y.view(3, 1).squeeze(1))"),
    (scores + "F.cross_entropy(z, y + 2)", "F.cross_entropy(z, (y + 2) - 1)"),
    (scores + "nn.CrossEntropyLoss(z, y)", "nn.CrossEntropyLoss()(z, y)"),
    (
      "F.cross_entropy(torch.randn(2, 3, 5), torch.zeros(2, 3, dtype=torch.long))",
      "F.cross_entropy(torch.randn(2, 3, 5).transpose(1, 2), torch.zeros(2, 3, dtype=torch.long))"
    ),
    (
      "z = torch.randn(3, 1)\ny = torch.ones(3)\nF.binary_cross_entropy_with_logits(z, y)",
      "F.binary_cross_entropy_with_logits(z, y.unsqueeze(1))"
    ),
    (
      "z = torch.tensor([2.0])\nF.binary_cross_entropy(z, torch.ones(1))",
      "F.binary_cross_entropy_with_logits(z, torch.ones(1))"
    ),
    (
      "z = torch.randn(3)\ny = torch.tensor([0, 1, 1])\nF.binary_cross_entropy_with_logits(z, y)",
      "F.binary_cross_entropy_with_logits(z, y.float())"
    ),
    ("torch.tensor([1, 2]).mean()", "torch.tensor([1, 2]).float().mean()"),
    ("F.softmax(torch.tensor([1, 2]), dim=0)", "F.softmax(torch.tensor([1, 2]).float(), dim=0)"),
    (
      "w = torch.tensor([1, 2], requires_grad=True)",
      "w = torch.tensor([1, 2], requires_grad=True, dtype=torch.float32)"
    ),
    (
      "w = torch.ones(2, requires_grad=True)\n(w * w).backward()",
      "(w * w).mean().backward()"
    ),
    (
      "w = torch.tensor([1.0])\nloss = (w * w).sum()\nloss.backward()",
      "line 1: w = torch.tensor([1.0], requires_grad=True)"
    ),
    (
      "w = torch.ones(2, requires_grad=True)\nl = (w * w).sum()\nl.backward()\nl.backward()",
      "line 3: l.backward(retain_graph=True)"
    ),
    (
      "w = torch.ones(2, requires_grad=True)\n(w * w).sum().backward()\nw -= 0.1 * w.grad",
      "with torch.no_grad(): w -= 0.1 * w.grad"
    ),
    ("torch.ones(3).item()", "torch.ones(3).tolist()"),
    ("if torch.ones(3) > 0:\n    pass", "if (torch.ones(3) > 0).all():"),
    ("torch.ones(2, 3).sum(dim=2)", "torch.ones(2, 3).sum(dim=-1)"),
    ("torch.ones(2, 3).view(4, 3)", "torch.ones(2, 3).view(-1, 3)"),
    (
      "m = nn.Linear(2, 1)\no = torch.optim.SGD(m, lr=0.1)",
      "o = torch.optim.SGD(m.parameters(), lr=0.1)"
    ),
    ("torch.ones(2, 3).shape()", "torch.ones(2, 3).shape"),
    ("torch.cat(torch.ones(1), torch.ones(2))", "torch.cat([torch.ones(1), torch.ones(2)])"),
    ("class A:\n    def f():\n        return 1\nA().f()", "line 2: def f(self):"),
    ("if True\n    x = 1", "if True:"),
    ("print((1 + 2)", "print((1 + 2))"),
    ("x = 1\nif x = 1:\n    pass", "if x == 1:"),
    ("print 'a'", "print('a')"),
    ("print（1）", "print(1)"),
    ("x = 'abc", "x = 'abc'"),
    ("x = 1\nif x > 0 && x < 2:\n    pass", "if x > 0  and  x < 2:"),
    ("n = 0\ndef f():\n    n += 1\nf()", "global n"),
  ]

  @Test(arguments: mended)
  func `a fix is a line that runs`(program: String, fix: String) throws {
    let diagnostic = try #require(Session().run(program).diagnostic)
    #expect(diagnostic.fix == fix, "\(diagnostic.rendered)")
  }

  @Test(arguments: [
    "1 / 0", "torch.zeros(2) @ torch.zeros(3)", "undefined_thing", "x = [1]\nx[5 / 0]",
    "raise ValueError('no')", "while True: pass", "F.cross_entropy(torch.ones(2, 3), totl)",
  ])
  func `what does not run is not proposed`(program: String) throws {
    let session = Session(limits: Limits(steps: 100_000))
    let diagnostic = try #require(session.run(program).diagnostic)
    if let fix = diagnostic.fix {
      #expect(fix.hasSuffix(".") || fix.hasSuffix("?"), "\(diagnostic.rendered)")
    }
  }

  @Test func `trying changes nothing`() {
    let session = Session()
    _ = session.run("items = []\nx = torch.rand(1)")
    #expect(session.run("items.append(1)\nprint('once')\nitmes").printed == "once\n")
    #expect(session.run("items").text == "[1]")
    let fresh = Session()
    _ = fresh.run("items = []\nx = torch.rand(1)")
    #expect(session.run("torch.rand(2)").value == fresh.run("torch.rand(2)").value)
    session.triesFixes = false
    #expect(session.run("print(itmes)").diagnostic?.fix == "Did you mean 'items'?")
  }

  @Test(arguments: [
    ("F.f(a, b[1, 2], c='x,y')", ["a", "b[1, 2]", "c='x,y'"]), ("f(a)(b)", ["b"]),
    ("x @ w1 @ w2", ["x @ w1", "w2"]), ("a + b * c - d", ["a + b * c", "d"]),
    ("(a - b).sum(-1)", ["-1"]), ("1e-5 + x", ["1e-5", "x"]), ("f()", []),
    ("a // b", ["a", "b"]), (#"f(')', 'it\'s', (b))"#, ["')'", #"'it\'s'"#, "(b)"]),
    ("2 ** -x * y", ["2 ** -x", "y"]), ("f('''a, 'b)''', c)", ["'''a, 'b)'''", "c"]),
  ])
  func `calls and operations are cut where they should be`(code: String, parts: [String]) throws {
    let call = try #require(CallText(code))
    #expect(call.parts == parts)
    #expect(call.with(parts: call.parts) == code)
  }

  @Test(arguments: ["x", "a ** b", "-x", "[1 + 2]", "'a + b'", "f(a", "a)"])
  func `what is neither a call nor an operation is not cut`(code: String) {
    #expect(CallText(code) == nil)
  }
}
