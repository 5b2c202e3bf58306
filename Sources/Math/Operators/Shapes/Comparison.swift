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
    let (left, right) = (a.cast(to: dtype), b.cast(to: dtype))
    func pairs<S: Comparable>(_ values: (Tensor) -> [S]) throws(TensorError) -> Tensor {
      if b.count == 1, a.shape == shape {
        return Tensor(try against(values(right)[0], values(left), comparison), shape: shape)
      }
      let (a, b) = (try left.broadcast(to: shape), try right.broadcast(to: shape))
      return Tensor(try Tensor.pairs(values(a), values(b), comparison), shape: shape)
    }
    switch dtype {
    case .float32: return try pairs { Float.values($0.storage) }
    case _ where dtype.isFloatingPoint: return try pairs(\.doubles)
    default: return try pairs(\.integers)
    }
  }

  /// Compares every value with one number.
  private static func against<S: Comparable>(
    _ b: S, _ a: [S], _ comparison: Comparison
  ) throws(TensorError) -> [Bool] {
    switch comparison {
    case .less: try mapped(a) { $0 < b }
    case .lessOrEqual: try mapped(a) { $0 <= b }
    case .greater: try mapped(a) { $0 > b }
    case .greaterOrEqual: try mapped(a) { $0 >= b }
    case .equal: try mapped(a) { $0 == b }
    case .notEqual: try mapped(a) { $0 != b }
    }
  }

  private static func pairs<S: Comparable>(
    _ a: [S], _ b: [S], _ comparison: Comparison
  ) throws(TensorError) -> [Bool] {
    switch comparison {
    case .less: try zipped(a, b, <)
    case .lessOrEqual: try zipped(a, b, <=)
    case .greater: try zipped(a, b, >)
    case .greaterOrEqual: try zipped(a, b, >=)
    case .equal: try zipped(a, b, ==)
    case .notEqual: try zipped(a, b, !=)
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
    let (left, right) = (
      try a.broadcast(to: shape).booleans, try b.broadcast(to: shape).booleans
    )
    return try Tensor(zipped(left, right, rule), shape: shape)
  }

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
    let result = try zipped(
      broadcast(to: shape).doubles, other.broadcast(to: shape).doubles
    ) { a, b in
      if a == b { return true }
      if a.isNaN && b.isNaN { return equalNaN }
      return (a - b).isFinite && (a - b).magnitude <= absolute + relative * b.magnitude
    }
    return Tensor(result, shape: shape)
  }
}
