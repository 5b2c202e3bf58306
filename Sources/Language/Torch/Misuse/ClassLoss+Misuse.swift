import Math

/// What is probably not meant when a loss of classes is computed.
extension ClassLoss {
  /// Looks at what `F.cross_entropy` was given.
  func watchCrossEntropy(_ input: TensorObject, _ target: TensorObject) {
    guard interpreter.givesNotes else { return }
    if interpreter.looks(for: .probabilitiesAsLogits) {
      let rows = ClassRows(input.value)
      if input.origin == .softmax || input.node?.operation is Softmax || rows.areProbabilities {
        let floor = Logarithm().value(
          1 + Double(rows.classes - 1) / Exponential().value(1.0))
        interpreter.note(
          .probabilitiesAsLogits,
          "cross_entropy takes logits and applies log_softmax itself, but these rows are probabilities: "
            + "they add up to 1. So the loss cannot fall below \(NumberText.fixed(floor)) "
            + "with \(rows.classes) classes, and the gradients are small.",
          fix: "Give it the logits: leave out the softmax.")
      }
    }
    guard input.shape != target.shape else { return }
    watchTargets(input, target)
    if input.value.rank == 2, input.shape[1] == 1 {
      interpreter.note(
        .oneColumn,
        "The scores have one column, so every row's softmax is 1 and the loss is always 0.",
        fix: "Use F.binary_cross_entropy_with_logits for one logit a row, or give two columns.")
    }
    watchClassDimension(input)
  }

  /// Looks at what `F.nll_loss` was given.
  func watchLikelihood(_ input: TensorObject, _ target: TensorObject) {
    guard interpreter.givesNotes else { return }
    watchTargets(input, target)
    guard input.origin != .logSoftmax, interpreter.looks(for: .logitsAsLogs) else { return }
    let rows = ClassRows(input.value)
    if input.origin == .softmax || rows.areProbabilities {
      interpreter.note(
        .probabilitiesAsLogs,
        "nll_loss takes log-probabilities and only picks and negates, but these are probabilities: the "
          + "loss is -p of the target, never above 0.",
        fix: "Use F.log_softmax instead of softmax, or F.cross_entropy on the logits.")
    } else if !rows.areLogProbabilities {
      interpreter.note(
        .logitsAsLogs,
        "nll_loss takes log-probabilities, but the exponentials of these rows do not add up to 1: they "
          + "look like logits, and the loss is only -z of the target.",
        fix: "Apply F.log_softmax first, or use F.cross_entropy on the logits.")
    }
  }

  /// What a mean over the targets makes of them.
  private func watchTargets(_ input: TensorObject, _ target: TensorObject) {
    guard reduction == .mean, target.dtype == .int64 else { return }
    let isSmall = target.value.count <= 64 || interpreter.looks(for: .allIgnored)
    guard isSmall, target.value.count > 0 else { return }
    let kept = target.value.integers.count { $0 != Int64(ignored) }
    if kept == 0 {
      interpreter.note(
        .allIgnored,
        "All targets are \(ignored), which is ignored: the mean is taken over nothing, 0/0 = nan.",
        fix: "Leave such a batch out, or use reduction='sum' and divide by max(count, 1).")
    } else if kept == 1, weight != nil {
      interpreter.note(
        .weightsCancel,
        "Only one target counts, and the mean divides by its weight: the class weights cancel.",
        fix: "Use reduction='sum', or a larger batch.")
    }
  }

  /// Scores of shape (N, L, C), where (N, C, L) is wanted, are noticed by their last layer.
  private func watchClassDimension(_ input: TensorObject) {
    guard input.value.rank == 3, input.shape[1] == input.shape[2], input.shape[1] > 1,
      input.origin != .permuted
    else { return }
    interpreter.note(
      .classesLast,
      "Scores of shape \(Shape.text(input.shape)) are read as (N, C, L): the classes lie along "
        + "dimension 1. If they lie along the last dimension, the loss is wrong without an error.",
      fix: "For scores of shape (N, L, C) give scores.transpose(1, 2).")
  }
}

extension Interpreter {
  /// Looks whether a softmax runs over the batch.
  func watchSoftmax(_ input: TensorObject, dim: Int) {
    guard givesNotes, input.value.rank == 2, dim == 0 || dim == -2, input.shape[0] > 1,
      input.shape[1] > 1
    else { return }
    note(
      .softmaxOverBatch,
      "dim=0 makes the columns add up to 1: each example's share then depends on the others in the batch.",
      fix: "Use dim=1 (or -1), so that each row of scores becomes probabilities.")
  }

  /// Looks whether probabilities were given where logits are wanted.
  func watchLogits(_ input: TensorObject) {
    guard givesNotes, input.origin == .sigmoid || input.node?.operation is Sigmoid else { return }
    note(
      .sigmoidTwice,
      "binary_cross_entropy_with_logits applies the sigmoid itself, but these scores went through one "
        + "already: they are squeezed into 0.5 to 0.7311.",
      fix: "Give it the logits: leave out the sigmoid, or use F.binary_cross_entropy.")
  }

  /// Says that a gradient still holds what an update has used already.
  func noteStaleGradient() {
    note(
      .staleGradient,
      "A gradient that an update has used already was still there, and this one was added to it.",
      fix: "Call optimizer.zero_grad() (or w.grad = None) before each backward().")
  }

  /// Says that an optimizer found nothing to go by.
  func noteNoGradient() {
    note(
      .noGradient, "No parameter has a gradient, so step() changed nothing.",
      fix: "Call loss.backward() before step(), and zero_grad() not between the two.")
  }
}
