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
