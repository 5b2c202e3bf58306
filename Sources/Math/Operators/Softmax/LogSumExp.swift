// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation
import RealModule

/// `m + log Σ_j e^(z_j − m)`: a smooth maximum, and what log-softmax subtracts from every logit.
public struct LogSumExp: Operator {
  public let name = "logsumexp"
  public let gradientName = "LogsumexpBackward0"
  public let dims: [Int]
  public let keepsDims: Bool

  public init(dims: [Int], keepsDims: Bool = false) {
    self.dims = dims
    self.keepsDims = keepsDims
  }

  public func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    let z = inputs[0].dtype.isFloatingPoint ? inputs[0] : inputs[0].cast(to: .float32)
    let lanes = try z.lanes(dims)
    let shape = keepsDims ? lanes.keptWithOnes : lanes.kept
    if lanes.length == 0 { return Tensor(full: -.infinity, shape: shape, dtype: z.dtype) }
    return try z.reduce(
      LogSumExpRow(kind: z.dtype.isNarrowFloat ? z.dtype : nil), dims, keepsDims: keepsDims)
  }

  // forward: y = logsumexp(z);  backward: dz_i = dy e^(z_i − y)
  public func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    let kept = try inputs[0].lanes(dims).keptWithOnes
    let shares = try Exponential()(inputs[0] - output.reshape(kept))
    return [try upstream.reshape(kept) * shares]
  }

  public func tell(_ inputs: [Int], in story: inout Story) throws(TensorError) -> Int {
    let z = story.steps[inputs[0]].value
    let isWhole = dims.isEmpty || z.rank <= 1 || dims.count == z.rank
    guard z.dtype.isFloatingPoint, isWhole && z.rank <= 1 || dims.count == 1, z.count > 0 else {
      return try story.apply(self, to: inputs, symbol: "lse")
    }
    let dim = dims.first ?? 0
    let (maximum, shifted) = try story.tellShift(inputs[0], dim: dim)
    let log = try story.tellLogSum(shifted, dim: dim)
    let lanes = try z.lanes(dims)
    return try story.step(
      .add(maximum, log), symbol: "lse", formula: #"m + \log \Sigma"#,
      remark: .init(
        "The shift is put back, outside of the exponentials.", "在指数之外把减去的数加回来。"),
      shape: keepsDims ? lanes.keptWithOnes : lanes.kept)
  }
}

private struct LogSumExpRow: RowKernel {
  /// The kind that each step is rounded to, as PyTorch takes the steps one by one; nil for none.
  let kind: DType?

  func callAsFunction<S: FloatingScalar>(
    _ rows: Rows<S>, into result: UnsafeMutableBufferPointer<S>
  ) {
    let z = rows.first
    let m = S.largest(z)
    // An infinite maximum is the answer; shifting by it would give inf − inf.
    guard m.isFinite else {
      result[0] = m
      return
    }
    var sum: S = 0
    if let kind {
      for x in z { sum += kind.rounded(.exp(kind.rounded(x - m))) }
      result[0] = kind.rounded(.log(kind.rounded(sum))) + m
      return
    }
    for x in z { sum += .exp(x - m) }
    result[0] = m + .log(sum)
  }
}
