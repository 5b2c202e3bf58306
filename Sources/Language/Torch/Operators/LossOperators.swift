import Math

/// How the losses of single elements become one.
enum LossReduction: String, Sendable {
  case none, mean, sum
}

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

/// The weighted negative log-likelihood of targets given by their class.
struct NLLStandin: Operator {
  let name = "nll_loss"
  var gradientName: String { isSpatial ? "NllLoss2DBackward0" : "NllLossBackward0" }
  let reduction: LossReduction
  let ignored: Int
  let isSpatial: Bool

  /// Where each target's log-probability lies, and its weight; nil where it is ignored.
  private func picks(_ inputs: [Tensor]) throws(TensorError) -> [(place: Int, weight: Double)?] {
    let shape = inputs[0].shape
    let (classes, rest) =
      shape.count == 1
      ? (shape[0], 1) : (shape[1], Shape.count(Array(shape.dropFirst(2))))
    let weights = inputs.count > 2 ? inputs[2].doubles : nil
    var result: [(place: Int, weight: Double)?] = []
    for (order, target) in inputs[1].integers.enumerated() {
      if target == Int64(ignored) {
        result.append(nil)
        continue
      }
      guard target >= 0 && target < Int64(classes) else {
        throw TensorError(.index, "Target \(target) is out of bounds.")
      }
      let (row, column) = rest == 0 ? (0, 0) : (order / rest, order % rest)
      result.append(((row * classes + Int(target)) * rest + column, weights?[Int(target)] ?? 1))
    }
    return result
  }

  func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    let picks = try picks(inputs)
    let logs = inputs[0].doubles
    let dtype = inputs[0].dtype
    if reduction == .none {
      let losses = picks.map { pick in pick.map { -logs[$0.place] * $0.weight } ?? 0 }
      return Tensor(losses, shape: inputs[1].shape).cast(to: dtype)
    }
    var (sum, total) = (0.0, 0.0)
    for case let pick? in picks {
      sum -= logs[pick.place] * pick.weight
      total += pick.weight
    }
    return Tensor(reduction == .mean ? sum / total : sum, dtype: dtype)
  }

  func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    let picks = try picks(inputs)
    let up = upstream.doubles
    var gradient = [Double](repeating: 0, count: inputs[0].count)
    let total = picks.reduce(0) { $0 + ($1?.weight ?? 0) }
    for (order, pick) in picks.enumerated() {
      guard let pick else { continue }
      let share = reduction == .none ? up[order] : reduction == .mean ? up[0] / total : up[0]
      gradient[pick.place] -= share * pick.weight
    }
    let result = Tensor(gradient, shape: inputs[0].shape).cast(to: inputs[0].dtype)
    return [result] + inputs.dropFirst().map { _ in nil }
  }
}
