/// How two values are compared.
public enum Comparison: String, Sendable {
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case equal = "=="
  case notEqual = "!="
}

extension Tensor {
  /// Compares value by value, with broadcasting and promotion.
  public static func compare(
    _ a: Tensor, _ comparison: Comparison, _ b: Tensor
  ) throws(TensorError) -> Tensor {
    let shape = try Shape.broadcast(a.shape, b.shape)
    let dtype = resultType([a, b])
    let (left, right) = (
      a.cast(to: dtype).broadcast(to: shape), b.cast(to: dtype).broadcast(to: shape)
    )
    let result =
      dtype.isFloatingPoint
      ? pairs(left.doubles, right.doubles, comparison)
      : pairs(left.integers, right.integers, comparison)
    return Tensor(result, shape: shape)
  }

  private static func pairs<S: Comparable>(
    _ a: [S], _ b: [S], _ comparison: Comparison
  ) -> [Bool] {
    switch comparison {
    case .less: zipped(a, b, <)
    case .lessOrEqual: zipped(a, b, <=)
    case .greater: zipped(a, b, >)
    case .greaterOrEqual: zipped(a, b, >=)
    case .equal: zipped(a, b, ==)
    case .notEqual: zipped(a, b, !=)
    }
  }

  /// Where the values are equal.
  public func equal(_ other: Tensor) throws(TensorError) -> Tensor {
    try .compare(self, .equal, other)
  }

  /// Applies a rule of logic to truth values, with broadcasting.
  public static func logical(
    _ a: Tensor, _ b: Tensor, _ rule: (Bool, Bool) -> Bool
  ) throws(TensorError) -> Tensor {
    let shape = try Shape.broadcast(a.shape, b.shape)
    let (left, right) = (a.broadcast(to: shape).booleans, b.broadcast(to: shape).booleans)
    return Tensor(zipped(left, right, rule), shape: shape)
  }

  /// Where a value is false or zero.
  public var logicalNot: Tensor { Tensor(booleans.map { !$0 }, shape: shape) }

  /// Asks something of every value.
  public func test(_ question: (Double) -> Bool) -> Tensor {
    Tensor(doubles.map(question), shape: shape)
  }

  /// Where values are close: `|a − b| ≤ absolute + relative · |b|`, equal infinities included.
  public func isClose(
    to other: Tensor, relative: Double = 1e-5, absolute: Double = 1e-8, equalNaN: Bool = false
  ) throws(TensorError) -> Tensor {
    guard dtype == other.dtype else {
      throw TensorError(
        .runtime,
        "\(dtype.scalarTypeName) did not match \(other.dtype.scalarTypeName)")
    }
    let shape = try Shape.broadcast(shape, other.shape)
    let result = zipped(
      broadcast(to: shape).doubles, other.broadcast(to: shape).doubles
    ) { a, b in
      if a == b { return true }
      if a.isNaN && b.isNaN { return equalNaN }
      return (a - b).isFinite && (a - b).magnitude <= absolute + relative * b.magnitude
    }
    return Tensor(result, shape: shape)
  }
}
