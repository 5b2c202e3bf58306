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
  public let storage: Storage
  /// The kind of number held; a narrow kind is kept in the storage of a wider one.
  public let dtype: DType

  /// Makes a tensor of values that are already in row-major order.
  ///
  /// - Precondition: there are exactly as many values as `shape` has places.
  public init(shape: [Int], storage: Storage) {
    self.shape = shape
    self.storage = storage
    dtype = storage.dtype
    precondition(count == shape.reduce(1, *), "a tensor of shape \(shape) got \(count) values")
  }

  /// Makes a tensor of a narrow kind, whose values fit it already.
  init(shape: [Int], storage: Storage, dtype: DType) {
    self.shape = shape
    self.storage = storage
    self.dtype = dtype
    precondition(dtype.stored == storage.dtype, "\(dtype) is not kept in \(storage.dtype)")
    precondition(count == shape.reduce(1, *), "a tensor of shape \(shape) got \(count) values")
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
