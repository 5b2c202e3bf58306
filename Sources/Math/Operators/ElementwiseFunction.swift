/// A function of one number, applied to every value on its own.
public protocol ElementwiseFunction: Operator {
  /// The function.
  func value<S: FloatingScalar>(_ x: S) -> S

  /// The upstream gradient times the slope at `x`, where the function is `y`.
  func gradient<S: FloatingScalar>(_ upstream: S, at x: S, value y: S) -> S

  /// The function of many numbers; a list has one kind, so that the loop is compiled for it.
  func values(_ x: [Float]) throws(TensorError) -> [Float]
  /// The function of many numbers.
  func values(_ x: [Double]) throws(TensorError) -> [Double]

  /// The gradients at many numbers.
  func gradients(_ upstream: [Float], at x: [Float], values y: [Float]) throws(TensorError)
    -> [Float]
  /// The gradients at many numbers.
  func gradients(_ upstream: [Double], at x: [Double], values y: [Double]) throws(TensorError)
    -> [Double]

  /// The function on integers, if integers stay integers; nil casts them to the default kind.
  func integer(_ x: Int64) -> Int64?

  /// What PyTorch calls its kernel, if the kernel refuses integers.
  var floatingOnlyKernel: String? { get }

  /// The function as a derivation computes it, naively.
  var function: Derivation.Function { get }
}

extension ElementwiseFunction {
  /// Integers are cast to the default kind.
  public func integer(_ x: Int64) -> Int64? { nil }

  /// Most kernels accept integers.
  public var floatingOnlyKernel: String? { nil }

  /// Computes the function of every value.
  public func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    try apply(to: inputs[0])
  }

  /// Computes the function of every value, of integers as its `integer` says.
  func apply(to x: Tensor) throws(TensorError) -> Tensor {
    if !x.dtype.isFloatingPoint {
      if let floatingOnlyKernel { throw .notImplemented(floatingOnlyKernel, for: x.dtype) }
      // Truth values count as 0 and 1.
      if integer(0) != nil {
        let values = try Tensor(mapped(x.integers) { integer($0) ?? 0 }, shape: x.shape)
        return x.dtype == .bool ? values : values.cast(to: x.dtype)
      }
      return try apply(to: x.cast(to: .float32))
    }
    if x.dtype == .float64 { return try Tensor(values(Double.values(x.storage)), shape: x.shape) }
    return try Tensor(values(Float.values(x.storage)), shape: x.shape).cast(to: x.dtype)
  }

  /// The function of one number after the other.
  public func values(_ x: [Float]) throws(TensorError) -> [Float] {
    try mapped(x) { value($0) }
  }
  /// The function of one number after the other.
  public func values(_ x: [Double]) throws(TensorError) -> [Double] {
    try mapped(x) { value($0) }
  }

  /// The gradient at one number after the other.
  public func gradients(_ upstream: [Float], at x: [Float], values y: [Float]) throws(TensorError)
    -> [Float]
  {
    try zipped(upstream, x, y) { gradient($0, at: $1, value: $2) }
  }
  /// The gradient at one number after the other.
  public func gradients(_ upstream: [Double], at x: [Double], values y: [Double])
    throws(TensorError)
    -> [Double]
  {
    try zipped(upstream, x, y) { gradient($0, at: $1, value: $2) }
  }

  /// Tells the result in the one step it is.
  public func tell(_ inputs: [Int], in story: inout Story) throws(TensorError) -> Int {
    story.steps[inputs[0]].value.dtype.isFloatingPoint
      ? try story.step(.of(function, inputs[0])) : try story.apply(self, to: inputs)
  }

  /// Multiplies the upstream gradient by the slope at every value.
  public func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    let x = inputs[0]
    guard x.dtype.isFloatingPoint else { return [nil] }
    if x.dtype == .float64 {
      let values = try gradients(
        Double.values(upstream.storage), at: Double.values(x.storage),
        values: Double.values(output.storage))
      return [Tensor(values, shape: x.shape)]
    }
    let values = try gradients(
      Float.values(upstream.storage), at: Float.values(x.storage),
      values: Float.values(output.storage))
    return [Tensor(values, shape: x.shape).cast(to: x.dtype)]
  }
}

extension TensorError {
  /// What PyTorch says when a kernel does not know a kind of number.
  static func notImplemented(_ kernel: String, for dtype: DType) -> TensorError {
    TensorError(.notImplemented, "\"\(kernel)\" not implemented for '\(dtype.scalarTypeName)'")
  }
}
