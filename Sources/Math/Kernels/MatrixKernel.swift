import CVector

/// Products of matrices: `C = A B`, with A (rows, length), B (length, columns), C (rows, columns), one after another in a batch.
///
/// A matrix may also be stored as its transpose: it is then only read along the other way.
struct MatrixKernel {
  var batch = 1
  let rows: Int
  let length: Int
  let columns: Int
  /// Whether A is stored as (length, rows).
  var isLeftTransposed = false
  /// Whether B is stored as (columns, length).
  var isRightTransposed = false

  func callAsFunction<S: FloatingScalar>(_ a: [S], _ b: [S]) throws(TensorError) -> [S] {
    let total = batch * rows * columns
    precondition(a.count >= batch * rows * length && b.count >= batch * length * columns)
    let product = [S](unsafeUninitializedCapacity: total) { c, filled in
      guard length > 0, total > 0 else {
        c[..<total].initialize(repeating: 0)
        filled = total
        return
      }
      a.withUnsafeBufferPointer { a in
        b.withUnsafeBufferPointer { b in
          for k in 0..<batch {
            let isWhole = multiply(
              UnsafeBufferPointer(rebasing: a[(k * rows * length)...]),
              UnsafeBufferPointer(rebasing: b[(k * length * columns)...]),
              UnsafeMutableBufferPointer(rebasing: c[(k * rows * columns)...]))
            guard isWhole else { return }
          }
          filled = total
        }
      }
    }
    if product.count < total { throw .interrupted }
    return product
  }

  /// One product; a long one asks now and then whether to go on, and says whether it did.
  @inline(__always)
  private func multiply<S: FloatingScalar>(
    _ a: UnsafeBufferPointer<S>, _ b: UnsafeBufferPointer<S>, _ c: UnsafeMutableBufferPointer<S>
  ) -> Bool {
    let (aRow, aColumn) = isLeftTransposed ? (1, rows) : (length, 1)
    let (bRow, bColumn) = isRightTransposed ? (1, length) : (columns, 1)
    let work = batch * rows * length * columns
    let isWanted = work > Interruption.stretch ? Interruption.current.isWanted : nil
    let stretch = isWanted == nil ? rows : max(4, Interruption.stretch / (length * columns))
    var first = 0
    while first < rows {
      let count = min(stretch, rows - first)
      if isWanted?() == true { return false }
      S.product(
        UnsafeBufferPointer(rebasing: a[(first * aRow)...]), aRow, aColumn, b, bRow, bColumn,
        into: UnsafeMutableBufferPointer(rebasing: c[(first * columns)...]),
        (rows: count, length: length, columns: columns))
      first += count
    }
    return true
  }
}

extension FloatingScalar {
  @inline(__always)
  fileprivate static func product(
    _ a: UnsafeBufferPointer<Self>, _ aRow: Int, _ aColumn: Int,
    _ b: UnsafeBufferPointer<Self>, _ bRow: Int, _ bColumn: Int,
    into c: UnsafeMutableBufferPointer<Self>, _ size: (rows: Int, length: Int, columns: Int)
  ) {
    // C knows the two types apart, and only by their own names.
    if Self.self == Double.self {
      a.withMemoryRebound(to: Double.self) { a in
        b.withMemoryRebound(to: Double.self) { b in
          c.withMemoryRebound(to: Double.self) { c in
            cvector_product_double(
              a.baseAddress, aRow, aColumn, b.baseAddress, bRow, bColumn, c.baseAddress,
              size.rows, size.length, size.columns)
          }
        }
      }
    } else {
      a.withMemoryRebound(to: Float.self) { a in
        b.withMemoryRebound(to: Float.self) { b in
          c.withMemoryRebound(to: Float.self) { c in
            cvector_product_float(
              a.baseAddress, aRow, aColumn, b.baseAddress, bRow, bColumn, c.baseAddress,
              size.rows, size.length, size.columns)
          }
        }
      }
    }
  }
}

extension MatrixKernel {
  /// The product of two tensors' values, which are of one kind; float16 is computed in float32.
  func callAsFunction(_ a: Tensor, _ b: Tensor, shape: [Int]) throws(TensorError) -> Tensor {
    switch a.dtype {
    case .float32, .float16, .bfloat16:
      try Tensor(self(Float.values(a.storage), Float.values(b.storage)), shape: shape)
        .cast(to: a.dtype)
    default:
      try Tensor(self(Double.values(a.storage), Double.values(b.storage)), shape: shape)
        .cast(to: a.dtype)
    }
  }
}
