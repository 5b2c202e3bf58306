import Math
import Testing

@testable import Language

/// Two ways to one number side by side, and gradients beside central differences.
@Suite struct CompareTests {
  static let partings: [(program: String, symbol: String?, agrees: Bool)] = [
    ("compare(naive_softmax(z), softmax(z))", "e^z", false),
    ("compare(naive_log_softmax(-z), log_softmax(-z))", "e^z", false),
    ("compare(F.softmax(y, dim=0), F.softmax(y.double(), dim=0))", "z−m", true),
    ("compare(y.softmax(0), y.softmax(0))", nil, true),
    ("h = y.to(torch.bfloat16)\ncompare(torch.softmax(h, 0), h.exp() / h.exp().sum())", "p", true),
    ("compare(y * 2 + 1, y * 3 + 1)", "y · 3", false),
  ]

  @Test(arguments: partings)
  func `the step at which two ways part is marked`(
    program: String, symbol: String?, agrees: Bool
  ) throws {
    let session = Session()
    let outcome = session.run(
      "z = torch.tensor([200.0, 1.0])\ny = torch.tensor([2.0, 1.0, 0.1])\n" + program)
    #expect(outcome.diagnostic == nil)
    #expect(outcome.printed.contains("◀") == (symbol != nil), "\(outcome.printed)")
    guard let symbol else {
      #expect(outcome.printed.hasSuffix("Both come to the same numbers.\n"))
      return
    }
    #expect(outcome.printed.contains("They part at "), "\(outcome.printed)")
    #expect(outcome.printed.contains("rounding only") == agrees)
    let marked = outcome.printed.split(separator: "\n").first { $0.contains("◀") } ?? ""
    #expect(marked.contains(symbol), "\(outcome.printed)")
  }

  @Test func `NLLLoss of LogSoftmax and CrossEntropyLoss go the same way`() throws {
    let session = Session()
    let setup = "z = torch.randn(4, 3)\ny = torch.tensor([0, 2, 1, 1])\n"
    let left = try #require(
      session.explain(setup + "nn.NLLLoss()(nn.LogSoftmax(dim=1)(z), y)").derivation)
    let right = try #require(session.explain("nn.CrossEntropyLoss()(z, y)").derivation)
    let comparison = Derivation.Comparison(left, right)
    #expect(comparison.agrees && comparison.parting == nil)
    #expect(comparison.rows.allSatisfy { $0.left != nil && $0.right != nil })
  }

  @Test func `every step stands in one row, in order`() throws {
    let session = Session()
    let left = try #require(session.explain("naive_softmax([1.0, 2.0])").derivation)
    let right = try #require(session.explain("softmax([1.0, 2.0])").derivation)
    let rows = Derivation.Comparison(left, right).rows
    #expect(rows.compactMap(\.left) == Array(left.steps.indices))
    #expect(rows.compactMap(\.right) == Array(right.steps.indices))
  }

  // MARK: check_gradient

  @Test func `a gradient is set beside the central difference`() {
    let program = """
      w = torch.tensor([1.0, -2.0, 0.0], requires_grad=True)
      loss = w.abs().sum() + (w ** 2).sum()
      loss.backward()
      print(check_gradient(loss, w))
      """
    #expect(
      Session().run(program).printed == """
               analytic    numeric  relative error
        w[0]   3.000000   3.000000         2.5e-11
        w[1]  −5.000000  −5.000000               0
        w[2]   0.000000   0.000000            kink  the slope is −1.0000 on the left, 1.0000 on the right
        They agree: the largest relative error is 2.5e-11. At a kink the analytic gradient is right: it is a slope of one side or between them; the central difference only averages the two sides.

        """)
  }

  static let right = [
    "w = torch.randn(3, 4, requires_grad=True)\nx = torch.randn(5, 4)\n"
      + "check_gradient(F.cross_entropy(x @ w.T, torch.tensor([0, 1, 2, 0, 1])), w)",
    "w = torch.randn(2, 3, requires_grad=True)\ncheck_gradient(lambda: torch.tanh(w).sum(), w)",
    "m = nn.Sequential(nn.Linear(3, 4), nn.GELU(), nn.Linear(4, 1))\n"
      + "check_gradient(m(torch.randn(2, 3)).pow(2).mean(), m[0].weight)",
    "w = torch.tensor([1e-9], requires_grad=True)\ncheck_gradient(torch.relu(w).sum(), w)",
    "w = torch.tensor([5.0], requires_grad=True)\ncheck_gradient(w.exp().log().sum(), w)",
  ]

  @Test(arguments: right)
  func `a right gradient is said to be right`(program: String) {
    let outcome = Session().run(program)
    #expect(outcome.text?.contains("They agree") == true, "\(outcome)")
  }

  @Test(arguments: [
    "w = torch.tensor([1.0, 2.0], requires_grad=True)\n"
      + "check_gradient(lambda: (w.detach() * w).sum(), w)",
    "w = torch.tensor([1.0, 2.0], requires_grad=True)\n"
      + "check_gradient(lambda: (w * w.sum().item()).sum(), w)",
  ])
  func `a gradient that misses a way is said to be wrong`(program: String) {
    let outcome = Session().run(program)
    #expect(outcome.text?.contains("They differ in 2 of 2") == true, "\(outcome)")
  }

  @Test func `the graph is still let go of for the program`() {
    let program = "w = torch.ones(2, requires_grad=True)\nl = (w * w).sum()\nl.backward()\n"
    let again = Session().run(program + "check_gradient(l, w)\nl.backward()")
    #expect(again.diagnostic?.message.hasPrefix("Trying to backward") == true)
    let session = Session()
    _ = session.run(program)
    #expect(session.run("check_gradient(l, w)").diagnostic?.fix?.contains("lambda") == true)
  }
}
