import Math

/// What is set for the whole of PyTorch, and its constants.
enum Settings {
  static let constants: [String: @Sendable () -> Value] = [
    "float64": { .dtype(.float64) }, "double": { .dtype(.float64) },
    "float32": { .dtype(.float32) }, "float": { .dtype(.float32) },
    "float16": { .dtype(.float16) }, "half": { .dtype(.float16) },
    "bfloat16": { .dtype(.bfloat16) }, "int64": { .dtype(.int64) }, "long": { .dtype(.int64) },
    "int32": { .dtype(.int32) }, "int": { .dtype(.int32) }, "int16": { .dtype(.int16) },
    "short": { .dtype(.int16) }, "int8": { .dtype(.int8) }, "uint8": { .dtype(.uint8) },
    "bool": { .dtype(.bool) },
    "inf": { .float(.infinity) }, "nan": { .float(.nan) }, "pi": { .float(.pi) },
    "e": { .float(2.718281828459045) }, "newaxis": { .null },
    "__version__": { .string("2.13.0+cpu") },
    "strided": { .string("torch.strided") },
    "preserve_format": { .string("torch.preserve_format") },
    "contiguous_format": { .string("torch.contiguous_format") },
  ]

  static let functions: [Builtin] = [
    Builtin(
      "set_printoptions",
      "precision=None, threshold=None, edgeitems=None, linewidth=None, profile=None, sci_mode=None",
      "Says how tensors are printed."
    ) { call in
      try setPrinting(call)
      return .null
    },
    Builtin("set_default_dtype", "d, /", "Says which kind plain floats become.") { call in
      guard let dtype = try call.dtype(0), dtype.isFloatingPoint else {
        throw PythonError.type("only floating-point types are supported as the default type")
      }
      call.interpreter.torch.defaultDType = dtype
      return .null
    },
    Builtin("get_default_dtype", "", "Which kind plain floats become.") {
      .dtype($0.interpreter.torch.defaultDType)
    },
    Builtin("is_tensor", "obj, /", "Whether this is a tensor.") { .bool($0[0].isTensor) },
    Builtin("promote_types", "type1, type2, /", "The kind that two kinds meet in.") { call in
      guard let a = try call.dtype(0), let b = try call.dtype(1) else { return .null }
      return .dtype(.promote(a, b))
    },
    Builtin("result_type", "tensor1, tensor2, /", "The kind in which two tensors or numbers meet.")
    { call in
      let (a, b) = try call.operands(0, 1)
      return .dtype(Tensor.resultType([a.value, b.value]))
    },
    Builtin("can_cast", "from_, to, /", "Whether a kind becomes another without an error.") {
      call in
      guard let a = try call.dtype(0), let b = try call.dtype(1) else { return .null }
      return .bool(!(a.isFloatingPoint && !b.isFloatingPoint) && !(b == .bool && a != .bool))
    },
    Builtin("finfo", "type=None", "The limits of a kind of float.") { call in
      try limits(of: call.dtype(0) ?? call.interpreter.torch.defaultDType, call)
    },
  ]

  private static func limits(of dtype: DType, _ call: Call) throws -> Value {
    let (largest, epsilon, tiny, bits): (Double, Double, Double, Int) =
      switch dtype {
      case .float64: (.greatestFiniteMagnitude, .ulpOfOne, .leastNormalMagnitude, 64)
      case .float16:
        (
          Double(Float16.greatestFiniteMagnitude), Double(Float16.ulpOfOne),
          Double(Float16.leastNormalMagnitude), 16
        )
      case .float32:
        (
          Double(Float.greatestFiniteMagnitude), Double(Float.ulpOfOne),
          Double(Float.leastNormalMagnitude), 32
        )
      default:
        throw PythonError.type(
          "torch.finfo() requires a floating point input type. Use torch.iinfo to handle 'torch.\(dtype.rawValue)'"
        )
      }
    return .tuple(
      TupleObject(
        [
          .int(bits), .float(epsilon), .float(largest), .float(-largest), .float(tiny),
          .float(tiny),
        ],
        kind: .named(
          text: "finfo", fields: ["bits", "eps", "max", "min", "tiny", "smallest_normal"])))
  }

  private static func setPrinting(_ call: Call) throws {
    var options = call.interpreter.torch.printing
    switch call[4] {
    case .string("default"): options = PrintOptions()
    case .string("short"): options = PrintOptions(precision: 2, edgeItems: 2)
    case .string("full"): options = PrintOptions(threshold: .infinity)
    default: break
    }
    if let precision = try call.optionalInt(0) { options.precision = min(max(precision, 0), 50) }
    if let threshold = try call.optionalDouble(1) { options.threshold = threshold }
    if let edge = try call.optionalInt(2) { options.edgeItems = max(edge, 1) }
    if let width = try call.optionalInt(3) { options.lineWidth = width }
    options.scientific = call[5].isNone ? nil : try call.bool(5)
    call.interpreter.torch.printing = options
  }
}
