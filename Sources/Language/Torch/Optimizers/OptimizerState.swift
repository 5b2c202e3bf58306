import Math

/// What an optimizer remembers of its parameters from step to step.
final class OptimizerState: Payload {
  /// The steps taken and the running averages of one parameter.
  struct Memory {
    var steps = 0.0
    var averages: [Tensor] = []
  }

  private var memories: [ObjectIdentifier: (tensor: TensorObject, memory: Memory)] = [:]

  /// What is remembered of a parameter.
  subscript(tensor: TensorObject) -> Memory {
    get { memories[ObjectIdentifier(tensor)]?.memory ?? Memory() }
    set { memories[ObjectIdentifier(tensor)] = (tensor, newValue) }
  }

  func copy(_ copier: Copier) -> any Payload {
    let copy = OptimizerState()
    for (tensor, memory) in memories.values { copy[copier.copy(tensor)] = memory }
    return copy
  }
}
