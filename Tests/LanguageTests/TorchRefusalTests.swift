import Testing

@testable import Language

/// What PyTorch refuses, and in which words.
struct TorchRefusalTests {
  @Test(arguments: programs)
  func `the program prints what PyTorch printed`(_ program: TorchProgram) {
    program.check()
  }

  static let programs = [
    TorchProgram(
      "a scalar has no parts",
      #"""
      torch.tensor(1.0).split(1)
      """#,
      #"""
      RuntimeError: split expects at least a 1-dimensional tensor
      """#),
    TorchProgram(
      "chunks of a scalar",
      #"""
      torch.tensor(1.0).chunk(2)
      """#,
      #"""
      RuntimeError: chunk expects at least a 1-dimensional tensor
      """#),
    TorchProgram(
      "a slice of a scalar",
      #"""
      torch.tensor(1.0).select(0, 0)
      """#,
      #"""
      IndexError: select() cannot be applied to a 0-dim tensor.
      """#),
    TorchProgram(
      "flipped columns of a vector",
      #"""
      torch.tensor([1.0, 2.0]).fliplr()
      """#,
      #"""
      RuntimeError: Input must be >= 2-d.
      """#),
    TorchProgram(
      "repeats that do not go round",
      #"""
      torch.repeat_interleave(torch.tensor([1, 2, 3]), torch.tensor([1, 2]))
      """#,
      #"""
      RuntimeError: repeats must have the same size as input along dim, but got repeats.size(0) = 2 and input.size(0) = 3
      """#),
    TorchProgram(
      "dims for tensordot",
      #"""
      torch.tensordot(torch.zeros(2), torch.zeros(2), dims=2)
      """#,
      #"""
      RuntimeError: tensordot expects dims < ndim_a or ndim_b, but got dims=2
      """#),
    TorchProgram(
      "a negative difference",
      #"""
      torch.diff(torch.tensor([1.0, 2.0]), n=-1)
      """#,
      #"""
      RuntimeError: order must be non-negative but got -1
      """#),
    TorchProgram(
      "the diagonal of a vector",
      #"""
      torch.zeros(3).fill_diagonal_(1)
      """#,
      #"""
      RuntimeError: dimensions must larger than 1
      """#),
    TorchProgram(
      "no most frequent among nothing",
      #"""
      torch.zeros(0, 2).mode(0)
      """#,
      #"""
      IndexError: mode(): Expected reduction dim 0 to have non-zero size.
      """#),
    TorchProgram(
      "products of no rows have gradients",
      #"""
      x = torch.zeros(0, 3, requires_grad=True)
      w = torch.ones(2, 3, requires_grad=True)
      F.linear(x, w).sum().backward()
      print(x.grad, w.grad)
      """#,
      #"""
      tensor([], size=(0, 3)) tensor([[0., 0., 0.],
              [0., 0., 0.]])
      """#),
    TorchProgram(
      "a diagonal through a cube",
      #"""
      print(torch.zeros(2, 2, 2).fill_diagonal_(5))
      """#,
      #"""
      tensor([[[5., 0.],
               [0., 0.]],

              [[0., 0.],
               [0., 5.]]])
      """#),
  ]
}
