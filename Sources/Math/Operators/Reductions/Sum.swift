// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation
/// The sum along dimensions; truth values and integers add up to an integer.
public struct Sum: Reduction {
  public let name = "sum"
  public var gradientName: String { dims == nil ? "SumBackward0" : "SumBackward1" }
  public let dims: [Int]?
  public let keepsDims: Bool

  public init(dims: [Int]? = nil, keepsDims: Bool = false) {
    self.dims = dims
    self.keepsDims = keepsDims
  }

  public func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    let x = inputs[0]
    if x.dtype.isFloatingPoint { return try x.reduce(SumRow(), dims, keepsDims: keepsDims) }
    return try x.reduceIntegers(dims, keepsDims: keepsDims) { $0.reduce(0, &+) }
  }

  public func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    [try restored(upstream, to: inputs[0]).expand(inputs[0].shape)]
  }

  public func tell(_ inputs: [Int], in story: inout Story) throws(TensorError) -> Int {
    let x = story.steps[inputs[0]].value
    guard isTold(for: x.rank) else { return try story.apply(self, to: inputs) }
    let shape = keepsDims ? try x.lanes(dims).keptWithOnes : try x.lanes(dims).kept
    return try story.step(
      .sum(inputs[0], dim: try singleDimension(of: x.rank)), shape: shape)
  }
}

private struct SumRow: RowKernel {
  func callAsFunction<S: FloatingScalar>(
    _ rows: Rows<S>, into result: UnsafeMutableBufferPointer<S>
  ) {
    result[0] = pairwiseSum(rows.first)
  }
}

/// The mean along dimensions.
public struct Mean: Reduction {
  public let name = "mean"
  public var gradientName: String { dims == nil ? "MeanBackward0" : "MeanBackward1" }
  public let dims: [Int]?
  public let keepsDims: Bool

  public init(dims: [Int]? = nil, keepsDims: Bool = false) {
    self.dims = dims
    self.keepsDims = keepsDims
  }

  public func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    let x = inputs[0]
    guard x.dtype.isFloatingPoint else {
      throw TensorError(
        .runtime,
        "mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. Got: \(x.dtype.scalarTypeName)"
      )
    }
    return try x.reduce(MeanRow(), dims, keepsDims: keepsDims)
  }

  public func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    let length = try inputs[0].lanes(dims).length
    let share = try restored(upstream, to: inputs[0]) / Double(length)
    return [try share.expand(inputs[0].shape)]
  }

  public func tell(_ inputs: [Int], in story: inout Story) throws(TensorError) -> Int {
    let x = story.steps[inputs[0]].value
    guard isTold(for: x.rank), x.dtype.isFloatingPoint else {
      return try story.apply(self, to: inputs)
    }
    let lanes = try x.lanes(dims)
    let dim = try singleDimension(of: x.rank)
    let sum = try story.step(.sum(inputs[0], dim: dim), symbol: "Σ")
    let count = story.given(
      Tensor.wrapped(.int(Int64(lanes.length)), beside: x.dtype), symbol: "n", formula: "n")
    return try story.step(
      .divide(sum, count), symbol: "mean", formula: #"\frac{1}{n} \sum_i x_i"#,
      shape: keepsDims ? lanes.keptWithOnes : lanes.kept)
  }
}

private struct MeanRow: RowKernel {
  func callAsFunction<S: FloatingScalar>(
    _ rows: Rows<S>, into result: UnsafeMutableBufferPointer<S>
  ) {
    result[0] = pairwiseSum(rows.first) / S(rows.first.count)
  }
}

extension Tensor {
  /// Makes one integer of each row of integers.
  func reduceIntegers(
    _ dims: [Int]?, keepsDims: Bool, _ reduce: (ArraySlice<Int64>) -> Int64
  ) throws(TensorError) -> Tensor {
    let lanes = try lanes(dims)
    let values = lanes.rows.integers
    let results = try counted(lanes.count) {
      reduce(values[$0 * lanes.length..<($0 + 1) * lanes.length])
    }
    return Tensor(results, shape: keepsDims ? lanes.keptWithOnes : lanes.kept)
  }
}
