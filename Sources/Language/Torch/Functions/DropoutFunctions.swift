import Math

/// Dropout in its forms.
enum DropoutFunctions {
  static let all: [TorchFunction] =
    [
      TorchFunction(
        "dropout", "input, p=0.5, training=True, inplace=False",
        "Zeros elements at random while training, and scales the others.",
        in: [.functional, .torch]
      ) { call in
        let x = try call.tensor(0)
        let p = try probability(call)
        guard try call.bool(2), p > 0, x.value.count > 0 else { return .tensor(x) }
        return .tensor(try apply(call, x, x.shape, p))
      },
      TorchFunction(
        "alpha_dropout", "input, p=0.5, training=False, inplace=False",
        "Dropout that keeps mean and variance for selu.", in: .functional
      ) { call in
        try alpha(call)
      },
    ]
    + ["dropout1d", "dropout2d", "dropout3d"].map { name in
      TorchFunction(
        name, "input, p=0.5, training=True, inplace=False",
        "Zeros whole channels at random while training.", in: .functional
      ) { call in
        let x = try call.tensor(0)
        let p = try probability(call)
        guard try call.bool(2), p > 0, x.value.count > 0 else { return .tensor(x) }
        guard x.value.rank > 1 else {
          throw PythonError.runtime("Feature dropout requires at least 2 dimensions in the input")
        }
        // A sample without its batch: (C, L) or (C, D, H, W).
        let isSingle =
          name == "dropout1d" && x.value.rank == 2 || name == "dropout3d" && x.value.rank == 4
        let kept = isSingle ? 1 : 2
        let mask = Array(x.shape.prefix(kept)) + [Int](repeating: 1, count: x.value.rank - kept)
        return .tensor(try apply(call, x, mask, p))
      }
    }

  private static func probability(_ call: Call) throws -> Double {
    let p = try call.double(1)
    guard p >= 0 && p <= 1 else {
      let text = try call.interpreter.text(of: call[1])
      throw PythonError.value("dropout probability has to be between 0 and 1, but got \(text)")
    }
    return p
  }

  private static func apply(_ call: Call, _ x: TensorObject, _ shape: [Int], _ p: Double) throws
    -> TensorObject
  {
    let run = call.interpreter
    if p == 1 {
      return try run.apply(Multiply(), x, TensorObject(.wrapped(.float(0), beside: x.dtype)))
    }
    let draws = try run.torch.generator.bernoulli(shape, probability: 1 - p)
    let mask = try Tensor(mapped(draws) { $0 ? 1 / (1 - p) : 0 }, shape: shape).cast(to: x.dtype)
    let result = try run.apply(Multiply(), x, TensorObject(mask))
    return try call.bool(3) ? run.change(x, to: result) : result
  }

  private static func alpha(_ call: Call) throws -> Value {
    let run = call.interpreter
    let x = try call.tensor(0)
    let p = try probability(call)
    guard try call.bool(2), p > 0, x.value.count > 0 else { return .tensor(x) }
    let low = 1.7580993408473766
    let draws = try run.torch.generator.bernoulli(x.shape, probability: 1 - p)
    let a = 1 / ((low * low * p + 1) * (1 - p)).squareRoot()
    let mask = try Tensor(mapped(draws) { $0 ? a : 0 }, shape: x.shape).cast(to: x.dtype)
    let shift = try Tensor(mapped(draws) { ($0 ? 0 : -low * a) + low * a * p }, shape: x.shape)
      .cast(
        to: x.dtype)
    return .tensor(
      try run.apply(Add(), run.apply(Multiply(), x, TensorObject(mask)), TensorObject(shift)))
  }
}
