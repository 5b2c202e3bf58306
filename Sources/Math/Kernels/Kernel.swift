/// A computation written once and run in float64 or float32.
protocol Kernel {
  /// Computes result arrays from input arrays, all in row-major order.
  func callAsFunction<S: FloatingScalar>(_ inputs: [[S]]) -> [[S]]
}

extension Tensor {
  /// Runs a kernel in a kind of number; float16 is computed in float32 and rounded once.
  static func run(_ kernel: some Kernel, on inputs: [Tensor], as dtype: DType) -> [Storage] {
    switch dtype {
    case .float64:
      kernel(inputs.map { Double.values($0.storage) }).map(Double.storage)
    case .float16:
      kernel(inputs.map { Float.values($0.storage) }).map { .float16($0.map { Float16($0) }) }
    default: kernel(inputs.map { Float.values($0.storage) }).map(Float.storage)
    }
  }

  /// Runs a kernel that has one result.
  static func run(
    _ kernel: some Kernel, on inputs: [Tensor], as dtype: DType, shape: [Int]
  ) -> Tensor {
    let result = Tensor(shape: shape, storage: run(kernel, on: inputs, as: dtype)[0])
    return dtype == .bfloat16 ? result.cast(to: dtype) : result
  }
}

/// Applies a function to every value.
@inline(__always)
func mapped<S, T>(_ values: [S], _ function: (S) -> T) -> [T] {
  if values.count > Interruption.stretch { return mappedInStretches(values, function) }
  return [T](unsafeUninitializedCapacity: values.count) { result, count in
    values.withUnsafeBufferPointer { values in
      for i in 0..<values.count { result.initializeElement(at: i, to: function(values[i])) }
      count = values.count
    }
  }
}

/// Applies a function to the values of two arrays of one length, pair by pair.
@inline(__always)
func zipped<S, U, T>(_ a: [S], _ b: [U], _ function: (S, U) -> T) -> [T] {
  [T](unsafeUninitializedCapacity: a.count) { result, count in
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        precondition(a.count == b.count)
        for i in 0..<a.count { result.initializeElement(at: i, to: function(a[i], b[i])) }
        count = a.count
      }
    }
  }
}

/// Applies a function to the values of three arrays of one length.
@inline(__always)
func zipped<S>(_ a: [S], _ b: [S], _ c: [S], _ function: (S, S, S) -> S) -> [S] {
  [S](unsafeUninitializedCapacity: a.count) { result, count in
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        c.withUnsafeBufferPointer { c in
          precondition(a.count == b.count && a.count == c.count)
          for i in 0..<a.count { result.initializeElement(at: i, to: function(a[i], b[i], c[i])) }
          count = a.count
        }
      }
    }
  }
}

/// Applies a function to very many values, asking now and then whether to go on.
private func mappedInStretches<S, T>(_ values: [S], _ function: (S) -> T) -> [T] {
  let isWanted = Interruption.current.isWanted
  return [T](unsafeUninitializedCapacity: values.count) { result, count in
    var isStopped = false
    for i in 0..<values.count {
      if i % (Interruption.stretch / 8) == 0, i > 0, isWanted?() == true { isStopped = true }
      result.initializeElement(at: i, to: isStopped ? result[0] : function(values[i]))
    }
    count = values.count
  }
}
