// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation
import RealModule

/// `ℓ = −[y max(ln p, −100) + (1 − y) max(ln(1 − p), −100)]` of probabilities of yes.
///
/// The floor of −100 and the least denominator of 1e−12 in the gradient are PyTorch's.
public struct BinaryCrossEntropy: Operator {
  public let name = "binary_cross_entropy"
  public let gradientName = "BinaryCrossEntropyBackward0"
  public let reduction: LossReduction

  public init(reduction: LossReduction = .mean) { self.reduction = reduction }

  public func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    try check(inputs)
    var losses = try Tensor.pairs(inputs[0], inputs[1]) { p, y in
      -(y * Swift.max(.log(p), -100) + (1 - y) * Swift.max(.log(onePlus: -p), -100))
    }
    if inputs.count > 2 { losses = try losses * inputs[2] }
    return try reduction(losses)
  }

  // forward: ℓ = −y ln p − (1 − y) ln(1 − p);  backward: dp = dℓ (p − y) / (p (1 − p))
  public func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    var share = try reduction.spread(upstream, over: inputs[0].shape)
    if inputs.count > 2 { share = try share * inputs[2] }
    let slopes = try Tensor.pairs(inputs[0], inputs[1]) { p, y in
      (p - y) / Swift.max((1 - p) * p, 1e-12)
    }
    let targetSlopes = try Tensor.pairs(inputs[0], inputs[1]) { p, _ in
      Swift.max(.log(onePlus: -p), -100) - Swift.max(.log(p), -100)
    }
    return [try share * slopes, try share * targetSlopes] + inputs.dropFirst(2).map { _ in nil }
  }

  public func tell(_ inputs: [Int], in story: inout Story) throws(TensorError) -> Int {
    try check(inputs.map { story.steps[$0].value })
    let (p, y) = (inputs[0], inputs[1])
    let log = try story.step(
      .function(.clampedLogarithm(floor: -100), p), symbol: "ln p", formula: #"\ln p"#,
      remark: .init("Never below −100, so that ln 0 stays finite.", "不低于−100，ln 0因此保持有限。"))
    let no = try story.step(.function(.complement, p), symbol: "1−p", formula: "1 - p")
    let logNo = try story.step(
      .function(.clampedLogarithm(floor: -100), no), symbol: "ln(1−p)", formula: #"\ln(1 - p)"#)
    let noTarget = try story.step(.function(.complement, y), symbol: "1−y", formula: "1 - y")
    let yesTerm = try story.step(
      .multiply(y, log), symbol: "y·ln p", formula: #"y \ln p"#,
      remark: .init("Counts where the answer is yes.", "答案为“是”时起作用。"))
    let noTerm = try story.step(
      .multiply(noTarget, logNo), symbol: "(1−y)·ln(1−p)", formula: #"(1 - y) \ln(1 - p)"#,
      remark: .init("Counts where the answer is no.", "答案为“否”时起作用。"))
    let both = try story.step(.add(yesTerm, noTerm), symbol: "Σ", formula: #"\log P(y)"#)
    var losses = try story.step(.negate(both), symbol: "ℓ", formula: #"-\log P(y)"#)
    if inputs.count > 2 {
      losses = try story.step(.multiply(losses, inputs[2]), symbol: "w·ℓ", formula: #"w \ell"#)
    }
    return try reduction.tell(losses, in: &story)
  }

  private func check(_ inputs: [Tensor]) throws(TensorError) {
    for (tensor, what) in zip(inputs, ["input", "target"])
    where !tensor.doubles.allSatisfy({ $0 >= 0 && $0 <= 1 }) {
      throw TensorError(.runtime, "all elements of \(what) should be between 0 and 1")
    }
  }
}

extension Tensor {
  /// Applies a function to every pair of values in float64, rounded once to the first tensor's kind.
  static func pairs(
    _ a: Tensor, _ b: Tensor, _ function: (Double, Double) -> Double
  ) throws(TensorError) -> Tensor {
    let shape = try Shape.broadcast(a.shape, b.shape)
    let (x, y) = (try a.broadcast(to: shape).doubles, try b.broadcast(to: shape).doubles)
    return try Tensor(zipped(x, y, function), shape: shape).cast(to: a.dtype)
  }
}
