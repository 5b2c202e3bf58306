import Math

extension OperatorCase {
  private static let a = Tensor([[1.5, -2, 0.5], [3, 0.25, -1]])
  private static let b = Tensor([0.5, 2, -1.5])
  private static let column = Tensor([[2.0], [-0.5]])
  private static let positive = Tensor([[1.5, 2, 0.5], [3, 0.25, 1]])

  static let arithmetic: [OperatorCase] = [
    .init(name: "add", operation: Add(), inputs: [a, b], differentiable: [0, 1]) { _ in
      [2, 0, -1, 3.5, 2.25, -2.5]
    },
    .init(
      name: "sub, a column", operation: Subtract(), inputs: [a, column], differentiable: [0, 1]
    ) { _ in [-0.5, -4, -1.5, 3.5, 0.75, -0.5] },
    .init(
      name: "div, a scalar", operation: Divide(), inputs: [a, Tensor(2)],
      differentiable: [0, 1]
    ) { $0[0].doubles.map { $0 / 2 } },
    .init(
      name: "a column times a row", operation: Multiply(), inputs: [column, b],
      differentiable: [0, 1]
    ) { _ in [1, 4, -3, -0.25, -1, 0.75] },
    .init(
      name: "pow of tensors", operation: Power(), inputs: [positive, b], differentiable: [0, 1]
    ) {
      zip($0[0].doubles, $0[1].doubles + $0[1].doubles).map { Twin.exp($1 * Twin.log($0)) }
    },
    .init(name: "pow by 3", operation: PowerByNumber(.int(3)), inputs: [a]) {
      $0[0].doubles.map { $0 * $0 * $0 }
    },
    .init(name: "pow by −0.5", operation: PowerByNumber(.float(-0.5)), inputs: [positive]) {
      $0[0].doubles.map { 1 / $0.squareRoot() }
    },
    .init(name: "maximum", operation: Maximum(), inputs: [a, b], differentiable: [0, 1]) { _ in
      [1.5, 2, 0.5, 3, 2, -1]
    },
    .init(name: "minimum", operation: Minimum(), inputs: [a, b], differentiable: [0, 1]) { _ in
      [0.5, -2, -1.5, 0.5, 0.25, -1.5]
    },
  ]

  static let reductions: [OperatorCase] = [
    .init(name: "sum, rows", operation: Sum(dims: [0]), inputs: [a]) { _ in [4.5, -1.75, -0.5] },
    .init(name: "sum, kept", operation: Sum(dims: [1], keepsDims: true), inputs: [a]) { _ in
      [0, 2.25]
    },
    .init(
      name: "sum, two of three dimensions", operation: Sum(dims: [0, 2]),
      inputs: [Tensor([1.0, 2, 3, 4, 5, 6, 7, 8], shape: [2, 2, 2])]
    ) { _ in [1 + 2 + 5 + 6, 3 + 4 + 7 + 8] },
    .init(name: "mean of all", operation: Mean(), inputs: [a]) { _ in [2.25 / 6] },
    .init(name: "max, rows", operation: Max(dim: 1), inputs: [a]) { _ in [1.5, 3] },
    .init(name: "max of all", operation: Max(), inputs: [a]) { _ in [3] },
    .init(name: "min, columns", operation: Min(dim: 0), inputs: [a]) { _ in [1.5, -2, -1] },
    .init(name: "prod, rows", operation: Product(dim: 1), inputs: [a]) { _ in [-1.5, -0.75] },
    .init(
      name: "prod with a zero", operation: Product(), inputs: [Tensor([2.0, 0, 3])]
    ) { _ in [0] },
    .init(name: "var", operation: Variance(dims: [1]), inputs: [a]) {
      [variance(Array($0[0].doubles[..<3])), variance(Array($0[0].doubles[3...]))]
    },
    .init(
      name: "std of all", operation: StandardDeviation(correction: 0), inputs: [Tensor([1.0, 3])]
    ) { _ in [1] },
    .init(name: "norm", operation: Norm(), inputs: [Tensor([3.0, -4])]) { _ in [5] },
    .init(name: "norm, p = 1", operation: Norm(p: 1, dims: [1]), inputs: [a]) { _ in [4, 4.25] },
    .init(name: "norm, p = 3", operation: Norm(p: 3), inputs: [Tensor([1.0, -2])]) { _ in
      [Twin.exp(Twin.log(9) / 3)]
    },
    .init(name: "cumsum", operation: CumulativeSum(dim: 1), inputs: [a]) { _ in
      [1.5, -0.5, 0, 3, 3.25, 2.25]
    },
    .init(name: "logsumexp of all", operation: LogSumExp(dims: [0, 1]), inputs: [a]) {
      [Twin.logSumExp($0[0].doubles)]
    },
  ]

  static let choices: [OperatorCase] = [
    .init(
      name: "where", operation: Where(), inputs: [Tensor([true, false, true]), a, b],
      differentiable: [1, 2]
    ) { _ in [1.5, 2, 0.5, 3, 2, -1] },
    .init(name: "clamp", operation: Clamp(-1.2, 1), inputs: [a]) { _ in
      [1, -1.2, 0.5, 1, 0.25, -1]
    },
    .init(
      name: "cat", operation: Concatenate(dim: 1), inputs: [a, column], differentiable: [0, 1]
    ) { _ in [1.5, -2, 0.5, 2, 3, 0.25, -1, -0.5] },
    .init(
      name: "stack", operation: Stack(dim: 1), inputs: [b, b], differentiable: [0, 1]
    ) { _ in [0.5, 0.5, 2, 2, -1.5, -1.5] },
    .init(
      name: "a vector times a matrix", operation: MatrixProduct(),
      inputs: [Tensor([2.0, -1]), a], differentiable: [0, 1]
    ) { _ in [0, -4.25, 2] },
    .init(
      name: "a matrix times a vector", operation: MatrixProduct(), inputs: [a, b],
      differentiable: [0, 1]
    ) { _ in [-4, 3.5] },
    .init(
      name: "a batch times a matrix", operation: MatrixProduct(),
      inputs: [Tensor([1.0, 2, 3, 4], shape: [2, 1, 2]), a], differentiable: [0, 1]
    ) { _ in [7.5, -1.5, -1.5, 16.5, -5, -2.5] },
    .init(
      name: "linear without a bias, one sample", operation: Linear(), inputs: [b, a],
      differentiable: [0, 1]
    ) { _ in [-4, 3.5] },
  ]

  /// Elements taken, put and repeated by their places; one of them comes twice.
  static let places: [OperatorCase] = [
    .init(
      name: "index", operation: Choose("index", "IndexBackward0", places: [5, 0, 5], shape: [3]),
      inputs: [a]
    ) { _ in [-1, 1.5, -1] },
    .init(
      name: "index_put", operation: PutElements(places: [1, 4, 0]),
      inputs: [a, b], differentiable: [0, 1]
    ) { _ in [-1.5, 0.5, 0.5, 3, 2, -1] },
    .init(
      name: "index_add",
      operation: AddElements(name: "index_add", gradientName: "", places: [1, 1, 0]),
      inputs: [a, b], differentiable: [0, 1]
    ) { _ in [0, 0.5, 0.5, 3, 0.25, -1] },
    .init(
      name: "tril",
      operation: KeepElements(
        name: "tril", mask: Tensor([true, false, false, true, true, false], shape: [2, 3])),
      inputs: [a]
    ) { _ in [1.5, 0, 0, 3, 0.25, 0] },
    .init(
      name: "view", operation: Relabel("view", "ViewBackward0", [3, 2]), inputs: [a]
    ) { $0[0].doubles },
    .init(
      name: "permute", operation: Permute("permute", "PermuteBackward0", [2, 0, 1]),
      inputs: [Tensor([1.0, 2, 3, 4, 5, 6], shape: [1, 3, 2])]
    ) { _ in [1, 3, 5, 2, 4, 6] },
    .init(name: "expand", operation: Expand([2, 2, 3]), inputs: [Tensor([[2.0], [-0.5]])]) { _ in
      [2, 2, 2, -0.5, -0.5, -0.5, 2, 2, 2, -0.5, -0.5, -0.5]
    },
    .init(name: "to", operation: Cast(to: .float64), inputs: [b]) { $0[0].doubles },
    .init(name: "clone", operation: Clone(), inputs: [b]) { $0[0].doubles },
  ]

  private static func variance(_ values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
  }
}
