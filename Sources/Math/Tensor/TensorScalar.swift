import RealModule

/// A kind of number that a tensor's storage can hold.
public protocol TensorScalar: Sendable, Hashable {
  /// The name of the kind.
  static var dtype: DType { get }
  /// Puts an array of these numbers into storage.
  static func storage(_ values: [Self]) -> Tensor.Storage
}

/// A kind of number that kernels compute in: float64 or float32.
///
/// float16 is computed in float32 and rounded once at the end, as PyTorch does on a CPU.
public protocol FloatingScalar: TensorScalar, Real, BinaryFloatingPoint {
  /// Reads storage of any kind as numbers of this kind.
  static func values(_ storage: Tensor.Storage) -> [Self]
}

extension Double: FloatingScalar {
  /// The name of the kind.
  public static var dtype: DType { .float64 }
  /// Puts an array of these numbers into storage.
  public static func storage(_ values: [Double]) -> Tensor.Storage { .float64(values) }
  /// Reads storage of any kind as numbers of this kind.
  public static func values(_ storage: Tensor.Storage) -> [Double] {
    switch storage {
    case .float64(let values): values
    case .float32(let values): values.map(Double.init)
    case .float16(let values): values.map(Double.init)
    case .int64(let values): values.map(Double.init)
    case .bool(let values): values.map { $0 ? 1 : 0 }
    }
  }
}

extension Float: FloatingScalar {
  /// The name of the kind.
  public static var dtype: DType { .float32 }
  /// Puts an array of these numbers into storage.
  public static func storage(_ values: [Float]) -> Tensor.Storage { .float32(values) }
  /// Reads storage of any kind as numbers of this kind.
  public static func values(_ storage: Tensor.Storage) -> [Float] {
    switch storage {
    case .float64(let values): values.map(Float.init)
    case .float32(let values): values
    case .float16(let values): values.map(Float.init)
    case .int64(let values): values.map(Float.init)
    case .bool(let values): values.map { $0 ? 1 : 0 }
    }
  }
}

extension Float16: TensorScalar {
  /// The name of the kind.
  public static var dtype: DType { .float16 }
  /// Puts an array of these numbers into storage.
  public static func storage(_ values: [Float16]) -> Tensor.Storage { .float16(values) }
}

extension Int64: TensorScalar {
  /// The name of the kind.
  public static var dtype: DType { .int64 }
  /// Puts an array of these numbers into storage.
  public static func storage(_ values: [Int64]) -> Tensor.Storage { .int64(values) }
}

extension Bool: TensorScalar {
  /// The name of the kind.
  public static var dtype: DType { .bool }
  /// Puts an array of these numbers into storage.
  public static func storage(_ values: [Bool]) -> Tensor.Storage { .bool(values) }
}
