/// A computation on one row of numbers at a time.
protocol RowKernel {
  /// Reads a row of each input and writes a row of results, every one of them.
  func callAsFunction<S: FloatingScalar>(
    _ rows: Rows<S>, into result: UnsafeMutableBufferPointer<S>)
}

/// One row of each of up to three inputs.
struct Rows<S> {
  let first: UnsafeBufferPointer<S>
  let second: UnsafeBufferPointer<S>
  let third: UnsafeBufferPointer<S>
}

/// Runs a row kernel on every row.
struct EveryRow<Row: RowKernel>: Kernel {
  let row: Row
  let count: Int
  /// How many results each row has.
  let width: Int

  func callAsFunction<S: FloatingScalar>(_ inputs: [[S]]) throws(TensorError) -> [[S]] {
    let length = max(width, inputs[0].count / max(1, count))
    let stretch = max(1, Interruption.elements / max(1, length))
    let asks = count * length > Interruption.elements
    var done = count
    let result = [S](unsafeUninitializedCapacity: count * width) { buffer, filled in
      inputs[0].withUnsafeBufferPointer { first in
        (inputs.count > 1 ? inputs[1] : []).withUnsafeBufferPointer { second in
          (inputs.count > 2 ? inputs[2] : []).withUnsafeBufferPointer { third in
            let lengths = (
              first.count / max(1, count), second.count / max(1, count),
              third.count / max(1, count)
            )
            for i in 0..<count {
              if asks, i % stretch == 0, Interruption.isWantedNow {
                done = i
                break
              }
              row(
                Rows(
                  first: slice(first, i, lengths.0), second: slice(second, i, lengths.1),
                  third: slice(third, i, lengths.2)),
                into: UnsafeMutableBufferPointer(
                  rebasing: buffer[i * width..<(i + 1) * width]))
            }
          }
        }
      }
      filled = done * width
    }
    if done < count { throw .interrupted }
    return [result]
  }

  @inline(__always)
  private func slice<S>(
    _ values: UnsafeBufferPointer<S>, _ i: Int, _ length: Int
  ) -> UnsafeBufferPointer<S> {
    UnsafeBufferPointer(rebasing: values[i * length..<(i + 1) * length])
  }
}

extension Tensor {
  /// Runs a row kernel along one dimension of inputs of one shape; the results have that shape too.
  static func along(
    _ dim: Int, _ row: some RowKernel, on inputs: [Tensor], as dtype: DType
  ) throws(TensorError) -> Tensor {
    let shape = inputs[0].shape
    let axis = try Shape.dimension(dim, rank: shape.count)
    if inputs[0].count == 0 { return Tensor.zeros(shape, dtype: dtype) }
    var moved: [Tensor] = []
    for input in inputs { moved.append(try input.transpose(axis, -1)) }
    let width = shape.isEmpty ? 1 : shape[axis]
    let kernel = EveryRow(row: row, count: inputs[0].count / width, width: width)
    let result = try Tensor.run(kernel, on: moved, as: dtype, shape: moved[0].shape)
    return try result.transpose(axis, -1)
  }

  /// The tensor with the dimensions to be reduced moved to the end: rows of what is reduced together.
  func lanes(_ dims: [Int]?) throws(TensorError) -> Lanes {
    let all = Array(0..<max(rank, 1))
    let named = dims.map { $0.isEmpty ? all : $0 } ?? all
    let reduced = try Shape.dimensions(named, rank: rank).sorted()
    if rank == 0 {
      return Lanes(rows: self, count: 1, length: 1, kept: [], keptWithOnes: [])
    }
    let kept = (0..<rank).filter { !reduced.contains($0) }
    return Lanes(
      rows: try permute(kept + reduced),
      count: Shape.count(kept.map { shape[$0] }),
      length: Shape.count(reduced.map { shape[$0] }),
      kept: kept.map { shape[$0] },
      keptWithOnes: (0..<rank).map { reduced.contains($0) ? 1 : shape[$0] })
  }

  /// Runs a row kernel that makes one number of each row.
  func reduce(
    _ row: some RowKernel, _ dims: [Int]?, keepsDims: Bool, as dtype: DType? = nil
  ) throws(TensorError) -> Tensor {
    let lanes = try lanes(dims)
    let shape = keepsDims ? lanes.keptWithOnes : lanes.kept
    let kernel = EveryRow(row: row, count: lanes.count, width: 1)
    return try Tensor.run(kernel, on: [lanes.rows], as: dtype ?? self.dtype, shape: shape)
  }
}

/// A tensor as rows of the values that are reduced together.
struct Lanes {
  let rows: Tensor
  let count: Int
  let length: Int
  let kept: [Int]
  let keptWithOnes: [Int]
}
