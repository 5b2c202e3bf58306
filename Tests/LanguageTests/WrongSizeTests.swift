import Math
import Testing

@testable import Language

/// Sizes and numbers that do not go: PyTorch's error, where it has one, and never a trap.
@Suite struct WrongSizeTests {
  /// Programs and the first line of PyTorch's error.
  static let refusals: [(program: String, error: String)] = [
    (
      "torch.ones(3).repeat(-1)",
      "RuntimeError: Trying to create tensor with negative dimension -3: [-3]"
    ),
    (
      "torch.tile(torch.zeros(1, 4), [-1, -1])",
      "RuntimeError: Trying to create tensor with negative dimension -1: [-1, -4]"
    ),
    ("torch.zeros(-1)", "RuntimeError: zeros: Dimension size must be non-negative."),
    (
      "torch.zeros(2**40, 2**40)",
      "RuntimeError: Storage size calculation overflowed with sizes=[1099511627776, 1099511627776]"
    ),
    (
      "torch.zeros(1).reshape(2**40, 2**40)",
      "RuntimeError: shape '[1099511627776, 1099511627776]' is invalid for input of size 1"
    ),
    (
      "torch.zeros(2, 3).view(2**62, 2, -1)",
      "RuntimeError: shape '[4611686018427387904, 2, -1]' is invalid for input of size 6"
    ),
    ("nn.PReLU(-1)", "RuntimeError: Trying to create tensor with negative dimension -1: [-1]"),
    (
      "F.group_norm(torch.rand(2, 3), -1)",
      "RuntimeError: Expected num groups to be greater than 0, got -1"
    ),
    (
      "F.group_norm(torch.rand(3), 1)",
      "RuntimeError: Expected at least 2 dimensions for input tensor but received 1"
    ),
    (
      "torch.zeros(2, 3).unflatten(0, (0, -1))",
      "RuntimeError: unflatten: Provided sizes [0, -1] don't multiply up to the size of dim 0 (2) in the input tensor"
    ),
    ("torch.zeros(3).unfold(0, -1, 1)", "RuntimeError: size is -1 but must be >= 0"),
    (
      "torch.unravel_index(torch.tensor(3), (-1, 3))",
      "ValueError: 'shape' cannot have negative values, but got (-1, 3)"
    ),
    ("torch.unravel_index(torch.tensor(3), (0, 3))", "RuntimeError: ZeroDivisionError"),
    (
      "torch.ones(2, 2).movedim((0, 1), (0,))",
      "RuntimeError: movedim: Invalid source or destination dims: source ([0, 1] dims) should contain the same number of dims as destination ([0] dims)"
    ),
    ("nn.init.eye_(torch.ones(3))", "ValueError: Only tensors with 2 dimensions are supported"),
    (
      "torch.arange(5).narrow(0, 1, M)",
      "RuntimeError: start (1) + length (9223372036854775807) exceeds dimension size (5)."
    ),
    ("torch.arange(5).narrow(0, 1, -1)", "RuntimeError: narrow(): length must be non-negative."),
    (
      "torch.arange(5).narrow(0, -7, 2)",
      "IndexError: start out of range (expected to be in range of [-5, 5], but got -7)"
    ),
    (
      "torch.split(torch.zeros(3), [2**62, 2**62])",
      "RuntimeError: split_with_sizes expects split_sizes to sum exactly to 3 (input tensor's size at dimension 0), but got split_sizes=[4611686018427387904, 4611686018427387904]"
    ),
    (
      "torch.split(torch.zeros(3), [-1, 4])",
      "RuntimeError: split_with_sizes expects split_sizes have only non-negative entries, but got split_sizes=[-1, 4]"
    ),
    (
      "torch.bincount(torch.tensor([M]))",
      "RuntimeError: maximum value of input overflowed, it should be < 9223372036854775807 but got 9223372036854775807"
    ),
    ("torch.bincount(torch.tensor([1]), minlength=-1)", "RuntimeError: minlength should be >= 0"),
    (
      "F.pad(torch.zeros(1, 3), (3, 1), mode='reflect')",
      "RuntimeError: Argument #4: Padding size should be less than the corresponding input dimension, but got: padding (3, 1) at dimension 1 of input [1, 3]"
    ),
    (
      "F.pad(torch.zeros(1, 3), (4, 1), mode='circular')",
      "RuntimeError: Padding value causes wrapping around more than once."
    ),
    (
      "F.pad(torch.zeros(3), (M, 1))",
      "RuntimeError: The input size 3, plus negative padding 9223372036854775807 and 1 resulted in a negative output size, which is invalid. Check dimension 0 of your input."
    ),
    ("torch.arange(0, 1, 1e-30)", "RuntimeError: invalid size, possible overflow?"),
    (
      "F.softshrink(torch.ones(1), float('-inf'))",
      "RuntimeError: lambda must be in range [0, 3.40282e+38] for input dtype Float, but found -inf"
    ),
    (
      "torch.utils.data.random_split([1, 2, 3], [-0.5, 1.5])",
      "ValueError: Fraction at index 0 is not between 0 and 1"
    ),
    (
      "torch.Size(['x'])",
      "TypeError: torch.Size() takes an iterable of 'int' (item 0 is 'str')"
    ),
  ]

  @Test(arguments: refusals)
  func `a size that does not go is PyTorch's error`(program: String, error: String) throws {
    let outcome = Session().run("M = 9223372036854775807\n" + program)
    let diagnostic = try #require(
      outcome.diagnostic, "\(program) gave \(outcome.text ?? "nothing")")
    #expect("\(diagnostic.type): \(diagnostic.message)" == error)
    #expect(diagnostic.line == 2)
  }

  @Test(arguments: [
    (
      "torch.tensor_split(torch.arange(5), (3, 1))",
      "(tensor([0, 1, 2]), tensor([], dtype=torch.int64), tensor([1, 2, 3, 4]))"
    ),
    ("torch.arange(3).roll(M)", "tensor([2, 0, 1])"),
    ("torch.zeros(3).unfold(0, 2, M)", "tensor([[0., 0.]])"),
    ("torch.ones(3, 3).diagonal(-M - 1)", "tensor([])"),
    ("torch.ones(3, 3).diagonal(M)", "tensor([])"),
    ("torch.i0(torch.tensor([float('nan'), float('inf'), 1e38]))", "tensor([nan, nan, inf])"),
    (
      "torch.special.i0e(torch.tensor([51.0, 1e38]))", "tensor([5.6002e-02, 3.9894e-20])"
    ),
    (
      "torch.special.bessel_j1(torch.tensor([float('nan'), 24.0, 26.0, -1e6]))",
      "tensor([    nan, -0.1540,  0.0150,  0.0007])"
    ),
    ("torch.polygamma(1000, torch.ones(1))", "tensor([-inf])"),
    ("len(torch.utils.data.DataLoader([1, 2, 3], batch_size=M))", "1"),
    ("round(25, -1), round(-25, -1), round(M - 7, -2)", "(20, -20, 9223372036854775800)"),
    ("'a'.ljust(-M - 1)", "'a'"), ("list(enumerate('a', M - 1))", "[(9223372036854775806, 'a')]"),
    (
      "[list(p.indices) for p in torch.utils.data.random_split([1, 2, 3], [4, -1])]",
      "[[2, 0, 1], []]"
    ),
  ])
  func `a number at the edge gives what PyTorch gives`(program: String, text: String) {
    let outcome = Session().run("M = 9223372036854775807\n" + program)
    #expect(outcome.text == text, "\(outcome.diagnostic?.rendered ?? "")")
  }

  @Test func `a backward pass that is stopped adds nothing to the gradient`() {
    let session = Session()
    _ = session.run(
      """
      x = torch.ones(32, 2**14)
      w = torch.ones(10, 2**14, requires_grad=True)
      l = F.linear(x, w).sum()
      """)
    let back = Interruption.$current.withValue(Interruption(isWanted: { true })) {
      session.run("l.backward()")
    }
    #expect(back.diagnostic?.type == "KeyboardInterrupt")
    #expect(session.run("w.grad is None").text == "True")
  }
}
