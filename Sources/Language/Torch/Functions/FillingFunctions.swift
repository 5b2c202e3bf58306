import Math

/// What fills a tensor in place with random numbers.
enum FillingFunctions {
  static let all: [TorchFunction] = [
    TorchFunction(
      "uniform_", "input, from_=0, to=1, *, generator=None",
      "Fills the tensor with uniform numbers.", in: .method
    ) { call in
      let x = try call.tensor(0)
      let (low, high) = (try call.double(1), try call.double(2))
      guard low <= high else {
        throw PythonError.runtime(
          "uniform_ expects to return a [from, to) range, but found from=\(PlainText.of(low)) > "
            + "to=\(PlainText.of(high))")
      }
      return try fill(x, call) { try $0.uniform(x.shape, low: low, high: high, dtype: x.dtype) }
    },
    TorchFunction(
      "normal_", "input, mean=0, std=1, *, generator=None", "Fills the tensor with normal numbers.",
      in: .method
    ) { call in
      let x = try call.tensor(0)
      let (mean, deviation) = (try call.double(1), try deviation(call, 2))
      return try fill(x, call) {
        try $0.normal(x.shape, mean: mean, standardDeviation: deviation, dtype: x.dtype)
      }
    },
    TorchFunction(
      "exponential_", "input, lambd=1, *, generator=None",
      "Fills the tensor with exponentially distributed numbers.", in: .method
    ) { call in
      let x = try call.tensor(0)
      let rate = try call.double(1)
      guard rate > 0 else {
        throw PythonError.runtime(
          "exponential_ expects lambda > 0.0, but found lambda=\(PlainText.of(rate))")
      }
      return try fill(x, call) { generator in
        let values = (0..<x.value.count).map { _ in
          -LogOnePlus().value(-generator.uniform64()) / rate
        }
        return Tensor(values, shape: x.shape).cast(to: x.dtype)
      }
    },
    TorchFunction(
      "bernoulli_", "input, p=0.5, *, generator=None", "Fills the tensor with 1 and 0.", in: .method
    ) { call in
      let x = try call.tensor(0)
      let p = try probability(call, 1)
      return try fill(x, call) {
        try Tensor($0.bernoulli(x.shape, probability: p), shape: x.shape).cast(to: x.dtype)
      }
    },
    TorchFunction(
      "random_", "input, from_=None, to=None, *, generator=None",
      "Fills the tensor with whole numbers.", in: .method
    ) { call in
      let x = try call.tensor(0)
      if call[1].isNone && x.dtype == .int64 {
        return try fill(x, call) { generator in
          Tensor((0..<x.value.count).map { _ in generator.integer() }, shape: x.shape)
        }
      }
      let (low, high) = call[2].isNone ? (0, try call.int(1)) : (try call.int(1), try call.int(2))
      guard low < high else {
        throw PythonError.runtime(
          "random_ expects 'from' to be less than 'to', but got from=\(low) >= to=\(high)")
      }
      return try fill(x, call) {
        try $0.integers(x.shape, from: Int64(low), below: Int64(high)).cast(to: x.dtype)
      }
    },
  ]

  private static func fill(
    _ x: TensorObject, _ call: Call, _ draw: (inout RandomGenerator) throws -> Tensor
  ) throws -> Value {
    let place = call.builtin.parameters.firstIndex { $0.name == "generator" } ?? 0
    let value = try GeneratorTable.draw(call[place], call.interpreter, draw)
    return .tensor(try call.interpreter.change(x, to: TensorObject(value)))
  }

  /// A standard deviation, which is never negative.
  static func deviation(_ call: Call, _ place: Int) throws -> Double {
    let deviation = try call.double(place)
    guard deviation >= 0 else {
      throw PythonError.runtime(
        "normal expects std >= 0.0, but found std \(PlainText.of(deviation))")
    }
    return deviation
  }

  /// A probability.
  static func probability(_ call: Call, _ place: Int) throws -> Double {
    let p = try call.double(place)
    guard p >= 0 && p <= 1 else {
      throw PythonError.runtime(
        "bernoulli_ expects p to be in [0, 1], but got p=\(PlainText.of(p))")
    }
    return p
  }
}
