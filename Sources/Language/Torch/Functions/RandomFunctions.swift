import Math

/// Functions that draw random numbers, as PyTorch's CPU draws them.
enum RandomFunctions {
  static let all: [TorchFunction] = seeds + drawn + like + FillingFunctions.all

  private static let seeds: [TorchFunction] = [
    TorchFunction(
      "manual_seed", "seed", "Seeds the generator: the same seed gives the same numbers.",
      in: .torch
    ) { call in
      if case .string(let text) = call[0], Int(text) == nil {
        throw PythonError.value(
          "invalid literal for int() with base 10: \(TextMethods.quoted(text))")
      }
      let seed = UInt64(bitPattern: Int64(try Conversion.integer(call)))
      call.interpreter.torch.seed = seed
      call.interpreter.torch.generator = RandomGenerator(seed: seed)
      return .instance(GeneratorTable.standard(call.interpreter))
    },
    TorchFunction("seed", "", "Seeds the generator with a number drawn from it.", in: .torch) {
      call in
      let seed = call.interpreter.torch.generator.next64() >> 1
      call.interpreter.torch.seed = seed
      call.interpreter.torch.generator = RandomGenerator(seed: seed)
      return .int(Int(seed))
    },
    TorchFunction("initial_seed", "", "What the generator was seeded with.", in: .torch) { call in
      .int(Int(bitPattern: UInt(call.interpreter.torch.seed)))
    },
  ]

  private static let ends =
    "generator=None, out=None, dtype=None, layout=None, device=None, requires_grad=False, pin_memory=False"

  private static let drawn: [TorchFunction] = [
    TorchFunction("rand", "*size, \(ends)", "Numbers uniform in [0, 1).", in: .torch) { call in
      try drawn(call, call.shape(0)) { try $0.uniform($1, dtype: $2) }
    },
    TorchFunction(
      "randn", "*size, \(ends)", "Normal numbers with mean 0 and variance 1.", in: .torch
    ) { call in
      try drawn(call, call.shape(0)) { try $0.normal($1, dtype: $2) }
    },
    TorchFunction(
      "randint", "low, high=None, size=None, *, \(ends)",
      "Whole numbers from low up to high, which is left out.", in: .torch
    ) { call in
      try integers(call)
    },
    TorchFunction("randperm", "n, *, \(ends)", "The numbers below n in a random order.", in: .torch)
    { call in
      let count = try call.int(0)
      if count < 0 {
        throw PythonError.runtime(
          "Trying to create tensor with negative dimension \(count): [\(count)]")
      }
      try call.interpreter.checkShape([count])
      let order = try GeneratorTable.draw(call[1], call.interpreter) { $0.permutation(count) }
      let value = Tensor(order.map { Int64($0) }).cast(to: try call.dtype(3) ?? .int64)
      return .tensor(TensorObject(value))
    },
    TorchFunction(
      "normal",
      "mean, std=None, size=None, *, generator=None, out=None, dtype=None, device=None, requires_grad=False",
      "Normal numbers with this mean and standard deviation.", in: .torch
    ) { call in
      try normal(call)
    },
    TorchFunction(
      "bernoulli", "input, p=None, *, generator=None, out=None",
      "1 with the probability each element gives, else 0."
    ) { call in
      let x = try call.tensor(0).value
      if !call[1].isNone {
        let p = try FillingFunctions.probability(call, 1)
        let draws = try GeneratorTable.draw(call[2], call.interpreter) {
          try $0.bernoulli(x.shape, probability: p)
        }
        return .tensor(TensorObject(Tensor(draws, shape: x.shape).cast(to: x.dtype)))
      }
      if !x.dtype.isFloatingPoint {
        throw PythonError.notImplemented(
          "\"bernoulli_tensor_cpu_p_\" not implemented for '\(x.dtype.scalarTypeName)'")
      }
      for p in x.doubles where !(p >= 0 && p <= 1) {
        throw PythonError.runtime(
          "Expected p_in >= 0 && p_in <= 1 to be true, but got false.  (Could this error message be improved?  If so, please report an enhancement request to PyTorch.)"
        )
      }
      let draws = try GeneratorTable.draw(call[2], call.interpreter) { generator in
        x.dtype == .float64
          ? x.doubles.map { generator.uniform64() < $0 }
          : x.doubles.map { Double(generator.uniform32()) < $0 }
      }
      let drawn = Tensor(draws, shape: x.shape).cast(to: x.dtype)
      let step = StepOperator("bernoulli", "BernoulliBackward0") { _ in drawn }
      return .tensor(try call.interpreter.apply(step, call.tensor(0)))
    },
    TorchFunction(
      "multinomial", "input, num_samples, replacement=False, *, generator=None, out=None",
      "Places drawn with the probabilities given."
    ) { call in
      try Multinomial.draw(call)
    },
  ]

  private static func drawn(
    _ call: Call, _ shape: [Int], _ draw: (inout RandomGenerator, [Int], DType) throws -> Tensor
  ) throws -> Value {
    try call.interpreter.checkShape(shape)
    let dtype = try call.dtype(3) ?? call.interpreter.torch.defaultDType
    if !dtype.isFloatingPoint {
      throw PythonError.notImplemented(
        "\"\(call.builtin.name == "rand" ? "check_uniform_bounds" : "normal_kernel_cpu")\" not implemented for '\(dtype.scalarTypeName)'"
      )
    }
    let value = try GeneratorTable.draw(call[1], call.interpreter) { try draw(&$0, shape, dtype) }
    return try CreationFunctions.made(value, requiresGradient: call.bool(6))
  }

  private static func integers(_ call: Call) throws -> Value {
    var (low, high) = (0, try call.int(0))
    let shape: [Int]
    if call[1].isSequence {
      shape = try call.ints(1) ?? []
    } else if call[2].isNone {
      throw call[1].isNone || call.positional < 2
        ? call.missingSize : call.wrongType(1, "tuple of ints", named: "size")
    } else {
      if !call[1].isNone { (low, high) = (high, try call.int(1)) }
      guard call[2].isSequence else { throw call.wrongType(2, "tuple of ints") }
      shape = try call.ints(2) ?? []
    }
    try call.interpreter.checkShape(shape)
    guard low < high else {
      throw PythonError.runtime(
        "random_ expects 'from' to be less than 'to', but got from=\(low) >= to=\(high)")
    }
    let (from, to) = (Int64(low), Int64(high))
    let value = try GeneratorTable.draw(call[3], call.interpreter) {
      try $0.integers(shape, from: from, below: to)
    }
    return try CreationFunctions.made(
      value.cast(to: call.dtype(5) ?? .int64), requiresGradient: call.bool(8))
  }

  private static func normal(_ call: Call) throws -> Value {
    let run = call.interpreter
    if !call[2].isNone {
      let shape = try call.ints(2) ?? []
      try run.checkShape(shape)
      let (mean, deviation) = (try call.double(0), try FillingFunctions.deviation(call, 1))
      let dtype = try call.dtype(5) ?? run.torch.defaultDType
      let value = try GeneratorTable.draw(call[3], run) {
        try $0.normal(shape, mean: mean, standardDeviation: deviation, dtype: dtype)
      }
      return try CreationFunctions.made(value, requiresGradient: call.bool(7))
    }
    func spread(_ place: Int, _ other: TensorObject?, _ standard: Double) throws -> Tensor {
      if case .tensor(let tensor) = call[place] { return tensor.value }
      let number = call[place].isNone ? standard : try call.double(place)
      return Tensor(number, dtype: other?.dtype ?? run.torch.defaultDType)
    }
    let other = call[0].isTensor ? try call.tensor(0) : try call.tensor(1)
    if call[1].plainNumber != nil { _ = try FillingFunctions.deviation(call, 1) }
    let (mean, deviation) = (try spread(0, other, 0), try spread(1, other, 1))
    if deviation.doubles.contains(where: { $0 < 0 }) {
      throw PythonError.runtime("normal expects all elements of std >= 0.0")
    }
    let shape = try Shape.broadcast(mean.shape, deviation.shape)
    let value = try GeneratorTable.draw(call[3], run) { try $0.normal(shape, dtype: other.dtype) }
    return .tensor(TensorObject(try value * deviation + mean))
  }

  private static let like: [TorchFunction] = [
    TorchFunction(
      "rand_like", "input, *, dtype=None, layout=None, device=None, requires_grad=False",
      "Uniform numbers in the shape of a tensor.", in: .torch
    ) { call in
      let x = try call.tensor(0).value
      let dtype = try call.dtype(1) ?? x.dtype
      return try CreationFunctions.made(
        call.interpreter.torch.generator.uniform(x.shape, dtype: dtype),
        requiresGradient: call.bool(4))
    },
    TorchFunction(
      "randn_like", "input, *, dtype=None, layout=None, device=None, requires_grad=False",
      "Normal numbers in the shape of a tensor.", in: .torch
    ) { call in
      let x = try call.tensor(0).value
      let dtype = try call.dtype(1) ?? x.dtype
      return try CreationFunctions.made(
        call.interpreter.torch.generator.normal(x.shape, dtype: dtype),
        requiresGradient: call.bool(4))
    },
    TorchFunction(
      "randint_like",
      "input, low, high=None, *, dtype=None, layout=None, device=None, requires_grad=False",
      "Whole numbers in the shape of a tensor.", in: .torch
    ) { call in
      let x = try call.tensor(0).value
      let (low, high) = call[2].isNone ? (0, try call.int(1)) : (try call.int(1), try call.int(2))
      guard low < high else {
        throw PythonError.runtime(
          "random_ expects 'from' to be less than 'to', but got from=\(low) >= to=\(high)")
      }
      let value = try call.interpreter.torch.generator.integers(
        x.shape, from: Int64(low), below: Int64(high))
      return try CreationFunctions.made(
        value.cast(to: call.dtype(3) ?? x.dtype), requiresGradient: call.bool(6))
    },
  ]
}

extension Value {
  /// Whether this is a list or a tuple.
  var isSequence: Bool {
    switch self {
    case .list, .tuple: true
    default: false
    }
  }
}
