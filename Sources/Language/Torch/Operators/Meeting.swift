import Math

/// What becomes of elements that meet in one place.
enum Meeting: String, Sendable {
  case sum, prod, mean, amax, amin

  func join(_ part: Tensor, into x: Tensor, at places: [Int], includesSelf: Bool)
    throws(TensorError) -> Tensor
  {
    var values = x.doubles
    var counts = [Int](repeating: includesSelf ? 1 : 0, count: values.count)
    let parts = part.doubles
    try inStretches(min(places.count, parts.count)) {
      let place = places[$0]
      values[place] = counts[place] == 0 ? parts[$0] : combine(values[place], parts[$0])
      counts[place] += 1
    }
    if self == .mean {
      for place in values.indices where counts[place] > 1 {
        values[place] = divide(values[place], counts[place], x.dtype)
      }
    }
    return Tensor(values, shape: x.shape).cast(to: x.dtype)
  }

  private func combine(_ a: Double, _ b: Double) -> Double {
    switch self {
    case .sum, .mean: a + b
    case .prod: a * b
    case .amax: Maximum().value(a, b)
    case .amin: Minimum().value(a, b)
    }
  }

  private func divide(_ sum: Double, _ count: Int, _ dtype: DType) -> Double {
    let quotient = sum / Double(count)
    return dtype.isFloatingPoint ? quotient : quotient.rounded(.down)
  }
}

/// A tensor with the second input's elements joined to its own at places.
struct JoinElements: Operator {
  let name: String
  let gradientName: String
  let meeting: Meeting
  let places: [Int]
  let includesSelf: Bool

  func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    try meeting.join(inputs[1], into: inputs[0], at: places, includesSelf: includesSelf)
  }

  func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    let (x, part, y) = (inputs[0].doubles, inputs[1].doubles, output.doubles)
    var counts = [Double](repeating: includesSelf ? 1 : 0, count: x.count)
    for place in places {
      counts[place] += 1
    }
    let met = Set(places)
    let ties = tied(x, part, y)
    func slope(_ value: Double, _ place: Int) -> Double {
      switch meeting {
      case .sum: 1
      case .mean: 1 / counts[place]
      case .prod: value == 0 ? product(without: place, value, x, part) : y[place] / value
      case .amax, .amin: value == y[place] ? 1 / ties[place] : 0
      }
    }
    let up = upstream.doubles
    let own = x.indices.map { place -> Double in
      if !met.contains(place) { return up[place] }
      return includesSelf ? up[place] * slope(x[place], place) : 0
    }
    let others = zip(places, part).map { place, value in up[place] * slope(value, place) }
    return [
      Tensor(own, shape: inputs[0].shape).cast(to: inputs[0].dtype),
      Tensor(others, shape: inputs[1].shape).cast(to: inputs[1].dtype),
    ]
  }

  /// How many of the elements that met in a place are the extreme one.
  private func tied(_ x: [Double], _ part: [Double], _ y: [Double]) -> [Double] {
    var ties = x.indices.map { includesSelf && x[$0] == y[$0] ? 1.0 : 0 }
    for (place, value) in zip(places, part) where value == y[place] { ties[place] += 1 }
    return ties
  }

  /// The product of what met in a place, one zero left out.
  private func product(without place: Int, _ value: Double, _ x: [Double], _ part: [Double])
    -> Double
  {
    var factors = zip(places, part).filter { $0.0 == place }.map(\.1)
    if includesSelf { factors.append(x[place]) }
    if let zero = factors.firstIndex(of: 0) { factors.remove(at: zero) }
    return factors.reduce(1, *)
  }
}
