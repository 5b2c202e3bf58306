import Math

/// The activations that `Math` has no operator of its own for.
enum Activations {
  private static func exp(_ x: Double) -> Double { Exponential().value(x) }
  private static func tanh(_ x: Double) -> Double { Tanh().value(x) }
  private static func sigmoid(_ x: Double) -> Double { Sigmoid().value(x) }

  static let selu = elu(
    "EluBackward0", name: "selu", scale: 1.0507009873554804934193349852946,
    alpha: 1.6732632423543772848170429916717)

  static func celu(_ alpha: Double) -> PointOperator {
    PointOperator("celu", "CeluBackward0", refusing: "elu_cpu", settings: [alpha]) { x in
      x > 0 ? x : alpha * ExponentialMinusOne().value(x / alpha)
    } slope: { x in
      x > 0 ? 1 : exp(x / alpha)
    }
  }

  private static func elu(
    _ gradientName: String, name: String, scale: Double, alpha: Double
  ) -> PointOperator {
    PointOperator(name, gradientName, refusing: "elu_cpu") { x in
      scale * (x > 0 ? x : alpha * ExponentialMinusOne().value(x))
    } slope: { x in
      scale * (x > 0 ? 1 : alpha * exp(x))
    }
  }

  static let mish = PointOperator("mish", "MishBackward0", refusing: "mish_cpu") { x in
    x * tanh(softplus(x))
  } slope: { x in
    let t = tanh(softplus(x))
    return t + x * sigmoid(x) * (1 - t * t)
  }

  private static func softplus(_ x: Double) -> Double { -LogSigmoid().value(-x) }

  static func threshold(_ threshold: Double, _ value: Double) -> PointOperator {
    PointOperator("threshold", "ThresholdBackward0", keepsIntegers: true) { x in
      x <= threshold ? value : x
    } slope: { x in
      x <= threshold ? 0 : 1
    }
  }

  static let prelu = PairOperator("prelu", "PreluKernelBackward0") { x, weight in
    x > 0 ? x : weight * x
  } slopes: { x, weight in
    (x > 0 ? 1 : weight, x > 0 ? 0 : x)
  }

  static func softshrink(_ bound: Double) -> PointOperator {
    PointOperator("softshrink", "SoftshrinkBackward0", refusing: "softshrink_cpu") { x in
      x > bound ? x - bound : x < -bound ? x + bound : x * 0
    } slope: { x in
      x >= -bound && x <= bound ? 0 : 1
    }
  }

  static func hardshrink(_ bound: Double) -> PointOperator {
    PointOperator("hardshrink", "HardshrinkBackward0", refusing: "hardshrink_cpu") { x in
      x >= -bound && x <= bound ? 0 : x
    } slope: { x in
      x >= -bound && x <= bound ? 0 : 1
    }
  }

  static func hardtanh(_ low: Double, _ high: Double) -> PointOperator {
    PointOperator("hardtanh", "HardtanhBackward0", keepsIntegers: true) { x in
      x < low ? low : x > high ? high : x
    } slope: { x in
      x <= low || x >= high ? 0 : 1
    }
  }

  static let hardsigmoid = PointOperator(
    "hardsigmoid", "HardsigmoidBackward0", refusing: "hardsigmoid_cpu"
  ) { x in
    x.isNaN ? x : min(max(x + 3, 0), 6) / 6
  } slope: { x in
    x > -3 && x < 3 ? Double(Float(1) / 6) : 0
  }

  static let hardswish = PointOperator(
    "hardswish", "HardswishBackward0", refusing: "hardswish_cpu"
  ) { x in
    x.isNaN ? x : x * min(max(x + 3, 0), 6) / 6
  } slope: { x in
    x <= -3 ? 0 : x < 3 ? x / 3 + 0.5 : 1
  }
}
