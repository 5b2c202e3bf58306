import RealModule
import Testing

@testable import Math

/// The pass that gives a loss and its gradient at once, beside the two operations it stands for and
/// the formula as a textbook writes it.
@Suite struct CrossEntropyTests {
  private static let settings: [CrossEntropy] = LossReduction.allCases.flatMap { reduction in
    [0, 0.1].flatMap { smoothing in
      [-100, 2].map {
        CrossEntropy(reduction: reduction, ignoredTarget: $0, smoothing: smoothing)
      }
    }
  }

  private func logits(_ rows: Int, _ classes: Int, _ dtype: DType) throws -> Tensor {
    var random = RandomGenerator(seed: 3)
    return try random.normal([rows, classes], dtype: dtype)
  }

  private func targets(_ rows: Int, _ classes: Int) -> Tensor {
    Tensor((0..<rows).map { Int64(($0 * 7 + 2) % classes) })
  }

  /// `−Σ_i q_i w_i log p_i` of each row, where q is the smoothed target.
  private func losses(_ loss: CrossEntropy, _ inputs: [Tensor]) -> [Double] {
    let classes = inputs[0].shape[1]
    let z = inputs[0].doubles
    return inputs[1].integers.enumerated().map { row, target in
      if target == loss.ignoredTarget { return 0 }
      let own = Array(z[row * classes..<(row + 1) * classes])
      let top = own.max() ?? 0
      let log = top + Twin.logSumExp(own.map { $0 - top })
      return own.indices.reduce(0) { sum, i in
        let weight = inputs.count > 2 ? inputs[2].doubles[i] : 1
        let q =
          loss.smoothing / Double(classes) + (Int(target) == i ? 1 - loss.smoothing : 0)
        return sum - q * weight * (own[i] - log)
      }
    }
  }

  private func expectSame(
    _ found: Tensor, _ expected: [Double], _ tolerance: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(found.count == expected.count, sourceLocation: sourceLocation)
    for (a, b) in zip(found.doubles, expected) {
      #expect(
        a == b || a.isNaN && b.isNaN || (a - b).magnitude <= tolerance * max(1, b.magnitude),
        sourceLocation: sourceLocation)
    }
  }

  @Test(arguments: settings, [3, 10, 40])
  func `losses are as the formula has them`(_ loss: CrossEntropy, classes: Int) throws {
    let weights = Tensor((0..<classes).map { 0.5 + Double($0 % 3) })
    for inputs in [
      [try logits(9, classes, .float64), targets(9, classes)],
      [try logits(9, classes, .float64), targets(9, classes), weights],
    ] {
      let single = losses(loss, inputs)
      let counting = inputs[1].integers.filter { $0 != loss.ignoredTarget }
      let total = counting.reduce(0) {
        $0 + (inputs.count > 2 ? weights.doubles[Int($1)] : 1)
      }
      let sum = single.reduce(0, +)
      let expected = [LossReduction.none: single, .sum: [sum], .mean: [sum / total]]
      expectSame(try loss.forward(inputs), try #require(expected[loss.reduction]), 1e-12)
    }
  }

  @Test(arguments: settings, [3, 10, 40])
  func `one pass gives what forward and backward give`(
    _ loss: CrossEntropy, classes: Int
  ) throws {
    for dtype in [DType.float64, .float32] {
      let inputs = [try logits(300, classes, dtype), targets(300, classes)]
      let (value, gradient) = try loss.valueAndGradient(inputs)
      let forward = try loss.forward(inputs)
      #expect(value == forward)
      let ones = Tensor.ones(forward.shape, dtype: dtype)
      #expect(try loss.backward(ones, inputs: inputs, output: forward)[0] == gradient)
      #expect(gradient.dtype == dtype)
    }
  }

  @Test(arguments: [DType.float64, .float32], [3, 40])
  func `it is log-softmax and the negative log-likelihood`(_ dtype: DType, classes: Int) throws {
    let weights = Tensor((0..<classes).map { 0.5 + Double($0 % 3) }).cast(to: dtype)
    let inputs = [try logits(50, classes, dtype), targets(50, classes), weights]
    let (logSoftmax, nll) = (LogSoftmax(dim: 1), NegativeLogLikelihood())
    let logs = try logSoftmax(inputs[0])
    let steps = [logs] + inputs.dropFirst()
    let value = try nll.forward(steps)
    let toLogs = try nll.backward(Tensor(3, dtype: dtype), inputs: steps, output: value)[0]
    let gradient = try logSoftmax.backward(
      #require(toLogs), inputs: [inputs[0]], output: logs)[0]
    let tolerance = dtype == .float64 ? 1e-14 : 2e-7
    expectSame(try CrossEntropy().forward(inputs), value.doubles, tolerance)
    let whole = try CrossEntropy().backward(
      Tensor(3, dtype: dtype), inputs: inputs, output: value)[0]
    expectSame(try #require(whole), try #require(gradient).doubles, tolerance)
  }

  private static let extremes: [[Double]] = [
    [1000, 0, -1000], [-1000, 0, 1000], [100, -100, 0], [.infinity, 0, 1], [-.infinity, 0, 1],
    [0, -.infinity, 1], [.nan, 0, 1], [-.infinity, -.infinity, -.infinity], [0, 0, 0],
  ]

  @Test(arguments: extremes, [DType.float64, .float32])
  func `the extremes come out as in the derivation`(_ row: [Double], _ dtype: DType) throws {
    // In a short row and in a long one, which is computed several numbers at a time.
    for padding in [0, 61] {
      let logits = row + [Double](repeating: -.infinity, count: padding)
      let inputs = [
        Tensor(logits, shape: [1, logits.count]).cast(to: dtype), Tensor([Int64(0)]),
      ]
      var story = Story()
      let given = inputs.map { story.given($0, symbol: "x", formula: "x") }
      let told = try CrossEntropy().tell(given, in: &story)
      let (value, gradient) = try CrossEntropy().valueAndGradient(inputs)
      expectSame(value, story.steps[told].value.doubles, 1e-6)
      let one = story.given(Tensor(1, dtype: dtype), symbol: "1", formula: "1")
      let back = try CrossEntropy().tellBackward(one, inputs: given, output: told, in: &story)[0]
      expectSame(gradient, story.steps[try #require(back)].value.doubles, 1e-6)
    }
  }

  @Test func `targets that do not count leave zeros, and nan where none counts`() throws {
    let z = Tensor([[2.0, 1, 0], [0, 1, 2]])
    let y = Tensor([Int64(-100), 1])
    let (value, gradient) = try CrossEntropy().valueAndGradient([z, y])
    expectSame(value, [Twin.logSumExp([0, 1, 2]) - 1], 1e-12)
    #expect(gradient.doubles[..<3] == [0, 0, 0])
    let none = try CrossEntropy().valueAndGradient([z, Tensor([Int64(-100), -100])])
    #expect(none.value.doubles[0].isNaN)
    #expect(none.gradient.doubles == [Double](repeating: 0, count: 6))
  }

  @Test func `what PyTorch refuses is refused in its words`() {
    let z = Tensor([[2.0, 1, 0], [0, 1, 2]])
    #expect(throws: TensorError(.index, "Target 3 is out of bounds.")) {
      try CrossEntropy().valueAndGradient([z, Tensor([Int64(0), 3])])
    }
    #expect(throws: TensorError.self) { try CrossEntropy().forward([z, Tensor([Int64(0)])]) }
    #expect(throws: TensorError.self) {
      try CrossEntropy().forward([z.cast(to: .int64), Tensor([Int64(0), 1])])
    }
  }
}
