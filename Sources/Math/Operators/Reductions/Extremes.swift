// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation
/// The largest value along a dimension, or of all; nan wins, and ties share the gradient of all.
public struct Max: Reduction {
  public let name = "max"
  public var gradientName: String { dims == nil ? "MaxBackward1" : "MaxBackward0" }
  public let dims: [Int]?
  public let keepsDims: Bool

  public init(dim: Int? = nil, keepsDims: Bool = false) {
    self.dims = dim.map { [$0] }
    self.keepsDims = keepsDims
  }

  public func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    try inputs[0].extreme(name, dims, keepsDims) { $0 > $1 }
  }

  public func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    [try extremeGradient(upstream, inputs[0], output) { $0 > $1 }]
  }

  public func tell(_ inputs: [Int], in story: inout Story) throws(TensorError) -> Int {
    try tellExtreme(inputs, in: &story) { .maximum($0, dim: $1) }
  }
}

/// The smallest value along a dimension, or of all; nan wins, and ties share the gradient of all.
public struct Min: Reduction {
  public let name = "min"
  public var gradientName: String { dims == nil ? "MinBackward1" : "MinBackward0" }
  public let dims: [Int]?
  public let keepsDims: Bool

  public init(dim: Int? = nil, keepsDims: Bool = false) {
    self.dims = dim.map { [$0] }
    self.keepsDims = keepsDims
  }

  public func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    try inputs[0].extreme(name, dims, keepsDims) { $0 < $1 }
  }

  public func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    [try extremeGradient(upstream, inputs[0], output) { $0 < $1 }]
  }
}

extension Reduction {
  /// Passes the gradient to the place that won: among all values ties share it evenly, along a
  /// dimension the first takes it.
  fileprivate func extremeGradient(
    _ upstream: Tensor, _ x: Tensor, _ output: Tensor, _ wins: (Double, Double) -> Bool
  ) throws(TensorError) -> Tensor {
    guard let dim = dims?.first else {
      let value = output.doubles[0]
      let ties = x.doubles.map { $0 == value || ($0.isNaN && value.isNaN) ? 1.0 : 0 }
      let mask = Tensor(ties, shape: x.shape).cast(to: x.dtype)
      return try upstream / ties.reduce(0, +) * mask
    }
    let places = try x.extremePlaces(name, dims, keepsDims: true, wins)
    let zeros = Tensor.zeros(x.shape, dtype: x.dtype)
    return try zeros.scatter(dim, places, try restored(upstream, to: x))
  }

  fileprivate func tellExtreme(
    _ inputs: [Int], in story: inout Story, _ rule: (Int, Int) -> Derivation.Rule
  ) throws(TensorError) -> Int {
    let x = story.steps[inputs[0]].value
    guard x.rank == 1 || (dims != nil && x.rank > 0), x.count > 0 else {
      return try story.apply(self, to: inputs)
    }
    let lanes = try x.lanes(dims)
    return try story.step(
      rule(inputs[0], dims?.first ?? 0), shape: keepsDims ? lanes.keptWithOnes : lanes.kept)
  }
}

extension Tensor {
  /// The places of the largest values: along a dimension, or in row-major order of all.
  public func argmax(dim: Int? = nil, keepsDims: Bool = false) throws(TensorError) -> Tensor {
    guard dtype != .bool else {
      throw TensorError(.runtime, "argmax(): does not support bool input")
    }
    return try extremePlaces("argmax", dim.map { [$0] }, keepsDims: keepsDims) { $0 > $1 }
  }

  /// The places of the smallest values: along a dimension, or in row-major order of all.
  public func argmin(dim: Int? = nil, keepsDims: Bool = false) throws(TensorError) -> Tensor {
    guard dtype != .bool else {
      throw TensorError(.runtime, "argmin(): does not support bool input")
    }
    return try extremePlaces("argmin", dim.map { [$0] }, keepsDims: keepsDims) { $0 < $1 }
  }

  /// Where the value that wins against all others first stands in its row; nan beats everything.
  func extremePlaces(
    _ name: String, _ dims: [Int]?, keepsDims: Bool, _ wins: (Double, Double) -> Bool
  ) throws(TensorError) -> Tensor {
    let lanes = try lanes(dims)
    if lanes.length == 0 {
      guard let dim = dims?.first else {
        throw TensorError(
          name.hasPrefix("arg") ? .index : .runtime,
          "\(name)(): Expected reduction dim to be specified for input.numel() == 0."
            + (name.hasPrefix("arg") ? "" : " Specify the reduction dim with the 'dim' argument."))
      }
      throw TensorError(
        .index,
        "\(name)(): Expected reduction dim \(try Shape.dimension(dim, rank: rank)) to have non-zero size."
      )
    }
    let values = lanes.rows.doubles
    var places: [Int64] = []
    for row in 0..<lanes.count {
      let start = row * lanes.length
      var best = start
      for i in start..<start + lanes.length where !values[best].isNaN {
        if wins(values[i], values[best]) || values[i].isNaN { best = i }
      }
      if row % 1024 == 1023 { try Interruption.check() }
      places.append(Int64(best - start))
    }
    return Tensor(places, shape: keepsDims ? lanes.keptWithOnes : lanes.kept)
  }

  /// The values that win in their rows.
  fileprivate func extreme(
    _ name: String, _ dims: [Int]?, _ keepsDims: Bool, _ wins: (Double, Double) -> Bool
  ) throws(TensorError) -> Tensor {
    let lanes = try lanes(dims)
    let places = try extremePlaces(name, dims, keepsDims: keepsDims, wins)
    let offsets = places.integers.enumerated().map { $0 * lanes.length + Int($1) }
    return try lanes.rows.taking(offsets, shape: places.shape)
  }
}
