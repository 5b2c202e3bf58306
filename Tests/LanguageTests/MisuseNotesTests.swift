import Testing

@testable import Language

/// The classic mistakes, each said once for its line; and what looks like them, of which nothing is said.
@Suite struct MisuseNotesTests {
  private static let scores = """
    import torch
    z = torch.tensor([[2.0, 1.0, 0.1], [0.5, 2.5, 0.3]])
    y = torch.tensor([0, 1])
    w = torch.tensor([1.0, 2.0], requires_grad=True)

    """

  @Test(arguments: [
    ("F.cross_entropy(F.softmax(z, dim=1), y)", "takes logits"),
    ("nn.CrossEntropyLoss()(nn.Softmax(dim=1)(z), y)", "takes logits"),
    ("F.nll_loss(z, y)", "takes log-probabilities"),
    ("F.nll_loss(F.softmax(z, dim=1), y)", "takes log-probabilities"),
    ("nn.BCEWithLogitsLoss()(torch.sigmoid(z[:, 0]), y.float())", "applies the sigmoid itself"),
    ("torch.softmax(z, dim=0)", "makes the columns add up to 1"),
    ("F.cross_entropy(torch.zeros(2, 3, 3), torch.zeros(2, 3).long())", "(N, C, L)"),
    ("F.cross_entropy(z[:, :1], torch.zeros(2).long())", "one column"),
    (
      "F.cross_entropy(z[:1], y[:1], weight=torch.tensor([1.0, 2.0, 3.0]))",
      "the class weights cancel"
    ),
    ("F.cross_entropy(z, torch.tensor([-100, -100]))", "All targets are -100"),
    ("(w ** 2).sum().backward(); w.data -= 0.1 * w.grad", "used already"),
    ("(w ** 2).sum().backward(); w.data = w.data - 0.1 * w.grad", "used already"),
    ("(w ** 2).sum().backward(); w.data.sub_(0.1 * w.grad)", "used already"),
    ("(w ** 2).sum().backward(); w.data.add_(w.grad, alpha=-0.1)", "used already"),
    ("(w ** 2).sum().backward(); torch.optim.SGD([w], lr=0.1).step()", "used already"),
    ("torch.optim.SGD([w], lr=0.1).step()", "changed nothing"),
  ])
  func `a mistake is named once for its line`(line: String, words: String) throws {
    let program = Self.scores + "for i in range(5):\n    \(line)"
    let session = Session()
    let outcome = session.run(program)
    #expect(outcome.diagnostic == nil && outcome.notes.count == 1, "\(outcome)")
    let note = try #require(outcome.notes.first)
    #expect(note.message.contains(words) && note.line == 6 && note.fix != nil)
    let silent = Session()
    silent.givesNotes = false
    let same = silent.run(program)
    #expect(same.notes.isEmpty && same.printed == outcome.printed && same.value == outcome.value)
  }

  @Test func `an update without grad tracking counts as one`() {
    let program = """
      for i in range(3):
          (w ** 2).sum().backward()
          with torch.no_grad():
              w -= 0.1 * w.grad
      """
    #expect(Session().run(Self.scores + program).notes.map(\.line) == [6])
  }

  @Test(arguments: [
    "F.cross_entropy(z, y)", "F.nll_loss(F.log_softmax(z, dim=1), y)", "torch.softmax(z, dim=1)",
    "F.binary_cross_entropy(torch.sigmoid(z[:, 0]), y.float())",
    "w.grad = None; (w ** 2).sum().backward(); w.data -= 0.1 * w.grad",
    "(w ** 2).sum().backward(); w.data -= 0.1 * w.grad; w.grad.zero_()",
    "(w ** 2).sum().backward(); w.data -= 0.1 * w.grad; w.grad.data.zero_()",
    "(w ** 2).sum().backward()",
    "(w ** 2).sum().backward(); w.data -= 0.1 * w.grad; w.grad *= 0",
  ])
  func `what is meant is left alone`(line: String) {
    let outcome = Session().run(Self.scores + "for i in range(5):\n    \(line)")
    #expect(outcome.diagnostic == nil && outcome.notes.isEmpty, "\(outcome.notes)")
  }

  @Test(arguments: [
    "F.cross_entropy(z, F.one_hot(y, 3))", "F.cross_entropy(z, y.float())",
    "F.cross_entropy(z, torch.tensor([1, 3]))", "F.cross_entropy(z, y.unsqueeze(1))",
  ])
  func `a target of the wrong kind is an error with a way out`(line: String) throws {
    let diagnostic = try #require(Session().run(Self.scores + line).diagnostic)
    #expect(diagnostic.fix != nil || !diagnostic.notes.isEmpty, "\(diagnostic.rendered)")
  }
}
