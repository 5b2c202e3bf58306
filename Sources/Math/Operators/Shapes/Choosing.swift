// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation
/// Takes each value from one tensor where a condition holds, and from another where not.
///
/// Its inputs are the condition, what to take where it holds, and what to take elsewhere.
public struct Where: Operator {
  public let name = "where"
  public let gradientName = "WhereBackward0"
  public init() {}

  public func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    guard inputs[0].dtype == .bool else {
      throw TensorError(
        .runtime,
        "where expected condition to be a boolean tensor, but got a tensor with dtype \(inputs[0].dtype.scalarTypeName)"
      )
    }
    let shape = try Shape.broadcast(
      try Shape.broadcast(inputs[1].shape, inputs[2].shape), inputs[0].shape)
    let dtype = Tensor.resultType([inputs[1], inputs[2]])
    let choices = try inputs[0].broadcast(to: shape).booleans
    let first = try inputs[1].cast(to: dtype).broadcast(to: shape)
    let both = try Concatenate(dim: 0).forward([
      first.flatten(), try inputs[2].cast(to: dtype).broadcast(to: shape).flatten(),
    ])
    let places = try counted(choices.count) { choices[$0] ? $0 : $0 + choices.count }
    return try both.taking(places, shape: shape)
  }

  public func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    let zero = Tensor.wrapped(.float(0), beside: upstream.dtype)
    return [
      nil,
      try forward([inputs[0], upstream, zero]).reduced(like: inputs[1]),
      try forward([inputs[0], zero, upstream]).reduced(like: inputs[2]),
    ]
  }
}

/// Cuts values off at a lower and an upper bound; nan stays.
public struct Clamp: ElementwiseFunction {
  public let name = "clamp"
  public let gradientName = "ClampBackward1"
  /// The lower bound, if there is one.
  public let low: Double?
  /// The upper bound, if there is one.
  public let high: Double?

  public init(_ low: Double?, _ high: Double?) {
    self.low = low
    self.high = high
  }

  public var function: Derivation.Function { .clamp(low, high) }

  public func value<S: FloatingScalar>(_ x: S) -> S {
    var y = x
    if let low, y < S(low) { y = S(low) }
    if let high, y > S(high) { y = S(high) }
    return y
  }

  public func gradient<S: FloatingScalar>(_ upstream: S, at x: S, value y: S) -> S {
    if let low, !(x >= S(low)) { return 0 }
    if let high, !(x <= S(high)) { return 0 }
    return upstream
  }

  public func integer(_ x: Int64) -> Int64? {
    for bound in [low, high].compactMap(\.self) where bound != bound.rounded() { return nil }
    return Int64(truncating: value(Double(x)))
  }

  public func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    guard low != nil || high != nil else {
      throw TensorError(
        .runtime, "torch.clamp: At least one of 'min' or 'max' must not be None")
    }
    return try apply(to: inputs[0])
  }
}
