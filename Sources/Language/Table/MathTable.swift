import Math

/// Python's `math`.
enum MathTable {
  static let module = NativeModule(
    "math", "Functions of plain numbers.",
    functions: elementary + rounding + tests + counting + others,
    constants: [
      "pi": { .float(.pi) }, "e": { .float(2.718281828459045) }, "tau": { .float(2 * .pi) },
      "inf": { .float(.infinity) }, "nan": { .float(.nan) },
    ])

  /// The functions of one number.
  static let elementary: [Builtin] =
    Elementary.functions.filter { $0.key != "log" }.sorted { $0.key < $1.key }.map {
      name, function in
      Builtin(name, "x, /", "The function `\(name)` of a number.") { call in
        .float(try checked(try call.real("x"), function))
      }
    } + [
      Builtin("log", "x, base=None, /", "The natural logarithm, or that to a base.") { call in
        guard let log = Elementary.functions["log"] else { return .null }
        let top = try checked(try call.real("x"), log)
        if call["base"].isNone { return .float(top) }
        let bottom = try checked(try call.real("base"), log)
        if bottom == 0 { throw Arithmetic.zeroDivision("float division by zero") }
        return .float(top / bottom)
      }
    ]

  /// A result, or Python's error where there is none.
  static func checked(_ number: Double, _ function: (Double) -> Double) throws -> Double {
    let result = function(number)
    if result.isNaN && !number.isNaN { throw domain }
    if result.isInfinite && number.isFinite {
      // A pole is a matter of the domain, growth one of the range.
      if function(number.nextUp).isFinite || function(number.nextDown).isFinite { throw domain }
      throw PythonError.overflow("math range error")
    }
    return result
  }

  static let domain = PythonError.value("math domain error")

  private static let rounding: [Builtin] = [
    Builtin("floor", "x, /", "The largest whole number that is not above.") { call in
      .int(try Conversion.integer(try call.real("x").rounded(.down)))
    },
    Builtin("ceil", "x, /", "The smallest whole number that is not below.") { call in
      .int(try Conversion.integer(try call.real("x").rounded(.up)))
    },
    Builtin("trunc", "x, /", "The whole number without the fraction.") { call in
      guard call["x"].number != nil else {
        throw PythonError.type(
          "type \(call.interpreter.typeName(of: call["x"])) doesn't define __trunc__ method")
      }
      return .int(try Conversion.integer(try call.real("x")))
    },
    Builtin("fabs", "x, /", "The magnitude.") { .float(try $0.real("x").magnitude) },
    Builtin("modf", "x, /", "Fraction and whole part.") { call in
      let number = try call.real("x")
      let whole = number.rounded(.towardZero)
      return .tuple(of: [.float(number.isInfinite ? 0 : number - whole), .float(whole)])
    },
    Builtin("frexp", "x, /", "Mantissa and exponent.") { call in
      let number = try call.real("x")
      guard number != 0, number.isFinite else { return .tuple(of: [.float(number), .int(0)]) }
      return .tuple(of: [
        .float(Double(sign: number.sign, exponent: -1, significand: number.significand)),
        .int(Int(number.exponent) + 1),
      ])
    },
    Builtin("ldexp", "x, i, /", "A number times a power of two.") { call in
      let result = Double(
        sign: .plus, exponent: min(max(try call.int("i"), -5000), 5000),
        significand: try call.real("x"))
      if result.isInfinite { throw PythonError.overflow("math range error") }
      return .float(result)
    },
  ]

  private static let tests: [Builtin] = [
    Builtin("isnan", "x, /", "Whether it is not a number.") { .bool(try $0.real("x").isNaN) },
    Builtin("isinf", "x, /", "Whether it is infinite.") { .bool(try $0.real("x").isInfinite) },
    Builtin("isfinite", "x, /", "Whether it is neither infinite nor nan.") {
      .bool(try $0.real("x").isFinite)
    },
    Builtin("isclose", "a, b, *, rel_tol=1e-09, abs_tol=0.0", "Whether two numbers are close.") {
      call in
      let (a, b) = (try call.real("a"), try call.real("b"))
      if a == b { return .bool(true) }
      let most = max(a.magnitude, b.magnitude) * (try call.real("rel_tol"))
      let least = try call.real("abs_tol")
      return .bool(a.isFinite && b.isFinite && (a - b).magnitude <= max(most, least))
    },
  ]

  private static let others: [Builtin] = [
    Builtin("pow", "x, y, /", "A base to the power of an exponent.") { call in
      let (x, y) = (try call.real("x"), try call.real("y"))
      let result = Elementary.power(x, y)
      if result.isNaN && !x.isNaN && !y.isNaN { throw domain }
      if result.isInfinite && x.isFinite && y.isFinite {
        if x == 0 { throw domain }
        throw PythonError.overflow("math range error")
      }
      return .float(result)
    },
    Builtin("fmod", "x, y, /", "The remainder with the sign of the first.") { call in
      let (x, y) = (try call.real("x"), try call.real("y"))
      if y == 0 || x.isInfinite { throw domain }
      return .float(x.truncatingRemainder(dividingBy: y))
    },
    Builtin("atan2", "y, x, /", "The angle of a point.") { call in
      .float(Elementary.atan2(try call.real("y"), try call.real("x")))
    },
    Builtin("hypot", "*coordinates", "The length of a vector.") { call in
      .float(try call.rest("coordinates").reduce(0) { Elementary.hypot($0, try call.real(of: $1)) })
    },
    Builtin("dist", "p, q, /", "The distance of two points.") { call in
      let (p, q) = (
        try call.interpreter.items(of: call[0]), try call.interpreter.items(of: call[1])
      )
      if p.count != q.count {
        throw PythonError.value("both points must have the same number of dimensions")
      }
      return .float(
        try zip(p, q).reduce(0) {
          Elementary.hypot($0, try call.real(of: $1.0) - call.real(of: $1.1))
        })
    },
    Builtin("copysign", "x, y, /", "A magnitude with a sign.") { call in
      .float(Double(signOf: try call.real("y"), magnitudeOf: try call.real("x")))
    },
    Builtin("degrees", "x, /", "An angle in degrees.") { .float(try $0.real("x") * (180 / .pi)) },
    Builtin("radians", "x, /", "An angle in radians.") { .float(try $0.real("x") * (.pi / 180)) },
    Builtin("fsum", "seq, /", "The sum, rounded once.") { call in
      .float(ExactSum(try call.interpreter.items(of: call[0]).map(call.real)).value)
    },
    Builtin("prod", "iterable, /, *, start=1", "The product of the items.") { call in
      try call.interpreter.items(of: call[0]).reduce(call["start"]) {
        try call.interpreter.binary(.multiply, $0, $1)
      }
    },
  ]
}

extension Call {
  /// An argument that must be a real number, for `math`.
  func real(_ name: String) throws -> Double { try real(of: self[name]) }

  func real(of value: Value) throws -> Double {
    if let number = value.number { return number }
    if case .tensor(let tensor) = value { return try TensorSyntax.number(tensor) }
    if let made = try interpreter.callMethod("__float__", of: value), let number = made.number {
      return number
    }
    throw PythonError.type("must be real number, not \(interpreter.typeName(of: value))")
  }
}

/// A sum of floats without rounding on the way (Shewchuk's partial sums).
private struct ExactSum {
  private(set) var value = 0.0

  init(_ numbers: [Double]) {
    var partials: [Double] = []
    for number in numbers {
      var x = number
      var kept: [Double] = []
      for other in partials {
        let (large, small) = x.magnitude < other.magnitude ? (other, x) : (x, other)
        let high = large + small
        let low = small - (high - large)
        if low != 0 { kept.append(low) }
        x = high
      }
      partials = kept + [x]
    }
    value = partials.reduce(0, +)
  }
}
