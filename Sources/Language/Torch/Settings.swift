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

  static let functions: [Builtin] =
    [
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
      Builtin(
        "result_type", "tensor1, tensor2, /", "The kind in which two tensors or numbers meet."
      ) { call in
        let (a, b) = try call.operands(0, 1)
        return .dtype(Tensor.resultType([a.value, b.value]))
      },
      Builtin("can_cast", "from_, to, /", "Whether a kind becomes another without an error.") {
        call in
        guard let a = try call.dtype(0), let b = try call.dtype(1) else { return .null }
        return .bool(!(a.isFloatingPoint && !b.isFloatingPoint) && !(b == .bool && a != .bool))
      },
      Builtin("finfo", "type=None", "The limits of a kind of float.") { call in
        try NumberLimits.floats(call.dtype(0) ?? call.interpreter.torch.defaultDType, call)
      },
      Builtin("iinfo", "type", "The limits of a kind of whole number.") { call in
        try NumberLimits.integers(call.dtype(0) ?? .int64, call)
      },
    ]
    + [
      ("FloatTensor", DType.float32), ("DoubleTensor", .float64), ("HalfTensor", .float16),
      ("BFloat16Tensor", .bfloat16), ("LongTensor", .int64), ("IntTensor", .int32),
      ("ShortTensor", .int16), ("CharTensor", .int8), ("ByteTensor", .uint8), ("BoolTensor", .bool),
    ].map { name, dtype in
      Builtin(name, "*data", "Makes a \(dtype.rawValue) tensor of lists, or of a shape.") { call in
        let given = call.rest(0)
        if given.count == 1, given[0].isSequence || given[0].isTensor {
          return .tensor(
            TensorObject(try TensorLiteral.tensor(of: given[0], dtype: dtype, call.interpreter)))
        }
        let shape = try call.shape(0)
        try call.interpreter.checkShape(shape)
        return .tensor(TensorObject(.zeros(given.isEmpty ? [0] : shape, dtype: dtype)))
      }
    }

  /// `torch.cuda` and its like: there is only the processor.
  static let devices: [String: NativeModule] = [
    "cuda": absent("torch.cuda"), "mps": absent("torch.mps"),
    "backends": NativeModule(
      "torch.backends", "What PyTorch was built with.",
      modules: ["mps": absent("torch.backends.mps"), "cudnn": absent("torch.backends.cudnn")]),
  ]

  private static func absent(_ name: String) -> NativeModule {
    NativeModule(
      name, "There is only the processor.",
      functions: [
        Builtin("is_available", "", "False: there is only the processor.") { _ in .bool(false) },
        Builtin("device_count", "", "None: there is only the processor.") { _ in .int(0) },
        Builtin("manual_seed", "seed", "Does nothing here.") { _ in .null },
        Builtin("manual_seed_all", "seed", "Does nothing here.") { _ in .null },
        Builtin("empty_cache", "", "Does nothing here.") { _ in .null },
        Builtin("synchronize", "", "Does nothing here.") { _ in .null },
      ],
      constants: ["deterministic": { .bool(false) }, "benchmark": { .bool(false) }])
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
    if let edge = try call.optionalInt(2) { options.edgeItems = min(max(edge, 1), Shape.most) }
    if let width = try call.optionalInt(3) { options.lineWidth = min(max(width, 0), Shape.most) }
    options.scientific = call[5].isNone ? nil : try call.bool(5)
    call.interpreter.torch.printing = options
  }
}
