import Math

/// Division with whole quotients, and what is left over.
enum Division {
  static let floor = StepOperator("floor_divide", "FloorDivideBackward0") {
    inputs throws(TensorError) in
    try pairs("floor_divide", inputs, integer: floored) { a, b in
      b == 0 ? a / b : floored(a, b)
    }
  }

  static let truncated = StepOperator("div", "DivBackward1") { inputs throws(TensorError) in
    try pairs("div", inputs, integer: { $0.dividedReportingOverflow(by: $1).partialValue }) {
      ($0 / $1).rounded(.towardZero)
    }
  }

  static let remainder = Remainder(name: "remainder", gradientName: "RemainderBackward0") {
    floored(_:_:)($0, $1)
  }

  static let fmod = Remainder(name: "fmod", gradientName: "FmodBackward0") {
    ($0 / $1).rounded(.towardZero)
  }

  /// What PyTorch calls the kernels, which know no truth values.
  private static let kernels = [
    "div": "div_trunc_cpu", "floor_divide": "div_floor_cpu", "remainder": "remainder_cpu",
    "fmod": "fmod_cpu",
  ]

  /// Computes whole numbers as such, and others in their own kind.
  static func pairs(
    _ name: String, _ inputs: [Tensor], integer: (Int64, Int64) -> Int64,
    _ rule: (Double, Double) -> Double
  ) throws(TensorError) -> Tensor {
    let dtype = Tensor.resultType(inputs)
    if dtype == .bool {
      throw TensorError(
        .notImplemented, "\"\(kernels[name] ?? name)\" not implemented for 'Bool'")
    }
    let shape = try Shape.broadcast(inputs[0].shape, inputs[1].shape)
    let (a, b) = (try inputs[0].expand(shape), try inputs[1].expand(shape))
    if dtype.isFloatingPoint {
      let (x, y) = (a.cast(to: dtype).doubles, b.cast(to: dtype).doubles)
      return Tensor(zip(x, y).map { rule($0, $1) }, shape: shape).cast(to: dtype)
    }
    let divisors = b.integers
    if divisors.contains(0) { throw TensorError(.runtime, "ZeroDivisionError") }
    return Tensor(zip(a.integers, divisors).map { integer($0, $1) }, shape: shape).cast(to: dtype)
  }

  static func floored(_ a: Int64, _ b: Int64) -> Int64 {
    if b == -1 { return 0 &- a }
    let quotient = a / b
    return (a % b != 0 && (a < 0) != (b < 0)) ? quotient - 1 : quotient
  }

  /// Python's floor division of floats.
  static func floored(_ a: Double, _ b: Double) -> Double {
    var rest = a.truncatingRemainder(dividingBy: b)
    if rest != 0 && (rest < 0) != (b < 0) { rest += b }
    let quotient = (a - rest) / b
    if quotient == 0 { return 0 * (a / b) }
    let floor = quotient.rounded(.down)
    return quotient - floor > 0.5 ? floor + 1 : floor
  }
}

/// What is left when a quotient is whole: a - q·b.
struct Remainder: Operator {
  let name: String
  let gradientName: String
  /// The whole quotient.
  let quotient: @Sendable (Double, Double) -> Double

  func forward(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
    let isFloored = name == "remainder"
    return try Division.pairs(name, inputs) { a, b in
      let rest = b == -1 ? 0 : a % b
      return isFloored && rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest
    } _: { a, b in
      let rest = a.truncatingRemainder(dividingBy: b)
      return isFloored && rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest
    }
  }

  func backward(
    _ upstream: Tensor, inputs: [Tensor], output: Tensor
  ) throws(TensorError) -> [Tensor?] {
    let (a, b) = (inputs[0], inputs[1])
    let shape = output.shape
    let pairs = zip(try a.expand(shape).doubles, try b.expand(shape).doubles)
    let slopes = Tensor(pairs.map { -quotient($0, $1) }, shape: shape).cast(to: upstream.dtype)
    return [
      a.dtype.isFloatingPoint ? try upstream.reduced(like: a) : nil,
      b.dtype.isFloatingPoint
        ? try (upstream * slopes).reduced(like: b) : nil,
    ]
  }
}
