import RealModule

extension RandomGenerator {
  /// Draws a tensor uniform in [low, high), as `torch.rand` and `uniform_` do.
  public mutating func uniform(
    _ shape: [Int], low: Double = 0, high: Double = 1, dtype: DType
  ) throws(TensorError) -> Tensor {
    let count = shape.reduce(1, *)
    if dtype == .float64 {
      return Tensor(
        shape: shape,
        storage: .float64(try counted(count) { _ in uniform64() * (high - low) + low }))
    }
    let (from, range) = (Float(low), Float(high) - Float(low))
    let values = try counted(count) { _ in uniform32() * range + from }
    return dtype == .float16
      ? Tensor(shape: shape, storage: .float16(values.map { Float16($0) }))
      : Tensor(shape: shape, storage: .float32(values))
  }

  /// Draws a tensor of normal numbers, as `torch.randn` and `normal_` do.
  ///
  /// Below 16 values each pair of uniforms gives two numbers one after the other; from 16 on, blocks
  /// of 16 are filled with uniforms and transformed in place.
  public mutating func normal(
    _ shape: [Int], mean: Double = 0, standardDeviation: Double = 1, dtype: DType
  ) throws(TensorError) -> Tensor {
    let count = shape.reduce(1, *)
    if count < 16 {
      let values = try counted(count) { _ in normalOne() * standardDeviation + mean }
      return Tensor(shape: shape, storage: .float64(values)).cast(to: dtype)
    }
    if dtype == .float64 {
      let values = try blocks(count) { $0.uniform64() }
      return Tensor(
        shape: shape, storage: .float64(values.map { $0 * standardDeviation + mean }))
    }
    let (deviation, centre) = (Float(standardDeviation), Float(mean))
    let values: [Float] = try blocks(count) { $0.uniform32() }
    return Tensor(shape: shape, storage: .float32(values.map { $0 * deviation + centre }))
      .cast(to: dtype)
  }

  private mutating func blocks<Scalar: Real>(
    _ count: Int, draw: (inout RandomGenerator) -> Scalar
  ) throws(TensorError) -> [Scalar] {
    var values = try counted(count) { _ in draw(&self) }
    try inStretches(count / 16) { transform(&values, from: $0 * 16) }
    if count % 16 != 0 {
      // PyTorch draws the last 16 afresh, those already transformed among them.
      for place in (count - 16)..<count { values[place] = draw(&self) }
      transform(&values, from: count - 16)
    }
    return values
  }

  private func transform<Scalar: Real>(_ values: inout [Scalar], from start: Int) {
    for place in start..<(start + 8) {
      let radius = (-2 * Scalar.log(1 - values[place])).squareRoot()
      let angle = 2 * Scalar.pi * values[place + 8]
      values[place] = radius * .cos(angle)
      values[place + 8] = radius * .sin(angle)
    }
  }

  /// Draws a tensor of integers in `low ..< high`, as `torch.randint` does.
  public mutating func integers(_ shape: [Int], from low: Int64, below high: Int64)
    throws(TensorError) -> Tensor
  {
    let values = try counted(shape.reduce(1, *)) { _ in integer(from: low, below: high) }
    return Tensor(shape: shape, storage: .int64(values))
  }

  /// Draws truth values that are true with a probability, as `bernoulli_(p)` and dropout do.
  public mutating func bernoulli(_ shape: [Int], probability: Double)
    throws(TensorError) -> [Bool]
  {
    try counted(shape.reduce(1, *)) { _ in uniform64() < probability }
  }
}
