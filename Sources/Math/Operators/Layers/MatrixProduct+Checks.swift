extension MatrixProduct {
  /// Refuses shapes and kinds that do not fit together, in PyTorch's words.
  static func check(
    _ a: Tensor, _ b: Tensor, _ left: Tensor, _ right: Tensor
  ) throws(TensorError) {
    if left.shape[left.rank - 1] != right.shape[right.rank - 2] {
      throw TensorError(.runtime, mismatch(a, b, left, right))
    }
    guard a.dtype == b.dtype else { throw TensorError(.runtime, mixture(a, b)) }
    guard a.dtype != .bool else { throw .notImplemented("addmm_impl_cpu_", for: .bool) }
  }

  private static func mismatch(
    _ a: Tensor, _ b: Tensor, _ left: Tensor, _ right: Tensor
  ) -> String {
    let (length, other) = (left.shape[left.rank - 1], right.shape[right.rank - 2])
    // Where one side is a single matrix, the other's batches are its rows.
    let rows = left.shape.dropLast().reduce(1, *)
    switch (a.rank, b.rank) {
    case (1, 1):
      return
        "inconsistent tensor size, expected tensor [\(length)] and src [\(other)] to have the same number of elements, but got \(length) and \(other) elements respectively"
    case (_, 1):
      return "size mismatch, got input (\(rows)), mat (\(rows)x\(length)), vec (\(other))"
    case (_, 2):
      return
        "mat1 and mat2 shapes cannot be multiplied (\(rows)x\(length) and \(other)x\(b.shape[1]))"
    default:
      let batch = try? Shape.broadcast(
        Array(left.shape.dropLast(2)), Array(right.shape.dropLast(2)))
      let count = Shape.count(batch ?? [])
      return
        "Expected size for first two dimensions of batch2 tensor to be: [\(count), \(length)] but got: [\(count), \(other)]."
    }
  }

  private static func mixture(_ a: Tensor, _ b: Tensor) -> String {
    let names = [a, b].map(\.dtype.scalarTypeName)
    switch (a.rank, b.rank) {
    case (1, 1):
      return "dot : expected both vectors to have same dtype, but found \(names[0]) and \(names[1])"
    case (_, 1):
      return
        "addmv input tensors must have the same dtype, but got \(names[1]), \(names[0]), and \(names[1])"
    case (_, 2):
      return
        "expected m1 and m2 to have the same dtype, but got: \(a.dtype.cName) != \(b.dtype.cName)"
    default: return "expected scalar type \(names[0]) but found \(names[1])"
    }
  }
}
