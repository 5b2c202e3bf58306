import Math

/// Binary cross-entropy of probabilities or logits, with weights, and the reduction in one step.
///
/// Inputs: the scores, the targets, then the weight of each element and of the positive class where given.
struct BinaryCrossEntropyStandin: Operator {
  let hasLogits: Bool
  let reduction: LossReduction
  let hasWeight: Bool
  let hasPositiveWeight: Bool

  var name: String {
    hasLogits ? "binary_cross_entropy_with_logits" : "binary_cross_entropy"
  }
  var gradientName: String {
    hasLogits ? "BinaryCrossEntropyWithLogitsBackward0" : "BinaryCrossEntropyBackward0"
  }

  private struct Elements {
    var shape: [Int]
    var scores: [Double]
    var targets: [Double]
    var weights: [Double]?
    var positive: [Double]?
  }

  private func elements(_ inputs: [Tensor]) throws(TensorError) -> Elements {
    var shape = inputs[0].shape
    for input in inputs.dropFirst() { shape = try Shape.broadcast(shape, input.shape) }
    return Elements(
      shape: shape, scores: try inputs[0].expand(shape).doubles,
      targets: try inputs[1].expand(shape).doubles,
      weights: hasWeight ? try inputs[2].expand(shape).doubles : nil,
      positive: hasPositiveWeight ? try inputs[hasWeight ? 3 : 2].expand(shape).doubles : nil)
  }

  private func loss(_ x: Double, _ y: Double, _ positive: Double) -> Double {
    if hasLogits { return (1 - y) * x - ((positive - 1) * y + 1) * LogSigmoid().value(x) }
    let no = Swift.max(LogOnePlus().value(-x), -100)
    let yes = Swift.max(Logarithm().value(x), -100)
    return (y - 1) * no - y * yes
  }

  private func slope(_ x: Double, _ y: Double, _ positive: Double) -> Double {
    if hasLogits { return (1 - y) - ((positive - 1) * y + 1) * Sigmoid().value(-x) }
    return (x - y) / Swift.max((1 - x) * x, 1e-12)
  }

  func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    let all = try elements(inputs)
    var losses: [Double] = []
    losses.reserveCapacity(all.scores.count)
    for i in all.scores.indices {
      losses.append(
        loss(all.scores[i], all.targets[i], all.positive?[i] ?? 1) * (all.weights?[i] ?? 1))
    }
    let result = Tensor(losses, shape: all.shape)
    let dtype = inputs[0].dtype
    switch reduction {
    case .none: return result.cast(to: dtype)
    case .mean: return try Mean().forward([result]).cast(to: dtype)
    case .sum: return try Sum().forward([result]).cast(to: dtype)
    }
  }

  func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    let all = try elements(inputs)
    let up = upstream.doubles
    let share = reduction == .mean ? 1 / Double(all.scores.count) : 1
    var (scores, targets): ([Double], [Double]) = ([], [])
    for i in all.scores.indices {
      let (x, y, positive) = (all.scores[i], all.targets[i], all.positive?[i] ?? 1)
      let factor = up[reduction == .none ? i : 0] * share * (all.weights?[i] ?? 1)
      scores.append(factor * slope(x, y, positive))
      let logs =
        hasLogits
        ? -x - (positive - 1) * LogSigmoid().value(x)
        : Swift.max(LogOnePlus().value(-x), -100) - Swift.max(Logarithm().value(x), -100)
      targets.append(factor * logs)
    }
    let result = try Tensor(scores, shape: all.shape).summed(to: inputs[0].shape)
    let second = try Tensor(targets, shape: all.shape).summed(to: inputs[1].shape)
    let dtype = inputs[0].dtype
    let targetGradient = inputs[1].dtype.isFloatingPoint ? second.cast(to: dtype) : nil
    return [result.cast(to: dtype), targetGradient] + inputs.dropFirst(2).map { _ in nil }
  }
}
