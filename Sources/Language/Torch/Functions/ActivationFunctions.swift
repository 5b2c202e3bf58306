import Math

/// `F`'s activations, some of which `torch` and tensors have as well.
enum ActivationFunctions {
  static let all: [TorchFunction] = rectified + gated + soft + hard + saturating

  private static let functional: TorchFunction.Place = .functional
  private static let shared: TorchFunction.Place = [.functional, .torch, .method, .inPlace]

  /// Applies an operator to the first argument; `inplace=True` changes it.
  private static func run(
    _ operation: any Operator, _ call: Call, inPlace place: Int? = nil
  ) throws -> Value {
    let x = try call.tensor(0)
    let result = try call.interpreter.apply(operation, x)
    guard let place, try call.bool(place) else { return .tensor(result) }
    return .tensor(try call.interpreter.change(x, to: result))
  }

  private static let rectified: [TorchFunction] = [
    TorchFunction("relu", "input, inplace=False", "x where it is above zero, else 0.", in: shared) {
      try run(ReLU(), $0, inPlace: 1)
    },
    TorchFunction(
      "leaky_relu", "input, negative_slope=0.01, inplace=False",
      "x where it is above zero, else a small multiple of it.", in: functional
    ) {
      try run(LeakyReLU(slope: $0.double(1)), $0, inPlace: 2)
    },
    TorchFunction(
      "elu", "input, alpha=1.0, inplace=False", "x where it is above zero, else alpha(exp(x) - 1).",
      in: functional
    ) {
      try run(ELU(alpha: $0.double(1)), $0, inPlace: 2)
    },
    TorchFunction(
      "selu", "input, inplace=False", "elu, scaled to keep mean 0 and variance 1.", in: shared
    ) {
      try run(Activations.selu, $0, inPlace: 1)
    },
    TorchFunction(
      "celu", "input, alpha=1.0, inplace=False",
      "x where it is above zero, else alpha(exp(x/alpha) - 1).", in: shared
    ) { call in
      try run(Activations.celu(call.double(1)), call, inPlace: 2)
    },
    TorchFunction("relu6", "input, inplace=False", "relu, but never above 6.", in: functional) {
      try run(Activations.hardtanh(0, 6), $0, inPlace: 1)
    },
    TorchFunction(
      "threshold", "input, threshold, value, inplace=False",
      "x where it is above a threshold, else a value.", in: [.functional, .torch]
    ) { call in
      try run(Activations.threshold(call.double(1), call.double(2)), call, inPlace: 3)
    },
    TorchFunction(
      "prelu", "input, weight", "x where it is above zero, else a learned multiple of it.",
      in: [.functional, .torch, .method]
    ) { call in
      let x = try call.tensor(0)
      var weight = try call.tensor(1)
      if weight.value.count > 1 {
        let channels = x.value.rank > 1 ? x.shape[1] : 1
        guard weight.value.count == channels else {
          throw PythonError.runtime(
            "Mismatch of parameter numbers and input channel size. Found parameter numbers = \(weight.value.count) and channel size = \(channels)."
          )
        }
        let shape = [weight.value.count] + [Int](repeating: 1, count: max(0, x.value.rank - 2))
        weight = try call.interpreter.view(Relabel("view", "ViewBackward0", shape), weight)
      } else if weight.value.rank > 0 {
        weight = try call.interpreter.view(Relabel("view", "ViewBackward0", []), weight)
      }
      return .tensor(try call.interpreter.apply(Activations.prelu, x, weight))
    },
    TorchFunction(
      "rrelu", "input, lower=0.125, upper=0.3333333333333333, training=False, inplace=False",
      "leaky_relu with a random slope while training.", in: functional
    ) { call in
      let x = try call.tensor(0)
      let (low, high) = (try call.double(1), try call.double(2))
      guard try call.bool(3) else {
        return try run(
          Renamed(LeakyReLU(slope: (low + high) / 2), "rrelu", "RreluWithNoiseBackward0"), call,
          inPlace: 4)
      }
      let value = x.value
      var slopes = [Double](repeating: 1, count: value.count)
      for (place, element) in value.doubles.enumerated() where element <= 0 {
        slopes[place] = call.interpreter.torch.generator.uniform64() * (high - low) + low
      }
      let factors = Tensor(slopes, shape: value.shape).cast(to: value.dtype)
      return .tensor(try call.interpreter.apply(Multiply(), x, TensorObject(factors)))
    },
  ]

  private static let gated: [TorchFunction] = [
    TorchFunction(
      "gelu", "input, *, approximate='none'", "x times the normal distribution's share below x.",
      in: functional, choices: ["approximate": ["none", "tanh"]]
    ) { call in
      switch try call.string(1) {
      case "none": return try run(GELU(), call)
      case "tanh": return try run(GELUTanh(), call)
      default: throw PythonError.runtime("approximate argument must be either none or tanh.")
      }
    },
    TorchFunction("silu", "input, inplace=False", "x times sigmoid(x).", in: functional) {
      try run(SiLU(), $0, inPlace: 1)
    },
    TorchFunction("mish", "input, inplace=False", "x times tanh(softplus(x)).", in: functional) {
      try run(Activations.mish, $0, inPlace: 1)
    },
    TorchFunction(
      "glu", "input, dim=-1", "One half times the sigmoid of the other.", in: functional
    ) { call in
      let x = try call.tensor(0)
      if x.value.rank == 0 {
        throw PythonError.runtime("glu does not support scalars because halving size must be even")
      }
      let dim = try Shape.dimension(call.int(1), rank: x.value.rank)
      let length = x.shape[dim]
      guard length % 2 == 0 else {
        throw PythonError.runtime(
          "Halving dimension must be even, but dimension \(dim) is size \(length)")
      }
      let run = call.interpreter
      let first = try run.narrow(x, dim, 0, length / 2, "SliceBackward0")
      let second = try run.narrow(x, dim, length / 2, length / 2, "SliceBackward0")
      return .tensor(try run.apply(Multiply(), first, run.apply(Sigmoid(), second)))
    },
  ]

  private static let soft: [TorchFunction] = [
    TorchFunction(
      "softplus", "input, beta=1, threshold=20", "log(1 + exp(x)), a smooth relu.", in: functional
    ) { call in
      try run(Softplus(beta: call.double(1), threshold: call.double(2)), call)
    },
    TorchFunction("logsigmoid", "input", "log(sigmoid(x)), exact in the tails.", in: functional) {
      try run(LogSigmoid(), $0)
    },
    TorchFunction("softsign", "input", "x / (1 + |x|).", in: functional) { call in
      let x = try call.tensor(0)
      let run = call.interpreter
      let one = TensorObject(.wrapped(.int(1), beside: x.dtype))
      return .tensor(try run.apply(Divide(), x, run.apply(Add(), run.apply(Absolute(), x), one)))
    },
    TorchFunction("tanhshrink", "input", "x - tanh(x).", in: functional) { call in
      let x = try call.tensor(0)
      return .tensor(try call.interpreter.apply(Subtract(), x, call.interpreter.apply(Tanh(), x)))
    },
    TorchFunction(
      "softshrink", "input, lambd=0.5", "x moved towards zero, and 0 near it.", in: functional
    ) { call in
      let bound = try call.double(1)
      if bound < 0 {
        let kind = try call.tensor(0).dtype.scalarTypeName
        let text = try call.interpreter.format(.float(bound), "g")
        throw PythonError.runtime(
          "lambda must be in range [0, 3.40282e+38] for input dtype \(kind), but found \(text)")
      }
      return try run(Activations.softshrink(bound), call)
    },
    TorchFunction(
      "hardshrink", "input, lambd=0.5", "x, and 0 near zero.", in: [.functional, .torch, .method]
    ) { call in
      try run(Activations.hardshrink(call.double(1)), call)
    },
  ]

  private static let hard: [TorchFunction] = [
    TorchFunction(
      "hardtanh", "input, min_val=-1.0, max_val=1.0, inplace=False", "x limited to a range.",
      in: functional
    ) { call in
      let (low, high) = (try call.double(1), try call.double(2))
      if low > high { throw PythonError.value("min_val cannot be greater than max_val") }
      return try run(Activations.hardtanh(low, high), call, inPlace: 3)
    },
    TorchFunction(
      "hardsigmoid", "input, inplace=False", "A sigmoid of straight lines.", in: functional
    ) {
      try run(Activations.hardsigmoid, $0, inPlace: 1)
    },
    TorchFunction("hardswish", "input, inplace=False", "x times hardsigmoid(x).", in: functional) {
      try run(Activations.hardswish, $0, inPlace: 1)
    },
  ]

  private static let saturating: [TorchFunction] =
    ["relu_", "elu_", "leaky_relu_", "hardtanh_", "selu_", "celu_", "threshold_"].compactMap {
      name in
      let base = (rectified + hard).first { $0.builtin.name + "_" == name }
      return base.map { TorchFunction($0.builtin.inPlace, in: .functional) }
    }
}
