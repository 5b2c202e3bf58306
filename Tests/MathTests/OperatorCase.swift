import Math
import Testing

/// An operation with inputs to hold it to its promises on.
struct OperatorCase: CustomTestStringConvertible, Sendable {
  let name: String
  let operation: any Operator
  let inputs: [Tensor]
  /// The inputs that gradients are compared in.
  var differentiable: [Int] = [0]
  /// The same result, written plainly; nil where another test holds the values.
  var twin: (@Sendable ([Tensor]) -> [Double])?

  var testDescription: String { name }
}

extension OperatorCase {
  static let logits = Tensor([[2.0, 1.0, 0.1], [0.5, 2.0, 0.3]])
  static let targets = Tensor([Int64(0), 1])
  static let logProbabilities = Tensor([[-0.4, -1.4, -2.3], [-1.8, -0.3, -2.0]])
  static let weights = Tensor([1.0, 2.0, 3.0])

  /// Every operation of the course's first lessons and its neighbours.
  static let all: [OperatorCase] =
    softmaxes + losses + layers + arithmetic + reductions + choices + places

  private static let softmaxes: [OperatorCase] = [
    .init(name: "softmax, rows", operation: Softmax(dim: 1), inputs: [logits]) {
      rows($0[0]).flatMap(Twin.softmax)
    },
    .init(name: "softmax, columns", operation: Softmax(dim: 0), inputs: [logits]) {
      Twin.columns(rows($0[0]), Twin.softmax)
    },
    .init(name: "log_softmax", operation: LogSoftmax(dim: -1), inputs: [logits]) {
      rows($0[0]).flatMap { Twin.softmax($0).map(Twin.log) }
    },
    .init(name: "logsumexp", operation: LogSumExp(dims: [1]), inputs: [logits]) {
      rows($0[0]).map(Twin.logSumExp)
    },
    .init(name: "naive_softmax", operation: NaiveSoftmax(dim: 1), inputs: [logits]) {
      rows($0[0]).flatMap(Twin.softmax)
    },
    .init(name: "naive_log_softmax", operation: NaiveLogSoftmax(dim: 1), inputs: [logits]) {
      rows($0[0]).flatMap { Twin.softmax($0).map(Twin.log) }
    },
  ]

  private static let losses: [OperatorCase] = [
    .init(
      name: "nll_loss, mean", operation: NegativeLogLikelihood(),
      inputs: [logProbabilities, targets]
    ) { _ in [(0.4 + 0.3) / 2] },
    .init(
      name: "nll_loss, weighted mean", operation: NegativeLogLikelihood(),
      inputs: [logProbabilities, targets, weights]
    ) { _ in [(1 * 0.4 + 2 * 0.3) / 3] },
    .init(
      name: "nll_loss, ignored", operation: NegativeLogLikelihood(ignoredTarget: 1),
      inputs: [logProbabilities, targets]
    ) { _ in [0.4] },
    .init(
      name: "nll_loss, none", operation: NegativeLogLikelihood(reduction: .none),
      inputs: [logProbabilities, targets]
    ) { _ in [0.4, 0.3] },
    .init(
      name: "nll_loss, positions", operation: NegativeLogLikelihood(reduction: .sum),
      inputs: [
        Tensor([-1.0, -2, -3, -4, -5, -6], shape: [1, 3, 2]),
        Tensor([Int64(0), 2], shape: [1, 2]),
      ]
    ) { _ in [1 + 6] },
    .init(name: "cross_entropy", operation: CrossEntropy(), inputs: [logits, targets]) {
      [zip(rows($0[0]), [0, 1]).reduce(0) { $0 - Twin.log(Twin.softmax($1.0)[$1.1]) } / 2]
    },
    .init(
      name: "cross_entropy, weights", operation: CrossEntropy(reduction: .none),
      inputs: [logits, targets, weights]
    ) {
      zip(rows($0[0]), [0, 1]).map { -Double($1 + 1) * Twin.log(Twin.softmax($0)[$1]) }
    },
    .init(
      name: "cross_entropy, smoothed", operation: CrossEntropy(reduction: .sum, smoothing: 0.3),
      inputs: [logits, targets]
    ) {
      let logs = rows($0[0]).map { Twin.softmax($0).map(Twin.log) }
      return [-0.7 * (logs[0][0] + logs[1][1]) - 0.1 * logs.joined().reduce(0, +)]
    },
    .init(
      name: "cross_entropy, positions", operation: CrossEntropy(reduction: .none),
      inputs: [
        Tensor([-1.0, -2, -3, -4, -5, -6], shape: [1, 3, 2]),
        Tensor([Int64(0), 2], shape: [1, 2]),
      ]
    ) { _ in [Twin.logSumExp([-1, -3, -5]) + 1, Twin.logSumExp([-2, -4, -6]) + 6] },
    .init(
      name: "cross_entropy, one sample", operation: CrossEntropy(),
      inputs: [Tensor([2.0, 1, 0.1]), Tensor(shape: [], storage: .int64([2]))]
    ) { [Twin.logSumExp($0[0].doubles) - 0.1] },
    .init(
      name: "binary_cross_entropy", operation: BinaryCrossEntropy(),
      inputs: [Tensor([0.9, 0.2, 0.6]), Tensor([1.0, 0, 1])]
    ) { _ in [-(Twin.log(0.9) + Twin.log(0.8) + Twin.log(0.6)) / 3] },
    .init(
      name: "binary_cross_entropy_with_logits", operation: BinaryCrossEntropyWithLogits(),
      inputs: [Tensor([2.0, -1, 0.5]), Tensor([1.0, 0, 1])]
    ) { _ in [0.304755560] },
    .init(
      name: "with logits, both weights",
      operation: BinaryCrossEntropyWithLogits(
        reduction: .sum, isWeighted: true, hasPositiveWeight: true),
      inputs: [Tensor([2.0, -1, 0.5]), Tensor([1.0, 0, 1]), weights, Tensor([3.0])]
    ) { _ in [5.2740002658] },
  ]

  private static let layers: [OperatorCase] = [
    .init(
      name: "matmul", operation: MatrixProduct(),
      inputs: [Tensor([[1.0, 2], [3, -1]]), Tensor([[0.5, -0.25, 1], [0.75, -0.5, 0.1]])],
      differentiable: [0, 1], twin: Twin.product),
    .init(
      name: "linear", operation: Linear(),
      inputs: [
        Tensor([[1.0, 2], [3, -1]]), Tensor([[0.5, -0.25], [1, 0.75], [-0.5, 0.1]]),
        Tensor([0.1, -0.2, 0.3]),
      ],
      differentiable: [0, 1, 2]
    ) { _ in [0.1, 2.3, 0, 1.85, 2.05, -1.3] },
    .init(name: "sigmoid", operation: Sigmoid(), inputs: [logits]) {
      $0[0].doubles.map { 1 / (1 + Twin.exp(-$0)) }
    },
    .init(name: "tanh", operation: Tanh(), inputs: [logits]) {
      $0[0].doubles.map { (Twin.exp($0) - Twin.exp(-$0)) / (Twin.exp($0) + Twin.exp(-$0)) }
    },
    .init(name: "relu", operation: ReLU(), inputs: [Tensor([-2.0, -0.5, 0.5, 2])]) {
      $0[0].doubles.map { $0 > 0 ? $0 : 0 }
    },
    .init(
      name: "multiply, broadcast", operation: Multiply(),
      inputs: [logits, Tensor([2.0, -1, 0.5])], differentiable: [0, 1]
    ) { _ in [4, -1, 0.05, 1, -2, 0.15] },
    .init(
      name: "divide, broadcast", operation: Divide(),
      inputs: [logits, Tensor([2.0, -1, 0.5])], differentiable: [0, 1]
    ) { _ in [1, -1, 0.2, 0.25, -2, 0.6] },
    .init(name: "mean", operation: Mean(dims: [1]), inputs: [logits]) {
      rows($0[0]).map { $0.reduce(0, +) / 3 }
    },
    .init(name: "sum", operation: Sum(), inputs: [logits]) { [$0[0].doubles.reduce(0, +)] },
  ]

  private static func rows(_ tensor: Tensor) -> [[Double]] {
    let width = tensor.shape[1]
    return (0..<tensor.shape[0]).map {
      Array(tensor.doubles[$0 * width..<($0 + 1) * width])
    }
  }
}
