import Math

/// Functions of each element on its own.
enum ElementwiseFunctions {
  static let all: [TorchFunction] = exponentials + simple + angles + tests + pairs + limits

  private static let exponentials: [TorchFunction] = [
    .unary("exp", Exponential(), "e to the power of each element."),
    .unary("log", Logarithm(), "The natural logarithm of each element."),
    .unary("log2", Logarithm2(), "The logarithm to base 2 of each element."),
    .unary("log10", Logarithm10(), "The logarithm to base 10 of each element."),
    .unary("log1p", LogOnePlus(), "log(1 + x), exact where x is small.", in: special),
    .unary("expm1", ExponentialMinusOne(), "exp(x) - 1, exact where x is small.", in: special),
    .unary("sqrt", SquareRoot(), "The square root of each element."),
    .unary("rsqrt", ReciprocalSquareRoot(), "One over the square root of each element."),
    .unary("reciprocal", Reciprocal(), "One over each element."),
  ]

  private static let special: TorchFunction.Place = [.torch, .method, .inPlace, .special]

  private static let simple: [TorchFunction] =
    [
      TorchFunction("square", "input, *, out=None", "Each element times itself.", in: .changing) {
        call in
        let x = try call.tensor(0)
        if x.dtype == .bool {
          return .tensor(try call.interpreter.apply(Cast(to: .int64), x))
        }
        return .tensor(try call.interpreter.apply(Square(), x))
      },
      .unary("sign", Sign(), "-1, 0 or 1 by the sign of each element."),
      .unary("floor", Floor(), "The next whole number below."),
      .unary("ceil", Ceiling(), "The next whole number above."),
      .unary("trunc", Truncate(), "Each element without its fraction."),
      .unary(
        "sigmoid", Sigmoid(), "1 / (1 + exp(-x)).", in: [.torch, .method, .inPlace, .functional]),
      .unary(
        "tanh", Tanh(), "The hyperbolic tangent of each element.",
        in: [.torch, .method, .inPlace, .functional]),
      TorchFunction(
        "round", "input, *, decimals=0, out=None", "Rounds, a half to the even neighbour.",
        in: .changing
      ) { call in
        let x = try call.tensor(0)
        let decimals = try call.int(1)
        if decimals == 0 { return .tensor(try call.interpreter.apply(Round(), x)) }
        let scale = TensorObject(.wrapped(.float(Decimals.power(decimals)), beside: x.dtype))
        let run = call.interpreter
        let (there, back): (any Operator, any Operator) =
          decimals > 0 ? (Multiply(), Divide()) : (Divide(), Multiply())
        return .tensor(try run.apply(back, run.apply(Round(), run.apply(there, x, scale)), scale))
      },
      TorchFunction("positive", "input", "The tensor itself.") { call in .tensor(try call.tensor(0))
      },
    ] + TorchFunction.unary("neg", Negate(), "Each element with the other sign.").also("negative")
    + TorchFunction.unary("abs", Absolute(), "Each element without its sign.").also("absolute")

  private static let angles: [TorchFunction] =
    [
      .unary("sin", Sine(), "The sine of each element."),
      .unary("cos", Cosine(), "The cosine of each element."),
      .unary("tan", Tangent(), "The tangent of each element."),
      .unary("sinh", HyperbolicSine(), "The hyperbolic sine of each element."),
      .unary("cosh", HyperbolicCosine(), "The hyperbolic cosine of each element."),
      .unary("erf", ErrorFunction(), "The error function of each element.", in: special),
    ] + TorchFunction.unary("atan", ArcTangent(), "The angle with this tangent.").also("arctan")

  private static let tests: [TorchFunction] = [
    .test("isnan", "Whether each element is nan.") { $0.isNaN },
    .test("isinf", "Whether each element is infinite.") { $0.isInfinite },
    .test("isfinite", "Whether each element is neither infinite nor nan.") { $0.isFinite },
    .test("isposinf", "Whether each element is inf.") { $0 == .infinity },
    .test("isneginf", "Whether each element is -inf.") { $0 == -.infinity },
    .test("isreal", "Whether each element is a real number: always.") { _ in true },
    .test("signbit", "Whether each element has a minus sign.") { $0.sign == .minus },
    .test("logical_not", "Whether each element is zero.", in: .changing) { $0 == 0 },
  ]

  private static let pairs: [TorchFunction] =
    TorchFunction.binary("mul", Multiply(), "Each element times the other.").also("multiply")
    + TorchFunction.binary(
      "maximum", Maximum(), "The larger of each two; nan wins.", in: .everywhere
    ).also()
    + TorchFunction.binary(
      "minimum", Minimum(), "The smaller of each two; nan wins.", in: .everywhere
    ).also()
    + scaled("add", Add(), "Each element plus alpha times the other.").also()
    + scaled("sub", Subtract(), "Each element minus alpha times the other.").also("subtract")
    + TorchFunction(
      "div", "input, other, *, rounding_mode=None, out=None", "Each element over the other.",
      in: .changing, choices: ["rounding_mode": ["floor", "trunc"]]
    ) { call in
      let (a, b) = try call.operands(0, 1)
      return .tensor(try divide(a, b, mode: call[2], call.interpreter))
    }.also("divide", "true_divide")
    + TorchFunction(
      "pow", "input, exponent, *, out=None", "Each element to a power.", in: .changing
    ) { call in
      if case .tensor(let base) = call[0], let exponent = call[1].plainNumber {
        return .tensor(try call.interpreter.apply(PowerByNumber(exponent), base))
      }
      let (a, b) = try call.operands(0, 1)
      return .tensor(try call.interpreter.apply(Power(), a, b))
    }.also()
    + TorchFunction.binary("floor_divide", Division.floor, "The quotient, rounded down.").also()
    + TorchFunction.binary(
      "remainder", Division.remainder, "What is left, with the divisor's sign."
    ).also()
    + TorchFunction.binary("fmod", Division.fmod, "What is left, with the dividend's sign.").also()
    + comparisons + bits

  private static let comparisons: [TorchFunction] =
    TorchFunction.binary("eq", Comparison.equal.operation, "Whether each two are equal.").also()
    + TorchFunction.binary("ne", Comparison.notEqual.operation, "Whether each two differ.").also(
      "not_equal")
    + TorchFunction.binary("lt", Comparison.less.operation, "Whether each is less than the other.")
    .also("less")
    + TorchFunction.binary(
      "le", Comparison.lessOrEqual.operation, "Whether each is at most the other."
    ).also("less_equal")
    + TorchFunction.binary(
      "gt", Comparison.greater.operation, "Whether each is greater than the other."
    ).also("greater")
    + TorchFunction.binary(
      "ge", Comparison.greaterOrEqual.operation, "Whether each is at least the other."
    ).also("greater_equal")

  private static let bits: [TorchFunction] = [
    .binary("bitwise_and", Bitwise.and, "The bits that both have."),
    .binary("bitwise_or", Bitwise.or, "The bits that either has."),
    .binary("bitwise_xor", Bitwise.exclusiveOr, "The bits that one of the two has."),
    .binary("bitwise_left_shift", Bitwise.leftShift, "The bits moved up."),
    .binary("bitwise_right_shift", Bitwise.rightShift, "The bits moved down."),
    .unary("bitwise_not", Bitwise.not, "Every bit turned over."),
    .logical("logical_and", "Whether both are not zero.") { $0 && $1 },
    .logical("logical_or", "Whether either is not zero.") { $0 || $1 },
    .logical("logical_xor", "Whether one of the two is not zero.") { $0 != $1 },
  ]

  private static let limits: [TorchFunction] =
    TorchFunction(
      "clamp", "input, min=None, max=None, *, out=None", "Limits each element to a range.",
      in: .changing
    ) { call in
      let x = try call.tensor(0)
      if call[1].isTensor || call[2].isTensor { return .tensor(try clamp(x, call)) }
      return .tensor(
        try call.interpreter.apply(Clamp(call.optionalDouble(1), call.optionalDouble(2)), x))
    }.also("clip") + [
      TorchFunction("clamp_min", "input, min", "Limits each element from below.", in: .changing) {
        call in
        if call[1].isTensor {
          return .tensor(try call.interpreter.apply(Maximum(), call.tensor(0), call.tensor(1)))
        }
        return .tensor(
          try call.interpreter.apply(
            Renamed(Clamp(call.double(1), nil), "clamp_min", "ClampMinBackward0"), call.tensor(0)))
      },
      TorchFunction("clamp_max", "input, max", "Limits each element from above.", in: .changing) {
        call in
        if call[1].isTensor {
          return .tensor(try call.interpreter.apply(Minimum(), call.tensor(0), call.tensor(1)))
        }
        return .tensor(
          try call.interpreter.apply(
            Renamed(Clamp(nil, call.double(1)), "clamp_max", "ClampMaxBackward0"), call.tensor(0)))
      },
      TorchFunction(
        "nan_to_num", "input, nan=0.0, posinf=None, neginf=None, *, out=None",
        "Replaces nan and the infinities.", in: .changing
      ) { call in
        .tensor(try replaceNonFinite(call))
      },
    ]

  private static func clamp(_ x: TensorObject, _ call: Call) throws -> TensorObject {
    var result = x
    if !call[1].isNone {
      result = try call.interpreter.apply(Maximum(), result, call.operand(1, beside: x))
    }
    if !call[2].isNone {
      result = try call.interpreter.apply(Minimum(), result, call.operand(2, beside: x))
    }
    return result
  }

  private static func replaceNonFinite(_ call: Call) throws -> TensorObject {
    let x = try call.tensor(0)
    if !x.dtype.isFloatingPoint { return try call.interpreter.apply(Clone(), x) }
    let largest = x.value.largestFinite
    let (nan, high, low) = (
      try call.double(1), try call.optionalDouble(2) ?? largest,
      try call.optionalDouble(3) ?? -largest
    )
    var result = x
    for (test, value) in [
      (Tensor.test { $0.isNaN }, nan), (Tensor.test { $0 == .infinity }, high),
      (Tensor.test { $0 == -.infinity }, low),
    ] {
      let mask = TensorObject(test(x.value))
      result = try call.interpreter.apply(
        Where(), mask, TensorObject(Tensor(value, dtype: x.dtype)), result)
    }
    return result
  }

  /// `add` and `sub`, which can scale the second operand.
  private static func scaled(
    _ name: String, _ operation: any Operator, _ summary: String
  ) -> TorchFunction {
    TorchFunction(name, "input, other, *, alpha=1, out=None", summary, in: .changing) { call in
      var (a, b) = try call.operands(0, 1)
      if call.isGiven(2) {
        let factor = try TensorObject(.wrapped(call.number(2), beside: b.dtype))
        b = try call.interpreter.apply(Multiply(), b, factor)
      }
      return .tensor(try call.interpreter.apply(operation, a, b))
    }
  }

  private static func divide(
    _ a: TensorObject, _ b: TensorObject, mode: Value, _ interpreter: Interpreter
  ) throws -> TensorObject {
    switch mode {
    case .null: return try interpreter.apply(Divide(), a, b)
    case .string("floor"): return try interpreter.apply(Division.floor, a, b)
    case .string("trunc"): return try interpreter.apply(Division.truncated, a, b)
    default:
      throw PythonError.runtime(
        "div expected rounding_mode to be one of None, 'trunc', or 'floor' but found "
          + "'\(try interpreter.text(of: mode))'")
    }
  }
}

/// Powers of ten for rounding to decimals.
enum Decimals {
  /// The power of ten that so many decimals are, before the point or after it.
  static func power(_ count: Int) -> Double {
    // Beyond 308 there is only infinity.
    (0..<min(count.magnitude, 309)).reduce(1.0) { power, _ in power * 10 }
  }
}

extension Value {
  var isTensor: Bool { if case .tensor = self { true } else { false } }
}

extension Tensor {
  /// A function that asks something of every element.
  static func test(_ rule: @escaping @Sendable (Double) -> Bool) -> @Sendable (Tensor) -> Tensor {
    { Tensor($0.doubles.map(rule), shape: $0.shape) }
  }

  /// The largest number of the tensor's kind.
  var largestFinite: Double {
    switch dtype {
    case .float32: Double(Float.greatestFiniteMagnitude)
    case .float16: Double(Float16.greatestFiniteMagnitude)
    case .bfloat16: Double(Float(bitPattern: 0x7F7F_0000))
    default: .greatestFiniteMagnitude
    }
  }
}

extension TorchFunction {
  /// A function that asks something of every element.
  static func test(
    _ name: String, _ summary: String, in places: Place = .everywhere,
    _ rule: @escaping @Sendable (Double) -> Bool
  ) -> TorchFunction {
    let test = Tensor.test(rule)
    return unary(name, ValueOperator(name) { test($0[0]) }, summary, in: places)
  }

  /// A function of the truth of each two elements.
  static func logical(
    _ name: String, _ summary: String, _ rule: @escaping @Sendable (Bool, Bool) -> Bool
  ) -> TorchFunction {
    binary(
      name,
      ValueOperator(name) { inputs in
        let shape = try Shape.broadcast(inputs[0].shape, inputs[1].shape)
        let (a, b) = (try inputs[0].expand(shape).booleans, try inputs[1].expand(shape).booleans)
        return Tensor(zip(a, b).map(rule), shape: shape)
      }, summary)
  }
}
