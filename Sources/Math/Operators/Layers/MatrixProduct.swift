// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation
/// `C[i, j] = Σ_k A[i, k] B[k, j]`, over the last two dimensions; those before broadcast.
///
/// A vector on the left is a row, on the right a column, and its dimension leaves the result.
public struct MatrixProduct: Operator {
  public let name = "matmul"
  public let gradientName = "MmBackward0"

  public init() {}

  public func gradientName(for inputs: [Tensor]) -> String {
    switch (inputs[0].rank, inputs[1].rank) {
    case (1, 1): "DotBackward0"
    case (2, 1): "MvBackward0"
    case (1, 2): "SqueezeBackward4"
    case (2, 2): gradientName
    default: "UnsafeViewBackward0"
    }
  }

  public func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    let (a, b) = (inputs[0], inputs[1])
    guard a.rank > 0, b.rank > 0 else {
      throw TensorError(
        .runtime,
        "both arguments to matmul need to be at least 1D, but they are \(a.rank)D and \(b.rank)D")
    }
    let (left, right) = (try a.asMatrices(onLeft: true), try b.asMatrices(onLeft: false))
    try Self.check(a, b, left, right)
    let product = try multiply(left, right)
    let tail =
      (a.rank == 1 ? [] : [left.shape[left.rank - 2]])
      + (b.rank == 1 ? [] : [right.shape[right.rank - 1]])
    return try product.reshape(Array(product.shape.dropLast(2)) + tail)
  }

  // forward: C = A B;  backward: dA = dC Bᵀ, dB = Aᵀ dC, summed over what was repeated
  public func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    try backward(upstream, inputs: inputs, output: output, wanted: [true, true])
  }

  public func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor, wanted: [Bool]
  ) throws(TensorError) -> [Tensor?] {
    let left = try inputs[0].asMatrices(onLeft: true)
    let right = try inputs[1].asMatrices(onLeft: false)
    let batch = try Shape.broadcast(
      Array(left.shape.dropLast(2)), Array(right.shape.dropLast(2)))
    let dC = try upstream.reshape(
      batch + [left.shape[left.rank - 2], right.shape[right.rank - 1]])
    let dA =
      wanted[0] ? try multiply(dC, right, isRightTransposed: true).reduced(like: left) : nil
    let dB =
      wanted[1] ? try multiply(left, dC, isLeftTransposed: true).reduced(like: right) : nil
    return [try dA?.reshape(inputs[0].shape), try dB?.reshape(inputs[1].shape)]
  }

  /// The product over the last two dimensions, of a matrix itself or of its transpose.
  private func multiply(
    _ a: Tensor, _ b: Tensor, isLeftTransposed: Bool = false, isRightTransposed: Bool = false
  ) throws(TensorError) -> Tensor {
    let (aRows, aColumns) = (a.shape[a.rank - 2], a.shape[a.rank - 1])
    let (bRows, bColumns) = (b.shape[b.rank - 2], b.shape[b.rank - 1])
    let (rows, length) = isLeftTransposed ? (aColumns, aRows) : (aRows, aColumns)
    let columns = isRightTransposed ? bRows : bColumns
    let batch = try Shape.broadcast(Array(a.shape.dropLast(2)), Array(b.shape.dropLast(2)))
    for shape in [[rows, length], [length, columns], [rows, columns]] {
      try Shape.check(batch + shape)
    }
    let kernel = MatrixKernel(
      batch: Shape.count(batch), rows: rows, length: length, columns: columns,
      isLeftTransposed: isLeftTransposed, isRightTransposed: isRightTransposed)
    return try kernel(
      a.broadcast(to: batch + [aRows, aColumns]),
      b.broadcast(to: batch + [bRows, bColumns]),
      shape: batch + [rows, columns])
  }

  public func tell(_ inputs: [Int], in story: inout Story) throws(TensorError) -> Int {
    let (a, b) = (story.steps[inputs[0]].value, story.steps[inputs[1]].value)
    guard a.rank <= 2, b.rank <= 2, a.rank > 0, b.rank > 0 else {
      return try story.apply(self, to: inputs)
    }
    _ = try forward([a, b])
    return try story.step(.product(inputs[0], inputs[1]))
  }
}

extension Tensor {
  /// The tensor as matrices: a vector becomes a row on the left, a column on the right.
  fileprivate func asMatrices(onLeft: Bool) throws(TensorError) -> Tensor {
    rank == 1 ? try reshape(onLeft ? [1, count] : [count, 1]) : self
  }
}
