import Math

/// Functions that draw random numbers, as PyTorch's CPU draws them.
enum RandomFunctions {
  static let all: [TorchFunction] = seeds + drawn + like + inPlace

  private static let seeds: [TorchFunction] = [
    TorchFunction(
      "manual_seed", "seed", "Seeds the generator: the same seed gives the same numbers.",
      in: .torch
    ) { call in
      let seed = UInt64(bitPattern: Int64(try Conversion.integer(call)))
      call.interpreter.torch.seed = seed
      call.interpreter.torch.generator = RandomGenerator(seed: seed)
      return .instance(GeneratorTable.standard(call.interpreter))
    },
    TorchFunction("initial_seed", "", "What the generator was seeded with.", in: .torch) { call in
      .int(Int(bitPattern: UInt(call.interpreter.torch.seed)))
    },
  ]

  private static let ends =
    "generator=None, out=None, dtype=None, layout=None, device=None, requires_grad=False, pin_memory=False"

  private static let drawn: [TorchFunction] = [
    TorchFunction("rand", "*size, \(ends)", "Numbers uniform in [0, 1).", in: .torch) { call in
      try drawn(call, call.shape(0)) { $0.uniform($1, dtype: $2) }
    },
    TorchFunction(
      "randn", "*size, \(ends)", "Normal numbers with mean 0 and variance 1.", in: .torch
    ) { call in
      try drawn(call, call.shape(0)) { $0.normal($1, dtype: $2) }
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
      try call.interpreter.checkShape([count])
      let order = try GeneratorTable.draw(call[1], call.interpreter) { $0.permutation(count) }
      let value = Tensor(order.map { Int64($0) }).cast(to: try call.dtype(3) ?? .int64)
      return .tensor(TensorObject(value))
    },
    TorchFunction(
      "normal", "mean, std=None, size=None, *, generator=None, out=None, dtype=None, device=None",
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
        let p = try call.double(1)
        let draws = try GeneratorTable.draw(call[2], call.interpreter) {
          $0.bernoulli(x.shape, probability: p)
        }
        return .tensor(TensorObject(Tensor(draws, shape: x.shape).cast(to: x.dtype)))
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
      return .tensor(TensorObject(Tensor(draws, shape: x.shape).cast(to: x.dtype)))
    },
    TorchFunction(
      "multinomial", "input, num_samples, replacement=False, *, generator=None, out=None",
      "Places drawn with the probabilities given."
    ) { call in
      try Multinomial.draw(call)
    },
  ]

  private static func drawn(
    _ call: Call, _ shape: [Int], _ draw: (inout RandomGenerator, [Int], DType) -> Tensor
  ) throws -> Value {
    try call.interpreter.checkShape(shape)
    let dtype = try call.dtype(3) ?? call.interpreter.torch.defaultDType
    if !dtype.isFloatingPoint {
      throw PythonError.notImplemented(
        "\"\(call.builtin.name == "rand" ? "check_uniform_bounds" : "normal_kernel_cpu")\" not implemented for '\(dtype.scalarTypeName)'"
      )
    }
    let value = try GeneratorTable.draw(call[1], call.interpreter) { draw(&$0, shape, dtype) }
    return try CreationFunctions.made(value, requiresGradient: call.bool(6))
  }

  private static func integers(_ call: Call) throws -> Value {
    var (low, high, size) = (0, try call.int(0), call[1])
    var shape: [Int]
    if call[1].isSequence {
      shape = try call.ints(1) ?? []
    } else if call[2].isNone {
      shape = []
      if case .int = size { high = try call.int(1) }
    } else {
      if !call[1].isNone { (low, high) = (high, try call.int(1)) }
      size = call[2]
      shape = try call.ints(2) ?? []
    }
    try call.interpreter.checkShape(shape)
    guard low < high else {
      throw PythonError.runtime(
        "random_ expects 'from' to be less than 'to', but got from=\(low) >= to=\(high)")
    }
    let (from, to) = (Int64(low), Int64(high))
    let value = try GeneratorTable.draw(call[3], call.interpreter) {
      $0.integers(shape, from: from, below: to)
    }
    return try CreationFunctions.made(
      value.cast(to: call.dtype(5) ?? .int64), requiresGradient: call.bool(8))
  }

  private static func normal(_ call: Call) throws -> Value {
    let run = call.interpreter
    if !call[2].isNone {
      let shape = try call.ints(2) ?? []
      try run.checkShape(shape)
      let (mean, deviation) = (try call.double(0), try call.double(1))
      let dtype = try call.dtype(5) ?? run.torch.defaultDType
      let value = try GeneratorTable.draw(call[3], run) {
        $0.normal(shape, mean: mean, standardDeviation: deviation, dtype: dtype)
      }
      return .tensor(TensorObject(value))
    }
    func spread(_ place: Int, _ other: TensorObject?, _ standard: Double) throws -> Tensor {
      if case .tensor(let tensor) = call[place] { return tensor.value }
      let number = call[place].isNone ? standard : try call.double(place)
      return Tensor(number, dtype: other?.dtype ?? run.torch.defaultDType)
    }
    let other = call[0].isTensor ? try call.tensor(0) : try call.tensor(1)
    let (mean, deviation) = (try spread(0, other, 0), try spread(1, other, 1))
    let shape = try Shape.broadcast(mean.shape, deviation.shape)
    let value = try GeneratorTable.draw(call[3], run) { $0.normal(shape, dtype: other.dtype) }
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
      let value = call.interpreter.torch.generator.integers(
        x.shape, from: Int64(low), below: Int64(high))
      return try CreationFunctions.made(
        value.cast(to: call.dtype(3) ?? x.dtype), requiresGradient: call.bool(6))
    },
  ]

  private static let inPlace: [TorchFunction] = [
    TorchFunction(
      "uniform_", "input, from_=0, to=1, *, generator=None",
      "Fills the tensor with uniform numbers.", in: .method
    ) { call in
      let x = try call.tensor(0)
      let (low, high) = (try call.double(1), try call.double(2))
      return try fill(x, call) { $0.uniform(x.shape, low: low, high: high, dtype: x.dtype) }
    },
    TorchFunction(
      "normal_", "input, mean=0, std=1, *, generator=None", "Fills the tensor with normal numbers.",
      in: .method
    ) { call in
      let x = try call.tensor(0)
      let (mean, deviation) = (try call.double(1), try call.double(2))
      return try fill(x, call) {
        $0.normal(x.shape, mean: mean, standardDeviation: deviation, dtype: x.dtype)
      }
    },
    TorchFunction(
      "exponential_", "input, lambd=1, *, generator=None",
      "Fills the tensor with exponentially distributed numbers.", in: .method
    ) { call in
      let x = try call.tensor(0)
      let rate = try call.double(1)
      guard rate > 0 else {
        throw PythonError.runtime(
          "exponential_ expects lambda > 0.0, but found lambda=\(PlainText.of(rate))")
      }
      return try fill(x, call) { generator in
        let values = (0..<x.value.count).map { _ in
          -LogOnePlus().value(-generator.uniform64()) / rate
        }
        return Tensor(values, shape: x.shape).cast(to: x.dtype)
      }
    },
    TorchFunction(
      "bernoulli_", "input, p=0.5, *, generator=None", "Fills the tensor with 1 and 0.", in: .method
    ) { call in
      let x = try call.tensor(0)
      let p = try call.double(1)
      return try fill(x, call) {
        Tensor($0.bernoulli(x.shape, probability: p), shape: x.shape).cast(to: x.dtype)
      }
    },
    TorchFunction(
      "random_", "input, from_=None, to=None, *, generator=None",
      "Fills the tensor with whole numbers.", in: .method
    ) { call in
      let x = try call.tensor(0)
      if call[1].isNone && x.dtype == .int64 {
        return try fill(x, call) { generator in
          Tensor((0..<x.value.count).map { _ in generator.integer() }, shape: x.shape)
        }
      }
      let (low, high) = call[2].isNone ? (0, try call.int(1)) : (try call.int(1), try call.int(2))
      guard low < high else {
        throw PythonError.runtime(
          "random_ expects 'from' to be less than 'to', but got from=\(low) >= to=\(high)")
      }
      return try fill(x, call) {
        $0.integers(x.shape, from: Int64(low), below: Int64(high)).cast(to: x.dtype)
      }
    },
  ]

  private static func fill(
    _ x: TensorObject, _ call: Call, _ draw: (inout RandomGenerator) -> Tensor
  ) throws -> Value {
    let place = call.builtin.parameters.firstIndex { $0.name == "generator" } ?? 0
    let value = try GeneratorTable.draw(call[place], call.interpreter, draw)
    return .tensor(try call.interpreter.change(x, to: TensorObject(value)))
  }
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
