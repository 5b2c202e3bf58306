// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation
/// The product along a dimension, or of all values.
public struct Product: Reduction {
  public let name = "prod"
  public var gradientName: String { dims == nil ? "ProdBackward0" : "ProdBackward1" }
  public let dims: [Int]?
  public let keepsDims: Bool

  public init(dim: Int? = nil, keepsDims: Bool = false) {
    dims = dim.map { [$0] }
    self.keepsDims = keepsDims
  }

  public func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    let x = inputs[0]
    if x.dtype.isFloatingPoint { return try x.reduce(ProductRow(), dims, keepsDims: keepsDims) }
    return try x.reduceIntegers(dims, keepsDims: keepsDims) { $0.reduce(1, &*) }
  }

  /// The product of all the others, which also holds where a value is zero.
  public func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    let x = inputs[0]
    let others: Tensor
    if let dim = dims?.first {
      others = try Tensor.along(dim, ProductOfOthers(), on: [x], as: x.dtype)
    } else {
      others = try Tensor.along(0, ProductOfOthers(), on: [x.flatten()], as: x.dtype)
        .reshape(x.shape)
    }
    return [try restored(upstream, to: x) * others]
  }
}

private struct ProductRow: RowKernel {
  func callAsFunction<S: FloatingScalar>(
    _ rows: Rows<S>, into result: UnsafeMutableBufferPointer<S>
  ) {
    result[0] = rows.first.reduce(1, *)
  }
}

private struct ProductOfOthers: RowKernel {
  func callAsFunction<S: FloatingScalar>(
    _ rows: Rows<S>, into result: UnsafeMutableBufferPointer<S>
  ) {
    var before: S = 1
    for i in rows.first.indices {
      result[i] = before
      before *= rows.first[i]
    }
    var after: S = 1
    for i in rows.first.indices.reversed() {
      result[i] *= after
      after *= rows.first[i]
    }
  }
}

/// The sums of everything up to each place along a dimension.
public struct CumulativeSum: Operator {
  public let name = "cumsum"
  public let gradientName = "CumsumBackward0"
  /// The dimension along which is added.
  public let dim: Int

  public init(dim: Int) { self.dim = dim }

  public func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    let x = inputs[0]
    if x.dtype.isFloatingPoint {
      return try Tensor.along(dim, CumulativeSumRow(reversed: false), on: [x], as: x.dtype)
    }
    return try Tensor.along(
      dim, CumulativeSumRow(reversed: false), on: [x.cast(to: .float64)], as: .float64
    ).cast(to: .int64)
  }

  public func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    [
      try Tensor.along(
        dim, CumulativeSumRow(reversed: true), on: [upstream], as: upstream.dtype)
    ]
  }
}

private struct CumulativeSumRow: RowKernel {
  let reversed: Bool

  func callAsFunction<S: FloatingScalar>(
    _ rows: Rows<S>, into result: UnsafeMutableBufferPointer<S>
  ) {
    var sum: S = 0
    for i in rows.first.indices {
      let place = reversed ? rows.first.count - 1 - i : i
      sum += rows.first[place]
      result[place] = sum
    }
  }
}

extension Tensor {
  /// Whether any value along the dimensions is not zero.
  public func any(dims: [Int]? = nil, keepsDims: Bool = false) throws(TensorError) -> Tensor {
    try cast(to: .bool).reduceIntegers(dims, keepsDims: keepsDims) { $0.contains(1) ? 1 : 0 }
      .cast(to: .bool)
  }

  /// Whether all values along the dimensions are not zero.
  public func all(dims: [Int]? = nil, keepsDims: Bool = false) throws(TensorError) -> Tensor {
    try cast(to: .bool).reduceIntegers(dims, keepsDims: keepsDims) { $0.contains(0) ? 0 : 1 }
      .cast(to: .bool)
  }
}
