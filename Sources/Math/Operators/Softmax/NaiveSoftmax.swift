// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation
/// `e^(z_i) / Σ_j e^(z_j)` as the formula stands, to be watched failing.
public struct NaiveSoftmax: Operator {
  public let name = "naive_softmax"
  public let gradientName = "DivBackward0"
  public let dim: Int

  public init(dim: Int) { self.dim = dim }

  public func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    let z = inputs[0]
    try z.checkLogits(for: "softmax", dim: dim)
    // Every step is rounded to the logits' own kind, as separate operations would be.
    let powers = try Exponential()(z.rank == 0 ? z.reshape([1]) : z)
    return try (powers / Sum(dims: [dim], keepsDims: true)(powers)).reshape(z.shape)
  }

  // The same function as softmax, so the same gradient: dz_i = p_i (dp_i − Σ_j dp_j p_j)
  public func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    try Softmax(dim: dim).backward(upstream, inputs: inputs, output: output)
  }

  public func tell(_ inputs: [Int], in story: inout Story) throws(TensorError) -> Int {
    let (powers, sum) = try story.tellNaiveSum(inputs[0], dim: dim)
    return try story.step(
      .divide(powers, sum), symbol: "p", formula: #"\frac{e^{z_i}}{\Sigma}"#,
      remark: .init("Each class's share of the sum.", "每个类别在总和中所占的份额。"))
  }
}

/// `log(e^(z_i) / Σ_j e^(z_j))` as the formula stands, to be watched failing.
public struct NaiveLogSoftmax: Operator {
  public let name = "naive_log_softmax"
  public let gradientName = "LogBackward0"
  public let dim: Int

  public init(dim: Int) { self.dim = dim }

  public func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    try Logarithm()(NaiveSoftmax(dim: dim).forward(inputs))
  }

  // The same function as log-softmax, so the same gradient: dz_i = dy_i − e^(y_i) Σ_j dy_j
  public func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    try LogSoftmax(dim: dim).backward(upstream, inputs: inputs, output: output)
  }

  public func tell(_ inputs: [Int], in story: inout Story) throws(TensorError) -> Int {
    let p = try NaiveSoftmax(dim: dim).tell(inputs, in: &story)
    return try story.step(
      .logarithm(p), symbol: "log p", formula: #"\log p_i"#,
      remark: .init(
        "The logarithm comes too late for a share that has become 0.",
        "份额已经变成0，这时再取对数就太迟了。"))
  }
}

extension Story {
  /// Tells the exponentials of the logits as they are, and their sum.
  mutating func tellNaiveSum(_ logits: Int, dim: Int) throws(TensorError) -> (Int, Int) {
    let powers = try step(
      .exponential(logits), symbol: "e^z", formula: "e^{z_i}",
      remark: .init("Nothing holds these exponentials back.", "没有什么能限制这些指数的大小。"))
    let sum = try step(
      .sum(powers, dim: dim), symbol: "Σ", formula: #"\sum_j e^{z_j}"#,
      remark: .init("The sum of all exponentials.", "所有指数之和。"))
    return (powers, sum)
  }
}
