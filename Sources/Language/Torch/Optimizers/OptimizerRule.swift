import Math

/// How one parameter changes by its gradient.
protocol OptimizerRule {
  /// How many running averages it keeps of a parameter.
  var averages: Int { get }
  /// What a running average begins with.
  var firstAverage: Double { get }
  /// Whether it climbs.
  var isMaximizing: Bool { get }
  /// Changes values of one kind; `steps` counts this one.
  func update<S: FloatingScalar>(
    _ values: inout [S], _ gradients: [S], _ averages: inout [[S]], steps: Double)
}

extension OptimizerRule {
  var firstAverage: Double { 0 }

  /// Where a value goes by its gradient, with the weight decay that is added to it.
  @inline(__always)
  func direction<S: FloatingScalar>(_ gradient: S, _ value: S, _ decay: S) -> S {
    let gradient = isMaximizing ? -gradient : gradient
    return decay == 0 ? gradient : gradient + decay * value
  }

  /// The values after one step.
  func step(
    _ value: Tensor, _ gradient: Tensor, _ memory: inout OptimizerState.Memory
  ) -> Tensor {
    if memory.averages.isEmpty && averages > 0 {
      let first = value.filled(with: firstAverage)
      memory.averages = Array(repeating: first, count: averages)
    }
    return value.dtype == .float64
      ? run(value, gradient, &memory, Double.self)
      : run(value, gradient, &memory, Float.self).cast(to: value.dtype)
  }

  private func run<S: FloatingScalar>(
    _ value: Tensor, _ gradient: Tensor, _ memory: inout OptimizerState.Memory, _: S.Type
  ) -> Tensor {
    var values = S.values(value.storage)
    var averages = memory.averages.map { S.values($0.storage) }
    memory.averages = []
    update(&values, S.values(gradient.storage), &averages, steps: memory.steps)
    memory.averages = averages.map { Tensor($0, shape: value.shape) }
    return Tensor(values, shape: value.shape)
  }
}
