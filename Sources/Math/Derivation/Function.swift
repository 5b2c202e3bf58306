import RealModule

extension Derivation {
  /// A function of one number as a textbook writes it, apart from the kernels that compute it fast.
  public enum Function: Sendable, Hashable {
    case negate, exponential, logarithm, log2, log10, logOnePlus, exponentialMinusOne
    case squareRoot, reciprocalSquareRoot, reciprocal, absolute, sign
    case floor, ceiling, round, truncate
    case sine, cosine, tangent, arcTangent, hyperbolicSine, hyperbolicCosine, hyperbolicTangent
    case errorFunction, sigmoid, logSigmoid, relu, gelu, geluTanh, silu
    case softplus(beta: Double, threshold: Double)
    case leakyReLU(Double)
    case elu(Double)
    case power(Double)
    /// The logarithm, but never below a floor.
    case clampedLogarithm(floor: Double)
    case clamp(Double?, Double?)
    /// A number times the argument.
    case scale(Double)
    /// The argument plus a number.
    case shift(Double)
    /// 1 minus the argument.
    case complement
    /// 1 where the argument is above zero, 0 elsewhere.
    case isPositive

    /// The function's value.
    public func value(_ x: Double) -> Double {
      switch self {
      case .negate: -x
      case .absolute: x.magnitude
      case .sign: Math.sign(x)
      case .floor: x.rounded(.down)
      case .ceiling: x.rounded(.up)
      case .round: x.rounded(.toNearestOrEven)
      case .truncate: x.rounded(.towardZero)
      case .scale(let factor): factor * x
      case .shift(let term): x + term
      case .complement: 1 - x
      case .isPositive: x > 0 ? 1 : 0
      case .power(let exponent): Math.power(x, exponent)
      case .clamp(let low, let high): Clamp(low, high).value(x)
      case .clampedLogarithm(let floor): Swift.max(.log(x), floor)
      default: transcendental(x) ?? activation(x)
      }
    }

    private func transcendental(_ x: Double) -> Double? {
      switch self {
      case .exponential: .exp(x)
      case .logarithm: .log(x)
      case .log2: .log2(x)
      case .log10: .log10(x)
      case .logOnePlus: .log(onePlus: x)
      case .exponentialMinusOne: .expMinusOne(x)
      case .squareRoot: .sqrt(x)
      case .reciprocalSquareRoot: 1 / .sqrt(x)
      case .reciprocal: 1 / x
      case .sine: .sin(x)
      case .cosine: .cos(x)
      case .tangent: .sin(x) / .cos(x)
      case .arcTangent: .atan(x)
      case .hyperbolicSine: .sinh(x)
      case .hyperbolicCosine: .cosh(x)
      case .hyperbolicTangent: .tanh(x)
      case .errorFunction: .erf(x)
      default: nil
      }
    }

    private func activation(_ x: Double) -> Double {
      switch self {
      case .sigmoid: return 1 / (1 + .exp(-x))
      case .logSigmoid: return Swift.min(x, 0) - .log(onePlus: .exp(-x.magnitude))
      case .relu: return x < 0 ? 0 : x
      case .gelu: return x * (1 + .erf(x / .sqrt(2))) / 2
      case .geluTanh:
        return x / 2 * (1 + .tanh(.sqrt(2 / .pi) * (x + 0.044715 * .pow(x, 3))))
      case .silu: return x / (1 + .exp(-x))
      case .softplus(let beta, let threshold):
        return beta * x > threshold ? x : .log(onePlus: .exp(beta * x)) / beta
      case .leakyReLU(let slope): return x > 0 ? x : slope * x
      case .elu(let alpha): return x > 0 ? x : alpha * .expMinusOne(x)
      default: return .nan
      }
    }
  }
}
