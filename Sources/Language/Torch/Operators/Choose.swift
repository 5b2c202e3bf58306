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
    [try inputs[0].filled(with: 0).placing(upstream, at: places, adding: true)]
  }
}

/// A tensor with other elements at some places, as `x[index] = y` makes it, or an assignment through a view.
struct PutElements: Operator {
  let name: String
  let gradientName: String
  let places: [Int]

  init(
    places: [Int], name: String = "index_put", gradientName: String = "IndexPutBackward0"
  ) {
    self.places = places
    self.name = name
    self.gradientName = gradientName
  }

  func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    try inputs[0].placing(inputs[1], at: places)
  }

  func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    let taken = try upstream.taking(places, shape: inputs[1].shape)
    return [try upstream.placing(taken.filled(with: 0), at: places), taken]
  }
}
