import Math

/// The same elements in the same order, under another shape.
struct Relabel: Operator {
  let name: String
  let gradientName: String
  let shape: [Int]

  init(_ name: String, _ gradientName: String, _ shape: [Int]) {
    self.name = name
    self.gradientName = gradientName
    self.shape = shape
  }

  func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    try inputs[0].reshape(shape)
  }

  func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    [try upstream.reshape(inputs[0].shape)]
  }
}

/// Dimensions in another order.
struct Permute: Operator {
  let name: String
  let gradientName: String
  let dims: [Int]

  init(_ name: String, _ gradientName: String, _ dims: [Int]) {
    self.name = name
    self.gradientName = gradientName
    self.dims = dims
  }

  func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    try inputs[0].permute(dims)
  }

  func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    var back = dims
    for (place, dim) in dims.enumerated() { back[dim] = place }
    return [try upstream.permute(back)]
  }
}

/// A tensor repeated along dimensions of length one.
struct Expand: Operator {
  let name = "expand"
  let gradientName = "ExpandBackward0"
  let shape: [Int]

  init(_ shape: [Int]) { self.shape = shape }

  func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    try inputs[0].expand(shape)
  }

  func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    [try upstream.reduced(like: inputs[0])]
  }
}

/// A tensor in another kind of number.
struct Cast: Operator {
  let name = "to"
  let gradientName = "ToCopyBackward0"
  let dtype: DType

  init(to dtype: DType) { self.dtype = dtype }

  func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor { inputs[0].cast(to: dtype) }

  func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    [inputs[0].dtype.isFloatingPoint ? upstream.cast(to: inputs[0].dtype) : nil]
  }
}

/// A copy.
struct Clone: Operator {
  let name = "clone"
  let gradientName = "CloneBackward0"

  func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor { inputs[0] }

  func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] { [upstream] }
}

/// An operation whose gradient goes by another's name: the last step of what PyTorch does in one.
struct Renamed: Operator {
  let operation: any Operator
  let name: String
  let gradientName: String

  init(_ operation: any Operator, _ name: String, _ gradientName: String) {
    self.operation = operation
    self.name = name
    self.gradientName = gradientName
  }

  func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor { try operation.forward(inputs) }

  func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    try operation.backward(upstream, inputs: inputs, output: output)
  }

  func tell(_ inputs: [Int], in story: inout Story) throws(TensorError) -> Int {
    try operation.tell(inputs, in: &story)
  }

  func tellBackward(
    _ upstream: Int, inputs: [Int], output: Int, in story: inout Story
  ) throws(TensorError) -> [Int?] {
    try operation.tellBackward(upstream, inputs: inputs, output: output, in: &story)
  }
}
