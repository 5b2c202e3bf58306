// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation
import RealModule

/// `sin x`.
public struct Sine: ElementwiseFunction {
  public let name = "sin"
  public let gradientName = "SinBackward0"
  public var function: Derivation.Function { .sine }
  public init() {}

  public func value<S: FloatingScalar>(_ x: S) -> S { .sin(x) }
  public func gradient<S: FloatingScalar>(_ upstream: S, at x: S, value y: S) -> S {
    upstream * .cos(x)
  }
}

/// `cos x`.
public struct Cosine: ElementwiseFunction {
  public let name = "cos"
  public let gradientName = "CosBackward0"
  public var function: Derivation.Function { .cosine }
  public init() {}

  public func value<S: FloatingScalar>(_ x: S) -> S { .cos(x) }
  public func gradient<S: FloatingScalar>(_ upstream: S, at x: S, value y: S) -> S {
    upstream * -.sin(x)
  }
}

/// `tan x`.
public struct Tangent: ElementwiseFunction {
  public let name = "tan"
  public let gradientName = "TanBackward0"
  public var function: Derivation.Function { .tangent }
  public init() {}

  public func value<S: FloatingScalar>(_ x: S) -> S { .tan(x) }
  public func gradient<S: FloatingScalar>(_ upstream: S, at x: S, value y: S) -> S {
    upstream * (1 + y * y)
  }
}

/// `arctan x`.
public struct ArcTangent: ElementwiseFunction {
  public let name = "atan"
  public let gradientName = "AtanBackward0"
  public var function: Derivation.Function { .arcTangent }
  public init() {}

  public func value<S: FloatingScalar>(_ x: S) -> S { .atan(x) }
  public func gradient<S: FloatingScalar>(_ upstream: S, at x: S, value y: S) -> S {
    upstream / (1 + x * x)
  }
}

/// `sinh x`.
public struct HyperbolicSine: ElementwiseFunction {
  public let name = "sinh"
  public let gradientName = "SinhBackward0"
  public var function: Derivation.Function { .hyperbolicSine }
  public init() {}

  public func value<S: FloatingScalar>(_ x: S) -> S { .sinh(x) }
  public func gradient<S: FloatingScalar>(_ upstream: S, at x: S, value y: S) -> S {
    upstream * .cosh(x)
  }
}

/// `cosh x`.
public struct HyperbolicCosine: ElementwiseFunction {
  public let name = "cosh"
  public let gradientName = "CoshBackward0"
  public var function: Derivation.Function { .hyperbolicCosine }
  public init() {}

  public func value<S: FloatingScalar>(_ x: S) -> S { .cosh(x) }
  public func gradient<S: FloatingScalar>(_ upstream: S, at x: S, value y: S) -> S {
    upstream * .sinh(x)
  }
}

/// `erf x`, the error function.
public struct ErrorFunction: ElementwiseFunction {
  public let name = "erf"
  public let gradientName = "ErfBackward0"
  public var function: Derivation.Function { .errorFunction }
  public init() {}

  public func value<S: FloatingScalar>(_ x: S) -> S { .erf(x) }
  public func gradient<S: FloatingScalar>(_ upstream: S, at x: S, value y: S) -> S {
    upstream * (S(1.128_379_167_095_512_6) * .exp(-x * x))
  }
}
