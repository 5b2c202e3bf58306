extension Operator {
  /// Applies the operation: `try Softmax(dim: 1)(logits)`.
  public func callAsFunction(_ inputs: Tensor...) throws(TensorError) -> Tensor {
    try forward(inputs)
  }

  /// What PyTorch prints as `grad_fn` for these inputs, where it depends on them.
  public func gradientName(for inputs: [Tensor]) -> String { gradientName }

  /// Computes all gradients, wanted or not.
  public func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor, wanted: [Bool]
  ) throws(TensorError) -> [Tensor?] {
    try backward(upstream, inputs: inputs, output: output)
  }

  /// Tells the result in a single step.
  public func tell(_ inputs: [Int], in story: inout Story) throws(TensorError) -> Int {
    try story.apply(self, to: inputs)
  }
}

extension Tensor {
  /// Sums a gradient over the places where broadcasting repeated the input it belongs to.
  public func reduced(like input: Tensor) throws(TensorError) -> Tensor {
    try reduced(to: input.shape).cast(to: input.dtype)
  }

  /// Sums over the places where broadcasting from another shape to this one repeated elements.
  public func reduced(to target: [Int]) throws(TensorError) -> Tensor {
    if shape == target { return self }
    let lead = rank - target.count
    let dims = shape.indices.filter { $0 < lead || target[$0 - lead] == 1 && shape[$0] != 1 }
    let sum = dims.isEmpty ? self : try Sum(dims: dims, keepsDims: true)(self)
    return try sum.reshape(target)
  }
}
