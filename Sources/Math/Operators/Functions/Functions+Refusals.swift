extension Negate {
  /// Negates; truth values are refused, with advice.
  public func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    guard inputs[0].dtype != .bool else {
      throw TensorError(
        .runtime,
        "Negation, the `-` operator, on a bool tensor is not supported. If you are trying to invert a mask, use the `~` or `logical_not()` operator instead."
      )
    }
    return try apply(to: inputs[0])
  }
}

extension Absolute {
  /// Takes magnitudes; truth values are refused.
  public func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    guard inputs[0].dtype != .bool else { throw .notImplemented("abs_cpu", for: .bool) }
    return try apply(to: inputs[0])
  }
}

extension ReLU {
  /// Cuts off at zero; truth values are refused.
  public func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    guard inputs[0].dtype != .bool else {
      throw TensorError(.runtime, "Boolean inputs not supported for relu")
    }
    return try apply(to: inputs[0])
  }
}
