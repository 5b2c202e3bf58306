/// The kind of number a tensor holds.
public enum DType: String, Sendable, Hashable, CaseIterable {
  case float64, float32, float16, bfloat16, int64, int32, int16, int8, uint8, bool

  /// Whether gradients can flow through numbers of this kind.
  public var isFloatingPoint: Bool {
    switch self {
    case .float64, .float32, .float16, .bfloat16: true
    case .int64, .int32, .int16, .int8, .uint8, .bool: false
    }
  }

  /// Whether the numbers are whole, and not truth values.
  public var isInteger: Bool { !isFloatingPoint && self != .bool }

  /// The kind whose storage holds these numbers: the narrow kinds have none of their own.
  public var stored: DType {
    switch self {
    case .bfloat16: .float32
    case .int32, .int16, .int8, .uint8: .int64
    case .float64, .float32, .float16, .int64, .bool: self
    }
  }

  /// A number rounded as a kernel of this kind rounds it on the way.
  func rounded<S: FloatingScalar>(_ number: S) -> S {
    switch self {
    case .float16: S(Float16(Float(number)))
    case .bfloat16: S(Float(number).roundedToBrain)
    default: number
    }
  }

  /// Whether kernels compute this kind in float32.
  var isNarrowFloat: Bool { self == .float16 || self == .bfloat16 }

  /// A whole number cut to as many bits as this kind has, as C++ cuts it.
  func wrapped(_ number: Int64) -> Int64 {
    switch self {
    case .int32: Int64(Int32(truncatingIfNeeded: number))
    case .int16: Int64(Int16(truncatingIfNeeded: number))
    case .int8: Int64(Int8(truncatingIfNeeded: number))
    case .uint8: Int64(UInt8(truncatingIfNeeded: number))
    default: number
    }
  }
}

extension Float {
  /// The nearest bfloat16: the upper half of the bits, ties to even.
  var roundedToBrain: Float {
    if isNaN { return self }
    let bits = bitPattern
    return Float(bitPattern: (bits &+ 0x7FFF &+ (bits >> 16 & 1)) & 0xFFFF_0000)
  }
}

extension DType {
  /// The distance from 1 to the next number of this kind, as a number of its own: 2⁻²³ for float32.
  ///
  /// Zero for whole numbers and truth values, which are never rounded.
  public var epsilon: Double {
    switch self {
    case .float64: 0x1p-52
    case .float32: 0x1p-23
    case .float16: 0x1p-10
    case .bfloat16: 0x1p-7
    case .int64, .int32, .int16, .int8, .uint8, .bool: 0
    }
  }

  /// Below this, numbers have fewer digits the smaller they are.
  public var leastNormal: Double {
    switch self {
    case .float64: 0x1p-1022
    case .float32, .bfloat16: 0x1p-126
    case .float16: 0x1p-14
    case .int64, .int32, .int16, .int8, .uint8, .bool: 0
    }
  }

  /// How far two ways to one number may end apart by rounding alone, as a part of the number: some
  /// operations' worth of roundings, and of sums that cancel.
  public var roundingAllowance: Double {
    switch self {
    case .float64: 1e-12
    case .float32: 2e-5
    case .float16: 2e-2
    case .bfloat16: 0x1p-3
    case .int64, .int32, .int16, .int8, .uint8, .bool: 0
    }
  }
}

extension DType {
  /// What C++ calls the kind, as some of PyTorch's messages do.
  public var cName: String {
    switch self {
    case .float64: "double"
    case .float32: "float"
    case .float16: "c10::Half"
    case .bfloat16: "c10::BFloat16"
    case .int64: "long int"
    case .int32: "int"
    case .int16: "short int"
    case .int8: "signed char"
    case .uint8: "unsigned char"
    case .bool: "bool"
    }
  }
}
