// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation
import RealModule

/// `p_i = e^(z_i − m) / Σ_j e^(z_j − m)`, where `m` is the largest logit: shares that add up to 1.
///
/// Bridle (1990). The shift by `m` changes nothing and keeps every exponential at or below 1.
public struct Softmax: Operator {
  public let name = "softmax"
  public let gradientName = "SoftmaxBackward0"
  public let dim: Int

  public init(dim: Int) { self.dim = dim }

  public func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    let z = inputs[0]
    try z.checkLogits(for: name, dim: dim)
    // PyTorch's kernel for an inner dimension keeps the exponentials in the tensor's kind.
    let isInner = try Shape.dimension(dim, rank: z.rank) < z.rank - 1
    let kind = isInner && z.dtype.isNarrowFloat ? z.dtype : nil
    return try Tensor.along(dim, SoftmaxRow(kind: kind), on: [z], as: z.dtype)
  }

  // forward: p = softmax(z);  backward: dz_i = p_i (dp_i − Σ_j dp_j p_j)
  public func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    [try Tensor.along(dim, SoftmaxBackwardRow(), on: [upstream, output], as: output.dtype)]
  }

  public func tell(_ inputs: [Int], in story: inout Story) throws(TensorError) -> Int {
    let shifted = try story.tellShift(inputs[0], dim: dim).shifted
    let powers = try story.step(
      .exponential(shifted), symbol: "e^(z−m)", formula: "e^{z_i - m}",
      remark: .init(
        "The largest exponential is 1, so none can overflow.", "最大的一项是1，所以不会上溢。"))
    let sum = try story.step(
      .sum(powers, dim: dim), symbol: "Σ", formula: #"\sum_j e^{z_j - m}"#,
      remark: .init("At least 1, so dividing by it is safe.", "至少是1，可以放心作除数。"))
    return try story.step(
      .divide(powers, sum), symbol: "p", formula: #"\frac{e^{z_i - m}}{\Sigma}"#,
      remark: .init("Each class's share of the sum.", "每个类别在总和中所占的份额。"))
  }
}

private struct SoftmaxRow: RowKernel {
  /// The kind that the exponentials are rounded to; nil where they are not.
  let kind: DType?

  func callAsFunction<S: FloatingScalar>(
    _ rows: Rows<S>, into result: UnsafeMutableBufferPointer<S>
  ) {
    let z = rows.first
    let sum = S.exponentials(z, minus: S.largest(z), into: result)
    if let kind { for i in result.indices { result[i] = kind.rounded(result[i]) } }
    for i in result.indices { result[i] /= sum }
  }
}

private struct SoftmaxBackwardRow: RowKernel {
  func callAsFunction<S: FloatingScalar>(
    _ rows: Rows<S>, into result: UnsafeMutableBufferPointer<S>
  ) {
    let (upstream, p) = (rows.first, rows.second)
    var mean: S = 0
    for i in p.indices { mean += upstream[i] * p[i] }
    for i in p.indices { result[i] = p[i] * (upstream[i] - mean) }
  }
}

extension Tensor {
  /// Refuses logits that PyTorch's softmax kernels refuse.
  func checkLogits(for name: String, dim: Int) throws(TensorError) {
    let axis = try Shape.dimension(dim, rank: rank)
    guard dtype.isFloatingPoint else {
      let last = axis == Swift.max(rank, 1) - 1 ? "_lastdim" : ""
      throw .notImplemented("\(name)\(last)_kernel_impl", for: dtype)
    }
  }
}

extension Story {
  /// Tells the maximum along a dimension and the logits less that maximum.
  mutating func tellShift(
    _ logits: Int, dim: Int
  ) throws(TensorError) -> (maximum: Int, shifted: Int) {
    let m = try step(
      .maximum(logits, dim: dim), symbol: "m", formula: #"\max_j z_j"#,
      remark: .init("The largest logit.", "最大的logit。"))
    let shifted = try step(
      .subtract(logits, m), symbol: "z−m", formula: "z_i - m",
      remark: .init(
        "Shifting all logits alike changes no share; now the largest is 0.",
        "所有logits减去同一个数，份额不变；现在最大的是0。"))
    return (m, shifted)
  }
}
