import Math
import Testing

/// Shapes: what they become, what is refused, and in which words.
@Suite struct ShapeTests {
  static let x = Tensor((0..<6).map(Double.init), shape: [2, 3])

  /// Something refused, and what PyTorch says to it.
  struct Refusal: CustomTestStringConvertible, Sendable {
    let text: String
    let run: @Sendable () throws -> Tensor
    var testDescription: String { text }

    init(_ text: String, _ run: @escaping @Sendable () throws -> Tensor) {
      self.text = text
      self.run = run
    }
  }

  static let refusals: [Refusal] = [
    Refusal("shape '[4, 2]' is invalid for input of size 6") { try x.reshape([4, 2]) },
    Refusal("only one dimension can be inferred") { try x.reshape([-1, -1]) },
    Refusal("invalid shape dimension -2 at index 0 of shape [-2, 3]") { try x.reshape([-2, 3]) },
    Refusal(
      "cannot reshape tensor of 0 elements into shape [-1, 0] because the unspecified dimension size -1 can be any value and is ambiguous"
    ) { try Tensor.zeros([0]).reshape([-1, 0]) },
    Refusal("Dimension out of range (expected to be in range of [-2, 1], but got 2)") {
      try x.transpose(0, 2)
    },
    Refusal(
      "The size of tensor a (3) must match the size of tensor b (2) at non-singleton dimension 1"
    ) { try x + Tensor.ones([2]) },
    Refusal(
      "The expanded size of the tensor (4) must match the existing size (2) at non-singleton dimension 0.  Target sizes: [4, 3].  Tensor sizes: [2, 3]"
    ) { try x.expand([4, 3]) },
    Refusal("dim 0 appears multiple times in the list of dims") { try Sum(dims: [0, -2])(x) },
    Refusal("flatten() has invalid args: start_dim cannot come after end_dim") {
      try x.flatten(from: 1, to: 0)
    },
    Refusal(
      "Sizes of tensors must match except in dimension 0. Expected size 3 but got size 2 for tensor number 1 in the list."
    ) { try Concatenate(dim: 0)(x, Tensor.ones([2, 2])) },
    Refusal(
      "stack expects each tensor to be equal size, but got [2, 3] at entry 0 and [3] at entry 1"
    ) { try Stack()(x, Tensor.ones([3])) },
    Refusal("start (1) + length (2) exceeds dimension size (2).") { try x.narrow(0, 1, 2) },
    Refusal("index 3 is out of bounds for dimension 1 with size 3") { try x.select(1, 3) },
    Refusal("index 3 is out of bounds for dimension 1 with size 3") {
      try x.gather(1, Tensor([Int64(3)], shape: [1, 1]))
    },
    Refusal(
      "max(): Expected reduction dim to be specified for input.numel() == 0. Specify the reduction dim with the 'dim' argument."
    ) { try Max()(Tensor.zeros([0])) },
    Refusal("argmax(): Expected reduction dim 0 to have non-zero size.") {
      try Tensor.zeros([0, 3]).argmax(dim: 0)
    },
    Refusal("mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)") {
      try MatrixProduct()(x, x)
    },
    Refusal("mat1 and mat2 shapes cannot be multiplied (4x3 and 2x2)") {
      try MatrixProduct()(Tensor.ones([2, 2, 3]), Tensor.ones([2, 2]))
    },
    Refusal("size mismatch, got input (2), mat (2x3), vec (2)") {
      try MatrixProduct()(x, Tensor.ones([2]))
    },
    Refusal(
      "Expected size for first two dimensions of batch2 tensor to be: [2, 3] but got: [2, 2]."
    ) { try MatrixProduct()(x, Tensor.ones([2, 2, 2])) },
    Refusal("both arguments to matmul need to be at least 1D, but they are 0D and 2D") {
      try MatrixProduct()(Tensor(1), x)
    },
    Refusal("expected m1 and m2 to have the same dtype, but got: double != long int") {
      try MatrixProduct()(x, Tensor([Int64(1), 2, 3], shape: [3, 1]))
    },
    Refusal(
      "The expanded size of the tensor (2) must match the existing size (3) at non-singleton dimension 1.  Target sizes: [2, 2].  Tensor sizes: [3]"
    ) { try Linear()(x, Tensor.ones([2, 3]), Tensor.ones([3])) },
    Refusal("step must be nonzero") { try Tensor.arange(0, 5, step: 0, dtype: .int64) },
  ]

  @Test(arguments: refusals)
  func `refusals have PyTorch's words`(_ refusal: Refusal) {
    #expect(message(refusal.run) == refusal.text)
  }
}
