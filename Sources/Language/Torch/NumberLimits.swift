import Math

/// `torch.finfo` and `torch.iinfo`: the limits of a kind of number.
enum NumberLimits {
  static func floats(_ dtype: DType, _ call: Call) throws -> Value {
    let (largest, epsilon, tiny, resolution): (Double, Double, Double, Double) =
      switch dtype {
      case .float64: (.greatestFiniteMagnitude, .ulpOfOne, .leastNormalMagnitude, 1e-15)
      case .float32:
        (
          Double(Float.greatestFiniteMagnitude), Double(Float.ulpOfOne),
          Double(Float.leastNormalMagnitude), 1e-6
        )
      case .float16:
        (
          Double(Float16.greatestFiniteMagnitude), Double(Float16.ulpOfOne),
          Double(Float16.leastNormalMagnitude), 1e-3
        )
      case .bfloat16:
        (
          Double(Float(bitPattern: 0x7F7F_0000)), 0.0078125, Double(Float.leastNormalMagnitude),
          1e-2
        )
      default:
        throw PythonError.type(
          "torch.finfo() requires a floating point input type. Use torch.iinfo to handle 'torch.finfo'"
        )
      }
    return .instance(
      object(
        floatType,
        [
          ("resolution", .float(resolution)), ("min", .float(-largest)), ("max", .float(largest)),
          ("eps", .float(epsilon)), ("smallest_normal", .float(tiny)), ("tiny", .float(tiny)),
          ("dtype", .string(dtype.rawValue)), ("bits", .int(dtype.byteCount * 8)),
        ], call))
  }

  static func integers(_ dtype: DType, _ call: Call) throws -> Value {
    let (smallest, largest): (Int, Int) =
      switch dtype {
      case .int64: (.min, .max)
      case .int32: (Int(Int32.min), Int(Int32.max))
      case .int16: (Int(Int16.min), Int(Int16.max))
      case .int8: (-128, 127)
      case .uint8: (0, 255)
      case .bool: throw PythonError.type("torch.bool is not supported by torch.iinfo")
      default:
        throw PythonError.type(
          "torch.iinfo() requires an integer input type. Use torch.finfo to handle 'torch.iinfo'")
      }
    return .instance(
      object(
        integerType,
        [
          ("min", .int(smallest)), ("max", .int(largest)), ("dtype", .string(dtype.rawValue)),
          ("bits", .int(dtype.byteCount * 8)),
        ], call))
  }

  private static func object(
    _ type: NativeClass, _ attributes: [(String, Value)], _ call: Call
  ) -> Instance {
    let instance = Instance(call.interpreter.classObject(type))
    for (name, value) in attributes { instance.attributes[name] = value }
    return instance
  }

  private static let floatType = type("finfo")
  private static let integerType = type("iinfo")

  private static func type(_ name: String) -> NativeClass {
    NativeClass(
      name, module: "torch", "The limits of a kind of number.",
      methods: [
        Builtin("__repr__", "self", "The limits.") { call in
          guard case .instance(let own) = call[0] else { return .string(name) }
          let parts = try own.attributes.pairs.filter { $0.name != "bits" }.map { name, value in
            guard let number = value.plainNumber else {
              return "\(name)=\(try call.interpreter.text(of: value))"
            }
            return "\(name)=\(try call.interpreter.format(.float(number.double), "g"))"
          }
          return .string("\(name)(\(parts.joined(separator: ", ")))")
        }
      ])
  }
}

extension DType {
  /// How many bytes a number takes.
  var byteCount: Int {
    switch self {
    case .float64, .int64: 8
    case .float32, .int32: 4
    case .float16, .bfloat16, .int16: 2
    case .bool, .int8, .uint8: 1
    }
  }
}
