// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation
import RealModule

/// `log p_i = (z_i − m) − log Σ_j e^(z_j − m)`, exact where the shares themselves would be zero.
public struct LogSoftmax: Operator {
  public let name = "log_softmax"
  public let gradientName = "LogSoftmaxBackward0"
  public let dim: Int

  public init(dim: Int) { self.dim = dim }

  public func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    let z = inputs[0]
    try z.checkLogits(for: name, dim: dim)
    // PyTorch's kernel for the last dimension keeps the sum and its logarithm in the tensor's kind.
    let isLast = try Shape.dimension(dim, rank: z.rank) >= z.rank - 1
    let kind = isLast && z.dtype.isNarrowFloat ? z.dtype : nil
    return try Tensor.along(dim, LogSoftmaxRow(kind: kind), on: [z], as: z.dtype)
  }

  // forward: y = log_softmax(z);  backward: dz_i = dy_i − e^(y_i) Σ_j dy_j
  public func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    [try Tensor.along(dim, LogSoftmaxBackwardRow(), on: [upstream, output], as: output.dtype)]
  }

  public func tell(_ inputs: [Int], in story: inout Story) throws(TensorError) -> Int {
    let z = inputs[0]
    let shifted = try story.tellShift(z, dim: dim).shifted
    let log = try story.tellLogSum(shifted, dim: dim)
    return try story.step(
      .subtract(shifted, log), symbol: "log p", formula: #"(z_i - m) - \log \Sigma"#,
      remark: .init(
        "A difference, never the logarithm of a share: nothing can become log 0.",
        "是相减，不是对份额取对数：不会出现log 0。"))
  }
}

private struct LogSoftmaxRow: RowKernel {
  /// The kind that the sum and its logarithm are rounded to; nil where they are not.
  let kind: DType?

  func callAsFunction<S: FloatingScalar>(
    _ rows: Rows<S>, into result: UnsafeMutableBufferPointer<S>
  ) {
    let z = rows.first
    let m = S.largest(z)
    let sum = S.exponentials(z, minus: m, into: result)
    var log = S.log(kind?.rounded(sum) ?? sum)
    if let kind { log = kind.rounded(log) }
    for i in z.indices { result[i] = z[i] - m - log }
  }
}

private struct LogSoftmaxBackwardRow: RowKernel {
  func callAsFunction<S: FloatingScalar>(
    _ rows: Rows<S>, into result: UnsafeMutableBufferPointer<S>
  ) {
    let (upstream, y) = (rows.first, rows.second)
    let total = laneSum(upstream)
    _ = S.exponentials(y, minus: 0, into: result)
    for i in y.indices { result[i] = upstream[i] - result[i] * total }
  }
}

extension Story {
  /// Tells the exponentials of shifted logits, their sum, and its logarithm.
  mutating func tellLogSum(_ shifted: Int, dim: Int?) throws(TensorError) -> Int {
    let powers = try step(
      .exponential(shifted), symbol: "e^(z−m)", formula: "e^{z_i - m}",
      remark: .init(
        "The largest exponential is 1, so none can overflow.", "最大的一项是1，所以不会上溢。"))
    let sum = try step(
      .sum(powers, dim: dim), symbol: "Σ", formula: #"\sum_j e^{z_j - m}"#,
      remark: .init(
        "At least 1: what underflowed to 0 is too small to be missed here.",
        "至少是1：下溢成0的项小到可以忽略。"))
    return try step(
      .logarithm(sum), symbol: "log Σ", formula: #"\log \sum_j e^{z_j - m}"#,
      remark: .init("The logarithm of a number from 1 on: finite.", "对不小于1的数取对数：一定有限。"))
  }
}
