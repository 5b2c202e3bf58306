// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation
/// `ℓ_n = −w[y_n] · log p[n, y_n]`; its mean is divided by the weights of the targets that count.
///
/// Inputs: log-probabilities (C), (N, C) or (N, C, d…), targets of the same shape without C, and
/// optionally a weight for each class. It takes no logarithm: it picks and negates.
public struct NegativeLogLikelihood: Operator {
  public let name = "nll_loss"
  public let gradientName = "NllLossBackward0"
  public let reduction: LossReduction
  /// Targets of this value add nothing, and are not counted.
  public let ignoredTarget: Int

  public init(reduction: LossReduction = .mean, ignoredTarget: Int = -100) {
    self.reduction = reduction
    self.ignoredTarget = ignoredTarget
  }

  public func gradientName(for inputs: [Tensor]) -> String {
    inputs[0].rank > 2 ? "NllLoss2DBackward0" : gradientName
  }

  public func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    let picks = try picks(inputs)
    let logs = inputs[0]
    let values = picks.map { pick in
      pick.map { -logs[flat: $0.place].double * $0.weight } ?? 0
    }
    let dtype = inputs[0].dtype
    if reduction == .none {
      return Tensor(values, shape: inputs[0].rank == 1 ? [] : inputs[1].shape).cast(to: dtype)
    }
    let sum = values.withUnsafeBufferPointer { pairwiseSum($0) }
    // A sum that begins at 0 gives +0 where each term is −0, as PyTorch's does.
    let total = reduction == .sum ? 1 : picks.reduce(0) { $0 + ($1?.weight ?? 0) }
    return Tensor((0 + sum) / total, dtype: dtype)
  }

  // forward: ℓ_n = −w[y_n] log p[n, y_n];  backward: d log p[n, y_n] = −w[y_n] dℓ_n (÷ Σ w)
  public func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    let picks = try picks(inputs)
    let shares = upstream.doubles
    let total = picks.reduce(0) { $0 + ($1?.weight ?? 0) }
    var kept: [(place: Int, value: Double)] = []
    for (sample, pick) in picks.enumerated() {
      guard let pick else { continue }
      let share = reduction == .none ? shares[sample] : shares[0]
      kept.append((pick.place, -pick.weight * share / (reduction == .mean ? total : 1)))
    }
    let x = inputs[0]
    let gradient =
      x.dtype == .float64
      ? Tensor(Self.scattered(kept, x.count, Double.self), shape: x.shape)
      : Tensor(Self.scattered(kept, x.count, Float.self), shape: x.shape).cast(to: x.dtype)
    return [gradient] + inputs.dropFirst().map { _ in nil }
  }

  /// Zeros but for the values that are given with their places.
  private static func scattered<S: FloatingScalar>(
    _ values: [(place: Int, value: Double)], _ count: Int, _: S.Type
  ) -> [S] {
    var result = [S](repeating: 0, count: count)
    for (place, value) in values { result[place] = S(value) }
    return result
  }

  public func tell(_ inputs: [Int], in story: inout Story) throws(TensorError) -> Int {
    _ = try picks(inputs.map { story.steps[$0].value })
    let picked = try story.step(
      .pick(inputs[0], targets: inputs[1]), symbol: "log p[y]", formula: #"\log p_{n, y_n}"#,
      remark: .init(
        "Of each row, only the target's log-probability counts.",
        "每一行只取目标类别的对数概率。"),
      shape: story.steps[inputs[0]].value.rank == 1 ? [] : nil)
    var losses = try story.step(
      .negate(picked), symbol: "ℓ", formula: #"-\log p_{n, y_n}"#,
      remark: .init(
        "A logarithm of a probability is never positive; its negative is a loss.",
        "概率的对数不会是正数；取负就成了损失。"))
    let hasIgnored = story.steps[inputs[1]].value.integers.contains(Int64(ignoredTarget))
    guard inputs.count > 2 || hasIgnored else { return try reduction.tell(losses, in: &story) }
    let weights = try tellWeights(inputs, in: &story)
    losses = try story.step(
      .multiply(losses, weights), symbol: "w·ℓ", formula: #"w_{y_n} \ell_n"#,
      remark: .init("Each loss by the weight of its target.", "每个损失乘上目标类别的权重。"))
    guard reduction == .mean else { return try reduction.tell(losses, in: &story) }
    let sum = try story.step(
      .sum(losses, dim: nil), symbol: "Σ w·ℓ", formula: #"\sum_n w_{y_n} \ell_n"#)
    let total = try story.step(
      .sum(weights, dim: nil), symbol: "Σ w", formula: #"\sum_n w_{y_n}"#,
      remark: .init(
        "The denominator: the weights of the targets that count, not N.",
        "分母：参与计算的目标的权重之和，不是N。"))
    return try story.step(
      .divide(sum, total), symbol: "L",
      formula: #"\frac{\sum_n w_{y_n} \ell_n}{\sum_n w_{y_n}}"#)
  }

  /// Tells the weight of each target: that of its class, and 0 where the target is ignored.
  private func tellWeights(
    _ inputs: [Int], in story: inout Story
  ) throws(TensorError) -> Int {
    let kept = try story.step(
      .kept(targets: inputs[1], ignoring: ignoredTarget), symbol: "keep",
      formula: #"[y_n \ne \text{ignored}]"#,
      remark: .init("1 where the target counts, 0 where it is ignored.", "目标有效为1，被忽略为0。"))
    guard inputs.count > 2 else { return kept }
    let weights = try story.step(
      .lookup(inputs[2], targets: inputs[1]), symbol: "w[y]", formula: "w_{y_n}")
    return try story.step(.multiply(weights, kept), symbol: "w", formula: "w_{y_n}")
  }
}

extension NegativeLogLikelihood {
  /// Where each target's log-probability lies and what it weighs; nil where the target is ignored.
  private func picks(
    _ inputs: [Tensor]
  ) throws(TensorError) -> [(place: Int, weight: Double)?] {
    try Self.check(inputs)
    let shape = inputs[0].shape
    let axis = shape.count == 1 ? 0 : 1
    let inner = Shape.count(Array(shape[(axis + 1)...]))
    let weights = inputs.count > 2 ? inputs[2].doubles : nil
    var picks: [(place: Int, weight: Double)?] = []
    for (sample, target) in inputs[1].integers.enumerated() {
      if target == Int64(ignoredTarget) {
        picks.append(nil)
        continue
      }
      guard target >= 0, target < Int64(shape[axis]) else {
        throw TensorError(.index, "Target \(target) is out of bounds.")
      }
      let row = sample / inner * shape[axis] + Int(target)
      picks.append((row * inner + sample % inner, weights?[Int(target)] ?? 1))
    }
    return picks
  }
}
