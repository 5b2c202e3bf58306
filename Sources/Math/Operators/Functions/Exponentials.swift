// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation
import RealModule

/// `e^x`.
public struct Exponential: ElementwiseFunction {
  public let name = "exp"
  public let gradientName = "ExpBackward0"
  public var function: Derivation.Function { .exponential }
  public init() {}

  public func value<S: FloatingScalar>(_ x: S) -> S { .exp(x) }
  public func gradient<S: FloatingScalar>(_ upstream: S, at x: S, value y: S) -> S {
    upstream * y
  }
}

/// `ln x`.
public struct Logarithm: ElementwiseFunction {
  public let name = "log"
  public let gradientName = "LogBackward0"
  public var function: Derivation.Function { .logarithm }
  public init() {}

  public func value<S: FloatingScalar>(_ x: S) -> S { .log(x) }
  public func gradient<S: FloatingScalar>(_ upstream: S, at x: S, value y: S) -> S {
    upstream / x
  }
}

/// `log₂ x`.
public struct Logarithm2: ElementwiseFunction {
  public let name = "log2"
  public let gradientName = "Log2Backward0"
  public var function: Derivation.Function { .log2 }
  public init() {}

  public func value<S: FloatingScalar>(_ x: S) -> S { .log2(x) }
  public func gradient<S: FloatingScalar>(_ upstream: S, at x: S, value y: S) -> S {
    upstream / (x * S(0.693_147_180_559_945_3))
  }
}

/// `log₁₀ x`.
public struct Logarithm10: ElementwiseFunction {
  public let name = "log10"
  public let gradientName = "Log10Backward0"
  public var function: Derivation.Function { .log10 }
  public init() {}

  public func value<S: FloatingScalar>(_ x: S) -> S { .log10(x) }
  public func gradient<S: FloatingScalar>(_ upstream: S, at x: S, value y: S) -> S {
    upstream / (x * S(2.302_585_092_994_045_7))
  }
}

/// `ln(1 + x)`, exact near zero.
public struct LogOnePlus: ElementwiseFunction {
  public let name = "log1p"
  public let gradientName = "Log1PBackward0"
  public var function: Derivation.Function { .logOnePlus }
  public init() {}

  public func value<S: FloatingScalar>(_ x: S) -> S { .log(onePlus: x) }
  public func gradient<S: FloatingScalar>(_ upstream: S, at x: S, value y: S) -> S {
    upstream / (x + 1)
  }
}

/// `e^x − 1`, exact near zero.
public struct ExponentialMinusOne: ElementwiseFunction {
  public let name = "expm1"
  public let gradientName = "Expm1Backward0"
  public var function: Derivation.Function { .exponentialMinusOne }
  public init() {}

  public func value<S: FloatingScalar>(_ x: S) -> S { .expMinusOne(x) }
  public func gradient<S: FloatingScalar>(_ upstream: S, at x: S, value y: S) -> S {
    upstream * (y + 1)
  }
}

/// `√x`.
public struct SquareRoot: ElementwiseFunction {
  public let name = "sqrt"
  public let gradientName = "SqrtBackward0"
  public var function: Derivation.Function { .squareRoot }
  public init() {}

  public func value<S: FloatingScalar>(_ x: S) -> S { .sqrt(x) }
  public func gradient<S: FloatingScalar>(_ upstream: S, at x: S, value y: S) -> S {
    upstream / (2 * y)
  }
}

/// `1 / √x`.
public struct ReciprocalSquareRoot: ElementwiseFunction {
  public let name = "rsqrt"
  public let gradientName = "RsqrtBackward0"
  public var function: Derivation.Function { .reciprocalSquareRoot }
  public init() {}

  public func value<S: FloatingScalar>(_ x: S) -> S { 1 / .sqrt(x) }
  public func gradient<S: FloatingScalar>(_ upstream: S, at x: S, value y: S) -> S {
    upstream * (-y * y * y / 2)
  }
}

/// `1 / x`.
public struct Reciprocal: ElementwiseFunction {
  public let name = "reciprocal"
  public let gradientName = "ReciprocalBackward0"
  public var function: Derivation.Function { .reciprocal }
  public init() {}

  public func value<S: FloatingScalar>(_ x: S) -> S { 1 / x }
  public func gradient<S: FloatingScalar>(_ upstream: S, at x: S, value y: S) -> S {
    -upstream * (y * y)
  }
}
