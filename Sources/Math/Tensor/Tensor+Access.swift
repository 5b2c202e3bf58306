extension Tensor {
  /// How many dimensions there are.
  public var rank: Int { shape.count }

  /// The values as float64, in row-major order.
  public var doubles: [Double] { Double.values(storage) }

  /// The values as integers, fractions dropped.
  public var integers: [Int64] {
    switch storage {
    case .int64(let values): values
    case .bool(let values): values.map { $0 ? 1 : 0 }
    case .float32(let values): values.map { Int64(truncating: Double($0)) }
    default: doubles.map { Int64(truncating: $0) }
    }
  }

  /// The values as truth values: true where they are not zero.
  public var booleans: [Bool] {
    if case .bool(let values) = storage { return values }
    return doubles.map { $0 != 0 }
  }

  /// The value at a row-major place.
  ///
  /// - Precondition: the place is within `count`.
  public subscript(flat place: Int) -> Number {
    switch storage {
    case .float64(let values): .float(values[place])
    case .float32(let values): .float(Double(values[place]))
    case .float16(let values): .float(Double(values[place]))
    case .int64(let values): .int(values[place])
    case .bool(let values): .bool(values[place])
    }
  }

  /// The one value of a tensor that holds a single one.
  public func item() throws(TensorError) -> Number {
    guard count == 1 else {
      throw TensorError(.runtime, "a Tensor with \(count) elements cannot be converted to Scalar")
    }
    return self[flat: 0]
  }

  /// Changes the kind of number; to the same kind it is free.
  public func cast(to dtype: DType) -> Tensor {
    if dtype == self.dtype { return self }
    switch dtype {
    case .float64: return Tensor(Double.values(storage), shape: shape)
    case .float32: return Tensor(Float.values(storage), shape: shape)
    case .float16: return Tensor(halves, shape: shape)
    case .int64: return Tensor(integers, shape: shape)
    case .bool: return Tensor(booleans, shape: shape)
    case .bfloat16:
      let values = Float.values(storage).map(\.roundedToBrain)
      return Tensor(shape: shape, storage: .float32(values), dtype: dtype)
    case .int32, .int16, .int8, .uint8:
      let values = integers.map(dtype.wrapped)
      return Tensor(shape: shape, storage: .int64(values), dtype: dtype)
    }
  }

  var halves: [Float16] {
    switch storage {
    case .float16(let values): values
    case .float32(let values): values.map { Float16($0) }
    default: doubles.map { Float16($0) }
    }
  }
}

extension DType {
  /// What PyTorch's C++ calls the kind in its messages: `Long`.
  public var scalarTypeName: String {
    switch self {
    case .float64: "Double"
    case .float32: "Float"
    case .float16: "Half"
    case .bfloat16: "BFloat16"
    case .int64: "Long"
    case .int32: "Int"
    case .int16: "Short"
    case .int8: "Char"
    case .uint8: "Byte"
    case .bool: "Bool"
    }
  }

  /// How far up the kinds are: a mixture takes the higher.
  private var level: Int {
    switch self {
    case .bool: 0
    case .uint8: 1
    case .int8: 2
    case .int16: 3
    case .int32: 4
    case .int64: 5
    case .float16, .bfloat16: 6
    case .float32: 7
    case .float64: 8
    }
  }

  /// The kind that two kinds meet in.
  public static func promote(_ a: DType, _ b: DType) -> DType {
    switch (a, b) {
    case (.uint8, .int8), (.int8, .uint8): .int16
    case (.float16, .bfloat16), (.bfloat16, .float16): .float32
    default: a.level >= b.level ? a : b
    }
  }
}

extension Tensor {
  /// The kind that the tensors meet in: those with dimensions decide, unless a scalar is of a
  /// higher category (a float beside integers).
  public static func resultType(_ tensors: [Tensor]) -> DType {
    var dimensioned: DType?
    var scalars: DType?
    for tensor in tensors {
      if tensor.rank > 0 {
        dimensioned = dimensioned.map { .promote($0, tensor.dtype) } ?? tensor.dtype
      } else {
        scalars = scalars.map { .promote($0, tensor.dtype) } ?? tensor.dtype
      }
    }
    guard let dimensioned else { return scalars ?? .float32 }
    guard let scalars else { return dimensioned }
    if dimensioned.isFloatingPoint { return dimensioned }
    return dimensioned == .bool || scalars.isFloatingPoint
      ? .promote(dimensioned, scalars) : dimensioned
  }
}
