import Math
import Testing

/// Numbers that PyTorch 2.13 gave on a CPU after `torch.manual_seed`.
@Suite struct RandomTests {
  @Test func `one seed, one long row of draws`() throws {
    var generator = RandomGenerator(seed: 1)
    try expect(
      generator.uniform([3], dtype: .float32),
      [0.7576315999031067, 0.2793108820915222, 0.40306925773620605])
    try expect(
      generator.normal([3], dtype: .float32),
      [0.7244127988815308, -0.7022190093994141, 1.166091799736023])
    try expect(
      generator.normal([2], dtype: .float64), [0.2604646909530866, 0.35056554384330907])
    #expect(try generator.integers([5], from: 0, below: 10).integers == [0, 2, 1, 2, 6])
    #expect(generator.permutation(6) == [0, 4, 1, 2, 5, 3])
    #expect(try generator.bernoulli([5], probability: 0.4) == [true, true, false, false, true])
    #expect(generator.integer() == 7_944_986_296_092_485_111)
    #expect(generator.integer() == 8_100_478_049_624_442_720)
    try expect(
      generator.uniform([3], low: -2, high: 3, dtype: .float32),
      [-0.6617785692214966, 2.953044891357422, -0.5577461123466492])
    try expect(
      generator.normal([17], dtype: .float32),
      [
        2.0242021083831787, -1.3083208799362183, 0.4532545804977417, 1.1421611309051514,
        0.2486107051372528, -1.7754007577896118, -0.025502461940050125, -1.023330569267273,
        -0.5961851477622986, -0.6463385224342346, 0.42854228615760803, 1.4760777950286865,
        -1.7868678569793701, 1.610317587852478, -0.703956663608551, -0.18526579439640045,
        -0.9962350726127625,
      ])
  }

  @Test func `float64 normals in a block, with the rest drawn afresh`() throws {
    var generator = RandomGenerator(seed: 0)
    try expect(
      generator.normal([17], dtype: .float64),
      [
        -2.310411800234176, -0.6332746088675096, -1.2609246557194385, -0.726951062065411,
        -0.019964750907762653, 0.2102998901016947, 0.17718935139366584, -0.830510051008449,
        0.23871805816817063, -0.2426793824588577, -0.7730112772958181, -1.5951814880783068,
        -0.6870036940435463, 1.4880743158106724, -0.4484158047114511, -0.8910030351707375,
        0.6748575435940039,
      ])
  }

  @Test func `large integers take 64 bits, and only 32 bits of a seed matter`() throws {
    var generator = RandomGenerator(seed: 0)
    #expect(
      try generator.integers([3], from: 0, below: 1 << 40).integers
        == [741_280_623_151, 506_137_267_392, 291_447_657_211])
    var a = RandomGenerator(seed: 5)
    var b = RandomGenerator(seed: 1 << 32 + 5)
    #expect(a.next32() == b.next32())
  }

  @Test func `a mean and a deviation`() throws {
    var generator = RandomGenerator(seed: 0)
    try expect(
      generator.normal([4], mean: 2, standardDeviation: 3, dtype: .float32),
      [6.622988224029541, 1.119713306427002, -4.536368370056152, 3.705293893814087])
  }

  @Test func `a copy goes its own way`() throws {
    var one = RandomGenerator(seed: 3)
    _ = try one.normal([1], dtype: .float64)
    var other = one
    #expect(try one.normal([3], dtype: .float64) == other.normal([3], dtype: .float64))
    #expect(one == other)
    _ = one.next32()
    #expect(one != other)
  }

  private func expect(_ drawn: Tensor, _ expected: [Double]) {
    #expect(drawn.count == expected.count)
    for (a, b) in zip(drawn.doubles, expected) {
      #expect(isClose(a, b, drawn.dtype == .float64 ? 1e-14 : 1e-6), "\(a), \(b)")
    }
  }
}
