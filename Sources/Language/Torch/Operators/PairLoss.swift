import Math

/// A loss of each two elements, and the reduction, in one step.
struct PairLoss: Operator {
  let pair: PairOperator
  let reduction: LossReduction
  var name: String { pair.name }
  var gradientName: String { pair.gradientName }

  func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    let losses = try pair.forward(inputs)
    switch reduction {
    case .none: return losses
    case .mean: return try Mean().forward([losses])
    case .sum: return try Sum().forward([losses])
    }
  }

  func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    let shape = try Shape.broadcast(inputs[0].shape, inputs[1].shape)
    var up = upstream
    if reduction == .mean { up = try up / Double(Shape.count(shape)) }
    if reduction != .none { up = try up.expand(shape) }
    return try pair.backward(up, inputs: inputs, output: output)
  }
}
