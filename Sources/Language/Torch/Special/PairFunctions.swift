import Math

/// Functions of each two elements beyond the everyday ones.
enum PairFunctions {
  static let all: [TorchFunction] = angles + logarithms + choices + whole + polynomials + gamma

  private static func exp(_ x: Double) -> Double { Exponential().value(x) }
  private static func log(_ x: Double) -> Double { Logarithm().value(x) }

  private static func pair(
    _ name: String, _ gradientName: String, _ summary: String,
    in places: TorchFunction.Place = .changing,
    keepsIntegers: Bool = false, _ value: @escaping @Sendable (Double, Double) -> Double,
    slopes: @escaping @Sendable (Double, Double) -> (Double, Double) = { _, _ in (0, 0) }
  ) -> TorchFunction {
    .binary(
      name, PairOperator(name, gradientName, keepsIntegers: keepsIntegers, value, slopes: slopes),
      summary, in: places)
  }

  private static let angles: [TorchFunction] =
    pair("atan2", "Atan2Backward0", "The angle of a point.") { y, x in
      Elementary.atan2(y, x)
    } slopes: { y, x in
      let square = x * x + y * y
      return square == 0 ? (0, 0) : (x / square, -y / square)
    }.also("arctan2")
    + [
      pair("hypot", "HypotBackward0", "The length of a hypotenuse.") { a, b in
        Elementary.hypot(a, b)
      } slopes: { a, b in
        let length = Elementary.hypot(a, b)
        return (a / length, b / length)
      },
      pair("copysign", "CopysignBackward0", "One number with the sign of another.") { a, b in
        Double(signOf: b, magnitudeOf: a)
      } slopes: { a, b in
        (a == 0 ? 0 : Double(signOf: b, magnitudeOf: a) / a, 0)
      },
      pair("nextafter", "", "The next number towards another.") { a, b in
        a.isNaN || b.isNaN ? .nan : a == b ? b : a < b ? a.nextUp : a.nextDown
      },
    ]

  private static let logarithms: [TorchFunction] = [
    pair("logaddexp", "LogaddexpBackward0", "log(exp(a) + exp(b)), exact.", in: .everywhere) {
      a, b in
      a == b && a.isInfinite ? a : max(a, b) + LogOnePlus().value(exp(-(a - b).magnitude))
    } slopes: { a, b in
      (Sigmoid().value(a - b), Sigmoid().value(b - a))
    },
    pair("logaddexp2", "Logaddexp2Backward0", "log2(2^a + 2^b), exact.", in: .everywhere) { a, b in
      a == b && a.isInfinite
        ? a
        : max(a, b) + LogOnePlus().value(Elementary.power(2, -(a - b).magnitude))
          / 0.6931471805599453
    } slopes: { a, b in
      (1 / (1 + Elementary.power(2, b - a)), 1 / (1 + Elementary.power(2, a - b)))
    },
    pair(
      "xlogy", "XlogyBackward0", "x log(y), and 0 where x is 0.",
      in: [.torch, .method, .inPlace, .special]
    ) { x, y in
      y.isNaN ? .nan : x == 0 ? 0 : x * log(y)
    } slopes: { x, y in
      (x == 0 && y <= 0 ? 0 : log(y), x / y)
    },
    pair("xlog1py", "SpecialXlog1PyBackward0", "x log(1 + y), and 0 where x is 0.", in: .special) {
      x, y in
      y.isNaN ? .nan : x == 0 ? 0 : x * LogOnePlus().value(y)
    } slopes: { x, y in
      (x == 0 && y <= -1 ? 0 : LogOnePlus().value(y), x / (y + 1))
    },
    pair("ldexp", "MulBackward0", "a · 2^b.") { a, b in
      a * Elementary.power(2, b)
    } slopes: { a, b in
      (Elementary.power(2, b), a * Elementary.power(2, b) * 0.6931471805599453)
    },
  ]

  private static let choices: [TorchFunction] = [
    pair(
      "fmax", "FmaxBackward0", "The larger of each two; nan loses.", in: .everywhere,
      keepsIntegers: true
    ) { a, b in
      a.isNaN ? b : b.isNaN ? a : max(a, b)
    } slopes: { a, b in
      a >= b || b.isNaN ? (1, 0) : (0, 1)
    },
    pair(
      "fmin", "FminBackward0", "The smaller of each two; nan loses.", in: .everywhere,
      keepsIntegers: true
    ) { a, b in
      a.isNaN ? b : b.isNaN ? a : min(a, b)
    } slopes: { a, b in
      a <= b || b.isNaN ? (1, 0) : (0, 1)
    },
    TorchFunction(
      "heaviside", "input, values, *, out=None", "0 below zero, 1 above it, and a value at zero.",
      in: .changing
    ) { call in
      let pair = PairOperator("heaviside", "", keepsIntegers: true) { x, value in
        x.isNaN ? x : x == 0 ? value : x < 0 ? 0 : 1
      } slopes: { _, _ in
        (0, 0)
      }
      let (x, values) = (try call.tensor(0), try call.tensor(1))
      if x.dtype != values.dtype {
        throw PythonError.runtime(
          "heaviside is not yet implemented for tensors with different dtypes.")
      }
      return .tensor(try call.interpreter.apply(pair, x, values))
    },
    TorchFunction(
      "rsub", "input, other, *, alpha=1", "The other minus alpha times each element.", in: .torch
    ) { call in
      let x = try call.tensor(0)
      let scaled =
        call.isGiven(2) ? try call.interpreter.apply(Multiply(), x, call.factor(2, beside: x)) : x
      return .tensor(try call.interpreter.apply(Subtract(), call.operand(1, beside: x), scaled))
    },
    TorchFunction(
      "float_power", "input, exponent, *, out=None", "Each element to a power, in float64.",
      in: .changing
    ) { call in
      func wide(_ place: Int) throws -> TensorObject {
        guard case .tensor(let tensor) = call[place] else {
          return TensorObject(Tensor(try call.double(place)))
        }
        return tensor.dtype == .float64
          ? tensor : try call.interpreter.apply(Cast(to: .float64), tensor)
      }
      return .tensor(try call.interpreter.apply(Power(), wide(0), wide(1)))
    },
    TorchFunction("dist", "input, other, p=2", "The length of the difference.") { call in
      let difference = try call.interpreter.apply(Subtract(), call.tensor(0), call.tensor(1))
      return .tensor(try call.interpreter.apply(Norm(p: call.double(2)), difference))
    },
  ]

  private static let whole: [TorchFunction] = [
    integers("gcd", "The greatest common divisor.") { a, b in
      var (a, b) = (a.magnitude, b.magnitude)
      while b != 0 { (a, b) = (b, a % b) }
      return Int64(truncatingIfNeeded: a)
    },
    integers("lcm", "The least common multiple.") { a, b in
      var (x, y) = (a.magnitude, b.magnitude)
      while y != 0 { (x, y) = (y, x % y) }
      return x == 0 ? 0 : Int64(truncatingIfNeeded: a.magnitude / x &* b.magnitude)
    },
  ]

  private static func integers(
    _ name: String, _ summary: String, _ rule: @escaping @Sendable (Int64, Int64) -> Int64
  ) -> TorchFunction {
    .binary(
      name,
      ValueOperator(name) { inputs in
        let dtype = Tensor.resultType(inputs)
        if dtype != .int64 {
          throw TensorError(
            .notImplemented, "\"\(name)_cpu\" not implemented for '\(dtype.scalarTypeName)'")
        }
        let shape = try Shape.broadcast(inputs[0].shape, inputs[1].shape)
        let (a, b) = (try inputs[0].expand(shape).integers, try inputs[1].expand(shape).integers)
        return Tensor(zip(a, b).map { rule($0, $1) }, shape: shape)
      }, summary)
  }

  private static let gamma: [TorchFunction] =
    pair("igamma", "IgammaBackward0", "The regularised lower incomplete gamma function.") {
      SpecialValues.lowerGamma($0, $1)
    }.also("gammainc", in: .special)
    + pair("igammac", "IgammacBackward0", "The regularised upper incomplete gamma function.") {
      SpecialValues.upperGamma($0, $1)
    }.also("gammaincc", in: .special)
    + pair("zeta", "SpecialZetaBackward0", "The Hurwitz zeta function.", in: .special) {
      SpecialValues.zeta($0, $1)
    }.also()

  private typealias Polynomial = @Sendable (_ degree: Int, _ x: Double) -> Double

  /// Polynomials by their recurrences, the degree in the second operand.
  private static let polynomials: [TorchFunction] =
    chebyshev("chebyshev_polynomial", isShifted: false)
    + chebyshev("shifted_chebyshev_polynomial", isShifted: true)
    + [
      polynomial("hermite_polynomial_h") { n, x in
        Polynomials.recurrence(n, 2 * x) { k, p, q in 2 * x * p - 2 * k * q }
      },
      polynomial("hermite_polynomial_he") { n, x in
        Polynomials.recurrence(n, x) { k, p, q in x * p - k * q }
      },
      polynomial("laguerre_polynomial_l") { n, x in
        Polynomials.recurrence(n, 1 - x) { k, p, q in ((2 * k + 1 - x) * p - k * q) / (k + 1) }
      },
      polynomial("legendre_polynomial_p") { n, x in
        Polynomials.recurrence(n, x) { k, p, q in ((2 * k + 1) * x * p - k * q) / (k + 1) }
      },
    ]

  /// The four kinds, which differ in the polynomial of degree one.
  private static func chebyshev(_ name: String, isShifted: Bool) -> [TorchFunction] {
    let kinds: [(suffix: String, slope: Double, shift: Double)] = [
      ("_t", 1, 0), ("_u", 2, 0), ("_v", 2, -1), ("_w", 2, 1),
    ]
    return kinds.map { kind in
      polynomial(name + kind.suffix) { n, x in
        let x = isShifted ? 2 * x - 1 : x
        return Polynomials.recurrence(n, kind.slope * x + kind.shift) { _, now, before in
          2 * x * now - before
        }
      }
    }
  }

  private static func polynomial(_ name: String, _ value: @escaping Polynomial) -> TorchFunction {
    pair(name, "", "A polynomial of a degree.", in: .special) { x, n in
      n <= -1 || n.isNaN ? 0 : value(Int(min(n, 10_000)), x)
    }
  }
}

/// Polynomials by recurrences of three terms.
enum Polynomials {
  static func recurrence(
    _ n: Int, _ first: Double, _ next: (Double, Double, Double) -> Double
  ) -> Double {
    if n == 0 { return 1 }
    var (before, now) = (1.0, first)
    for k in 1..<max(n, 1) { (before, now) = (now, next(Double(k), now, before)) }
    return now
  }
}
