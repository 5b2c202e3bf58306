import Testing

@testable import Language

@Suite struct DigitsTests {
  @Test(arguments: [
    (
      "X, y = load_digits()\nprint(X.shape, y.shape)", "torch.Size([1797, 64]) torch.Size([1797])\n"
    ),
    (
      "from sklearn.datasets import load_digits\nX, y = load_digits()\nprint(X.sum().item(), y.sum())",
      "561718.0 tensor(8070)\n"
    ),
    ("print(load_digits(n_class=2).target.shape)", "torch.Size([360])\n"),
    (
      "import sklearn.datasets\nprint(sklearn.datasets.load_digits().data[0, :8])",
      "tensor([ 0.,  0.,  5., 13.,  9.,  1.,  0.,  0.], dtype=torch.float64)\n"
    ),
  ])
  func `are scikit-learn's`(program: String, output: String) {
    var session = Session()
    #expect(session.run(program).printed == output)
  }

  @Test func `a class that is none is refused`() {
    var session = Session()
    let diagnostic = session.run("load_digits(n_class=11)").diagnostic
    #expect(diagnostic?.message == "n_class is from 1 to 10, but 11 was given")
  }
}
