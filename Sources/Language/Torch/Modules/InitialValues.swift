import Math

/// `nn.init` and `nn.utils`.
enum InitialValues {
  static let module = NativeModule(
    "torch.nn.init", "First values for weights.", functions: functions,
    other: Dictionary(
      uniqueKeysWithValues: ["trunc_normal_", "orthogonal_", "sparse_", "dirac_"].map {
        ($0, .written(WrittenInitialValues.source, name: $0))
      }))

  static let utilities = NativeModule(
    "torch.nn.utils", "What is done to parameters and gradients.",
    functions: [
      Builtin(
        "clip_grad_norm_",
        "parameters, max_norm, norm_type=2.0, error_if_nonfinite=False, foreach=None",
        "Scales gradients down to a length, all together."
      ) { call in
        try clipNorm(call)
      },
      Builtin(
        "clip_grad_value_", "parameters, clip_value, foreach=None", "Limits every gradient element."
      ) { call in
        let bound = try call.double(1)
        for gradient in try gradients(call) {
          gradient.replace(try Clamp(-bound, bound).forward([gradient.value]))
        }
        return .null
      },
      Builtin("parameters_to_vector", "parameters", "All parameters in one vector.") { call in
        let parts = try tensors(call).map {
          try call.interpreter.view(Relabel("view", "ViewBackward0", [$0.value.count]), $0)
        }
        return .tensor(try call.interpreter.apply(Concatenate(dim: 0), to: parts))
      },
    ],
    modules: ["rnn": rnn])

  static let rnn = NativeModule(
    "torch.nn.utils.rnn", "Sequences of unlike length.",
    other: ["pad_sequence": .written(WrittenLayers.cells, name: "pad_sequence")])

  private static func tensors(_ call: Call) throws -> [TensorObject] {
    if case .tensor(let tensor) = call[0] { return [tensor] }
    return try call.interpreter.items(of: call[0]).compactMap {
      if case .tensor(let tensor) = $0 { tensor } else { nil }
    }
  }

  private static func gradients(_ call: Call) throws -> [TensorObject] {
    try tensors(call).compactMap(\.gradient)
  }

  private static func clipNorm(_ call: Call) throws -> Value {
    let all = try gradients(call)
    if case .string(let text) = call[1], Conversion.float(text) == nil {
      throw PythonError.value("could not convert string to float: \(TextMethods.quoted(text))")
    }
    let (largest, order) = (try call.double(1), try call.double(2))
    if all.isEmpty { return .tensor(TensorObject(Tensor(0, dtype: .float32))) }
    let norms = try all.map { try Norm(p: order).forward([$0.value]) }
    let total = try Norm(p: order).forward([Stack(dim: 0).forward(norms)])
    let length = total.doubles[0]
    if try call.bool(3), !length.isFinite {
      throw PythonError.runtime(
        "The total norm of order \(order) for gradients from `parameters` is non-finite, so it cannot be clipped. To disable this error and scale the gradients by the non-finite norm anyway, set `error_if_nonfinite=False`"
      )
    }
    let factor = min(largest / (length + 1e-6), 1)
    for gradient in all { gradient.replace(try gradient.value * (length.isNaN ? .nan : factor)) }
    return .tensor(TensorObject(total))
  }

  private static let functions: [Builtin] =
    [
      fill("zeros_", "tensor", "Zeros.") { _, x in x.filled(with: 0) },
      fill("ones_", "tensor", "Ones.") { _, x in x.filled(with: 1) },
      fill("constant_", "tensor, val", "One number everywhere.") { call, x in
        x.filled(with: try call.double(1))
      },
      fill("eye_", "tensor", "The identity.") { _, x in
        guard x.rank == 2 else {
          throw PythonError.value("Only tensors with 2 dimensions are supported")
        }
        return .eye(x.shape[0], x.shape[1], dtype: x.dtype)
      },
      fill("uniform_", "tensor, a=0.0, b=1.0, generator=None", "Uniform numbers.") { call, x in
        let (low, high) = (try call.double(1), try call.double(2))
        return try GeneratorTable.draw(call[3], call.interpreter) {
          try $0.uniform(x.shape, low: low, high: high, dtype: x.dtype)
        }
      },
      fill("normal_", "tensor, mean=0.0, std=1.0, generator=None", "Normal numbers.") { call, x in
        let (mean, deviation) = (try call.double(1), try call.double(2))
        return try GeneratorTable.draw(call[3], call.interpreter) {
          try $0.normal(x.shape, mean: mean, standardDeviation: deviation, dtype: x.dtype)
        }
      },
      fill(
        "xavier_uniform_", "tensor, gain=1.0, generator=None",
        "Uniform numbers by Glorot and Bengio."
      ) { call, x in
        let (inputs, outputs) = try fans(x)
        let bound = 3.0.squareRoot() * (try call.double(1)) * (2 / (inputs + outputs)).squareRoot()
        return try GeneratorTable.draw(call[2], call.interpreter) {
          try $0.uniform(x.shape, low: -bound, high: bound, dtype: x.dtype)
        }
      },
      fill(
        "xavier_normal_", "tensor, gain=1.0, generator=None", "Normal numbers by Glorot and Bengio."
      ) { call, x in
        let (inputs, outputs) = try fans(x)
        let deviation = (try call.double(1)) * (2 / (inputs + outputs)).squareRoot()
        return try GeneratorTable.draw(call[2], call.interpreter) {
          try $0.normal(x.shape, standardDeviation: deviation, dtype: x.dtype)
        }
      },
      fill(
        "kaiming_uniform_", "tensor, a=0, mode='fan_in', nonlinearity='leaky_relu', generator=None",
        "Uniform numbers by He."
      ) { call, x in
        let bound = 3.0.squareRoot() * (try deviation(call, x))
        return try GeneratorTable.draw(call[4], call.interpreter) {
          try $0.uniform(x.shape, low: -bound, high: bound, dtype: x.dtype)
        }
      },
      fill(
        "kaiming_normal_", "tensor, a=0, mode='fan_in', nonlinearity='leaky_relu', generator=None",
        "Normal numbers by He."
      ) { call, x in
        let spread = try deviation(call, x)
        return try GeneratorTable.draw(call[4], call.interpreter) {
          try $0.normal(x.shape, standardDeviation: spread, dtype: x.dtype)
        }
      },
      Builtin(
        "calculate_gain", "nonlinearity, param=None", "How much an activation shrinks its input."
      ) { call in
        .float(try gain(call.string(0), call.optionalDouble(1)))
      },
    ]

  private static func fill(
    _ name: String, _ signature: String, _ summary: String,
    _ make: @escaping @Sendable (Call, Tensor) throws -> Tensor
  ) -> Builtin {
    Builtin(name, signature, summary) { call in
      let x = try call.tensor(0)
      x.replace(try make(call, x.value))
      return call[0]
    }
  }

  private static func fans(_ x: Tensor) throws -> (Double, Double) {
    guard x.rank >= 2 else {
      throw PythonError.value(
        "Fan in and fan out can not be computed for tensor with fewer than 2 dimensions")
    }
    let field = Double(Shape.count(Array(x.shape.dropFirst(2))))
    return (Double(x.shape[1]) * field, Double(x.shape[0]) * field)
  }

  private static func deviation(_ call: Call, _ x: Tensor) throws -> Double {
    let (inputs, outputs) = try fans(x)
    let mode = try call.string(2)
    guard mode == "fan_in" || mode == "fan_out" else {
      throw PythonError.value("Mode \(mode) not supported, please use one of ['fan_in', 'fan_out']")
    }
    return try gain(call.string(3), call.double(1))
      / (mode == "fan_in" ? inputs : outputs).squareRoot()
  }

  private static func gain(_ name: String, _ slope: Double?) throws -> Double {
    switch name {
    case "linear", "sigmoid", "conv1d", "conv2d", "conv3d": return 1
    case "tanh": return 5.0 / 3
    case "relu": return 2.0.squareRoot()
    case "leaky_relu":
      let slope = slope ?? 0.01
      return (2 / (1 + slope * slope)).squareRoot()
    case "selu": return 0.75
    default: throw PythonError.value("Unsupported nonlinearity \(name)")
    }
  }
}
