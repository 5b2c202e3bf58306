/// Products of matrices: `C = A B`, with A (rows, length), B (length, columns), C (rows, columns), one after another in a batch.
struct MatrixKernel: Kernel {
  let batch: Int
  let rows: Int
  let length: Int
  let columns: Int

  func callAsFunction<S: FloatingScalar>(_ inputs: [[S]]) -> [[S]] {
    let total = batch * rows * columns
    let result = [S](unsafeUninitializedCapacity: total) { c, filled in
      if total > 0 { c.initialize(repeating: 0) }
      inputs[0].withUnsafeBufferPointer { a in
        inputs[1].withUnsafeBufferPointer { b in
          for k in 0..<batch { multiply(a, b, c, at: k) }
        }
      }
      filled = total
    }
    return [result]
  }

  // Rows of B are added to a row of C in turn, so the innermost loop runs along memory.
  @inline(__always)
  private func multiply<S: FloatingScalar>(
    _ a: UnsafeBufferPointer<S>, _ b: UnsafeBufferPointer<S>, _ c: UnsafeMutableBufferPointer<S>,
    at k: Int
  ) {
    for i in 0..<rows {
      let left = k * rows * length + i * length
      let out = k * rows * columns + i * columns
      for l in 0..<length {
        let factor = a[left + l]
        let right = k * length * columns + l * columns
        for j in 0..<columns { c[out + j] += factor * b[right + j] }
      }
    }
  }
}
