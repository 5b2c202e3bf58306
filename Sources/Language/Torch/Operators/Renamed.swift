import Math

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
