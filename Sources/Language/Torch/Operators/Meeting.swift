import Math

/// What becomes of elements that meet in one place.
enum Meeting: String, Sendable {
  case sum, prod, mean, amax, amin

  func join(_ part: Tensor, into x: Tensor, at places: [Int], includesSelf: Bool) -> Tensor {
    var values = x.doubles
    var counts = [Int](repeating: includesSelf ? 1 : 0, count: values.count)
    for (place, element) in zip(places, part.doubles) {
      values[place] = counts[place] == 0 ? element : combine(values[place], element)
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

/// A tensor with the second input's elements added at places.
struct AddElements: Operator {
  let name: String
  let gradientName: String
  let places: [Int]

  func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    inputs[0].adding(places, inputs[1])
  }

  func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    [
      upstream,
      inputs[1].dtype.isFloatingPoint ? upstream.taking(places, shape: inputs[1].shape) : nil,
    ]
  }
}
