// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation
import RealModule

/// `−x`.
public struct Negate: ElementwiseFunction {
  public let name = "neg"
  public let gradientName = "NegBackward0"
  public var function: Derivation.Function { .negate }
  public init() {}

  public func value<S: FloatingScalar>(_ x: S) -> S { -x }
  public func gradient<S: FloatingScalar>(_ upstream: S, at x: S, value y: S) -> S { -upstream }
  public func integer(_ x: Int64) -> Int64? { 0 &- x }
}

/// `|x|`.
public struct Absolute: ElementwiseFunction {
  public let name = "abs"
  public let gradientName = "AbsBackward0"
  public var function: Derivation.Function { .absolute }
  public init() {}

  public func value<S: FloatingScalar>(_ x: S) -> S { x.magnitude }
  public func gradient<S: FloatingScalar>(_ upstream: S, at x: S, value y: S) -> S {
    upstream * sign(x)
  }
  public func integer(_ x: Int64) -> Int64? { x < 0 ? 0 &- x : x }
}

/// `x²`.
public struct Square: ElementwiseFunction {
  public let name = "square"
  public let gradientName = "PowBackward0"
  public var function: Derivation.Function { .power(2) }
  public init() {}

  public func value<S: FloatingScalar>(_ x: S) -> S { x * x }
  public func gradient<S: FloatingScalar>(_ upstream: S, at x: S, value y: S) -> S {
    upstream * (2 * x)
  }
  public func integer(_ x: Int64) -> Int64? { x &* x }
}

/// −1, 0 or 1.
public struct Sign: ElementwiseFunction {
  public let name = "sign"
  public let gradientName = "SignBackward0"
  public var function: Derivation.Function { .sign }
  public init() {}

  public func value<S: FloatingScalar>(_ x: S) -> S { sign(x) }
  public func gradient<S: FloatingScalar>(_ upstream: S, at x: S, value y: S) -> S { 0 }
  public func integer(_ x: Int64) -> Int64? { x.signum() }
}

/// The greatest whole number that is not above `x`.
public struct Floor: ElementwiseFunction {
  public let name = "floor"
  public let gradientName = "FloorBackward0"
  public var function: Derivation.Function { .floor }
  public init() {}

  public func value<S: FloatingScalar>(_ x: S) -> S { x.rounded(.down) }
  public func gradient<S: FloatingScalar>(_ upstream: S, at x: S, value y: S) -> S { 0 }
  public func integer(_ x: Int64) -> Int64? { x }
}

/// The least whole number that is not below `x`.
public struct Ceiling: ElementwiseFunction {
  public let name = "ceil"
  public let gradientName = "CeilBackward0"
  public var function: Derivation.Function { .ceiling }
  public init() {}

  public func value<S: FloatingScalar>(_ x: S) -> S { x.rounded(.up) }
  public func gradient<S: FloatingScalar>(_ upstream: S, at x: S, value y: S) -> S { 0 }
  public func integer(_ x: Int64) -> Int64? { x }
}

/// The nearest whole number; halves go to the even one.
public struct Round: ElementwiseFunction {
  public let name = "round"
  public let gradientName = "RoundBackward0"
  public var function: Derivation.Function { .round }
  public init() {}

  public func value<S: FloatingScalar>(_ x: S) -> S { x.rounded(.toNearestOrEven) }
  public func gradient<S: FloatingScalar>(_ upstream: S, at x: S, value y: S) -> S { 0 }
  public func integer(_ x: Int64) -> Int64? { x }
}

/// `x` without its fraction.
public struct Truncate: ElementwiseFunction {
  public let name = "trunc"
  public let gradientName = "TruncBackward0"
  public var function: Derivation.Function { .truncate }
  public init() {}

  public func value<S: FloatingScalar>(_ x: S) -> S { x.rounded(.towardZero) }
  public func gradient<S: FloatingScalar>(_ upstream: S, at x: S, value y: S) -> S { 0 }
  public func integer(_ x: Int64) -> Int64? { x }
}

/// −1, 0 or 1; PyTorch gives 0 for nan.
func sign<S: FloatingScalar>(_ x: S) -> S { x > 0 ? 1 : x < 0 ? -1 : 0 }
