// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation
/// `Y = X Wᵀ + b`: a weighted sum of the inputs, and a bias, for each output.
///
/// X (…, in), W (out, in), b (out); Y (…, out).
public struct Linear: Operator {
  public let name = "linear"
  public let gradientName = "AddmmBackward0"

  public init() {}

  public func gradientName(for inputs: [Tensor]) -> String {
    switch (inputs[0].rank, inputs.count > 2) {
    case (2, true): gradientName
    case (2, false): "MmBackward0"
    case (1, false): "SqueezeBackward4"
    case (_, true): "ViewBackward0"
    case (_, false): "UnsafeViewBackward0"
    }
  }

  public func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    try check(inputs)
    if let layer = DenseLayer(inputs) { return try layer.forward(inputs) }
    let product = try MatrixProduct()(inputs[0], inputs[1].transposedWeights())
    guard inputs.count > 2 else { return product }
    // A bias is never broadcast over the outputs: it must have one number for each, or one for all.
    let width = inputs[1].shape[0]
    let rows = product.count / max(width, 1)
    _ = try inputs[2].expand(product.rank > 1 ? [rows, width] : [width])
    return try product + inputs[2]
  }

  private func check(_ inputs: [Tensor]) throws(TensorError) {
    let (x, w) = (inputs[0], inputs[1])
    guard x.rank > 0, w.rank > 0 else {
      throw TensorError(
        .runtime,
        "both arguments to linear need to be at least 1D, but they are \(x.rank)D and \(w.rank)D")
    }
    guard inputs.count > 2 else { return }
    guard w.rank == 2 else {
      throw TensorError(.runtime, "mat2 must be a matrix, got \(w.rank)-D tensor")
    }
    let (length, other) = (x.shape[x.rank - 1], w.shape[1])
    if length != other {
      let rows = x.shape.dropLast().reduce(1, *)
      throw TensorError(
        .runtime,
        "mat1 and mat2 shapes cannot be multiplied (\(rows)x\(length) and \(other)x\(w.shape[0]))")
    }
    if inputs[2].dtype != x.dtype {
      throw TensorError(
        .runtime,
        "mat1 and mat2 must have the same dtype, but got \(x.dtype.scalarTypeName) and \(inputs[2].dtype.scalarTypeName)"
      )
    }
  }

  // forward: Y = X Wᵀ + b;  backward: dX = dY W, dW = dYᵀ X, db = Σ_n dY_n
  public func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    try backward(
      upstream, inputs: inputs, output: output, wanted: inputs.map { _ in true })
  }

  public func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor, wanted: [Bool]
  ) throws(TensorError) -> [Tensor?] {
    if upstream.dtype == output.dtype, let layer = DenseLayer(inputs) {
      return try layer.backward(upstream, inputs: inputs, wanted: wanted)
    }
    let (x, w) = (inputs[0], inputs[1])
    let outputs = w.rank == 1 ? 1 : w.shape[0]
    let samples = x.shape.dropLast().reduce(1, *)
    let dY = try upstream.reshape([samples, outputs])
    let rows = try x.reshape([samples, x.shape[x.rank - 1]])
    let weights = try w.reshape([outputs, w.shape[w.rank - 1]])
    var gradients: [Tensor?] = [
      try MatrixProduct()(dY, weights).reshape(x.shape),
      try MatrixProduct()(dY.transpose(0, 1), rows).reshape(w.shape),
    ]
    if inputs.count > 2 { gradients.append(try upstream.reduced(like: inputs[2])) }
    return gradients
  }

  public func tell(_ inputs: [Int], in story: inout Story) throws(TensorError) -> Int {
    let (x, w) = (story.steps[inputs[0]].value, story.steps[inputs[1]].value)
    guard w.rank == 2, x.rank == 1 || x.rank == 2 else {
      return try story.apply(self, to: inputs)
    }
    _ = try forward(inputs.map { story.steps[$0].value })
    let products = try story.step(
      .innerProducts(inputs[0], inputs[1]), symbol: "x Wᵀ", formula: #"x W^\top"#,
      remark: .init(
        "Each output is a weighted sum of all inputs.", "每个输出都是全部输入的加权和。"))
    guard inputs.count > 2 else { return products }
    return try story.step(
      .add(products, inputs[2]), symbol: "z", formula: #"x W^\top + b"#,
      remark: .init("The bias is added in every row.", "每一行都加上同一个偏置。"))
  }
}

extension Tensor {
  /// Weights (out, in) as (in, out); a vector of weights stays one.
  fileprivate func transposedWeights() throws(TensorError) -> Tensor {
    rank < 2 ? self : try transpose(0, 1)
  }
}
