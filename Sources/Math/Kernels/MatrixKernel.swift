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
          let isWanted = total * length > Interruption.stretch ? Interruption.current.isWanted : nil
          for k in 0..<batch { multiply(a, b, c, at: k, isWanted) }
        }
      }
      filled = total
    }
    return [result]
  }

  // Rows of B are added to a row of C in turn, four at a time: the innermost loop runs along memory,
  // and a number of C is fetched and put back once for four products.
  @inline(__always)
  private func multiply<S: FloatingScalar>(
    _ a: UnsafeBufferPointer<S>, _ b: UnsafeBufferPointer<S>, _ c: UnsafeMutableBufferPointer<S>,
    at k: Int, _ isInterrupted: (() -> Bool)?
  ) {
    let stretch = max(1, Interruption.stretch / max(1, length * columns))
    for i in 0..<rows {
      if let isInterrupted, i % stretch == 0, isInterrupted() { return }
      let left = k * rows * length + i * length
      let out = k * rows * columns + i * columns
      var l = 0
      while l + 4 <= length {
        let (p, q, r, s) = (a[left + l], a[left + l + 1], a[left + l + 2], a[left + l + 3])
        let first = k * length * columns + l * columns
        let (second, third, fourth) = (first + columns, first + 2 * columns, first + 3 * columns)
        for j in 0..<columns {
          c[out + j] =
            c[out + j] + p * b[first + j] + q * b[second + j] + r * b[third + j] + s * b[fourth + j]
        }
        l += 4
      }
      while l < length {
        let factor = a[left + l]
        let right = k * length * columns + l * columns
        for j in 0..<columns { c[out + j] += factor * b[right + j] }
        l += 1
      }
    }
  }
}
