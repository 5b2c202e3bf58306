import Math

/// An operation that no gradient passes through: comparisons, whole numbers, places.
struct ValueOperator: Operator {
  let name: String
  let gradientName = "NotImplemented"
  private let compute: @Sendable ([Tensor]) throws -> Tensor

  init(_ name: String, _ compute: @escaping @Sendable ([Tensor]) throws -> Tensor) {
    self.name = name
    self.compute = compute
  }

  func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    do {
      return try compute(inputs)
    } catch let error as TensorError {
      throw error
    } catch {
      throw TensorError(.runtime, "\(name): \(error)")
    }
  }

  func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    inputs.map { _ in nil }
  }
}

/// An elementwise operation whose result is constant between jumps: its gradient is zero.
struct StepOperator: Operator {
  let name: String
  let gradientName: String
  private let compute: @Sendable ([Tensor]) throws(TensorError) -> Tensor

  init(
    _ name: String, _ gradientName: String,
    _ compute: @escaping @Sendable ([Tensor]) throws(TensorError) -> Tensor
  ) {
    self.name = name
    self.gradientName = gradientName
    self.compute = compute
  }

  func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor { try compute(inputs) }

  func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    inputs.map { $0.dtype.isFloatingPoint ? $0.filled(with: 0) : nil }
  }
}
