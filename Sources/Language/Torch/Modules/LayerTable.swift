import Math

/// The layers with weights of their own.
enum LayerTable {
  static let types =
    [
      linear, bilinear, embedding, layerNorm, rmsNorm, prelu, identity, flatten, unflatten,
    ] + batchNorms

  /// The lengths of a weight, refused as `torch.empty` refuses them.
  static func sizes(_ call: Call, _ places: [Int]) throws -> [Int] {
    var sizes: [Int] = []
    for place in places {
      guard case .int(let size) = call[place] else {
        let type = call.interpreter.typeName(of: call[place])
        throw PythonError.type(
          sizes.isEmpty
            ? "empty(): argument 'size' (position 1) must be tuple of ints, but found element of type "
              + "\(type) at pos 0"
            : "empty(): argument 'size' failed to unpack the object at pos \(sizes.count + 1) with error "
              + "\"type must be tuple of ints,but got \(type)\"")
      }
      sizes.append(size)
    }
    if let negative = sizes.first(where: { $0 < 0 }) {
      throw PythonError.runtime(
        "Trying to create tensor with negative dimension \(negative): \(Shape.text(sizes))")
    }
    return sizes
  }

  /// A new parameter, uniform between -bound and bound.
  static func uniform(_ shape: [Int], _ bound: Double, _ dtype: DType, _ call: Call) throws -> Value
  {
    try call.interpreter.checkShape(shape)
    let value = try call.interpreter.torch.generator.uniform(
      shape, low: -bound, high: bound, dtype: dtype)
    return parameter(value)
  }

  static func parameter(_ value: Tensor) -> Value {
    let tensor = TensorObject(value)
    tensor.becomeParameter()
    return .tensor(tensor)
  }

  static func dtype(_ call: Call, _ place: Int) throws -> DType {
    try call.dtype(place) ?? call.interpreter.torch.defaultDType
  }

  static func begin(_ call: Call, module: String) throws -> Instance {
    let instance = try ModuleTable.receiver(call)
    ModuleTable.begin(instance)
    for (place, parameter) in call.builtin.parameters.enumerated().dropFirst()
    where parameter.name != "device" && parameter.name != "dtype" && !parameter.name.hasPrefix("_")
    {
      instance.attributes[parameter.name] = call[place]
    }
    return instance
  }

  static func type(
    _ name: String, module: String, _ summary: String, _ settings: String,
    inputs: String = "input", others: [Builtin] = [],
    initialize: @escaping @Sendable (Call, Instance) throws -> Void,
    forward: @escaping @Sendable (Call, Instance) throws -> Value,
    text: @escaping @Sendable (Instance, Interpreter) throws -> String
  ) -> NativeClass {
    NativeClass(
      name, module: "torch.nn.modules." + module, base: ModuleTable.module, summary,
      methods: [
        Builtin("__init__", "self" + (settings.isEmpty ? "" : ", " + settings), summary) { call in
          try initialize(call, begin(call, module: module))
          return .null
        },
        Builtin("forward", "self, " + inputs, summary) { call in
          try forward(call, ModuleTable.receiver(call))
        },
        Builtin("extra_repr", "self", "The settings.") { call in
          .string(try text(ModuleTable.receiver(call), call.interpreter))
        },
      ] + others)
  }

  private static let resetting = [
    Builtin("reset_parameters", "self", "Draws the weights anew.") { call in
      let layer = try ModuleTable.receiver(call)
      guard case .tensor(let weight) = layer.attributes["weight"] else { return .null }
      let bound = 1 / Double(weight.shape[1]).squareRoot()
      for name in ["weight", "bias"] {
        guard case .tensor(let tensor) = layer.attributes[name] else { continue }
        tensor.replace(
          try call.interpreter.torch.generator.uniform(
            tensor.shape, low: -bound, high: bound, dtype: tensor.dtype))
      }
      return .null
    }
  ]

  static let linear = type(
    "Linear", module: "linear", "y = x Wᵀ + b.",
    "in_features, out_features, bias=True, device=None, dtype=None", others: resetting
  ) { call, layer in
    let sizes = try sizes(call, [2, 1])
    let (inputs, outputs) = (sizes[1], sizes[0])
    try fill(layer, inputs, outputs, hasBias: call.bool(3), dtype: dtype(call, 5), call)
  } forward: { call, layer in
    guard case .tensor(let input) = call[1] else {
      throw PythonError.type(
        "linear(): argument 'input' (position 1) must be Tensor, not "
          + call.interpreter.typeName(of: call[1]))
    }
    return try LinearFunctions.linear(
      call, input, layer.attributes["weight"], layer.attributes["bias"])
  } text: { layer, interpreter in
    let hasBias = layer.attributes["bias"]?.isNone == false
    return try settings(layer, ["in_features", "out_features"], interpreter)
      + ", bias=\(hasBias ? "True" : "False")"
  }

  private static func fill(
    _ layer: Instance, _ inputs: Int, _ outputs: Int, hasBias: Bool, dtype: DType, _ call: Call
  ) throws {
    let bound = inputs > 0 ? 1 / Double(inputs).squareRoot() : 0
    layer.attributes["bias"] = nil
    layer.attributes["weight"] = try uniform([outputs, inputs], bound, dtype, call)
    layer.attributes["bias"] = hasBias ? try uniform([outputs], bound, dtype, call) : .null
  }

  static let bilinear = type(
    "Bilinear", module: "linear", "y = x₁ᵀ A x₂ + b.",
    "in1_features, in2_features, out_features, bias=True, device=None, dtype=None",
    inputs: "input1, input2"
  ) { call, layer in
    let (first, second, outputs) = (try call.int(1), try call.int(2), try call.int(3))
    let bound = 1 / Double(first).squareRoot()
    let hasBias = try call.bool(4)
    layer.attributes["bias"] = nil
    layer.attributes["weight"] = try uniform([outputs, first, second], bound, dtype(call, 6), call)
    layer.attributes["bias"] = hasBias ? try uniform([outputs], bound, dtype(call, 6), call) : .null
  } forward: { call, layer in
    try LinearFunctions.bilinear(
      call, call.tensor(1), call.tensor(2), layer.attributes["weight"] ?? .null,
      layer.attributes["bias"] ?? .null)
  } text: { layer, interpreter in
    let hasBias = layer.attributes["bias"]?.isNone == false
    return try settings(layer, ["in1_features", "in2_features", "out_features"], interpreter)
      + ", bias=\(hasBias ? "True" : "False")"
  }

  private static let pretrained = [
    Builtin("from_pretrained", "embeddings, freeze=True", "Makes an embedding of given vectors.") {
      call in
      let instance = Instance(call.interpreter.classObject(embeddingType(call)))
      ModuleTable.begin(instance)
      let weight = try call.tensor(0)
      instance.attributes["num_embeddings"] = .int(weight.shape[0])
      instance.attributes["embedding_dim"] = .int(weight.shape[1])
      let made = TensorObject(weight.value)
      made.becomeParameter()
      made.requiresGradient = try !call.bool(1)
      instance.attributes["weight"] = .tensor(made)
      return .instance(instance)
    }
  ]

  static let embedding = type(
    "Embedding", module: "sparse", "A learned vector for each number.",
    "num_embeddings, embedding_dim, padding_idx=None, max_norm=None, norm_type=2.0, scale_grad_by_freq=False, sparse=False, _weight=None, _freeze=False, device=None, dtype=None",
    others: pretrained
  ) { call, layer in
    let sizes = try sizes(call, [1, 2])
    let (count, width) = (sizes[0], sizes[1])
    if let given = try call.optionalTensor(8) {
      layer.attributes["weight"] = parameter(given.value)
      return
    }
    try call.interpreter.checkShape([count, width])
    var value = try call.interpreter.torch.generator.normal(
      [count, width], dtype: try dtype(call, 11))
    if let padding = try call.optionalInt(3) {
      let row = try LinearFunctions.row(padding, of: count)
      layer.attributes["padding_idx"] = .int(row)
      let zeros = Tensor.zeros([width], dtype: value.dtype)
      value = try value.placing(zeros, at: Array(row * width..<(row + 1) * width))
    }
    layer.attributes["weight"] = parameter(value)
  } forward: { call, layer in
    guard case .tensor(let weight) = layer.attributes["weight"] else { return .null }
    let padding: Int? = if case .int(let row) = layer.attributes["padding_idx"] { row } else { nil }
    guard case .tensor(let indices) = call[1] else {
      throw PythonError.type(
        "embedding(): argument 'indices' (position 2) must be Tensor, not "
          + call.interpreter.typeName(of: call[1]))
    }
    try LinearFunctions.shorten(
      weight, indices, to: layer.attributes["max_norm"]?.plainNumber?.double,
      p: layer.attributes["norm_type"]?.plainNumber?.double ?? 2)
    return try LinearFunctions.embedding(call, indices, weight, padding)
  } text: { layer, interpreter in
    var text = try ["num_embeddings", "embedding_dim"].map {
      try interpreter.representation(of: layer.attributes[$0] ?? .null)
    }.joined(separator: ", ")
    if case .int(let row) = layer.attributes["padding_idx"] { text += ", padding_idx=\(row)" }
    return text
  }

  private static func embeddingType(_ call: Call) -> NativeClass { embedding }

  static let prelu = type(
    "PReLU", module: "activation", "x where it is above zero, else a learned multiple of it.",
    "num_parameters=1, init=0.25, device=None, dtype=None"
  ) { call, layer in
    let count = try call.int(1)
    try call.interpreter.checkShape([count])
    layer.attributes["weight"] = parameter(
      Tensor(full: try call.double(2), shape: [count], dtype: try dtype(call, 4)))
  } forward: { call, layer in
    guard let function = TorchTable.function("prelu"), let weight = layer.attributes["weight"]
    else { return .null }
    return try call.interpreter.call(function, Arguments([call[1], weight]))
  } text: { layer, interpreter in
    try settings(layer, ["num_parameters"], interpreter)
  }

  static let identity = NativeClass(
    "Identity", module: "torch.nn.modules.linear", base: ModuleTable.module,
    "Gives back what it is given.",
    methods: [
      Builtin("__init__", "self, *args, **kwargs", "Takes and ignores anything.") { call in
        ModuleTable.begin(try ModuleTable.receiver(call))
        return .null
      },
      Builtin("forward", "self, input", "The input itself.") { $0[1] },
    ])

  static let flatten = type(
    "Flatten", module: "flatten", "Lays dimensions end to end, the batch apart.",
    "start_dim=1, end_dim=-1"
  ) { _, _ in
  } forward: { call, layer in
    guard let function = TorchTable.function("flatten") else { return .null }
    return try call.interpreter.call(
      function,
      Arguments([
        call[1], layer.attributes["start_dim"] ?? .int(1), layer.attributes["end_dim"] ?? .int(-1),
      ]))
  } text: { layer, interpreter in
    try settings(layer, ["start_dim", "end_dim"], interpreter)
  }

  static let unflatten = type(
    "Unflatten", module: "flatten", "Splits one dimension into several.", "dim, unflattened_size"
  ) { _, _ in
  } forward: { call, layer in
    guard let function = TorchTable.function("unflatten") else { return .null }
    return try call.interpreter.call(
      function,
      Arguments([
        call[1], layer.attributes["dim"] ?? .null, layer.attributes["unflattened_size"] ?? .null,
      ]))
  } text: { layer, interpreter in
    try settings(layer, ["dim", "unflattened_size"], interpreter)
  }

  static func settings(
    _ layer: Instance, _ names: [String], _ interpreter: Interpreter
  ) throws -> String {
    try names.map { name in
      "\(name)=\(try interpreter.representation(of: layer.attributes[name] ?? .null))"
    }.joined(separator: ", ")
  }

  static func number(_ value: Value?) -> Double { value?.plainNumber?.double ?? 0 }

  static func numbers(_ value: Value?) -> [Int] {
    guard case .tuple(let tuple) = value else { return [] }
    return tuple.items.map { Int($0.plainNumber?.integer ?? 0) }
  }
}
