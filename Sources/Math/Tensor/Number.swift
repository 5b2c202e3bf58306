/// A plain number as a program writes it, or as `item()` gives it back.
public enum Number: Sendable, Hashable {
  case bool(Bool)
  case int(Int64)
  case float(Double)

  /// The number as float64.
  public var double: Double {
    switch self {
    case .bool(let value): value ? 1 : 0
    case .int(let value): Double(value)
    case .float(let value): value
    }
  }
}

extension Tensor {
  /// Makes the scalar tensor that stands for a plain number beside a tensor.
  ///
  /// A plain number never widens a tensor's kind: `x * 2.0` stays float32, and float16 stays
  /// float16. Beside an integer tensor a plain float gives the default kind.
  /// Beside a float16 tensor whose `rank` is not 0 the number keeps float32's precision, as in
  /// PyTorch's kernels.
  public static func wrapped(
    _ number: Number, beside dtype: DType, rank: Int = 0, default defaultDType: DType = .float32
  ) -> Tensor {
    let floating =
      dtype == .float16 && rank > 0 || dtype == .bfloat16 && rank > 0 ? DType.float32 : dtype
    return switch number {
    case .bool(let value):
      dtype == .bool ? Tensor(value) : Tensor(value ? 1 : 0, dtype: floating)
    case .int(let value):
      dtype.isFloatingPoint
        ? Tensor(Double(value), dtype: floating)
        : Tensor(shape: [], storage: .int64([value])).cast(to: dtype == .bool ? .int64 : dtype)
    case .float(let value):
      Tensor(value, dtype: dtype.isFloatingPoint ? floating : defaultDType)
    }
  }
}
