import Math

/// Normalisation over dimensions, built of the functions below it.
enum Normalizing {
  static let all: [TorchFunction] = [
    TorchFunction(
      "layer_norm", "input, normalized_shape, weight=None, bias=None, eps=1e-05",
      "Makes mean 0 and variance 1 along the last dimensions.", in: [.functional, .torch]
    ) { call in
      .tensor(
        try layer(call.tensor(0), shape: sizes(call), call[2], call[3], call.double(4), call)
      )
    },
    TorchFunction(
      "rms_norm", "input, normalized_shape, weight=None, eps=None",
      "Makes the mean square 1 along the last dimensions.", in: [.functional, .torch]
    ) { call in
      .tensor(
        try rootMeanSquare(
          call.tensor(0), shape: sizes(call), call[2], call.optionalDouble(3), call))
    },
    TorchFunction(
      "normalize", "input, p=2.0, dim=1, eps=1e-12, out=None",
      "Makes the length 1 along a dimension.", in: .functional
    ) { call in
      let run = call.interpreter
      guard case .tensor(let x) = call[0] else {
        throw PythonError.attribute(
          "'\(call.interpreter.typeName(of: call[0]))' object has no attribute 'norm'")
      }
      let norm = try run.apply(Norm(p: call.double(1), dims: call.ints(2), keepsDims: true), x)
      let floor = try run.apply(Clamp(call.double(3), nil), norm)
      return .tensor(try run.apply(Divide(), x, floor))
    },
    TorchFunction(
      "cosine_similarity", "x1, x2, dim=1, eps=1e-08",
      "The cosine of the angle between two tensors.", in: [.functional, .torch]
    ) { call in
      .tensor(
        try cosine(call.tensor(0), call.tensor(1), call.int(2), call.double(3), call.interpreter))
    },
    TorchFunction(
      "pairwise_distance", "x1, x2, p=2.0, eps=1e-06, keepdim=False",
      "The length of the difference of each two rows.", in: [.functional, .torch]
    ) { call in
      let run = call.interpreter
      let epsilon = TensorObject(
        .wrapped(.float(try call.double(3)), beside: try call.tensor(0).dtype))
      let difference = try run.apply(
        Add(), run.apply(Subtract(), call.tensor(0), call.tensor(1)), epsilon)
      return .tensor(
        try run.apply(
          Renamed(
            Norm(p: call.double(2), dims: [-1], keepsDims: call.bool(4)), "norm", "NormBackward1"),
          difference))
    },
    TorchFunction(
      "batch_norm",
      "input, running_mean, running_var, weight=None, bias=None, training=False, momentum=0.1, eps=1e-05",
      "Makes mean 0 and variance 1 over the batch.", in: .functional
    ) { call in
      let x = try call.tensor(0)
      return .tensor(
        try batch(
          x, mean: call.optionalTensor(1), variance: call.optionalTensor(2), call[3], call[4],
          isTraining: call.bool(5), momentum: call.double(6), epsilon: call.double(7), call))
    },
    TorchFunction(
      "group_norm", "input, num_groups, weight=None, bias=None, eps=1e-05",
      "Makes mean 0 and variance 1 in groups of channels.", in: [.functional, .torch]
    ) { call in
      let run = call.interpreter
      let x = try call.tensor(0)
      let groups = try call.int(1)
      if groups <= 0 {
        throw PythonError.runtime("Expected num groups to be greater than 0, got \(groups)")
      }
      guard x.value.rank >= 2 else {
        throw PythonError.runtime(
          "Expected at least 2 dimensions for input tensor but received \(x.value.rank)")
      }
      guard x.shape[1] % groups == 0 else {
        throw PythonError.runtime(
          "Expected number of channels in input to be divisible by num_groups, but got input of shape \(Shape.text(x.shape)) and num_groups=\(groups)"
        )
      }
      let length = x.shape.dropFirst().reduce(1, *) / groups
      let grouped = try run.view(Relabel("view", "ViewBackward0", [x.shape[0], groups, length]), x)
      let normal = try standard(grouped, [2], call.double(4), "NativeGroupNormBackward0", run)
      let back = try run.view(Relabel("view", "ViewBackward0", x.shape), normal)
      return .tensor(
        try scaled(back, call[2], call[3], channels: true, "NativeGroupNormBackward0", run))
    },
  ]

  private static func sizes(_ call: Call) throws -> [Int] {
    guard call[1].isSequence else { throw call.wrongType(1, "tuple of ints") }
    return try call.ints(1) ?? []
  }

  /// Mean 0 and variance 1 along dimensions.
  private static func standard(
    _ x: TensorObject, _ dims: [Int], _ epsilon: Double, _ gradientName: String, _ run: Interpreter
  ) throws -> TensorObject {
    let centred = try run.apply(Subtract(), x, run.apply(Mean(dims: dims, keepsDims: true), x))
    let variance = try run.apply(Variance(dims: dims, keepsDims: true, correction: 0), x)
    let floor = TensorObject(.wrapped(.float(epsilon), beside: x.dtype))
    let scale = try run.apply(ReciprocalSquareRoot(), run.apply(Add(), variance, floor))
    return try run.apply(Renamed(Multiply(), "mul", gradientName), centred, scale)
  }

  private static func scaled(
    _ x: TensorObject, _ weight: Value?, _ bias: Value?, channels: Bool = false,
    _ gradientName: String, _ run: Interpreter
  ) throws -> TensorObject {
    func shaped(_ tensor: TensorObject) throws -> TensorObject {
      guard channels, x.value.rank > 2 else { return tensor }
      let shape = [tensor.value.count] + [Int](repeating: 1, count: x.value.rank - 2)
      return try run.view(Relabel("view", "ViewBackward0", shape), tensor)
    }
    var result = x
    if case .tensor(let factor) = weight {
      result = try run.apply(Renamed(Multiply(), "mul", gradientName), result, shaped(factor))
    }
    if case .tensor(let shift) = bias {
      result = try run.apply(Renamed(Add(), "add", gradientName), result, shaped(shift))
    }
    return result
  }

  static func layer(
    _ x: TensorObject, shape: [Int], _ weight: Value?, _ bias: Value?, _ epsilon: Double,
    _ call: Call
  ) throws -> TensorObject {
    try check(x, shape, [("weight", weight), ("bias", bias)])
    let dims = Array((x.value.rank - shape.count)..<x.value.rank)
    let normal = try standard(x, dims, epsilon, "NativeLayerNormBackward0", call.interpreter)
    return try scaled(normal, weight, bias, "NativeLayerNormBackward0", call.interpreter)
  }

  private static func check(
    _ x: TensorObject, _ shape: [Int], _ parts: [(name: String, value: Value?)]
  ) throws {
    guard !shape.isEmpty else {
      throw PythonError.runtime(
        "Expected normalized_shape to be at least 1-dimensional, i.e., containing at least one element, "
          + "but got normalized_shape = []")
    }
    for (name, part) in parts {
      guard case .tensor(let tensor)? = part, tensor.shape != shape else { continue }
      throw PythonError.runtime(
        "Expected \(name) to be of same shape as normalized_shape, but got \(name) of shape "
          + "\(Shape.text(tensor.shape)) and normalized_shape = \(Shape.text(shape))")
    }
    guard x.shape.suffix(shape.count) == shape[...], x.value.rank >= shape.count else {
      let expected = shape.map { "\($0)" }.joined(separator: ", ")
      throw PythonError.runtime(
        "Given normalized_shape=\(Shape.text(shape)), expected input with shape [*, \(expected)], but got input of size\(Shape.text(x.shape))"
      )
    }
  }

  static func rootMeanSquare(
    _ x: TensorObject, shape: [Int], _ weight: Value?, _ epsilon: Double?, _ call: Call
  ) throws -> TensorObject {
    try check(x, shape, [("weight", weight)])
    let run = call.interpreter
    let dims = Array((x.value.rank - shape.count)..<x.value.rank)
    let smallest = x.dtype == .float64 ? Double.ulpOfOne : Double(Float.ulpOfOne)
    let floor = TensorObject(.wrapped(.float(epsilon ?? smallest), beside: x.dtype))
    // float16 would overflow in the squares.
    let isNarrow = x.dtype == .float16 || x.dtype == .bfloat16
    let wide = isNarrow ? try run.apply(Cast(to: .float32), x) : x
    let square = try run.apply(Mean(dims: dims, keepsDims: true), run.apply(Square(), wide))
    let scale = try run.apply(ReciprocalSquareRoot(), run.apply(Add(), square, floor))
    guard isNarrow else {
      return try scaled(run.apply(Multiply(), x, scale), weight, nil, "MulBackward0", run)
    }
    var factor = weight
    if case .tensor(let own)? = weight { factor = .tensor(try run.apply(Cast(to: .float32), own)) }
    let result = try scaled(
      run.apply(Multiply(), wide, scale), factor, nil, "MulBackward0", run)
    return try run.apply(Cast(to: x.dtype), result)
  }

  /// `nn.BatchNorm1d`'s forward pass.
  static func batch(_ x: TensorObject, _ layer: Instance, _ call: Call) throws -> TensorObject {
    func tensor(_ name: String) -> TensorObject? {
      if case .tensor(let tensor) = layer.attributes[name] { tensor } else { nil }
    }
    let isTraining = try call.interpreter.truth(of: layer.attributes["training"] ?? .bool(true))
    let momentum = layer.attributes["momentum"]?.plainNumber?.double ?? 0.1
    let mean = tensor("running_mean")
    if isTraining, let tracked = tensor("num_batches_tracked") {
      tracked.replace(try tracked.value + Tensor(1, dtype: .int64))
    }
    return try batch(
      x, mean: mean, variance: tensor("running_var"), layer.attributes["weight"],
      layer.attributes["bias"],
      isTraining: isTraining || mean == nil, momentum: momentum,
      epsilon: layer.attributes["eps"]?.plainNumber?.double ?? 1e-5, call)
  }

  private static func batch(
    _ x: TensorObject, mean: TensorObject?, variance: TensorObject?, _ weight: Value?,
    _ bias: Value?,
    isTraining: Bool, momentum: Double, epsilon: Double, _ call: Call
  ) throws -> TensorObject {
    let run = call.interpreter
    let dims = (0..<x.value.rank).filter { $0 != 1 }
    let channels = x.value.rank > 1 ? x.shape[1] : x.value.count
    let count = x.value.count / max(x.value.rank > 1 ? channels : 1, 1)
    if isTraining {
      if count <= 1 {
        throw PythonError.value(
          "Expected more than 1 value per channel when training, got input size torch.Size(\(Shape.text(x.shape)))"
        )
      }
      try checkChannels(channels, mean, variance, weight, bias)
      if let mean, let variance {
        let now = try Mean(dims: dims).forward([x.value])
        let spread = try Variance(dims: dims).forward([x.value])
        mean.replace(try mean.value * (1 - momentum) + now * momentum)
        variance.replace(try variance.value * (1 - momentum) + spread * momentum)
      }
      return try scaled(
        standard(x, dims, epsilon, "NativeBatchNormBackward0", run), weight, bias, channels: true,
        "NativeBatchNormBackward0", run)
    }
    try checkChannels(channels, mean, variance, weight, bias)
    guard let mean, let variance else {
      throw PythonError.runtime(
        "Expected running_mean and running_var to be defined when training=False")
    }
    func shaped(_ tensor: Tensor) throws -> TensorObject {
      let shape =
        x.value.rank > 2
        ? [tensor.count] + [Int](repeating: 1, count: x.value.rank - 2) : tensor.shape
      return TensorObject(try tensor.reshape(shape))
    }
    let floor = Tensor.wrapped(.float(epsilon), beside: x.dtype)
    let scale = try ReciprocalSquareRoot().forward([variance.value + floor])
    let centred = try run.apply(Subtract(), x, shaped(mean.value))
    return try scaled(
      run.apply(Multiply(), centred, shaped(scale)), weight, bias, channels: true,
      "NativeBatchNormBackward0", run)
  }

  private static func checkChannels(
    _ channels: Int, _ mean: TensorObject?, _ variance: TensorObject?, _ weight: Value?,
    _ bias: Value?
  ) throws {
    func own(_ value: Value?) -> TensorObject? {
      if case .tensor(let tensor)? = value { tensor } else { nil }
    }
    let parts = [
      ("running_mean", mean), ("running_var", variance), ("weight", own(weight)),
      ("bias", own(bias)),
    ]
    for case (let name, let part?) in parts where part.value.count != channels {
      throw PythonError.runtime(
        "\(name) should contain \(channels) elements not \(part.value.count)")
    }
  }

  static func cosine(
    _ a: TensorObject, _ b: TensorObject, _ dim: Int, _ epsilon: Double, _ run: Interpreter
  ) throws -> TensorObject {
    let shape = try Shape.broadcast(a.shape, b.shape)
    func unit(_ x: TensorObject) throws -> TensorObject {
      let x = x.shape == shape ? x : try run.apply(Expand(shape), x)
      let norm = try run.apply(Norm(dims: [dim], keepsDims: true), x)
      return try run.apply(Divide(), x, run.apply(Clamp(epsilon, nil), norm))
    }
    return try run.apply(Sum(dims: [dim]), run.apply(Multiply(), unit(a), unit(b)))
  }
}
