/// A shape, a kind of number and row-major values; nothing about a tensor ever changes in place.
public struct Tensor: Sendable, Hashable {
  /// The values in row-major order, in an array of their own kind.
  public enum Storage: Sendable, Hashable {
    case float64([Double])
    case float32([Float])
    case float16([Float16])
    case int64([Int64])
    case bool([Bool])
  }

  /// The length of each dimension; empty for a scalar.
  public let shape: [Int]
  /// The values, `shape`'s product of them.
  public private(set) var storage: Storage
  /// The kind of number held; a narrow kind is kept in the storage of a wider one.
  public let dtype: DType

  /// Makes a tensor of values that are already in row-major order.
  ///
  /// - Precondition: there are exactly as many values as `shape` has places.
  public init(shape: [Int], storage: Storage) {
    self.shape = shape
    self.storage = storage
    dtype = storage.dtype
    precondition(count == Shape.count(shape), "a tensor of shape \(shape) got \(count) values")
  }

  /// Makes a tensor of a narrow kind, whose values fit it already.
  init(shape: [Int], storage: Storage, dtype: DType) {
    self.shape = shape
    self.storage = storage
    self.dtype = dtype
    precondition(dtype.stored == storage.dtype, "\(dtype) is not kept in \(storage.dtype)")
    precondition(count == Shape.count(shape), "a tensor of shape \(shape) got \(count) values")
  }

  /// How many values there are.
  public var count: Int {
    switch storage {
    case .float64(let values): values.count
    case .float32(let values): values.count
    case .float16(let values): values.count
    case .int64(let values): values.count
    case .bool(let values): values.count
    }
  }
}

extension Tensor.Storage {
  /// The kind of number that has this storage for its own.
  var dtype: DType {
    switch self {
    case .float64: .float64
    case .float32: .float32
    case .float16: .float16
    case .int64: .int64
    case .bool: .bool
    }
  }
}

extension Tensor {
  /// Steps against a gradient: `w −= rate · g`, in place where nobody else holds the values.
  ///
  /// - Precondition: the gradient has the tensor's shape and kind.
  public mutating func descend(along gradient: Tensor, rate: Double) {
    precondition(shape == gradient.shape && dtype == gradient.dtype, "a gradient of another shape")
    switch storage {
    case .float64(var values):
      storage = .float64([])
      move(&values, Double.values(gradient.storage), rate)
      storage = .float64(values)
    case .float32(var values):
      storage = .float32([])
      move(&values, Float.values(gradient.storage), Float(rate))
      storage = .float32(dtype == .bfloat16 ? values.map(\.roundedToBrain) : values)
    case .float16(let halves):
      var values = halves.map(Float.init)
      move(&values, Float.values(gradient.storage), Float(rate))
      storage = .float16(values.map { Float16($0) })
    case .int64, .bool: preconditionFailure("\(dtype) has no gradients")
    }
  }
}

private func move<S: FloatingScalar>(_ values: inout [S], _ gradients: [S], _ rate: S) {
  values.withUnsafeMutableBufferPointer { values in
    gradients.withUnsafeBufferPointer { gradients in
      for i in values.indices { values[i] -= rate * gradients[i] }
    }
  }
}
