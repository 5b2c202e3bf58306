// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation
import RealModule

/// `a + b`.
public struct Add: BinaryFunction {
  public let name = "add"
  public let gradientName = "AddBackward0"
  public init() {}

  public func value<S: FloatingScalar>(_ a: S, _ b: S) -> S { a + b }
  public func gradients<S: FloatingScalar>(_ upstream: S, at a: S, _ b: S, value y: S) -> (S, S) {
    (upstream, upstream)
  }
  public func integer(_ a: Int64, _ b: Int64) -> Int64? { a &+ b }
  public func rule(_ a: Int, _ b: Int) -> Derivation.Rule { .add(a, b) }
}

/// `a − b`.
public struct Subtract: BinaryFunction {
  public let name = "sub"
  public let gradientName = "SubBackward0"
  public init() {}

  public func value<S: FloatingScalar>(_ a: S, _ b: S) -> S { a - b }
  public func gradients<S: FloatingScalar>(_ upstream: S, at a: S, _ b: S, value y: S) -> (S, S) {
    (upstream, -upstream)
  }
  public func integer(_ a: Int64, _ b: Int64) -> Int64? { a &- b }
  public func check(_ a: Tensor, _ b: Tensor) throws(TensorError) {
    guard a.dtype == .bool || b.dtype == .bool else { return }
    let advice = "is not supported. "
    if a.dtype == .bool && b.dtype == .bool {
      throw TensorError(
        .runtime,
        "Subtraction, the `-` operator, with two bool tensors \(advice)Use the `^` or `logical_xor()` operator instead."
      )
    }
    throw TensorError(
      .runtime,
      "Subtraction, the `-` operator, with a bool tensor \(advice)If you are trying to invert a mask, use the `~` or `logical_not()` operator instead."
    )
  }
  public func rule(_ a: Int, _ b: Int) -> Derivation.Rule { .subtract(a, b) }
}

/// `a · b`, value by value.
public struct Multiply: BinaryFunction {
  public let name = "mul"
  public let gradientName = "MulBackward0"
  public init() {}

  public func value<S: FloatingScalar>(_ a: S, _ b: S) -> S { a * b }
  public func gradients<S: FloatingScalar>(_ upstream: S, at a: S, _ b: S, value y: S) -> (S, S) {
    (upstream * b, upstream * a)
  }
  public func integer(_ a: Int64, _ b: Int64) -> Int64? { a &* b }
  public func rule(_ a: Int, _ b: Int) -> Derivation.Rule { .multiply(a, b) }
}

/// `a / b`; integers meet in the default floating kind.
public struct Divide: BinaryFunction {
  public let name = "div"
  public let gradientName = "DivBackward0"
  public init() {}

  public func value<S: FloatingScalar>(_ a: S, _ b: S) -> S { a / b }
  public func gradients<S: FloatingScalar>(_ upstream: S, at a: S, _ b: S, value y: S) -> (S, S) {
    (upstream / b, -upstream * (a / b) / b)
  }
  public func integer(_ a: Int64, _ b: Int64) -> Int64? { nil }
  public func rule(_ a: Int, _ b: Int) -> Derivation.Rule { .divide(a, b) }
}

/// `a ** b`, where both are tensors.
public struct Power: BinaryFunction {
  public let name = "pow"
  public let gradientName = "PowBackward1"
  public init() {}

  public func value<S: FloatingScalar>(_ a: S, _ b: S) -> S { power(a, b) }
  public func gradients<S: FloatingScalar>(_ upstream: S, at a: S, _ b: S, value y: S) -> (S, S) {
    let base = b == 0 ? 0 : upstream * (b * power(a, b - 1))
    let exponent = a == 0 && b >= 0 ? 0 : upstream * (y * S.log(a))
    return (base, exponent)
  }
  public func integer(_ a: Int64, _ b: Int64) -> Int64? { integerPower(a, b) }
  public func rule(_ a: Int, _ b: Int) -> Derivation.Rule { .power(a, b) }
}

/// The larger of two numbers; nan wins.
public struct Maximum: BinaryFunction {
  public let name = "maximum"
  public let gradientName = "MaximumBackward0"
  public init() {}

  public func value<S: FloatingScalar>(_ a: S, _ b: S) -> S {
    a.isNaN ? a : b.isNaN ? b : Swift.max(a, b)
  }
  public func gradients<S: FloatingScalar>(_ upstream: S, at a: S, _ b: S, value y: S) -> (S, S) {
    if a == b { return (upstream / 2, upstream / 2) }
    return (a < b ? 0 : upstream, a > b ? 0 : upstream)
  }
  public func integer(_ a: Int64, _ b: Int64) -> Int64? { Swift.max(a, b) }
  public func rule(_ a: Int, _ b: Int) -> Derivation.Rule { .larger(a, b) }
}

/// The smaller of two numbers; nan wins.
public struct Minimum: BinaryFunction {
  public let name = "minimum"
  public let gradientName = "MinimumBackward0"
  public init() {}

  public func value<S: FloatingScalar>(_ a: S, _ b: S) -> S {
    a.isNaN ? a : b.isNaN ? b : Swift.min(a, b)
  }
  public func gradients<S: FloatingScalar>(_ upstream: S, at a: S, _ b: S, value y: S) -> (S, S) {
    if a == b { return (upstream / 2, upstream / 2) }
    return (a > b ? 0 : upstream, a < b ? 0 : upstream)
  }
  public func integer(_ a: Int64, _ b: Int64) -> Int64? { Swift.min(a, b) }
  public func rule(_ a: Int, _ b: Int) -> Derivation.Rule { .smaller(a, b) }
}
