// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation
/// `ℓ_n = −w[y_n] · log softmax(z_n)[y_n]`: log-softmax and the negative log-likelihood in one pass.
///
/// Inputs: logits (C), (N, C) or (N, C, d…), targets of the same shape without C, and optionally a
/// weight for each class. Smoothing takes a share of the target and gives it to all classes alike.
public struct CrossEntropy: Operator {
  public let name = "cross_entropy"
  public let gradientName = "NllLossBackward0"
  public let reduction: LossReduction
  /// Targets of this value add nothing, and are not counted.
  public let ignoredTarget: Int
  public let smoothing: Double

  public init(
    reduction: LossReduction = .mean, ignoredTarget: Int = -100, smoothing: Double = 0
  ) {
    self.reduction = reduction
    self.ignoredTarget = ignoredTarget
    self.smoothing = smoothing
  }

  public func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    let rows = try Rows(self, inputs)
    return try rows.reduced(rows.run(.none).losses)
  }

  // forward: ℓ = log Σ_j e^(z_j) − z_y;  backward: dz_i = dℓ (softmax(z)_i − [i = y])
  public func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    let rows = try Rows(self, inputs)
    let divisor = reduction == .mean ? rows.total : 1
    let shares = upstream.doubles
    let gradient = try rows.run(
      shares.count == 1 ? .same(shares[0] / divisor) : .each(shares.map { $0 / divisor })
    ).gradient
    return [gradient] + inputs.dropFirst().map { _ in nil }
  }

  /// The loss and its gradient in the logits, in one pass over them.
  ///
  /// Where the losses are not reduced, it is the gradient of their sum.
  public func valueAndGradient(
    _ inputs: [Tensor]
  ) throws(TensorError) -> (value: Tensor, gradient: Tensor) {
    let rows = try Rows(self, inputs)
    let share = reduction == .mean ? 1 / rows.total : 1
    let (losses, gradient) = try rows.run(.same(share))
    return (try rows.reduced(losses), gradient)
  }

  public func tell(_ inputs: [Int], in story: inout Story) throws(TensorError) -> Int {
    guard smoothing == 0 else { return try story.apply(self, to: inputs) }
    let logs = try logSoftmax(of: story.steps[inputs[0]].value).tell([inputs[0]], in: &story)
    return try likelihood.tell([logs] + inputs.dropFirst(), in: &story)
  }

  public func tellBackward(
    _ upstream: Int, inputs: [Int], output: Int, in story: inout Story
  ) throws(TensorError) -> [Int?] {
    guard smoothing == 0 else { return try story.tellAtOnce(self, upstream, inputs, output) }
    let logSoftmax = logSoftmax(of: story.steps[inputs[0]].value)
    let logs = try logSoftmax.tell([inputs[0]], in: &story)
    let first = try likelihood.tellBackward(
      upstream, inputs: [logs] + inputs.dropFirst(), output: output, in: &story)
    guard let toLogs = first[0] else { return first }
    let second = try logSoftmax.tellBackward(
      toLogs, inputs: [inputs[0]], output: logs, in: &story)
    return second + first.dropFirst()
  }

  private var likelihood: NegativeLogLikelihood {
    NegativeLogLikelihood(reduction: reduction, ignoredTarget: ignoredTarget)
  }

  private func logSoftmax(of logits: Tensor) -> LogSoftmax {
    LogSoftmax(dim: logits.rank == 1 ? 0 : 1)
  }
}

extension CrossEntropy {
  /// The inputs as rows of logits, each with its target.
  private struct Rows {
    let logits: Tensor
    let kernel: CrossEntropyKernel
    /// What the mean is divided by: the weights of the targets that count.
    let total: Double
    let reduction: LossReduction
    let lossShape: [Int]

    init(_ loss: CrossEntropy, _ inputs: [Tensor]) throws(TensorError) {
      try inputs[0].checkLogits(for: "log_softmax", dim: inputs[0].rank == 1 ? 0 : 1)
      try NegativeLogLikelihood.check(inputs)
      logits = inputs[0]
      let classes = logits.shape[logits.rank == 1 ? 0 : 1]
      let weights = inputs.count > 2 ? inputs[2].doubles : nil
      var total = 0.0
      var targets = [Int](repeating: -1, count: inputs[1].count)
      for (row, target) in inputs[1].integers.enumerated() where target != loss.ignoredTarget {
        guard target >= 0, target < classes else {
          throw TensorError(.index, "Target \(target) is out of bounds.")
        }
        targets[row] = Int(target)
        total += weights?[Int(target)] ?? 1
      }
      self.total = total
      kernel = CrossEntropyKernel(
        classes: classes, targets: targets, weights: weights, smoothing: loss.smoothing)
      reduction = loss.reduction
      lossShape = logits.rank == 1 ? [] : inputs[1].shape
    }

    /// Runs the kernel; without shares the gradient is empty.
    func run(
      _ shares: CrossEntropyKernel.Shares
    ) throws(TensorError) -> (losses: [Double], gradient: Tensor) {
      guard logits.rank > 2 else { return try run(logits, shares) }
      // The classes of (N, C, d…) are moved to the end and back.
      let inner = 2..<logits.rank
      let (losses, gradient) = try run(logits.permute([0] + inner + [1]), shares)
      if case .none = shares { return (losses, gradient) }
      return (losses, try gradient.permute([0, logits.rank - 1] + inner.map { $0 - 1 }))
    }

    private func run(
      _ logits: Tensor, _ shares: CrossEntropyKernel.Shares
    ) throws(TensorError) -> (losses: [Double], gradient: Tensor) {
      let shape = if case .none = shares { [0] } else { logits.shape }
      if logits.dtype == .float64 {
        let (losses, gradient) = try kernel(Double.values(logits.storage), shares: shares)
        return (losses, Tensor(gradient, shape: shape))
      }
      let (losses, gradient) = try kernel(Float.values(logits.storage), shares: shares)
      return (losses, Tensor(gradient, shape: shape).cast(to: logits.dtype))
    }

    func reduced(_ losses: [Double]) throws(TensorError) -> Tensor {
      if reduction == .none { return Tensor(losses, shape: lossShape).cast(to: logits.dtype) }
      // A sum that begins at 0 gives +0 where each term is −0, as PyTorch's does.
      let sum = 0 + losses.pairwiseTotal
      return Tensor(reduction == .sum ? sum : sum / total, dtype: logits.dtype)
    }
  }
}
