// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation
import RealModule

/// The variance along dimensions: divided by n − correction.
public struct Variance: Reduction {
  public let name = "var"
  public let gradientName = "VarBackward0"
  public let dims: [Int]?
  public let keepsDims: Bool
  /// How much less than the count the sum of squares is divided by.
  public let correction: Double

  public init(dims: [Int]? = nil, keepsDims: Bool = false, correction: Double = 1) {
    self.dims = dims
    self.keepsDims = keepsDims
    self.correction = correction
  }

  public func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    guard inputs[0].dtype.isFloatingPoint else {
      throw TensorError(.runtime, "std and var only support floating point and complex dtypes")
    }
    return try inputs[0].reduce(VarianceRow(correction: correction), dims, keepsDims: keepsDims)
  }

  /// 2 (x − mean) / (n − correction).
  public func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    let x = inputs[0]
    let freedom = max(Double(try x.lanes(dims).length) - correction, 0)
    let centred = try x - Mean(dims: dims ?? [], keepsDims: true)(x)
    return [try restored(upstream, to: x) * centred * (2 / freedom)]
  }
}

private struct VarianceRow: RowKernel {
  let correction: Double

  func callAsFunction<S: FloatingScalar>(
    _ rows: Rows<S>, into result: UnsafeMutableBufferPointer<S>
  ) {
    let count = S(rows.first.count)
    let mean = pairwiseSum(rows.first) / count
    let squares = rows.first.map { ($0 - mean) * ($0 - mean) }
    result[0] = squares.pairwiseTotal / Swift.max(count - S(correction), 0)
  }
}

/// The standard deviation along dimensions.
public struct StandardDeviation: Reduction {
  public let name = "std"
  public let gradientName = "StdBackward0"
  public let dims: [Int]?
  public let keepsDims: Bool
  /// What is taken from the count.
  public var correction: Double { variance.correction }
  private let variance: Variance

  public init(dims: [Int]? = nil, keepsDims: Bool = false, correction: Double = 1) {
    self.dims = dims
    self.keepsDims = keepsDims
    variance = Variance(dims: dims, keepsDims: keepsDims, correction: correction)
  }

  public func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    try SquareRoot()(variance.forward(inputs))
  }

  public func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    let zero = Tensor.wrapped(.float(0), beside: output.dtype)
    let slope = try Where()(output.equal(zero), zero, upstream / (output * 2))
    return try variance.backward(slope, inputs: inputs, output: output)
  }
}

/// The p-norm along dimensions: the length of a vector for p = 2.
public struct Norm: Reduction {
  public let name = "norm"
  public let gradientName = "LinalgVectorNormBackward0"
  public let dims: [Int]?
  public let keepsDims: Bool
  /// The exponent; 0 counts what is not zero, infinity takes the largest magnitude.
  public let p: Double

  public init(p: Double = 2, dims: [Int]? = nil, keepsDims: Bool = false) {
    self.p = p
    self.dims = dims
    self.keepsDims = keepsDims
  }

  public func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    guard inputs[0].dtype.isFloatingPoint else {
      throw TensorError(
        .runtime,
        "linalg.vector_norm: Expected a floating point or complex tensor as input. Got \(inputs[0].dtype.scalarTypeName)"
      )
    }
    return try inputs[0].reduce(NormRow(p: p), dims, keepsDims: keepsDims)
  }

  /// sign(x) |x|^(p−1) / norm^(p−1), and 0 where the norm is 0.
  public func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    let x = inputs[0]
    if p == 0 { return [x.filled(with: 0)] }
    let norm = try restored(output, to: x)
    let zero = Tensor.wrapped(.float(0), beside: x.dtype)
    var slope: Tensor
    if p.isInfinite {
      let ties = try Absolute()(x).equal(norm).cast(to: x.dtype)
      slope = try Sign()(x) * ties / Sum(dims: dims ?? [], keepsDims: true)(ties)
    } else {
      let power = PowerByNumber(.float(p - 1))
      slope = try Sign()(x) * power(Absolute()(x)) / power(norm)
    }
    slope = try Where()(norm.equal(zero), zero, slope)
    return [try restored(upstream, to: x) * slope]
  }
}

private struct NormRow: RowKernel {
  let p: Double

  func callAsFunction<S: FloatingScalar>(
    _ rows: Rows<S>, into result: UnsafeMutableBufferPointer<S>
  ) {
    let sizes = rows.first.map(\.magnitude)
    switch p {
    case 0: result[0] = S(sizes.count { $0 != 0 })
    case 1: result[0] = sizes.pairwiseTotal
    case 2: result[0] = .sqrt(sizes.map { $0 * $0 }.pairwiseTotal)
    case .infinity: result[0] = sizes.reduce(0) { Maximum().value($0, $1) }
    case -.infinity: result[0] = sizes.reduce(.infinity) { Minimum().value($0, $1) }
    default: result[0] = power(sizes.map { power($0, S(p)) }.pairwiseTotal, S(1 / p))
    }
  }
}
