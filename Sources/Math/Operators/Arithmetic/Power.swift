// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation
import RealModule

/// `x ** exponent`, where the exponent is a plain number.
public struct PowerByNumber: ElementwiseFunction {
  public let name = "pow"
  public let gradientName = "PowBackward0"
  /// The plain number; an integer leaves integers as they are.
  public let exponent: Number

  public init(_ exponent: Number) { self.exponent = exponent }

  public func value<S: FloatingScalar>(_ x: S) -> S { power(x, S(exponent.double)) }
  public func gradient<S: FloatingScalar>(_ upstream: S, at x: S, value y: S) -> S {
    let exponent = S(exponent.double)
    return exponent == 0 ? 0 : upstream * (exponent * power(x, exponent - 1))
  }
  public func integer(_ x: Int64) -> Int64? {
    switch exponent {
    case .float: nil
    case .int(let exponent): integerPower(x, exponent)
    case .bool(let flag): flag ? x : 1
    }
  }
  public var function: Derivation.Function { .power(exponent.double) }

  /// Raises every value; integers cannot be raised to negative integers.
  public func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    let x = inputs[0]
    if case .int(let exponent) = exponent, exponent < 0, !x.dtype.isFloatingPoint {
      throw .negativeIntegerPower
    }
    if x.dtype == .bool, case .int = exponent { return try forward([x.cast(to: .int64)]) }
    if !x.dtype.isFloatingPoint, case .float = exponent {
      return try forward([x.cast(to: .float32)])
    }
    return try apply(to: x)
  }
}

/// C's `pow`, with the shortcuts PyTorch takes for the exponents that are met most.
func power<S: FloatingScalar>(_ base: S, _ exponent: S) -> S {
  switch exponent {
  case 1: base
  case 2: base * base
  case 3: base * base * base
  case -1: 1 / base
  case 0.5: .sqrt(base)
  default: exactPower(base, exponent)
  }
}

/// C's `pow` (C17, F.10.4.4): `x^y`, and what it is where the logarithm of `x` is not there.
func exactPower<S: FloatingScalar>(_ base: S, _ exponent: S) -> S {
  if base == 1 || exponent == 0 { return 1 }
  if base.isNaN || exponent.isNaN { return .nan }
  let grows = exponent > 0
  if exponent.isInfinite {
    return base == -1 ? 1 : (base.magnitude > 1) == grows ? .infinity : 0
  }
  let isWhole = exponent == exponent.rounded()
  let isOdd = isWhole && exponent.truncatingRemainder(dividingBy: 2) != 0
  let isFlipped = base.sign == .minus && isOdd
  if base == 0 || base.isInfinite {
    let size: S = (base == 0) == grows ? 0 : .infinity
    return isFlipped ? -size : size
  }
  guard base < 0 else { return .pow(base, exponent) }
  guard isWhole else { return .nan }
  let size = S.pow(-base, exponent)
  return isFlipped ? -size : size
}

/// Powers of integers, wrapping around where they do not fit.
func integerPower(_ base: Int64, _ exponent: Int64) -> Int64 {
  if exponent < 0 { return base == 1 ? 1 : base == -1 ? (exponent % 2 == 0 ? 1 : -1) : 0 }
  var (result, square, rest): (Int64, Int64, Int64) = (1, base, exponent)
  while rest > 0 {
    if rest & 1 == 1 { result = result &* square }
    square = square &* square
    rest >>= 1
  }
  return result
}

extension TensorError {
  static let negativeIntegerPower = TensorError(
    .runtime, "Integers to negative integer powers are not allowed.")
}
