extension NegativeLogLikelihood {
  /// Refuses shapes and kinds that do not fit together, in PyTorch's words and its order.
  static func check(_ inputs: [Tensor]) throws(TensorError) {
    try checkShapes(inputs[0], inputs[1])
    let dtype = inputs[0].dtype
    guard inputs[1].dtype == .int64 || inputs[1].dtype == .uint8 else {
      throw TensorError(
        .runtime,
        "expected target dtype to be Long or Byte, but got \(inputs[1].dtype.scalarTypeName)")
    }
    guard dtype.isFloatingPoint else { throw .notImplemented("nll_loss_out_frame", for: dtype) }
    guard inputs.count > 2 else { return }
    let (weights, classes) = (inputs[2], inputs[0].shape[inputs[0].rank == 1 ? 0 : 1])
    guard weights.shape == [classes] else {
      throw TensorError(
        .runtime,
        "weight tensor should be defined either for all \(classes) classes or no classes but got weight tensor of shape: \(Shape.text(weights.shape))"
      )
    }
    guard weights.dtype == dtype else {
      throw TensorError(
        .runtime,
        "expected scalar type \(dtype.scalarTypeName) but found \(weights.dtype.scalarTypeName)")
    }
  }

  private static func checkShapes(_ logs: Tensor, _ targets: Tensor) throws(TensorError) {
    switch logs.rank {
    case 0: throw TensorError(.value, "Expected 1 or more dimensions (got 0)")
    case 1:
      if targets.rank > 1 { throw multiTarget }
      if targets.count != 1 {
        throw TensorError(
          .value,
          "For 1D input, 1D target must have size 1, but got target size: \(targets.count)")
      }
    default:
      guard targets.shape.first == logs.shape[0] else {
        throw TensorError(
          .value,
          "Expected input batch_size (\(logs.shape[0])) to match target batch_size (\(targets.shape.first ?? 0))."
        )
      }
      if logs.rank == 2 && targets.rank > 1 { throw multiTarget }
      let expected = [logs.shape[0]] + logs.shape.dropFirst(2)
      if targets.shape != expected { throw positions(logs, targets, expected) }
    }
  }

  private static let multiTarget = TensorError(
    .runtime, "0D or 1D target tensor expected, multi-target not supported")

  private static func positions(
    _ logs: Tensor, _ targets: Tensor, _ expected: [Int]
  ) -> TensorError {
    guard logs.rank == 4 else {
      return TensorError(
        .runtime,
        "Expected target size \(Shape.text(expected)), got \(Shape.text(targets.shape))")
    }
    return TensorError(
      .runtime,
      targets.rank == 3
        ? "size mismatch (got input: \(Shape.text(logs.shape)) , target: \(Shape.text(targets.shape))"
        : "only batches of spatial targets supported (3D tensors) but got targets of dimension: \(targets.rank)"
    )
  }
}
