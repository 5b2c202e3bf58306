// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation
import RealModule

/// `ℓ = w [(1 − y) x + (1 + (q − 1) y) · softplus(−x)]` of logits `x`, with `q` the positive weight.
///
/// softplus(−x) is `max(−x, 0) + ln(1 + e^−|x|)`: exact in both tails, and never `ln 0`.
public struct BinaryCrossEntropyWithLogits: Operator {
  public let name = "binary_cross_entropy_with_logits"
  public let gradientName = "BinaryCrossEntropyWithLogitsBackward0"
  public let reduction: LossReduction
  /// Whether a third input weighs every element.
  public let isWeighted: Bool
  /// Whether the last input weighs what should be yes.
  public let hasPositiveWeight: Bool

  public init(
    reduction: LossReduction = .mean, isWeighted: Bool = false, hasPositiveWeight: Bool = false
  ) {
    self.reduction = reduction
    self.isWeighted = isWeighted
    self.hasPositiveWeight = hasPositiveWeight
  }

  public func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    let (x, y) = (inputs[0], inputs[1])
    let softplus = try Tensor.pairs(x, try factor(inputs)) { x, factor in
      factor * (x.isInfinite ? (x > 0 ? 0 : .infinity) : Math.softplus(-x))
    }
    let linear = try Tensor.pairs(x, y) { x, y in (1 - y) * x }
    let losses = try linear + softplus
    return try reduction(isWeighted ? losses * inputs[2] : losses)
  }

  // backward: dx = dℓ w [(1 − y) − (1 + (q − 1) y) σ(−x)]
  public func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    var share = try reduction.spread(upstream, over: inputs[0].shape)
    if isWeighted { share = try share * inputs[2] }
    let pull = try Tensor.pairs(inputs[0], try factor(inputs)) { x, factor in
      factor * Math.sigmoid(-x)
    }
    let push = try Tensor.pairs(inputs[0], inputs[1]) { _, y in 1 - y }
    let weight = try factor([inputs[0], inputs[1].filled(with: 1)] + inputs.dropFirst(2))
    let targetSlopes = try Tensor.pairs(inputs[0], weight) { x, q in
      (q - 1) * Math.softplus(-x) - x
    }
    return [
      try share * (push - pull).cast(to: inputs[0].dtype),
      inputs[1].dtype.isFloatingPoint ? try share * targetSlopes : nil,
    ] + inputs.dropFirst(2).map { _ in nil }
  }

  /// `1 + (q − 1) y`: what a yes weighs.
  private func factor(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    guard hasPositiveWeight, let weight = inputs.last else { return inputs[0].filled(with: 1) }
    return try Tensor.pairs(inputs[1], weight) { y, q in 1 + (q - 1) * y }
  }

  public func tell(_ inputs: [Int], in story: inout Story) throws(TensorError) -> Int {
    let (x, y) = (inputs[0], inputs[1])
    let negative = try story.step(.negate(x), symbol: "−x", formula: "-x")
    var soft = try story.step(
      .function(.softplus(beta: 1, threshold: .infinity), negative), symbol: "softplus(−x)",
      formula: #"\ln(1 + e^{-x})"#,
      remark: .init(
        "The loss of a yes, −ln σ(x), without a σ that could round to 0.",
        "答案为“是”的损失−ln σ(x)，不经过可能舍入成0的σ。"))
    if hasPositiveWeight, let weight = inputs.last {
      let more = try story.step(.function(.shift(-1), weight), symbol: "q−1", formula: "q - 1")
      let yes = try story.step(.multiply(more, y), symbol: "(q−1)y", formula: "(q - 1) y")
      let factor = try story.step(
        .function(.shift(1), yes), symbol: "1+(q−1)y", formula: "1 + (q - 1) y",
        remark: .init("q for a yes, 1 for a no.", "答案为“是”时为q，为“否”时为1。"))
      soft = try story.step(
        .multiply(factor, soft), symbol: "q·softplus", formula: #"q \ln(1 + e^{-x})"#)
    }
    let no = try story.step(.function(.complement, y), symbol: "1−y", formula: "1 - y")
    let linear = try story.step(
      .multiply(no, x), symbol: "(1−y)·x", formula: "(1 - y) x",
      remark: .init("A no costs x more than a yes.", "答案为“否”比“是”多出x。"))
    var losses = try story.step(
      .add(linear, soft), symbol: "ℓ", formula: #"(1 - y) x + \ln(1 + e^{-x})"#)
    if isWeighted {
      losses = try story.step(.multiply(losses, inputs[2]), symbol: "w·ℓ", formula: #"w \ell"#)
    }
    return try reduction.tell(losses, in: &story)
  }
}
