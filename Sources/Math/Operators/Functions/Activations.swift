// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation
import RealModule

/// `max(x, 0)`; the slope at 0 is 0.
public struct ReLU: ElementwiseFunction {
  public let name = "relu"
  public let gradientName = "ReluBackward0"
  public var function: Derivation.Function { .relu }
  public init() {}

  public func value<S: FloatingScalar>(_ x: S) -> S { x < 0 ? 0 : x }
  public func gradient<S: FloatingScalar>(_ upstream: S, at x: S, value y: S) -> S {
    x <= 0 ? 0 : upstream
  }
  public func integer(_ x: Int64) -> Int64? { Swift.max(x, 0) }
}

/// `x` above 0, and a small slope below.
public struct LeakyReLU: ElementwiseFunction {
  public let name = "leaky_relu"
  public let gradientName = "LeakyReluBackward0"
  public var floatingOnlyKernel: String? { "leaky_relu_cpu" }
  public var function: Derivation.Function { .leakyReLU(slope) }
  public let slope: Double

  public init(slope: Double = 0.01) {
    self.slope = slope
  }

  public func value<S: FloatingScalar>(_ x: S) -> S { x > 0 ? x : x * S(slope) }
  public func gradient<S: FloatingScalar>(_ upstream: S, at x: S, value y: S) -> S {
    x > 0 ? upstream : upstream * S(slope)
  }
}

/// `x` above 0, and `α(e^x − 1)` below.
public struct ELU: ElementwiseFunction {
  public let name = "elu"
  public let gradientName = "EluBackward0"
  public var floatingOnlyKernel: String? { "elu_cpu" }
  public var function: Derivation.Function { .elu(alpha) }
  public let alpha: Double

  public init(alpha: Double = 1) {
    self.alpha = alpha
  }

  public func value<S: FloatingScalar>(_ x: S) -> S { x <= 0 ? S(alpha) * .expMinusOne(x) : x }
  public func gradient<S: FloatingScalar>(_ upstream: S, at x: S, value y: S) -> S {
    x <= 0 ? upstream * (S(alpha) * .exp(x)) : upstream
  }
}

/// `x σ(x)`.
public struct SiLU: ElementwiseFunction {
  public let name = "silu"
  public let gradientName = "SiluBackward0"
  public var floatingOnlyKernel: String? { "silu_cpu" }
  public var function: Derivation.Function { .silu }
  public init() {}

  public func value<S: FloatingScalar>(_ x: S) -> S { x / (1 + .exp(-x)) }
  public func gradient<S: FloatingScalar>(_ upstream: S, at x: S, value y: S) -> S {
    let s = sigmoid(x)
    return upstream * (s * (1 + x * (1 - s)))
  }
}

/// `x Φ(x)`, with the normal distribution function.
public struct GELU: ElementwiseFunction {
  public let name = "gelu"
  public let gradientName = "GeluBackward0"
  public var floatingOnlyKernel: String? { "GeluKernelImpl" }
  public var function: Derivation.Function { .gelu }
  public init() {}

  public func value<S: FloatingScalar>(_ x: S) -> S { x * normal(x) }
  public func gradient<S: FloatingScalar>(_ upstream: S, at x: S, value y: S) -> S {
    let density = S(0.398_942_280_401_432_7) * .exp(-x * x / 2)
    return upstream * (normal(x) + x * density)
  }
}

/// `x Φ(x)` with PyTorch's `approximate="tanh"`.
public struct GELUTanh: ElementwiseFunction {
  public let name = "gelu"
  public let gradientName = "GeluBackward0"
  public var floatingOnlyKernel: String? { "GeluKernelImpl" }
  public var function: Derivation.Function { .geluTanh }
  public init() {}

  public func value<S: FloatingScalar>(_ x: S) -> S { x / 2 * (1 + .tanh(geluInner(x))) }
  public func gradient<S: FloatingScalar>(_ upstream: S, at x: S, value y: S) -> S {
    let t = S.tanh(geluInner(x))
    let slope = S(0.797_884_560_802_865_4) * (1 + S(3 * 0.044715) * x * x)
    return upstream * ((1 + t) / 2 + x / 2 * (1 - t * t) * slope)
  }
}

/// The normal distribution function Φ.
private func normal<S: FloatingScalar>(_ x: S) -> S {
  (1 + .erf(x * S(0.707_106_781_186_547_5))) / 2
}

private func geluInner<S: FloatingScalar>(_ x: S) -> S {
  S(0.797_884_560_802_865_4) * (x + S(0.044715) * x * x * x)
}
