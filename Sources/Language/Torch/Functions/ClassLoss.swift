import Math

/// Losses of one class out of several: cross-entropy and the negative log-likelihood.
struct ClassLoss {
  let weight: TensorObject?
  let ignored: Int
  let reduction: LossReduction
  let smoothing: Double
  let interpreter: Interpreter

  /// `F.cross_entropy`: of classes, or of probabilities where both shapes are the same.
  func crossEntropy(_ input: TensorObject, _ target: TensorObject) throws -> TensorObject {
    let loss = try unwatchedCrossEntropy(input, target)
    watchCrossEntropy(input, target)
    return loss
  }

  private func unwatchedCrossEntropy(
    _ input: TensorObject, _ target: TensorObject
  ) throws -> TensorObject {
    if input.shape == target.shape { return try ofProbabilities(input, target) }
    if smoothing > 1 {
      throw PythonError.runtime(
        "label_smoothing must be between 0.0 and 1.0. Got: \(PlainText.of(smoothing))")
    }
    let logs = try logSoftmax(input)
    let loss = try negativeLogLikelihood(logs, target)
    if !(smoothing > 0) { return loss }
    let spread = try smooth(logs, target)
    let classes = Double(input.shape[input.value.rank == 1 ? 0 : 1])
    return try interpreter.apply(
      Add(), scaled(loss, 1 - smoothing), scaled(spread, smoothing / classes))
  }

  private func logSoftmax(_ input: TensorObject) throws -> TensorObject {
    try interpreter.apply(LogSoftmax(dim: input.value.rank == 1 ? 0 : 1), input)
  }

  private func scaled(_ tensor: TensorObject, _ factor: Double) throws -> TensorObject {
    try interpreter.apply(
      Multiply(), tensor, TensorObject(.wrapped(.float(factor), beside: tensor.dtype)))
  }

  private func ofProbabilities(
    _ input: TensorObject, _ target: TensorObject
  ) throws -> TensorObject {
    if !target.dtype.isFloatingPoint {
      var error = PythonError.runtime(
        "Expected floating point type for target with class probabilities, got "
          + target.dtype.scalarTypeName)
      error.notes = [
        "Input and target both have shape \(Shape.text(input.shape)), so the target is read as probabilities."
      ]
      error.fix = "target.float(), or target.argmax(dim=1) for the classes themselves"
      throw error
    }
    if ignored >= 0 {
      throw PythonError.runtime("ignore_index is not supported for floating point target")
    }
    try checkWeight(input)
    let dim = input.value.rank == 1 ? 0 : 1
    var target = target
    if smoothing > 0 {
      if smoothing > 1 {
        throw PythonError.runtime(
          "label_smoothing must be between 0.0 and 1.0. Got: \(PlainText.of(smoothing))")
      }
      let share = TensorObject(
        .wrapped(.float(smoothing / Double(input.shape[dim])), beside: target.dtype))
      target = try interpreter.apply(Add(), scaled(target, 1 - smoothing), share)
    }
    var products = try interpreter.apply(Multiply(), logSoftmax(input), target)
    if let weight { products = try interpreter.apply(Multiply(), products, along(weight, input)) }
    switch reduction {
    case .none:
      return try interpreter.apply(Negate(), interpreter.apply(Sum(dims: [dim]), products))
    case .sum: return try interpreter.apply(Negate(), interpreter.apply(Sum(), products))
    case .mean:
      let count = Double(input.value.count) / Double(max(input.shape[dim], 1))
      let total = try interpreter.apply(Negate(), interpreter.apply(Sum(), products))
      return try interpreter.apply(
        Divide(), total, TensorObject(.wrapped(.float(count), beside: input.dtype)))
    }
  }

  /// The class weights in a shape that meets the input along the class dimension.
  private func along(_ weight: TensorObject, _ input: TensorObject) throws -> TensorObject {
    if input.value.rank < 3 { return weight }
    let shape = [weight.value.count] + [Int](repeating: 1, count: input.value.rank - 2)
    return try interpreter.view(Relabel("view", "ViewBackward0", shape), weight)
  }

  /// The share of label smoothing: the log-probabilities of all classes.
  private func smooth(_ logs: TensorObject, _ target: TensorObject) throws -> TensorObject {
    let dim = logs.value.rank == 1 ? 0 : 1
    var products = logs
    if let weight { products = try interpreter.apply(Multiply(), products, along(weight, logs)) }
    let sums = try interpreter.apply(Negate(), interpreter.apply(Sum(dims: [dim]), products))
    let classes = target.value.integers
    let isIgnored = classes.map { $0 == Int64(ignored) }
    let mask = TensorObject(Tensor(isIgnored, shape: sums.shape))
    let kept = try interpreter.apply(
      Where(), mask, TensorObject(Tensor(0, dtype: logs.dtype)), sums)
    switch reduction {
    case .none: return kept
    case .sum: return try interpreter.apply(Sum(), kept)
    case .mean:
      let weights = weight?.value.doubles
      let total = zip(classes, isIgnored).reduce(0.0) { sum, next in
        next.1 ? sum : sum + (weights?[Int(next.0)] ?? 1)
      }
      return try interpreter.apply(
        Divide(), interpreter.apply(Sum(), kept),
        TensorObject(.wrapped(.float(total), beside: logs.dtype)))
    }
  }

  /// `F.nll_loss`.
  func negativeLogLikelihood(
    _ input: TensorObject, _ target: TensorObject
  ) throws -> TensorObject {
    try check(input, target)
    let operation = NegativeLogLikelihood(reduction: reduction, ignoredTarget: ignored)
    return try interpreter.apply(operation, to: [input, target] + (weight.map { [$0] } ?? []))
  }
}

extension ClassLoss {
  /// Refuses what does not fit together, and says what was probably meant.
  private func check(_ input: TensorObject, _ target: TensorObject) throws {
    let inputs = [input.value, target.value] + (weight.map { [$0.value] } ?? [])
    do {
      try NegativeLogLikelihood.check(inputs)
    } catch {
      var refusal = PythonError(error)
      let misfit = NegativeLogLikelihood.misfit(of: inputs)
      refusal.notes = misfit.flatMap { note(on: $0, input.shape, target.shape) } ?? []
      if misfit == .severalTargets { refusal.fix = "target.squeeze(1)" }
      if misfit == .targetKind { refusal.fix = "target.long()" }
      throw refusal
    }
  }

  private func note(
    on misfit: NegativeLogLikelihood.Misfit, _ scores: [Int], _ classes: [Int]
  ) -> [String]? {
    switch misfit {
    case .batch, .severalTargets:
      ["The input has shape \(Shape.text(scores)), the target \(Shape.text(classes))."]
    case .positions:
      ["The input has shape \(Shape.text(scores)); its classes lie along dimension 1."]
    case .targetKind: ["The target holds the number of the right class of each row."]
    case .noClasses, .oneRow, .scoreKind, .weights, .weightKind: nil
    }
  }

  /// Refuses weights of another number than there are classes, beside probabilities.
  private func checkWeight(_ input: TensorObject) throws {
    let classes = input.shape[input.value.rank == 1 ? 0 : 1]
    guard let weight, weight.shape != [classes] else { return }
    throw PythonError.runtime(
      "cross_entropy: weight tensor should be defined either for all \(classes) classes or no "
        + "classes but got weight tensor of shape: \(Shape.text(weight.shape))")
  }
}

/// Numbers as C++ prints them in PyTorch's messages.
enum PlainText {
  static func of(_ number: Double) -> String {
    number == number.rounded() && number.magnitude < 1e6 ? "\(Int(number))" : "\(number)"
  }
}
