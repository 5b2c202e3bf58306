import Math

/// Losses that compare distributions.
enum Divergence {
  private static func exp(_ x: Double) -> Double { Exponential().value(x) }
  private static func log(_ x: Double) -> Double { Logarithm().value(x) }

  static func kullbackLeibler(_ call: Call) throws -> Value {
    let isBatch = call[4].isString("batchmean") && call[2].isNone && call[3].isNone
    let reduction = isBatch ? .sum : try call.reduction(4, average: 2, reduce: 3)
    if reduction == .mean && call[2].isNone && call[3].isNone {
      call.interpreter.warn(
        "reduction: 'mean' divides the total loss by both the batch size and the support size.'batchmean' "
          + "divides only by the batch size, and aligns with the KL div math definition.'mean' will be "
          + "changed to behave the same as 'batchmean' in the next major release.")
    }
    let names: [LossReduction: String] = [
      .none: "SubBackward0", .mean: "MeanBackward0", .sum: "SumBackward0",
    ]
    let gradientName = names[reduction] ?? ""
    let pair =
      try call.bool(5)
      ? PairOperator("kl_div", gradientName.replacingSub("MulBackward0"), settings: [1]) { x, t in
        exp(t) * (t - x)
      } slopes: { x, t in
        (-exp(t), exp(t) * (t - x + 1))
      }
      : PairOperator("kl_div", gradientName) { x, t in
        (t.isNaN ? .nan : t == 0 ? 0 : t * log(t)) - t * x
      } slopes: { x, t in
        (-t, log(t) + 1 - x)
      }
    let (input, target) = (try call.tensor(0), try call.tensor(1))
    guard input.dtype.isFloatingPoint && target.dtype.isFloatingPoint else {
      throw PythonError.runtime("kl_div: Integral inputs not supported.")
    }
    _ = try Shape.broadcast(target.shape, input.shape)
    var loss = try call.interpreter.apply(PairLoss(pair: pair, reduction: reduction), input, target)
    if isBatch, let batch = input.shape.first {
      let count = TensorObject(.wrapped(.int(Int64(batch)), beside: loss.dtype))
      loss = try call.interpreter.apply(Divide(), loss, count)
    }
    return .tensor(loss)
  }

  static func poisson(_ call: Call) throws -> Value {
    let reduction = try call.reduction(7, average: 4, reduce: 6)
    let (isLog, isFull, epsilon) = (try call.bool(2), try call.bool(3), try call.double(5))
    let whole = isFull ? "AddBackward0" : "SubBackward0"
    let pair = PairOperator(
      "poisson_nll_loss", reduction.gradientName(whole: whole),
      settings: [isLog ? 1 : 0, epsilon]
    ) { x, y in
      let loss = isLog ? exp(x) - y * x : x - y * log(x + epsilon)
      guard isFull, y > 1 else { return loss }
      return loss + y * log(y) - y + 0.5 * log(2 * .pi * y)
    } slopes: { x, y in
      let more = isFull && y > 1 ? log(y) + 0.5 / y : 0
      return (isLog ? exp(x) - y : 1 - y / (x + epsilon), more - (isLog ? x : log(x + epsilon)))
    }
    return try call.pairLoss(pair, reduction: reduction)
  }

  static func gaussian(_ call: Call) throws -> Value {
    let run = call.interpreter
    let (input, target) = (try call.tensor(0), try call.tensor(1))
    let reduction = try call.reduction(5)
    var variance =
      call[2].isTensor
      ? try call.tensor(2) : TensorObject(input.value.filled(with: try call.double(2)))
    if variance.value.doubles.contains(where: { $0 < 0 }) {
      throw PythonError.value("var has negative entry/entries")
    }
    if variance.shape != input.shape {
      if Array(input.shape.dropLast()) == variance.shape {
        variance = try run.view(
          Relabel("unsqueeze", "UnsqueezeBackward0", variance.shape + [1]), variance)
      } else if (try? Shape.broadcast(variance.shape, input.shape)) != input.shape
        || variance.shape.count != input.shape.count
      {
        throw PythonError.value("var is of incorrect size")
      }
    }
    let epsilon = try call.double(4)
    let floor = PointOperator("clamp", "CloneBackward0") {
      max($0, epsilon)
    } slope: { _ in
      1
    }
    variance = try run.apply(floor, variance)
    let square = try run.apply(PowerByNumber(.int(2)), run.apply(Subtract(), input, target))
    let half = TensorObject(.wrapped(.float(0.5), beside: input.dtype))
    let sum = try run.apply(
      Add(), run.apply(Logarithm(), variance), run.apply(Divide(), square, variance))
    var loss = try run.apply(Multiply(), half, sum)
    if try call.bool(3) {
      let constant = TensorObject(.wrapped(.float(0.5 * log(2 * .pi)), beside: input.dtype))
      loss = try run.apply(Add(), loss, constant)
    }
    return .tensor(try call.reduce(loss, reduction))
  }
}

extension String {
  /// The name of the gradient of a product, where this is that of a difference.
  fileprivate func replacingSub(_ product: String) -> String {
    self == "SubBackward0" ? product : self
  }
}

extension Call {
  /// Makes one loss of many.
  func reduce(_ losses: TensorObject, _ reduction: LossReduction) throws -> TensorObject {
    switch reduction {
    case .none: losses
    case .mean: try interpreter.apply(Mean(), losses)
    case .sum: try interpreter.apply(Sum(), losses)
    }
  }
}
