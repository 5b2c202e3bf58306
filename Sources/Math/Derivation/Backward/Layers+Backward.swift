extension Linear {
  /// dX = G W, dW = Gᵀ X, db = the sum of G's rows.
  public func tellBackward(
    _ upstream: Int, inputs: [Int], output: Int, in story: inout Story
  ) throws(TensorError) -> [Int?] {
    let (x, w) = (story.steps[inputs[0]].value, story.steps[inputs[1]].value)
    guard x.rank == 2, w.rank == 2 else {
      return try story.tellAtOnce(self, upstream, inputs, output)
    }
    let flipped = try story.step(.transposed(upstream), symbol: "Gᵀ", formula: #"G^\top"#)
    var gradients: [Int?] = [
      try story.gradient(
        .product(upstream, inputs[1]), of: inputs[0],
        remark: .init(
          "Each input is pulled by every output it fed, by the weight between them.",
          "每个输入的梯度，是它通往的各输出的梯度按权重求和。")),
      try story.gradient(
        .product(flipped, inputs[0]), of: inputs[1],
        remark: .init(
          "A weight's gradient is its output's gradient times its input, over all rows.",
          "权重的梯度是其输出的梯度乘其输入，对各行求和。")),
    ]
    if inputs.count > 2 {
      gradients.append(
        try story.gradient(
          .sum(upstream, dim: 0), of: inputs[2],
          remark: .init(
            "The bias was added in every row, so its gradients are added.",
            "偏置加在每一行，所以把各行的梯度相加。")))
    }
    return gradients
  }
}

extension MatrixProduct {
  /// dA = G Bᵀ, dB = Aᵀ G.
  public func tellBackward(
    _ upstream: Int, inputs: [Int], output: Int, in story: inout Story
  ) throws(TensorError) -> [Int?] {
    guard inputs.allSatisfy({ story.steps[$0].value.rank == 2 }) else {
      return try story.tellAtOnce(self, upstream, inputs, output)
    }
    let right = try story.step(.transposed(inputs[1]))
    let left = try story.step(.transposed(inputs[0]))
    return [
      try story.gradient(.product(upstream, right), of: inputs[0]),
      try story.gradient(.product(left, upstream), of: inputs[1]),
    ]
  }
}
