import Math

extension Comparison {
  /// The comparison of two tensors, element by element.
  var operation: ValueOperator {
    let rule: Math.Comparison =
      switch self {
      case .equal: .equal
      case .notEqual: .notEqual
      case .less: .less
      case .lessOrEqual: .lessOrEqual
      case .greater: .greater
      case .greaterOrEqual: .greaterOrEqual
      }
    return ValueOperator(dunders.0) { try Tensor.compare($0[0], rule, $0[1]) }
  }
}

/// Operations on the bits of whole numbers, and on truth values.
enum Bitwise {
  static let and = pairs("bitwise_and", "bitwise_and") { $0 & $1 }
  static let or = pairs("bitwise_or", "bitwise_or") { $0 | $1 }
  static let exclusiveOr = pairs("bitwise_xor", "bitwise_xor") { $0 ^ $1 }
  static let leftShift = pairs("bitwise_left_shift", "lshift") { $0 << $1 }
  static let rightShift = pairs("bitwise_right_shift", "rshift") { $0 >> $1 }

  static let not = ValueOperator("bitwise_not") { inputs in
    let x = inputs[0]
    switch x.storage {
    case .bool(let values): return try Tensor(mapped(values) { !$0 }, shape: x.shape)
    case .int64(let values):
      return try Tensor(mapped(values) { ~$0 }, shape: x.shape).cast(to: x.dtype)
    default:
      throw TensorError(
        .notImplemented, "\"bitwise_not_cpu\" not implemented for '\(x.dtype.scalarTypeName)'")
    }
  }

  private static func pairs(
    _ name: String, _ kernel: String, _ rule: @escaping @Sendable (Int64, Int64) -> Int64
  ) -> ValueOperator {
    ValueOperator(name) { inputs in
      let dtype = Tensor.resultType(inputs)
      if dtype.isFloatingPoint {
        throw TensorError(
          .notImplemented, "\"\(kernel)_cpu\" not implemented for '\(dtype.scalarTypeName)'")
      }
      let shape = try Shape.broadcast(inputs[0].shape, inputs[1].shape)
      let a = try inputs[0].expand(shape).integers
      let b = try inputs[1].expand(shape).integers
      return try Tensor(zipped(a, b, rule), shape: shape).cast(to: dtype)
    }
  }
}
