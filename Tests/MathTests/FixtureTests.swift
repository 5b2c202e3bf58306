import Math
import Testing

/// The worked numbers of the reference, as PyTorch 2.13 gives them in float64.
@Suite struct FixtureTests {
  static let z = Tensor([2.0, 1, 0.1])
  static let batch = Tensor([[2.0, 1, 0.1], [0.5, 2, 0.3]])
  static let targets = Tensor([Int64(0), 1])
  static let weights = Tensor([1.0, 2, 3])
  static let infinity = Double.infinity

  private func expect(
    _ result: Tensor, _ numbers: [Double], _ tolerance: Double = 1e-9,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(result.count == numbers.count, sourceLocation: sourceLocation)
    #expect(
      zip(result.doubles, numbers).allSatisfy { isClose($0, $1, tolerance) },
      "\(result.doubles), not \(numbers)", sourceLocation: sourceLocation)
  }

  @Test func `softmax, log-softmax, log-sum-exp`() throws {
    expect(try Softmax(dim: 0)(Self.z), [0.6590011389, 0.2424329707, 0.0985658904])
    expect(try LogSoftmax(dim: 0)(Self.z), [-0.4170300163, -1.4170300163, -2.3170300163])
    expect(try LogSumExp(dims: [0])(Self.z), [2.4170300163])
    expect(
      try Softmax(dim: 0)(Self.batch),
      [0.8175744762, 0.2689414214, 0.4501660027, 0.1824255238, 0.7310585786, 0.5498339973])
    for (temperature, p) in [
      (0.5, [0.8637771182, 0.1168995209, 0.0193233608]),
      (10, [0.3660594707, 0.3312243064, 0.3027162229]),
    ] {
      expect(try Softmax(dim: 0)(Self.z / temperature), p)
    }
  }

  @Test(
    arguments: [
      ([infinity, 0, 1], [.nan, .nan, .nan], [.nan, .nan, .nan], infinity),
      ([infinity, infinity, 0], [.nan, .nan, .nan], [.nan, .nan, .nan], infinity),
      (
        [-infinity, 0, 1], [0, 0.2689414214, 0.7310585786],
        [-infinity, -1.3132616875, -0.3132616875], 1.3132616875
      ),
      ([-infinity, -infinity], [.nan, .nan], [.nan, .nan], -infinity),
      ([.nan, 0], [.nan, .nan], [.nan, .nan], .nan),
      ([5], [1], [0], 5),
      ([], [], [], -infinity),
      ([1000, 0, -1000], [1, 0, 0], [0, -1000, -2000], 1000),
      ([-800, 0], [0, 1], [-800, 0], 0),
    ] as [([Double], [Double], [Double], Double)])
  func `edges of the softmax family`(
    _ logits: [Double], _ p: [Double], _ logs: [Double], _ sum: Double
  ) throws {
    for dtype in [DType.float64, .float32] {
      let z = Tensor(logits).cast(to: dtype)
      let tolerance = dtype == .float64 ? 1e-9 : 1e-6
      expect(try Softmax(dim: 0)(z), p, tolerance)
      expect(try LogSoftmax(dim: 0)(z), logs, tolerance)
      expect(try LogSumExp(dims: [0])(z), [sum], tolerance)
    }
  }

  @Test func `cross-entropy by its two parts`() throws {
    let logs = try LogSoftmax(dim: 1)(Self.batch)
    for (reduction, plain, weighted) in [
      (LossReduction.none, [0.4170300163, 0.3406162698], [0.4170300163, 0.6812325396]),
      (.sum, [0.7576462861], [1.0982625559]), (.mean, [0.3788231430], [0.3660875186]),
    ] {
      let loss = NegativeLogLikelihood(reduction: reduction)
      expect(try loss(logs, Self.targets), plain)
      expect(try loss(logs, Self.targets, Self.weights), weighted)
    }
    let loss = NegativeLogLikelihood()
    let gradient = try loss.backward(
      Tensor(1), inputs: [logs, Self.targets], output: Tensor(0.3788231430))[0]
    let dz = try LogSoftmax(dim: 1).backward(
      try #require(gradient), inputs: [Self.batch], output: logs)[0]
    expect(
      try #require(dz),
      [
        -0.1704994306, 0.1212164854, 0.0492829452, 0.0793597909, -0.1443340923, 0.0649743014,
      ])
  }

  @Test func `targets that are ignored`() throws {
    let logs = try LogSoftmax(dim: 1)(Self.batch)
    let loss = NegativeLogLikelihood()
    expect(try loss(logs, Tensor([Int64(0), -100])), [0.4170300163])
    let nobody = Tensor([Int64(-100), -100])
    let mean = try loss(logs, nobody)
    #expect(mean.doubles[0].isNaN)
    let gradient = try loss.backward(Tensor(1), inputs: [logs, nobody], output: mean)[0]
    #expect(gradient?.doubles == [0, 0, 0, 0, 0, 0])
    #expect(try NegativeLogLikelihood(reduction: .sum)(logs, nobody).doubles == [0])
  }

  @Test func `a certain prediction's zero has PyTorch's sign`() throws {
    let logs = try LogSoftmax(dim: 1)(Tensor([[1000.0, 0, 0]]))
    let target = Tensor([Int64(0)])
    #expect(try NegativeLogLikelihood(reduction: .none)(logs, target).doubles[0].sign == .minus)
    #expect(try NegativeLogLikelihood()(logs, target).doubles[0].sign == .plus)
    #expect(try NegativeLogLikelihood(reduction: .sum)(logs, target).doubles[0].sign == .plus)
  }

  @Test func `binary cross-entropy, with its floors`() throws {
    let (p, y) = (Tensor([0.9, 0.2, 0.6]), Tensor([1.0, 0, 1]))
    expect(try BinaryCrossEntropy()(p, y), [0.2797765636])
    expect(try BinaryCrossEntropy()(p, y, Self.weights), [0.6947081632])
    let none = BinaryCrossEntropy(reduction: .none)
    expect(
      try none(Tensor([0.0, 1e-50, 0, 0]), Tensor([1.0, 1, 0.5, 0])), [100, 100, 50, 0])
    let slope = try none.backward(
      Tensor([1.0]), inputs: [Tensor([0.0]), Tensor([1.0])], output: Tensor([100.0]))[0]
    expect(try #require(slope), [-1e12])
    #expect(
      message { try none(Tensor([1.5]), Tensor([1.0])) }
        == "all elements of input should be between 0 and 1")
    #expect(
      message { try none(Tensor([Double.nan]), Tensor([1.0])) }
        == "all elements of input should be between 0 and 1")
  }

  @Test func `binary cross-entropy of logits, at both ends`() throws {
    let (x, y) = (Tensor([2.0, -1, 0.5]), Tensor([1.0, 0, 1]))
    let plain = BinaryCrossEntropyWithLogits()
    expect(try plain(x, y), [0.3047555609])
    let gradient = try plain.backward(Tensor(1), inputs: [x, y], output: Tensor(0.3))[0]
    expect(try #require(gradient), [-0.0397343073, 0.0896471405, -0.1258468896])
    let weighted = BinaryCrossEntropyWithLogits(hasPositiveWeight: true)
    expect(try weighted(x, y, Tensor([3.0])), [0.7054255577])
    let none = BinaryCrossEntropyWithLogits(reduction: .none)
    let edges = Tensor([1000.0, -1000, .infinity, .infinity, -.infinity, -.infinity])
    expect(
      try none(edges, Tensor([0.0, 1, 0, 1, 0, 1])), [1000, 1000, .infinity, .nan, .nan, .nan])
    expect(try none(Tensor([0.5, 0.5]), Tensor([2.0, -1])), [-0.0259230158, 1.4740769842])
  }

  @Test func `a network of two layers, the golden trace`() throws {
    let x = Tensor([[1.0, -2]])
    let w1 = Tensor([[0.5, 0.1], [-0.3, 0.8], [0.2, -0.4]])
    let w2 = Tensor([[0.7, -0.2, 0.5], [-0.6, 0.3, 0.1]])
    let (b1, b2) = (Tensor([0.1, 0, -0.1]), Tensor([0.05, -0.05]))
    let z1 = try Linear()(x, w1, b1)
    expect(z1, [0.4, -1.9, 0.9])
    let h = try ReLU()(z1)
    let z2 = try Linear()(h, w2, b2)
    expect(z2, [0.78, -0.2])
    let logs = try LogSoftmax(dim: 1)(z2)
    let (loss, y) = (NegativeLogLikelihood(), Tensor([Int64(1)]))
    let result = try loss(logs, y)
    expect(result, [1.2986799592])
    let dLogs = try #require(try loss.backward(Tensor(1), inputs: [logs, y], output: result)[0])
    let dz2 = try #require(
      try LogSoftmax(dim: 1).backward(dLogs, inputs: [z2], output: logs)[0])
    let second = try Linear().backward(dz2, inputs: [h, w2, b2], output: z2)
    expect(
      try #require(second[1]),
      [0.2908432865, 0, 0.6543973947, -0.2908432865, 0, -0.6543973947])
    let dh = try #require(second[0])
    expect(dh, [0.9452406812, -0.3635541082, 0.2908432865])
    let dz1 = try #require(try ReLU().backward(dh, inputs: [z1], output: h)[0])
    let first = try Linear().backward(dz1, inputs: [x, w1, b1], output: z1)
    expect(
      try #require(first[1]),
      [0.9452406812, -1.8904813625, 0, 0, 0.2908432865, -0.5816865731])
  }

  @Test(arguments: [
    ("Target 3 is out of bounds.", [2, 3], [Int64(0), 3]),
    ("Target -1 is out of bounds.", [2, 3], [-1, 0]),
    ("Expected input batch_size (2) to match target batch_size (3).", [2, 3], [0, 1, 2]),
    ("For 1D input, 1D target must have size 1, but got target size: 2", [3], [0, 1]),
    ("Expected target size [2, 4], got [2]", [2, 3, 4], [0, 1]),
  ])
  func `targets that do not fit`(_ text: String, _ shape: [Int], _ targets: [Int64]) {
    #expect(message { try NegativeLogLikelihood()(Tensor.zeros(shape), Tensor(targets)) } == text)
  }

  @Test func `kinds and weights that do not fit`() {
    let logs = Tensor.zeros([2, 3])
    let loss = NegativeLogLikelihood()
    #expect(
      message { try loss(logs, Tensor([0.0, 1])) }
        == "expected target dtype to be Long or Byte, but got Double")
    #expect(
      message { try loss(logs, Self.targets, Tensor([1.0, 2])) }
        == "weight tensor should be defined either for all 3 classes or no classes but got weight tensor of shape: [2]"
    )
    #expect(
      message { try loss(logs, Self.targets, Tensor([Float(1), 2, 3])) }
        == "expected scalar type Double but found Float")
    #expect(
      message { try loss(logs, Tensor([Int64(0), 1], shape: [2, 1])) }
        == "0D or 1D target tensor expected, multi-target not supported")
  }
}
