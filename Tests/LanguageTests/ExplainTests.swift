import Math
import Testing

@testable import Language

/// Derivations of what programs compute, as tables.
@Suite struct ExplainTests {
  static let tables: [(String, String)] = [
    (
      "softmax([2, 1, 0.1])",
      """
      x         2.0000   1.0000   0.1000
      m         2.0000                    The largest logit.
      z−m       0.0000  -1.0000  -1.9000  Shifting all logits alike changes no share; now the largest is 0.
      e^(z−m)   1.0000   0.3679   0.1496  The largest exponential is 1, so none can overflow.
      Σ         1.5174                    At least 1, so dividing by it is safe.
      p         0.6590   0.2424   0.0986  Each class's share of the sum.
      """
    ),
    (
      "x = torch.tensor([[1.0, 2.0]])\nW = torch.tensor([[0.5, -1.0], [2.0, 1.0]])\n"
        + "b = torch.tensor([0.1, 0.2])\nz = x @ W.T + b\nz.relu().sum()",
      """
      W         0.5000  -1.0000
                2.0000   1.0000
      Wᵀ        0.5000   2.0000
               -1.0000   1.0000
      x         1.0000   2.0000
      xWᵀ      -1.5000   4.0000
      b         0.1000   0.2000
      z        -1.4000   4.2000
      relu(z)   0.0000   4.2000
      Σ relu(z) 4.2000
      """
    ),
  ]

  @Test(arguments: tables)
  func `a program's value is derived by its parts`(program: String, table: String) throws {
    let derivation = try #require(Session().explain(program).derivation)
    let squeezed = { (text: String) in
      text.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    }
    #expect(squeezed(derivation.table) == squeezed(table))
  }

  @Test(arguments: [
    "-log_softmax(torch.tensor([2.0, 1.0, 0.1]))[0]",
    "z = torch.tensor([[2.0, 1.0, 0.1], [0.5, 2.0, 0.3]])\nF.cross_entropy(z, torch.tensor([0, 1]))",
    "x = torch.randn(4, 3)\nm = nn.Sequential(nn.Linear(3, 5), nn.Tanh(), nn.Linear(5, 2))\nm(x)",
    "x = torch.tensor([1.0, 2.0], requires_grad=True)\ny = (x ** 2).sum()\ny.backward()\ny * 2",
    "def f(a):\n    return a.exp() / a.exp().sum()\nf(torch.tensor([0.1, 0.2]))",
    "x = torch.zeros(3)\nfor i in range(3):\n    x = x + i\nx",
  ])
  func `a derivation ends with the program's value`(program: String) throws {
    let (outcome, derivation) = Session().explain(program)
    guard case .tensor(let value) = outcome.value else {
      Issue.record("no tensor: \(outcome)")
      return
    }
    let last = try #require(derivation?.steps.last)
    #expect(last.value.shape == value.shape)
    for (a, b) in zip(last.value.doubles, value.doubles) {
      #expect(abs(a - b) <= 1e-5 * max(1, abs(b)))
    }
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
    #expect(Session().explain("1 + 1").derivation == nil)
    #expect(Session().explain("1 / 0").outcome.diagnostic?.type == "ZeroDivisionError")
  }
}
