/// A computation written once and run in float64 or float32.
protocol Kernel {
  /// Computes result arrays from input arrays, all in row-major order.
  func callAsFunction<S: FloatingScalar>(_ inputs: [[S]]) throws(TensorError) -> [[S]]
}

extension Tensor {
  /// Runs a kernel in a kind of number; float16 is computed in float32 and rounded once.
  static func run(
    _ kernel: some Kernel, on inputs: [Tensor], as dtype: DType
  ) throws(TensorError) -> [Storage] {
    switch dtype {
    case .float64: try kernel(inputs.map { Double.values($0.storage) }).map(Double.storage)
    case .float16:
      try kernel(inputs.map { Float.values($0.storage) }).map { .float16($0.map { Float16($0) }) }
    default: try kernel(inputs.map { Float.values($0.storage) }).map(Float.storage)
    }
  }

  /// Runs a kernel that has one result.
  static func run(
    _ kernel: some Kernel, on inputs: [Tensor], as dtype: DType, shape: [Int]
  ) throws(TensorError) -> Tensor {
    let result = Tensor(shape: shape, storage: try run(kernel, on: inputs, as: dtype)[0])
    return dtype == .bfloat16 ? result.cast(to: dtype) : result
  }
}
