import Math
import Testing

/// Every function of one number, held to PyTorch's values and slopes on ordinary and extreme arguments.
@Suite struct FunctionTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let operation: any ElementwiseFunction
    let values: [Double]
    let slopes: [Double]
    var testDescription: String { name }
  }

  static let operations: [String: any ElementwiseFunction] = [
    "exp": Exponential(), "log": Logarithm(), "log2": Logarithm2(), "log10": Logarithm10(),
    "log1p": LogOnePlus(), "expm1": ExponentialMinusOne(), "sqrt": SquareRoot(),
    "rsqrt": ReciprocalSquareRoot(), "reciprocal": Reciprocal(), "neg": Negate(),
    "abs": Absolute(), "square": Square(), "sign": Sign(), "floor": Floor(), "ceil": Ceiling(),
    "round": Round(), "trunc": Truncate(), "sin": Sine(), "cos": Cosine(), "tan": Tangent(),
    "atan": ArcTangent(), "sinh": HyperbolicSine(), "cosh": HyperbolicCosine(),
    "erf": ErrorFunction(), "tanh": Tanh(), "sigmoid": Sigmoid(), "logsigmoid": LogSigmoid(),
    "softplus": Softplus(), "relu": ReLU(), "leaky_relu": LeakyReLU(), "elu": ELU(),
    "silu": SiLU(), "gelu": GELU(), "gelu_tanh": GELUTanh(),
  ]

  static let cases: [Case] = {
    let lines = FunctionTable.text.split(separator: "\n")
    return stride(from: 0, to: lines.count - 2, by: 3).compactMap { at in
      let name = String(lines[at])
      return operations[name].map {
        Case(
          name: name, operation: $0, values: FunctionTable.numbers(lines[at + 1]),
          slopes: FunctionTable.numbers(lines[at + 2]))
      }
    }
  }()

  @Test func `the table names every function`() {
    #expect(Set(Self.cases.map(\.name)) == Set(Self.operations.keys))
  }

  @Test(arguments: cases)
  func `values and slopes are PyTorch's`(_ test: Case) throws {
    let x = Tensor(FunctionTable.numbers(FunctionTable.arguments))
    let y = try test.operation.forward([x])
    let slopes = try test.operation.backward(y.filled(with: 1), inputs: [x], output: y)
    let slope = try #require(slopes[0])
    for (place, argument) in x.doubles.enumerated() {
      let (value, expected) = (y.doubles[place], test.values[place])
      #expect(isClose(value, expected), "\(test.name)(\(argument)) = \(value), not \(expected)")
      let (found, wanted) = (slope.doubles[place], test.slopes[place])
      #expect(isClose(found, wanted), "\(test.name)′(\(argument)) = \(found), not \(wanted)")
    }
  }

  @Test(arguments: cases)
  func `a derivation computes the same, plainly`(_ test: Case) throws {
    for dtype in [DType.float64, .float32] {
      let x = Tensor(FunctionTable.numbers(FunctionTable.arguments)).cast(to: dtype)
      var story = Story()
      let last = try test.operation.tell([story.given(x, symbol: "x", formula: "x")], in: &story)
      let kernel = try test.operation.forward([x])
      for (a, b) in zip(story.steps[last].value.doubles, kernel.doubles) {
        #expect(isClose(a, b, dtype == .float64 ? 1e-12 : 1e-6), "\(test.name): \(a), \(b)")
      }
    }
  }

  @Test(arguments: cases)
  func `float16 is computed in float32 and rounded once`(_ test: Case) throws {
    let x = Tensor([-2.5, -0.5, 0.5, 3]).cast(to: .float16)
    let exact = try test.operation.forward([x.cast(to: .float32)]).cast(to: .float16)
    let half = try test.operation.forward([x])
    #expect(half.dtype == .float16)
    #expect(zip(half.doubles, exact.doubles).allSatisfy { isClose($0, $1, 0) })
  }
}

/// Whether two numbers agree: both nan, the same infinity, or near each other.
func isClose(_ a: Double, _ b: Double, _ tolerance: Double = 1e-12) -> Bool {
  if a.isNaN || b.isNaN { return a.isNaN && b.isNaN }
  return a == b || abs(a - b) <= tolerance * max(1, abs(b))
}
