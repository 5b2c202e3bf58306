// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation
import RealModule

/// `tanh x`.
public struct Tanh: ElementwiseFunction {
  public let name = "tanh"
  public let gradientName = "TanhBackward0"
  public var function: Derivation.Function { .hyperbolicTangent }
  public init() {}

  public func value<S: FloatingScalar>(_ x: S) -> S { .tanh(x) }
  public func gradient<S: FloatingScalar>(_ upstream: S, at x: S, value y: S) -> S {
    upstream * (1 - y * y)
  }
}

/// `σ(x) = 1 / (1 + e^−x)`.
public struct Sigmoid: ElementwiseFunction {
  public let name = "sigmoid"
  public let gradientName = "SigmoidBackward0"
  public var function: Derivation.Function { .sigmoid }
  public init() {}

  public func value<S: FloatingScalar>(_ x: S) -> S { sigmoid(x) }
  public func gradient<S: FloatingScalar>(_ upstream: S, at x: S, value y: S) -> S {
    upstream * ((1 - y) * y)
  }
}

/// `ln σ(x)`, without the underflow of taking the logarithm afterwards.
public struct LogSigmoid: ElementwiseFunction {
  public let name = "logsigmoid"
  public let gradientName = "LogSigmoidBackward0"
  public var floatingOnlyKernel: String? { "log_sigmoid_cpu" }
  public var function: Derivation.Function { .logSigmoid }
  public init() {}

  public func value<S: FloatingScalar>(_ x: S) -> S { -softplus(-x) }
  public func gradient<S: FloatingScalar>(_ upstream: S, at x: S, value y: S) -> S {
    upstream * sigmoid(-x)
  }
}

/// `ln(1 + e^βx) / β`; above `threshold` it is `x` itself, as in PyTorch.
public struct Softplus: ElementwiseFunction {
  public let name = "softplus"
  public let gradientName = "SoftplusBackward0"
  public var floatingOnlyKernel: String? { "softplus_cpu" }
  public var function: Derivation.Function { .softplus(beta: beta, threshold: threshold) }
  public let beta: Double
  public let threshold: Double

  public init(beta: Double = 1, threshold: Double = 20) {
    self.beta = beta
    self.threshold = threshold
  }

  public func value<S: FloatingScalar>(_ x: S) -> S {
    let scaled = x * S(beta)
    return scaled > S(threshold) ? x : .log(onePlus: .exp(scaled)) / S(beta)
  }
  public func gradient<S: FloatingScalar>(_ upstream: S, at x: S, value y: S) -> S {
    let scaled = x * S(beta)
    return scaled > S(threshold) ? upstream : upstream * sigmoid(scaled)
  }
}

/// `1 / (1 + e^−x)`.
func sigmoid<S: FloatingScalar>(_ x: S) -> S { 1 / (1 + .exp(-x)) }

/// `ln(1 + e^x)` for any `x`: no exponential here can overflow.
func softplus<S: FloatingScalar>(_ x: S) -> S {
  x.isNaN ? x : Swift.max(x, 0) + .log(onePlus: .exp(-x.magnitude))
}
