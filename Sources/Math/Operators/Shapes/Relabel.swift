// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation
/// The same elements in the same order, under another shape.
public struct Relabel: Operator {
  public let name: String
  public let gradientName: String
  public let shape: [Int]

  public init(_ name: String, _ gradientName: String, _ shape: [Int]) {
    self.name = name
    self.gradientName = gradientName
    self.shape = shape
  }

  public func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    try inputs[0].reshape(shape)
  }

  public func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    [try upstream.reshape(inputs[0].shape)]
  }
}

/// Dimensions in another order.
public struct Permute: Operator {
  public let name: String
  public let gradientName: String
  public let dims: [Int]

  public init(_ name: String, _ gradientName: String, _ dims: [Int]) {
    self.name = name
    self.gradientName = gradientName
    self.dims = dims
  }

  public func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    try inputs[0].permute(dims)
  }

  public func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    var back = dims
    for (place, dim) in dims.enumerated() { back[dim] = place }
    return [try upstream.permute(back)]
  }
}

/// A tensor repeated along dimensions of length one.
public struct Expand: Operator {
  public let name = "expand"
  public let gradientName = "ExpandBackward0"
  public let shape: [Int]

  public init(_ shape: [Int]) { self.shape = shape }

  public func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    try inputs[0].expand(shape)
  }

  public func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    [try upstream.reduced(like: inputs[0])]
  }
}

/// A tensor in another kind of number.
public struct Cast: Operator {
  public let name = "to"
  public let gradientName = "ToCopyBackward0"
  public let dtype: DType

  public init(to dtype: DType) { self.dtype = dtype }

  public func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    inputs[0].cast(to: dtype)
  }

  public func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    [inputs[0].dtype.isFloatingPoint ? upstream.cast(to: inputs[0].dtype) : nil]
  }
}

/// A copy.
public struct Clone: Operator {
  public let name = "clone"
  public let gradientName = "CloneBackward0"

  public init() {}

  public func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor { inputs[0] }

  public func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] { [upstream] }
}
