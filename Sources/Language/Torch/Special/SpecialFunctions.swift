import Math

/// Functions of one number beyond the everyday ones, in `torch`, on tensors and in `torch.special`.
enum SpecialFunctions {
  static let all: [TorchFunction] = inverse + smooth + gamma + normal + bessel

  private static let everywhere: TorchFunction.Place = [.torch, .method, .inPlace, .special]

  private static func function(_ name: String) -> @Sendable (Double) -> Double {
    SpecialValues.elementary(name)
  }

  /// A function of one number and its slope.
  private static func point(
    _ name: String, _ gradientName: String, _ summary: String, in places: TorchFunction.Place,
    _ value: @escaping @Sendable (Double) -> Double, slope: @escaping @Sendable (Double) -> Double
  ) -> TorchFunction {
    .unary(name, PointOperator(name, gradientName, value, slope: slope), summary, in: places)
  }

  private static let inverse: [TorchFunction] =
    point("asin", "AsinBackward0", "The angle with this sine.", in: .changing, function("asin")) {
      1 / (1 - $0 * $0).squareRoot()
    }.also("arcsin")
    + point("acos", "AcosBackward0", "The angle with this cosine.", in: .changing, function("acos"))
  { -1 / (1 - $0 * $0).squareRoot() }.also("arccos")
    + point("asinh", "AsinhBackward0", "The inverse of sinh.", in: .changing, function("asinh")) {
      1 / ($0 * $0 + 1).squareRoot()
    }.also("arcsinh")
    + point("acosh", "AcoshBackward0", "The inverse of cosh.", in: .changing, function("acosh")) {
      1 / (($0 - 1).squareRoot() * ($0 + 1).squareRoot())
    }.also("arccosh")
    + point("atanh", "AtanhBackward0", "The inverse of tanh.", in: .changing, function("atanh")) {
      1 / (1 - $0 * $0)
    }.also("arctanh")
    + point(
      "erfinv", "ErfinvBackward0", "The inverse of erf.", in: everywhere, SpecialValues.inverseError
    ) { x in
      let y = SpecialValues.inverseError(x)
      return Double.pi.squareRoot() / 2 * Exponential().value(y * y)
    }.also()

  private static let smooth: [TorchFunction] =
    [
      point("exp2", "Exp2Backward0", "2 to the power of each element.", in: everywhere) {
        Elementary.power(2, $0)
      } slope: {
        Elementary.power(2, $0) * 0.6931471805599453
      },
      point(
        "erfc", "ErfcBackward0", "1 - erf(x), exact where it is small.", in: everywhere,
        function("erfc")
      ) { -2 / Double.pi.squareRoot() * Exponential().value(-$0 * $0) },
      point("deg2rad", "Deg2RadBackward0", "Degrees as radians.", in: .changing) {
        $0 * .pi / 180
      } slope: { _ in
        .pi / 180
      },
      point("rad2deg", "Rad2DegBackward0", "Radians as degrees.", in: .changing) {
        $0 * 180 / .pi
      } slope: { _ in
        180 / .pi
      },
      point("sinc", "SincBackward0", "sin(πx) / (πx).", in: everywhere) { x in
        x == 0 ? 1 : Sine().value(.pi * x) / (.pi * x)
      } slope: { x in
        let z = Double.pi * x
        return x == 0 ? 0 : (z * Cosine().value(z) - Sine().value(z)) / (z * x)
      },
      point(
        "frac", "FracBackward0", "What is left of the whole number towards zero.", in: .changing
      ) {
        $0 - $0.rounded(.towardZero)
      } slope: { _ in
        1
      },
      TorchFunction(
        "sgn", "input, *, out=None", "-1, 0 or 1 by the sign of each element.", in: .changing
      ) { call in
        .tensor(try call.interpreter.apply(Sign(), call.tensor(0)))
      },
      TorchFunction(
        "logit", "input, eps=None, *, out=None", "log(p / (1 - p)), the inverse of the sigmoid.",
        in: everywhere
      ) { call in
        let epsilon = try call.optionalDouble(1)
        let operation = PointOperator("logit", "LogitBackward0") { p in
          let p = epsilon.map { Swift.min(Swift.max(p, $0), 1 - $0) } ?? p
          return Logarithm().value(p / (1 - p))
        } slope: { p in
          if let epsilon { return p < epsilon || p > 1 - epsilon ? 0 : 1 / (p * (1 - p)) }
          return p < 0 || p > 1 ? .nan : 1 / (p * (1 - p))
        }
        return .tensor(try call.interpreter.apply(operation, call.tensor(0)))
      },
      TorchFunction("expit", "input, *, out=None", "1 / (1 + exp(-x)).", in: .special) { call in
        .tensor(try call.interpreter.apply(Sigmoid(), call.tensor(0)))
      },
    ]

  private static let gamma: [TorchFunction] =
    point(
      "lgamma", "LgammaBackward0", "The logarithm of the gamma function.", in: .changing, logGamma,
      slope: SpecialValues.digamma
    ).also("gammaln", in: .special)
    + point(
      "digamma", "DigammaBackward0", "The slope of lgamma.", in: everywhere, SpecialValues.digamma
    ) { SpecialValues.polygamma(1, $0) }.also("psi", in: .special)
    + [
      TorchFunction(
        "polygamma", "n, input, *, out=None", "The n-th slope of digamma.", in: [.torch, .special]
      ) { call in
        try polygamma(call, n: call.int(0), x: call.tensor(1))
      },
      TorchFunction("polygamma", "input, n", "The n-th slope of digamma.", in: [.method, .inPlace])
      { call in
        try polygamma(call, n: call.int(1), x: call.tensor(0))
      },
    ]
    + TorchFunction(
      "mvlgamma", "input, p, *, out=None", "The logarithm of the multivariate gamma function.",
      in: .changing
    ) { call in
      let p = try call.int(1)
      if p < 1 { throw PythonError.runtime("p has to be greater than or equal to 1") }
      let count = try call.tensor(0).value.count
      try call.interpreter.charge(items: p.multiplied(saturating: max(1, count)))
      let constant = Double(p) * Double(p - 1) / 4 * Logarithm().value(Double.pi)
      let operation = PointOperator("mvlgamma", "MvlgammaBackward0") { x in
        (0..<p).reduce(constant) { $0 + logGamma(x - Double($1) / 2) }
      } slope: { x in
        (0..<p).reduce(0) { $0 + SpecialValues.digamma(x - Double($1) / 2) }
      }
      return .tensor(try call.interpreter.apply(operation, call.tensor(0)))
    }.also("multigammaln", in: .special)

  @Sendable private static func logGamma(_ x: Double) -> Double {
    if x == x.rounded() && x <= 0 { return .infinity }
    return x.isInfinite ? .infinity : function("lgamma")(x)
  }

  private static func polygamma(_ call: Call, n: Int, x: TensorObject) throws -> Value {
    if n < 0 { throw PythonError.runtime("polygamma(n, x) does not support negative n.") }
    let operation = PointOperator("polygamma", "PolygammaBackward0") { x in
      SpecialValues.polygamma(n, x)
    } slope: { x in
      SpecialValues.polygamma(n.adding(saturating: 1), x)
    }
    return .tensor(try call.interpreter.apply(operation, x))
  }

  private static let normal: [TorchFunction] = [
    point(
      "entr", "SpecialEntrBackward0", "-x log(x): each element's share of entropy.", in: .special
    ) { x in
      x.isNaN ? x : x > 0 ? -x * Logarithm().value(x) : x == 0 ? 0 : -.infinity
    } slope: {
      -Logarithm().value($0) - 1
    },
    point(
      "ndtr", "SpecialNdtrBackward0", "The share of the normal distribution below x.", in: .special,
      SpecialValues.normalShare
    ) { x in
      Exponential().value(-x * x / 2) / (2 * Double.pi).squareRoot()
    },
    point(
      "ndtri", "SpecialNdtriBackward0", "The inverse of ndtr.", in: .special,
      SpecialValues.inverseNormalShare
    ) { p in
      let x = SpecialValues.inverseNormalShare(p)
      return (2 * Double.pi).squareRoot() * Exponential().value(x * x / 2)
    },
    point(
      "log_ndtr", "SpecialLogNdtrBackward0", "The logarithm of ndtr.", in: .special,
      SpecialValues.logNormalShare
    ) { x in
      let logDensity = -x * x / 2 - Logarithm().value((2 * Double.pi).squareRoot())
      return Exponential().value(logDensity - SpecialValues.logNormalShare(x))
    },
    point(
      "erfcx", "SpecialErfcxBackward0", "erfc(x) exp(x²).", in: .special,
      SpecialValues.scaledComplement
    ) { x in
      2 * x * SpecialValues.scaledComplement(x) - 2 / Double.pi.squareRoot()
    },
  ]

  private static let bessel: [TorchFunction] =
    point("i0", "I0Backward0", "The modified Bessel function of order 0.", in: everywhere) {
      SpecialValues.modifiedI(0, $0)
    } slope: {
      SpecialValues.modifiedI(1, $0)
    }.also("modified_bessel_i0", in: .special)
    + point("i1", "SpecialI1Backward0", "The modified Bessel function of order 1.", in: .special) {
      SpecialValues.modifiedI(1, $0)
    } slope: { x in
      x == 0 ? 0.5 : SpecialValues.modifiedI(0, x) - SpecialValues.modifiedI(1, x) / x
    }.also("modified_bessel_i1", in: .special)
    + [
      point("i0e", "SpecialI0EBackward0", "i0 times exp(-|x|).", in: .special) {
        SpecialValues.scaledI(0, $0)
      } slope: { x in
        SpecialValues.scaledI(1, x) - (x < 0 ? -1 : x > 0 ? 1 : 0) * SpecialValues.scaledI(0, x)
      },
      point("i1e", "SpecialI1EBackward0", "i1 times exp(-|x|).", in: .special) {
        SpecialValues.scaledI(1, $0)
      } slope: { x in
        x == 0
          ? 0.5
          : SpecialValues.scaledI(0, x) - SpecialValues.scaledI(1, x) * ((x < 0 ? -1 : 1) + 1 / x)
      },
      plain("modified_bessel_k0", "The modified Bessel function of the second kind.") {
        SpecialValues.scaledK(0, $0) * Exponential().value(-$0)
      },
      plain("modified_bessel_k1", "The modified Bessel function of the second kind.") {
        SpecialValues.scaledK(1, $0) * Exponential().value(-$0)
      },
      plain("scaled_modified_bessel_k0", "modified_bessel_k0 times exp(x).") {
        SpecialValues.scaledK(0, $0)
      },
      plain("scaled_modified_bessel_k1", "modified_bessel_k1 times exp(x).") {
        SpecialValues.scaledK(1, $0)
      },
      plain("bessel_j0", "The Bessel function of order 0.") { SpecialValues.besselJ(0, $0) },
      plain("bessel_j1", "The Bessel function of order 1.") { SpecialValues.besselJ(1, $0) },
      plain("spherical_bessel_j0", "sin(x) / x.") { x in
        x.isInfinite ? 0 : x.magnitude < 0.5 ? sphericalSeries(x) : Sine().value(x) / x
      },
    ]

  private static func sphericalSeries(_ x: Double) -> Double {
    let z = x * x
    return 1 - z / 6 * (1 - z / 20 * (1 - z / 42 * (1 - z / 72 * (1 - z / 110 * (1 - z / 156)))))
  }

  /// A function that PyTorch has no gradient for.
  private static func plain(
    _ name: String, _ summary: String, _ value: @escaping @Sendable (Double) -> Double
  ) -> TorchFunction {
    .unary(
      name,
      ValueOperator(name) { inputs in
        let x = inputs[0]
        let dtype = x.dtype.isFloatingPoint ? x.dtype : .float32
        return try Tensor(mapped(x.doubles, value), shape: x.shape).cast(to: dtype)
      }, summary, in: .special)
  }
}
