// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation
/// Elements of a tensor chosen by their places: every way of indexing, reordering and repeating.
public struct Choose: Operator {
  public let name: String
  public let gradientName: String
  /// Where each element of the result comes from.
  public let places: [Int]
  public let shape: [Int]

  public init(_ name: String, _ gradientName: String, places: [Int], shape: [Int]) {
    self.name = name
    self.gradientName = gradientName
    self.places = places
    self.shape = shape
  }

  public func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    try inputs[0].taking(places, shape: shape)
  }

  public func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    [try inputs[0].filled(with: 0).placing(upstream, at: places, adding: true)]
  }
}

/// A tensor with other elements at some places, as `x[index] = y` makes it, or an assignment through a view.
public struct PutElements: Operator {
  public let name: String
  public let gradientName: String
  public let places: [Int]

  public init(
    places: [Int], name: String = "index_put", gradientName: String = "IndexPutBackward0"
  ) {
    self.places = places
    self.name = name
    self.gradientName = gradientName
  }

  public func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    try inputs[0].placing(inputs[1], at: places)
  }

  public func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    let taken = try upstream.taking(places, shape: inputs[1].shape)
    return [try upstream.placing(taken.filled(with: 0), at: places), taken]
  }
}

/// A tensor with the second input's elements added at places.
public struct AddElements: Operator {
  public let name: String
  public let gradientName: String
  public let places: [Int]

  public init(name: String, gradientName: String, places: [Int]) {
    self.name = name
    self.gradientName = gradientName
    self.places = places
  }

  public func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    try inputs[0].placing(inputs[1], at: places, adding: true)
  }

  public func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    [
      upstream,
      inputs[1].dtype.isFloatingPoint ? try upstream.taking(places, shape: inputs[1].shape) : nil,
    ]
  }
}

/// A tensor with zeros outside a mask.
public struct KeepElements: Operator {
  public let name: String
  public let mask: Tensor
  public var gradientName: String { name == "tril" ? "TrilBackward0" : "TriuBackward0" }

  public init(name: String, mask: Tensor) {
    self.name = name
    self.mask = mask
  }

  public func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    try Where().forward([mask, inputs[0], Tensor(0, dtype: inputs[0].dtype)])
  }

  public func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] { [try forward([upstream])] }
}
