import Math

/// A loss of each two elements, and the reduction, in one step.
struct PairLoss: Operator {
  let pair: PairOperator
  let reduction: LossReduction
  var name: String { pair.name }
  var gradientName: String { pair.gradientName }

  func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    try reduction(pair.forward(inputs))
  }

  func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    let shape = try Shape.broadcast(inputs[0].shape, inputs[1].shape)
    return try pair.backward(
      reduction.spread(upstream, over: shape), inputs: inputs, output: output)
  }
}
