import Testing

@testable import Language

/// Programs that run and do not do what was meant, and those that do.
@Suite struct MisuseTests {
  private static let scores =
    "z = torch.tensor([[2.0, 1.0, 0.1], [0.5, 2.0, 0.3]])\ny = torch.tensor([0, 1])\n"
  private static let training =
    "m = nn.Linear(3, 2)\no = torch.optim.SGD(m.parameters(), lr=0.1)\nx = torch.randn(4, 3)\n"
    + "y = torch.tensor([0, 1, 1, 0])\n"

  static let noted: [(program: String, beginning: String)] = [
    (scores + "F.cross_entropy(F.softmax(z, dim=1), y)", "cross_entropy takes logits"),
    (scores + "nn.CrossEntropyLoss()(nn.Softmax(dim=1)(z), y)", "cross_entropy takes logits"),
    (
      scores + "p = z.exp() / z.exp().sum(1, keepdim=True)\nF.cross_entropy(p, y)",
      "cross_entropy takes logits"
    ),
    (scores + "F.nll_loss(torch.softmax(z, 1), y)", "nll_loss takes log-probabilities and only"),
    (scores + "nn.NLLLoss()(z, y)", "nll_loss takes log-probabilities, but"),
    (
      "z = torch.tensor([0.3, -1.0])\nF.binary_cross_entropy_with_logits(torch.sigmoid(z), torch.ones(2))",
      "binary_cross_entropy_with_logits applies"
    ),
    (
      "w = torch.ones(2, requires_grad=True)\np = 1 * nn.Sigmoid()(w)\n"
        + "nn.BCEWithLogitsLoss()(w.sigmoid(), torch.ones(2))",
      "binary_cross_entropy_with_logits applies"
    ),
    (scores + "F.softmax(z, dim=0)", "dim=0 makes the columns"),
    (
      "F.cross_entropy(torch.randn(4, 1), torch.zeros(4, dtype=torch.long))",
      "The scores have one column"
    ),
    (
      "F.cross_entropy(torch.randn(2, 3, 3), torch.tensor([[0, 1, 2], [2, 1, 0]]))",
      "Scores of shape [2, 3, 3]"
    ),
    (
      "F.cross_entropy(torch.tensor([[2.0, 1.0]]), torch.tensor([0]), weight=torch.tensor([7.0, 1.0]))",
      "Only one target counts"
    ),
    (scores + "F.cross_entropy(z, torch.tensor([-100, -100]))", "All targets are -100"),
    (
      training
        + "for i in range(3):\n    loss = F.cross_entropy(m(x), y)\n    loss.backward()\n    o.step()",
      "A gradient that an update has used"
    ),
    (
      "w = torch.ones(2, requires_grad=True)\nfor i in range(3):\n    (w * w).sum().backward()\n"
        + "    with torch.no_grad():\n        w -= 0.1 * w.grad",
      "A gradient that an update has used"
    ),
    (
      training + "F.cross_entropy(m(x), y).backward()\no.zero_grad()\no.step()",
      "No parameter has a gradient"
    ),
  ]

  @Test(arguments: noted)
  func `a known mistake is noted once`(program: String, beginning: String) throws {
    let outcome = Session().run("for _ in range(2):\n    pass\n" + program)
    #expect(outcome.diagnostic == nil)
    #expect(outcome.notes.count == 1, "\(outcome.notes)")
    let note = try #require(outcome.notes.first)
    #expect(note.message.hasPrefix(beginning), "\(note.message)")
    #expect(note.type == "Note" && note.line > 2 && note.fix != nil)
  }

  @Test(arguments: noted)
  func `a note changes nothing, and can be left out`(program: String, beginning: String) {
    let (loud, quiet) = (Session(), Session())
    quiet.givesNotes = false
    let (outcome, other) = (loud.run(program), quiet.run(program))
    #expect(other.notes.isEmpty)
    #expect(outcome.text == other.text && outcome.printed == other.printed)
    #expect(outcome.diagnostic == other.diagnostic && outcome.warnings == other.warnings)
  }

  @Test func `a line is spoken of once`() {
    let program =
      Self.scores + "for i in range(5):\n    F.cross_entropy(F.softmax(z, dim=1), y)\n"
      + "F.cross_entropy(F.softmax(z, dim=1), y)"
    #expect(Session().run(program).notes.map(\.line) == [4, 5])
    let session = Session()
    _ = session.run(
      Self.scores + "def loss():\n    return F.cross_entropy(F.softmax(z, dim=1), y)\nloss()")
    #expect(session.run("loss()").notes.isEmpty)
  }

  @Test(arguments: [
    scores + "F.cross_entropy(z, y)\nF.cross_entropy(F.log_softmax(z, dim=1), y)",
    scores + "F.nll_loss(F.log_softmax(z, dim=1), y)\nF.nll_loss(torch.log(F.softmax(z, 1)), y)",
    scores
      + "F.cross_entropy(z, y, weight=torch.ones(3))\nF.softmax(z, dim=1)\nF.softmax(z[0], dim=0)",
    "z = torch.randn(3)\nF.binary_cross_entropy_with_logits(z, torch.ones(3))\n"
      + "F.binary_cross_entropy(torch.sigmoid(z), torch.ones(3))",
    "F.cross_entropy(torch.randn(2, 3, 3).transpose(1, 2), torch.tensor([[0, 1, 2], [2, 1, 0]]))",
    training
      + "for i in range(3):\n    o.zero_grad()\n    F.cross_entropy(m(x), y).backward()\n    o.step()",
    training
      + "for i in range(3):\n    o.zero_grad(set_to_none=False)\n    F.cross_entropy(m(x), y).backward()\n    o.step()",
    training + "for i in range(4):\n    F.cross_entropy(m(x), y).backward()\n    if i % 2:\n"
      + "        o.step()\n        o.zero_grad()",
    "w = torch.ones(2, requires_grad=True)\nfor i in range(3):\n    (w * w).sum().backward()\n"
      + "    with torch.no_grad():\n        w -= 0.1 * w.grad\n        w.grad.zero_()",
    "w = torch.ones(2, requires_grad=True)\n(w + w).sum().backward()\n(w * w).sum().backward()",
  ])
  func `what is meant is left alone`(program: String) {
    let outcome = Session().run(program)
    #expect(outcome.diagnostic == nil && outcome.notes.isEmpty, "\(outcome.notes)")
  }
}
