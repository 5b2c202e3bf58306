extension NegativeLogLikelihood {
  /// What does not fit together in the inputs of a loss of classes.
  public enum Misfit: Sendable {
    /// The scores are a single number.
    case noClasses
    /// There are as many rows of scores as targets, or there should be.
    case batch
    /// A row of scores has several targets.
    case severalTargets
    /// One row without a batch has more or less than one target.
    case oneRow
    /// The positions of the targets are not those of the scores.
    case positions
    /// The targets are not numbers of classes.
    case targetKind
    /// The scores are whole numbers.
    case scoreKind
    /// There is not one weight a class.
    case weights
    /// The weights are of another kind than the scores.
    case weightKind
  }

  /// The first thing that does not fit together, in PyTorch's order; nil where all does.
  public static func misfit(of inputs: [Tensor]) -> Misfit? {
    let (scores, targets) = (inputs[0], inputs[1])
    if let misfit = misfit(scores.shape, targets.shape) { return misfit }
    if targets.dtype != .int64 && targets.dtype != .uint8 { return .targetKind }
    if scores.rank == 1 && targets.count != 1 { return .oneRow }
    if scores.rank > 1 && targets.shape != rows(of: scores.shape) { return .positions }
    if inputs.count > 2, inputs[2].shape != [classes(of: scores)] { return .weights }
    if !scores.dtype.isFloatingPoint { return .scoreKind }
    return inputs.count > 2 && inputs[2].dtype != scores.dtype ? .weightKind : nil
  }

  private static func misfit(_ scores: [Int], _ targets: [Int]) -> Misfit? {
    if scores.isEmpty { return .noClasses }
    if scores.count == 1 { return targets.count > 1 ? .severalTargets : nil }
    if targets.first ?? 0 != scores[0] { return .batch }
    if scores.count == 2 { return targets.count > 1 ? .severalTargets : nil }
    // Of images only the number of dimensions is looked at before the kind.
    if scores.count == 4 && targets.count == 3 { return nil }
    return targets == rows(of: scores) ? nil : .positions
  }

  /// The shape of the targets that belong to scores of several rows.
  private static func rows(of scores: [Int]) -> [Int] { [scores[0]] + scores.dropFirst(2) }

  private static func classes(of scores: Tensor) -> Int { scores.shape[scores.rank == 1 ? 0 : 1] }

  /// Refuses inputs that do not fit together, in PyTorch's words.
  public static func check(_ inputs: [Tensor]) throws(TensorError) {
    if let misfit = misfit(of: inputs) { throw error(misfit, inputs) }
  }

  private static func error(_ misfit: Misfit, _ inputs: [Tensor]) -> TensorError {
    let (scores, targets) = (inputs[0], inputs[1])
    switch misfit {
    case .noClasses: return TensorError(.value, "Expected 1 or more dimensions (got 0)")
    case .batch:
      return TensorError(
        .value,
        "Expected input batch_size (\(scores.shape[0])) to match target batch_size (\(targets.shape.first ?? 0))."
      )
    case .severalTargets:
      return TensorError(.runtime, "0D or 1D target tensor expected, multi-target not supported")
    case .oneRow:
      return TensorError(
        .value, "For 1D input, 1D target must have size 1, but got target size: \(targets.count)")
    case .positions: return positions(scores.shape, targets.shape)
    case .targetKind:
      return TensorError(
        .runtime,
        "expected target dtype to be Long or Byte, but got \(targets.dtype.scalarTypeName)")
    case .scoreKind: return .notImplemented("nll_loss_out_frame", for: scores.dtype)
    case .weights:
      let classes = classes(of: scores)
      return TensorError(
        .runtime,
        "weight tensor should be defined either for all \(classes) classes or no classes but got weight tensor of shape: \(Shape.text(inputs[2].shape))"
      )
    case .weightKind:
      return TensorError(
        .runtime,
        "expected scalar type \(scores.dtype.scalarTypeName) but found \(inputs[2].dtype.scalarTypeName)"
      )
    }
  }

  private static func positions(_ scores: [Int], _ targets: [Int]) -> TensorError {
    guard scores.count == 4 else {
      return TensorError(
        .runtime,
        "Expected target size \(Shape.text(rows(of: scores))), got \(Shape.text(targets))")
    }
    return TensorError(
      .runtime,
      targets.count == 3
        ? "size mismatch (got input: \(Shape.text(scores)) , target: \(Shape.text(targets))"
        : "only batches of spatial targets supported (3D tensors) but got targets of dimension: \(targets.count)"
    )
  }
}
