extension Softmax {
  /// dz = p ⊙ (g − ⟨g, p⟩).
  public func tellBackward(
    _ upstream: Int, inputs: [Int], output: Int, in story: inout Story
  ) throws(TensorError) -> [Int?] {
    let products = try story.step(.multiply(upstream, output), symbol: "g·p", formula: "g_j p_j")
    let mean = try story.step(
      .sum(products, dim: dim), symbol: "⟨g, p⟩", formula: #"\sum_j g_j p_j"#,
      remark: .init(
        "The mean of the upstream gradient, weighted by the probabilities.",
        "上游梯度按概率加权的平均值。"))
    let rest = try story.step(
      .subtract(upstream, mean), symbol: "g − ⟨g, p⟩", formula: #"g_i - \sum_j g_j p_j"#,
      remark: .init(
        "Only what differs from the mean matters: the probabilities always add up to 1.",
        "只有偏离平均的部分起作用：概率之和总是1。"))
    return [try story.gradient(.multiply(output, rest), of: inputs[0])]
  }
}

extension LogSoftmax {
  /// dz = g − p Σ g.
  public func tellBackward(
    _ upstream: Int, inputs: [Int], output: Int, in story: inout Story
  ) throws(TensorError) -> [Int?] {
    let p = try story.step(
      .exponential(output), symbol: "p", formula: "e^{y_i}",
      remark: .init("The probabilities, from their logarithms.", "由对数得到概率。"))
    let sum = try story.step(
      .sum(upstream, dim: dim), symbol: "Σ g", formula: #"\sum_j g_j"#)
    let product = try story.step(.multiply(p, sum), symbol: "p·Σ g", formula: #"p_i \sum_j g_j"#)
    return [
      try story.gradient(
        .subtract(upstream, product), of: inputs[0],
        remark: .init(
          "After a cross-entropy this is p minus the target: every logit moves by its error.",
          "接在交叉熵之后，这就是p减去目标：每个logit按自己的误差移动。"))
    ]
  }
}

extension NegativeLogLikelihood {
  /// −w[y] at each target, times upstream, divided by what the mean was divided by.
  public func tellBackward(
    _ upstream: Int, inputs: [Int], output: Int, in story: inout Story
  ) throws(TensorError) -> [Int?] {
    let logs = story.steps[inputs[0]].value
    let kept = try story.step(
      .kept(targets: inputs[1], ignoring: ignoredTarget), symbol: "keep",
      formula: #"[y_n \ne \text{ignored}]"#)
    var weights = kept
    if inputs.count > 2 {
      let looked = try story.step(
        .lookup(inputs[2], targets: inputs[1]), symbol: "w[y]", formula: "w_{y_n}")
      weights = try story.step(.multiply(looked, kept), symbol: "w", formula: "w_{y_n}")
    }
    var share = upstream
    if reduction == .mean {
      let total = try story.step(
        .sum(weights, dim: nil), symbol: "Σ w", formula: #"\sum_n w_{y_n}"#)
      share = try story.step(
        .divide(upstream, total), symbol: "g/Σw", formula: #"\frac{g}{\sum_n w_{y_n}}"#,
        remark: .init("The mean divides the gradient as well.", "取平均，梯度也要同样除。"))
    }
    let column = logs.rank == 1 ? [1] : [logs.shape[0], 1] + logs.shape.dropFirst(2)
    let pulls = try story.step(
      .multiply(weights, share), symbol: "w·g", formula: "w_{y_n} g_n", shape: column)
    let target = try story.step(
      .oneHot(targets: inputs[1], like: inputs[0]), symbol: "onehot", formula: "[c = y_n]")
    let pulled = try story.step(.multiply(target, pulls), symbol: "onehot·w·g")
    let gradient = try story.gradient(
      .negate(pulled), of: inputs[0],
      remark: .init(
        "Only the target's log-probability was looked at, so only it gets a gradient.",
        "只用到了目标的对数概率，所以只有它得到梯度。"))
    return [gradient] + inputs.dropFirst().map { _ in nil }
  }
}
