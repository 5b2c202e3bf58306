import Math

/// `torch.Generator`: a source of random numbers of one's own.
enum GeneratorTable {
  /// The state of a generator object; nil stands for the one that every function uses.
  final class Source: Payload {
    var generator: RandomGenerator?
    var seed: UInt64

    init(_ generator: RandomGenerator?, seed: UInt64) {
      self.generator = generator
      self.seed = seed
    }

    func copy(_ copier: Copier) -> any Payload { Source(generator, seed: seed) }
  }

  static let type = NativeClass(
    "Generator", module: "torch._C", "A source of random numbers of one's own.",
    methods: [
      Builtin("__init__", "self, device='cpu'", "Makes a generator.") { call in
        guard case .instance(let instance) = call[0] else { return .null }
        let seed: UInt64 = 67_280_421_310_721
        instance.payload = Source(RandomGenerator(seed: seed), seed: seed)
        return .null
      },
      Builtin("manual_seed", "self, seed", "Seeds the generator.") { call in
        guard case .instance(let instance) = call[0], let source = instance.payload as? Source
        else {
          return .null
        }
        source.seed = UInt64(bitPattern: Int64(try call.int(1)))
        if source.generator == nil {
          call.interpreter.torch.seed = source.seed
          call.interpreter.torch.generator = RandomGenerator(seed: source.seed)
        } else {
          source.generator = RandomGenerator(seed: source.seed)
        }
        return call[0]
      },
      Builtin("initial_seed", "self", "What the generator was seeded with.") { call in
        guard case .instance(let instance) = call[0], let source = instance.payload as? Source
        else {
          return .null
        }
        return .int(Int(bitPattern: UInt(source.seed)))
      },
      Builtin("get_state", "self", "The state, as bytes.") { call in
        guard case .instance(let instance) = call[0], let source = instance.payload as? Source
        else {
          return .null
        }
        return .tensor(
          bytes(of: source.generator ?? call.interpreter.torch.generator, source.seed))
      },
      Builtin("set_state", "self, new_state", "Goes back to a state.") { call in
        guard case .instance(let instance) = call[0], let source = instance.payload as? Source
        else {
          return .null
        }
        let (generator, seed) = try generator(from: call.tensor(1))
        source.seed = seed
        if source.generator == nil {
          call.interpreter.torch.generator = generator
        } else {
          source.generator = generator
        }
        return call[0]
      },
    ])

  /// A generator's state as a tensor of bytes.
  static func bytes(of generator: RandomGenerator, _ seed: UInt64) -> TensorObject {
    TensorObject(Tensor(generator.bytes(seed: seed).map { Int64($0) }).cast(to: .uint8))
  }

  /// The generator whose state a tensor holds.
  static func generator(from state: TensorObject) throws -> (RandomGenerator, UInt64) {
    guard state.dtype == .uint8 else {
      throw PythonError.type("RNG state must be a torch.ByteTensor")
    }
    let bytes = state.value.integers.map { UInt8(truncatingIfNeeded: $0) }
    guard let restored = RandomGenerator.restored(from: bytes) else {
      throw PythonError.runtime("RNG state is wrong size")
    }
    return restored
  }

  /// The object of the generator that every function uses.
  static func standard(_ interpreter: Interpreter) -> Instance {
    let instance = Instance(interpreter.classObject(type))
    instance.payload = Source(nil, seed: interpreter.torch.seed)
    return instance
  }

  /// Draws from the generator given, or from the one that every function uses.
  static func draw<T>(
    _ given: Value, _ interpreter: Interpreter, _ draw: (inout RandomGenerator) throws -> T
  ) throws -> T {
    if case .instance(let instance) = given, let source = instance.payload as? Source,
      var own = source.generator
    {
      defer { source.generator = own }
      return try draw(&own)
    }
    return try draw(&interpreter.torch.generator)
  }
}

/// `torch.multinomial`.
enum Multinomial {
  static func draw(_ call: Call) throws -> Value {
    let weights = try call.tensor(0).value
    let (count, replaces) = (try call.int(1), try call.bool(2))
    guard weights.dtype.isFloatingPoint else {
      throw PythonError.runtime(
        "multinomial only supports floating-point dtypes for input, got: \(weights.dtype.scalarTypeName)"
      )
    }
    guard weights.rank == 1 || weights.rank == 2 else {
      throw PythonError.runtime("prob_dist must be 1 or 2 dim")
    }
    guard count > 0 else { throw PythonError.runtime("cannot sample n_sample <= 0 samples") }
    let length = weights.shape[weights.rank - 1]
    if !replaces && count > length {
      throw PythonError.runtime(
        "cannot sample n_sample > prob_dist.size(-1) samples without replacement")
    }
    let values = weights.doubles
    if values.contains(where: { !($0 >= 0) || $0.isInfinite }) {
      throw PythonError.runtime("probability tensor contains either `inf`, `nan` or element < 0")
    }
    for start in stride(from: 0, to: values.count, by: max(length, 1))
    where !(values[start..<(start + length)].reduce(0, +) > 0) {
      throw PythonError.runtime("invalid multinomial distribution (sum of probabilities <= 0)")
    }
    try call.interpreter.checkSize(weights.shape.dropLast() + [count])
    let places = try GeneratorTable.draw(call[3], call.interpreter) { generator in
      try stride(from: 0, to: values.count, by: max(length, 1)).flatMap { start in
        let row = Array(values[start..<(start + length)])
        return try replaces
          ? withReplacement(row, count, &generator)
          : withoutReplacement(row, count, weights.dtype, &generator)
      }
    }
    return .tensor(TensorObject(Tensor(places, shape: weights.shape.dropLast() + [count])))
  }

  private static func withReplacement(
    _ weights: [Double], _ count: Int, _ generator: inout RandomGenerator
  ) throws -> [Int64] {
    var sums: [Double] = []
    var sum = 0.0
    for weight in weights {
      sum += weight
      sums.append(sum)
    }
    return try counted(count) { _ in
      let draw = generator.uniform64()
      var (low, high) = (0, sums.count - 1)
      while low < high {
        let middle = (low + high) / 2
        if sums[middle] / sum >= draw { high = middle } else { low = middle + 1 }
      }
      return Int64(low)
    }
  }

  /// The largest of weight over exponential: PyTorch's way without replacement.
  private static func withoutReplacement(
    _ weights: [Double], _ count: Int, _ dtype: DType, _ generator: inout RandomGenerator
  ) throws -> [Int64] {
    let scores = try mapped(weights) { $0 / generator.exponential() }
    var patience = Patience()
    let order: [Int] = try scores.indices.sorted { (a: Int, b: Int) -> Bool in
      try patience.tick()
      return scores[a] == scores[b] ? a < b : scores[a] > scores[b]
    }
    return order.prefix(count).map { Int64($0) }
  }
}

extension RandomGenerator {
  /// An exponential number with mean 1.
  mutating func exponential() -> Double {
    -LogOnePlus().value(-uniform64())
  }
}
