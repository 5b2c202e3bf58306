import Math
import Testing

@testable import Language

/// Derivations of what programs compute, as text.
@Suite struct ExplainTests {
  @Test func `every step has a symbol, its numbers put in, a shape and a line`() throws {
    let program = """
      z = torch.tensor([2.0, 1.0, 0.1])
      def probabilities(scores):
          return F.softmax(scores, dim=0)

      p = probabilities(z)
      p
      """
    let text = """
      line 1: z = torch.tensor([2.0, 1.0, 0.1])
        z  (3,)
             2.0000   1.0000   0.1000
      line 3: return F.softmax(scores, dim=0)
        m = max z  (1,)
             2.0000
            max(2.0000, 1.0000, 0.1000) = 2.0000
            The largest logit.
        z−m = z − m  (3,)
             0.0000  −1.0000  −1.9000
            [0] 2.0000 − 2.0000 = 0.0000
            Shifting all logits alike changes no share; now the largest is 0.
        e^(z−m) = exp(z−m)  (3,)
             1.0000   0.3679   0.1496
            [0] exp(0.0000) = 1.0000
            The largest exponential is 1, so none can overflow.
        Σ = Σ e^(z−m)  (1,)
             1.5174
            1.0000 + 0.3679 + 0.1496 ≈ 1.5174
            At least 1, so dividing by it is safe.
        p = e^(z−m) / Σ  (3,)
             0.6590   0.2424   0.0986
            [0] 1.0000 / 1.5174 ≈ 0.6590
            Each class's share of the sum.
      """
    #expect(Session().explain(program).derivation?.text == text)
  }

  @Test(arguments: [
    "-log_softmax(torch.tensor([2.0, 1.0, 0.1]))[0]",
    "z = torch.tensor([[2.0, 1.0, 0.1], [0.5, 2.0, 0.3]])\nF.cross_entropy(z, torch.tensor([0, 1]))",
    "x = torch.randn(4, 3)\nm = nn.Sequential(nn.Linear(3, 5), nn.Tanh(), nn.Linear(5, 2))\nm(x)",
    "x = torch.tensor([1.0, 2.0], requires_grad=True)\ny = (x ** 2).sum()\ny.backward()\ny * 2",
    "def f(a):\n    return a.exp() / a.exp().sum()\nf(torch.tensor([0.1, 0.2]))",
    "x = torch.zeros(3)\nfor i in range(3):\n    x = x + i\nx",
    "x = torch.ones(3)\nx += 2\nx *= x\nx", "x = torch.ones(2, 2)\nx[0] += 2\nx * 3",
    "w = torch.ones(2, requires_grad=True)\n(w ** 2).sum().backward()\nwith torch.no_grad():\n    w -= 0.1 * w.grad\nw",
    "m = nn.Linear(2, 1)\no = torch.optim.SGD(m.parameters(), lr=0.5)\nm(torch.ones(1, 2)).sum().backward()\no.step()\nm.weight",
    "[torch.tensor([1.0, 2.0]).sum() * i for i in range(3)]",
  ])
  func `a derivation ends with the program's value`(program: String) throws {
    let (outcome, derivation) = Session().explain(program)
    var value = outcome.value
    if case .list(let items) = value { value = items.last ?? .none }
    guard case .tensor(let value) = value else {
      Issue.record("no tensor: \(outcome)")
      return
    }
    let last = try #require(derivation?.steps.last)
    #expect(last.value.shape == value.shape)
    for (a, b) in zip(last.value.doubles, value.doubles) {
      #expect(abs(a - b) <= 1e-5 * max(1, abs(b)))
    }
  }

  /// Programs, and what they leave a gradient in.
  static let gradients: [(program: String, name: String)] = [
    ("x = torch.tensor([1.0, -2.0], requires_grad=True)\ny = x * x\n(y + y).sum().backward()", "x"),
    (
      "W = torch.randn(3, 4, requires_grad=True)\nb = torch.zeros(3, requires_grad=True)\n"
        + "x = torch.randn(5, 4)\nh = torch.tanh(x @ W.T + b)\n"
        + "loss = F.cross_entropy(h, torch.tensor([0, 1, 2, 0, 1]))\nloss.backward()", "W"
    ),
    (
      "m = nn.Sequential(nn.Linear(3, 4), nn.ReLU(), nn.Linear(4, 2))\nw = m[0].weight\n"
        + "for i in range(2):\n    m(torch.randn(2, 3)).pow(2).mean().backward()", "w"
    ),
    (
      "w = torch.ones(2, requires_grad=True)\nh = w.exp()\nh.retain_grad()\nh.sum().backward()", "h"
    ),
    (
      "w = torch.ones(2, requires_grad=True)\n(w * 3).sum().backward()\nw.grad.zero_()\n"
        + "(w * 5).sum().backward()", "w"
    ),
    (
      "w = torch.ones(2, requires_grad=True)\n(w * 300).sum().backward()\n"
        + "torch.nn.utils.clip_grad_norm_([w], 1.0)", "w"
    ),
    (
      "w = torch.tensor([3.0, -1.0], requires_grad=True)\nF.softplus(w).logsumexp(0).backward()",
      "w"
    ),
  ]

  @Test(arguments: gradients)
  func `a gradient's story ends with the gradient`(program: String, name: String) throws {
    let session = Session()
    let (outcome, derivation) = session.explain(program + "\n\(name).grad")
    guard case .tensor(let value) = outcome.value else {
      Issue.record("no gradient: \(outcome)")
      return
    }
    let last = try #require(derivation?.steps.last)
    #expect(last.symbol == "\(name).grad")
    #expect(last.value.shape == value.shape)
    #expect(last.value.isClose(to: value), "\(last.value) for \(value)")
    #expect(derivation?.name == "backward")
  }

  @Test
  func `the way back names each node and the line it undoes, and adds where a value is shared`()
    throws
  {
    let program = """
      x = torch.tensor(3.0, requires_grad=True)
      a = x * 2
      loss = a * a
      loss.backward()
      explain(x.grad)
      """
    #expect(
      Session().run(program).printed == """
        line 2: a = x * 2
          2  ()
               2.0000
          a  ()
               6.0000
        line 4: loss.backward()
          ∂L/∂loss  ()
               1.0000
        MulBackward0, back through line 3: loss = a * a
          ∂L/∂a = ∂L/∂loss · a  ()
               6.0000
              1.0000 · 6.0000 = 6.0000
          ∂L/∂a = ∂L/∂loss · a  ()
               6.0000
              1.0000 · 6.0000 = 6.0000
        MulBackward0, back through line 2: a = x * 2
          ∂L/∂a = ∂L/∂a + ∂L/∂a  ()
              12.0000
              6.0000 + 6.0000 = 12.0000
              It was used in several places, so the gradients that come back are added.
          x.grad = ∂L/∂a · 2  ()
              24.0000
              12.0000 · 2.0000 = 24.0000

        """)
  }

  @Test func `the whole pass reaches every leaf`() throws {
    let program = """
      w = torch.tensor([1.0, 2.0], requires_grad=True)
      b = torch.tensor(0.5, requires_grad=True)
      loss = (w * 3 + b).sum()
      loss.backward()
      """
    let session = Session()
    let (_, derivation) = session.explain(program + "\nloss.backward")
    let symbols = try #require(derivation).steps.map(\.symbol)
    #expect(symbols.contains("w.grad") && symbols.contains("b.grad"), "\(symbols)")
  }

  static let marks: [(program: String, mark: Derivation.Mark, element: Int)] = [
    ("torch.exp(torch.tensor([1.0, 100.0]))", .overflow, 1),
    ("torch.exp(torch.tensor([1.0, -200.0]))", .underflow, 1),
    ("torch.log(torch.tensor([1.0, -1.0]))", .nan, 1),
    ("torch.tensor([1e8]) + 1", .precision, 0),
    ("torch.tensor([1.0000001]) - 1", .precision, 0),
    (
      "w = torch.tensor([-1.0, -2.0], requires_grad=True)\nF.relu(w).sum().backward()\nw.grad",
      .died, 0
    ),
    (
      "w = torch.tensor([[1.0, -1.0], [2.0, -3.0]], requires_grad=True)\n"
        + "F.relu(w).sum().backward()\nw.grad", .died, 1
    ),
  ]

  @Test(arguments: marks)
  func `what went wrong is marked where it happened`(
    program: String, mark: Derivation.Mark, element: Int
  ) throws {
    let derivation = try #require(Session().explain(program).derivation)
    let marked = derivation.steps.filter { $0.mark != nil }
    #expect(marked.first?.mark == mark, "\(derivation.text)")
    #expect(marked.first?.markedElement == element)
    #expect(derivation.text.contains(mark.sentence.english))
  }

  @Test func `steps are written as JSON`() throws {
    let (outcome, derivation) = Session().explain("x = torch.tensor([1.0, 3.0])\nx.sum()")
    let line = outcome.json(steps: derivation).line
    #expect(line.contains(#""symbol": "Σ x""#), "\(line)")
    #expect(line.contains(#""numbers": "1.0000 + 3.0000 = 4.0000""#))
    #expect(line.contains(#""line": 2, "source": "x.sum()""#))
  }

  @Test func `a value of an earlier program is derived too`() throws {
    let session = Session()
    session.assign("z", Tensor(shape: [2], storage: .float64([1, 2])))
    _ = session.run("p = softmax(z)")
    let (outcome, derivation) = session.explain("p")
    #expect(outcome.diagnostic == nil)
    #expect(derivation?.steps.first?.symbol == "z")
    #expect(derivation?.steps.last?.symbol == "p")
    #expect(session.explain("z").derivation == nil)
  }

  @Test func `what no tensor was made of has no derivation`() {
    #expect(Session().explain("'a' + 'b'").derivation == nil)
    #expect(Session().explain("1 / 0").outcome.diagnostic?.type == "ZeroDivisionError")
  }

  @Test func `plain numbers are told as they are written`() throws {
    let program = "import math\nlr = 0.5\nstep = lr * 4\nx = 3 - step\nmath.exp(x) / 2"
    let text = try #require(Session().explain(program).derivation).text
    #expect(text.hasSuffix("2.7183 / 2.0000 ≈ 1.3591"), "\(text)")
    #expect(text.contains("0.5000 · 4.0000 = 2.0000") && text.contains("3.0000 − 2.0000 = 1.0000"))
    #expect(Session().run("a = 2\nexplain(a ** 3)").printed.contains("2.0000^3.0000 = 8.0000"))
    #expect(Session().explain("7").derivation == nil)
  }

  @Test func `a program that was stopped is stopped again`() throws {
    let session = Session()
    _ = session.run("x = torch.tensor([1.0, 2.0]) * 3")
    var asked = 0
    session.shouldStop = {
      asked += 1
      return asked > 3
    }
    #expect(session.run("while True: pass").diagnostic?.type == "KeyboardInterrupt")
    session.shouldStop = nil
    #expect(session.run("explain(x)").printed.contains("1.0000 · 3.0000 = 3.0000"))
  }

  @Test func `a program can ask for an explanation`() {
    let session = Session()
    #expect(session.run("explain(softmax([2, 1]))").printed.hasPrefix("given\n  x "))
    #expect(session.run("p = torch.tensor([1.0, 3.0]).sum()").diagnostic == nil)
    #expect(session.run("explain(p)").printed.contains("1.0000 + 3.0000 = 4.0000"))
    #expect(session.run("explain(p.item())").printed.contains("1.0000 + 3.0000 = 4.0000"))
    #expect(session.runInteractively("p * 2").diagnostic == nil)
    #expect(session.run("explain(_)").printed.contains("4.0000 · 2.0000 = 8.0000"))
    #expect(session.run("explain(torch.tensor(1.0))").diagnostic?.type == "ValueError")
    #expect(session.run("explain('a')").diagnostic?.type == "TypeError")
  }

  @Test func `a long loop is told by its end, and large values at once`() throws {
    let long = "x = torch.zeros(2)\nfor i in range(5000):\n    x = x + 1\nx"
    let derivation = try #require(Session().explain(long).derivation)
    #expect(derivation.steps.count < 900)
    #expect(derivation.steps.last?.value.doubles == [5000, 5000])
    #expect(derivation.text.contains("more steps"))
    let large = "(torch.ones(100, 100) @ torch.ones(100, 100)).sum()"
    #expect(try #require(Session().explain(large).derivation).text.contains("⋮"))
  }

  @Test func `a gradient in float16 is told as it came, and as changed only where it was`() {
    let session = Session()
    let program = """
      z = torch.tensor([2.0, 1.0, 0.1], requires_grad=True)
      F.cross_entropy(z.half().unsqueeze(0), torch.tensor([0])).backward()
      """
    #expect(session.run(program).diagnostic == nil)
    let told = session.run("explain(z.grad)").printed
    #expect(told.contains("∂L/∂"), "\(told)")
    #expect(!told.contains("changed"), "\(told)")
    let changed = Session().run(program + "\nz.grad[0] += 1\nexplain(z.grad)").printed
    #expect(changed.contains("changed after"), "\(changed)")
  }
}
