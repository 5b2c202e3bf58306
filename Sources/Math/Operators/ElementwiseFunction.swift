/// A function of one number, applied to every value on its own.
public protocol ElementwiseFunction: Operator {
  /// The function.
  func value<S: FloatingScalar>(_ x: S) -> S

  /// The upstream gradient times the slope at `x`, where the function is `y`.
  func gradient<S: FloatingScalar>(_ upstream: S, at x: S, value y: S) -> S

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
        let values = Tensor(x.integers.map { integer($0) ?? 0 }, shape: x.shape)
        return x.dtype == .bool ? values : values.cast(to: x.dtype)
      }
      return try apply(to: x.cast(to: .float32))
    }
    return Tensor.run(ElementwiseForward(function: self), on: [x], as: x.dtype, shape: x.shape)
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
    return [
      Tensor.run(
        ElementwiseBackward(function: self), on: [upstream, x, output], as: x.dtype,
        shape: x.shape)
    ]
  }
}

private struct ElementwiseForward<Function: ElementwiseFunction>: Kernel {
  let function: Function

  func callAsFunction<S: FloatingScalar>(_ inputs: [[S]]) -> [[S]] {
    [mapped(inputs[0]) { function.value($0) }]
  }
}

private struct ElementwiseBackward<Function: ElementwiseFunction>: Kernel {
  let function: Function

  func callAsFunction<S: FloatingScalar>(_ inputs: [[S]]) -> [[S]] {
    let (upstream, x, y) = (inputs[0], inputs[1], inputs[2])
    return [mapped(Array(x.indices)) { function.gradient(upstream[$0], at: x[$0], value: y[$0]) }]
  }
}

extension TensorError {
  /// What PyTorch says when a kernel does not know a kind of number.
  static func notImplemented(_ kernel: String, for dtype: DType) -> TensorError {
    TensorError(.notImplemented, "\"\(kernel)\" not implemented for '\(dtype.scalarTypeName)'")
  }
}
