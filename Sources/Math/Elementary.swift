import RealModule

/// The elementary functions of a plain number, as Python's `math` has them.
public enum Elementary {
  /// The functions of one number by the names Python's `math` gives them.
  public static let functions: [String: @Sendable (Double) -> Double] = [
    "exp": { .exp($0) }, "exp2": { .exp2($0) }, "expm1": { .expMinusOne($0) },
    "log": { .log($0) }, "log2": { .log2($0) }, "log10": { .log10($0) },
    "log1p": { .log(onePlus: $0) }, "sqrt": { $0.squareRoot() }, "cbrt": { .root($0, 3) },
    "sin": { .sin($0) }, "cos": { .cos($0) }, "tan": { .tan($0) },
    "asin": { .asin($0) }, "acos": { .acos($0) }, "atan": { .atan($0) },
    "sinh": { .sinh($0) }, "cosh": { .cosh($0) }, "tanh": { .tanh($0) },
    "asinh": { .asinh($0) }, "acosh": { .acosh($0) }, "atanh": { .atanh($0) },
    "erf": { .erf($0) }, "erfc": { .erfc($0) }, "gamma": { .gamma($0) },
    "lgamma": { .logGamma($0) },
  ]

  /// A base to the power of an exponent, by C's rules for zeros, infinities and negative bases.
  public static func power(_ base: Double, _ exponent: Double) -> Double {
    Math.exactPower(base, exponent)
  }

  /// The angle of a point, in all four quadrants.
  public static func atan2(_ y: Double, _ x: Double) -> Double { .atan2(y: y, x: x) }

  /// The length of the hypotenuse, without overflow on the way.
  public static func hypot(_ x: Double, _ y: Double) -> Double { .hypot(x, y) }
}
