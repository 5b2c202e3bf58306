import Math

/// Rarer ways to draw numbers, and the state of the generator.
enum DrawFunctions {
  static let all: [TorchFunction] = [
    filling("cauchy_", "input, median=0, sigma=1", "Cauchy-distributed numbers") { call in
      let (median, sigma) = (try call.double(1), try call.double(2))
      return { median + sigma * Tangent().value(.pi * ($0.uniform64() - 0.5)) }
    },
    filling("log_normal_", "input, mean=1, std=2", "exp of normal numbers") { call in
      let (mean, deviation) = (try call.double(1), try call.double(2))
      return { Exponential().value($0.normalOne() * deviation + mean) }
    },
    filling("geometric_", "input, p", "how often one tries until it succeeds") { call in
      let p = try call.double(1)
      guard p > 0, p < 1 else {
        throw PythonError.runtime(
          "geometric_ expects p to be in (0, 1), but got p=\(PlainText.of(p))")
      }
      return { (Logarithm().value($0.uniform64()) / LogOnePlus().value(-p)).rounded(.up) }
    },
    TorchFunction("poisson", "input, generator=None", "Counts with the means given.", in: .torch) {
      call in
      let x = try call.tensor(0).value
      if x.doubles.contains(where: { !($0 >= 0) }) {
        throw PythonError.runtime("invalid Poisson rate, expected rate to be non-negative")
      }
      let counts = try GeneratorTable.draw(call[1], call.interpreter) { generator in
        x.doubles.map { generator.poisson($0) }
      }
      return .tensor(TensorObject(Tensor(counts, shape: x.shape).cast(to: x.dtype)))
    },
    TorchFunction("get_rng_state", "", "The state of the generator, as bytes.", in: .torch) {
      call in
      .tensor(
        GeneratorTable.bytes(of: call.interpreter.torch.generator, call.interpreter.torch.seed))
    },
    TorchFunction(
      "set_rng_state", "new_state", "Puts the generator back into a state it was in.", in: .torch
    ) { call in
      let (generator, seed) = try GeneratorTable.generator(from: call.tensor(0))
      call.interpreter.torch.generator = generator
      call.interpreter.torch.seed = seed
      return .null
    },
  ]

  private static func filling(
    _ name: String, _ signature: String, _ what: String,
    _ draw: @escaping @Sendable (Call) throws -> (inout RandomGenerator) -> Double
  ) -> TorchFunction {
    TorchFunction(
      name, signature + ", *, generator=None", "Fills the tensor with \(what).", in: .method
    ) { call in
      let x = try call.tensor(0)
      let draw = try draw(call)
      let place = call.builtin.parameters.firstIndex { $0.name == "generator" } ?? 0
      let values = try GeneratorTable.draw(call[place], call.interpreter) { generator in
        (0..<x.value.count).map { _ in draw(&generator) }
      }
      let drawn = Tensor(values, shape: x.shape).cast(to: x.dtype)
      return .tensor(try call.interpreter.change(x, to: TensorObject(drawn)))
    }
  }

  /// `torch.random`.
  static let module = NativeModule(
    "torch.random", "The generator of random numbers.",
    functions: (all + RandomFunctions.all).map(\.builtin).filter {
      ["get_rng_state", "set_rng_state", "manual_seed", "initial_seed", "seed"].contains($0.name)
    }, other: ["fork_rng": .written(fork, name: "fork_rng")])

  private static let fork = WrittenModule(
    "random state",
    #"""
    class fork_rng:
        def __init__(self, devices=None, enabled=True, **options):
            self.enabled = enabled
        def __enter__(self):
            self.state = torch.get_rng_state()
        def __exit__(self, *error):
            if self.enabled:
                torch.set_rng_state(self.state)
    """#)
}

extension RandomGenerator {
  /// A count with a mean: by products of uniforms where it is small, else by Hörmann's rejection (1993).
  mutating func poisson(_ mean: Double) -> Double {
    if mean == 0 { return 0 }
    if mean < 10 {
      let least = Exponential().value(-mean)
      var (count, product) = (0.0, uniform64())
      while product > least {
        count += 1
        product *= uniform64()
      }
      return count
    }
    return largePoisson(mean)
  }

  private mutating func largePoisson(_ mean: Double) -> Double {
    let root = mean.squareRoot()
    let b = 0.931 + 2.53 * root
    let a = -0.059 + 0.02483 * b
    let inverse = 1.1239 + 1.1328 / (b - 3.4)
    let sure = 0.9277 - 3.6224 / (b - 2)
    while true {
      let u = uniform64() - 0.5
      let v = uniform64()
      let edge = 0.5 - u.magnitude
      let count = ((2 * a / edge + b) * u + mean + 0.43).rounded(.down)
      if edge >= 0.07, v <= sure { return count }
      if count < 0 || edge < 0.013 && v > edge { continue }
      let log = Elementary.functions["log"] ?? { $0 }
      let logGamma = Elementary.functions["lgamma"] ?? { $0 }
      if log(v) + log(inverse) - log(a / (edge * edge) + b)
        <= -mean + count * log(mean) - logGamma(count + 1)
      {
        return count
      }
    }
  }
}
