import Math

/// Elements of a tensor chosen by their places: every way of indexing, reordering and repeating.
struct Choose: Operator {
  let name: String
  let gradientName: String
  /// Where each element of the result comes from.
  let places: [Int]
  let shape: [Int]

  init(_ name: String, _ gradientName: String, places: [Int], shape: [Int]) {
    self.name = name
    self.gradientName = gradientName
    self.places = places
    self.shape = shape
  }

  func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    try inputs[0].taking(places, shape: shape)
  }

  func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    [try inputs[0].filled(with: 0).adding(places, upstream)]
  }
}

/// A tensor with other elements at some places, as `x[index] = y` makes it.
struct PutElements: Operator {
  let name = "index_put"
  let gradientName: String
  let places: [Int]

  init(places: [Int], gradientName: String = "IndexPutBackward0") {
    self.places = places
    self.gradientName = gradientName
  }

  func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    try inputs[0].replacing(places, with: inputs[1])
  }

  func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    let taken = try upstream.taking(places, shape: inputs[1].shape)
    return [try upstream.replacing(places, with: taken.filled(with: 0)), taken]
  }
}
