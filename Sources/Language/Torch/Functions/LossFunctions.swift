import Math

/// The losses of `F`.
enum LossFunctions {
  static let all: [TorchFunction] = classes + binary + divergences + distances + margins

  static let reductions = ["reduction": ["mean", "sum", "none"]]
  private static let ends = "size_average=None, reduce=None, reduction='mean'"

  private static let classes: [TorchFunction] = [
    TorchFunction(
      "cross_entropy",
      "input, target, weight=None, size_average=None, ignore_index=-100, reduce=None, reduction='mean', label_smoothing=0.0",
      "The cross-entropy of logits: log_softmax, then nll_loss.", in: .functional,
      choices: reductions
    ) { call in
      let reduction = try call.reduction(6, average: 3, reduce: 5)
      let loss = ClassLoss(
        weight: try call.optionalTensor(2), ignored: try call.int(4), reduction: reduction,
        smoothing: try call.double(7), interpreter: call.interpreter)
      return .tensor(try loss.crossEntropy(call.tensor(0), call.tensor(1)))
    },
    TorchFunction(
      "nll_loss",
      "input, target, weight=None, size_average=None, ignore_index=-100, reduce=None, reduction='mean'",
      "The negative log-probability of the target classes.", in: .functional, choices: reductions
    ) { call in
      let reduction = try call.reduction(6, average: 3, reduce: 5)
      let loss = ClassLoss(
        weight: try call.optionalTensor(2), ignored: try call.int(4), reduction: reduction,
        smoothing: 0, interpreter: call.interpreter)
      let (input, target) = (try call.tensor(0), try call.tensor(1))
      let result = try loss.negativeLogLikelihood(input, target)
      loss.watchLikelihood(input, target)
      return .tensor(result)
    },
  ]

  private static let binary: [TorchFunction] = [
    TorchFunction(
      "binary_cross_entropy", "input, target, weight=None, \(ends)",
      "The cross-entropy of probabilities of yes.", in: .functional, choices: reductions
    ) { call in
      let reduction = try call.reduction(5, average: 3, reduce: 4)
      return .tensor(try BinaryLoss.crossEntropy(call, reduction))
    },
    TorchFunction(
      "binary_cross_entropy_with_logits", "input, target, weight=None, \(ends), pos_weight=None",
      "The cross-entropy of logits of yes, exact in the tails.", in: .functional,
      choices: reductions
    ) { call in
      let reduction = try call.reduction(5, average: 3, reduce: 4)
      return .tensor(try BinaryLoss.withLogits(call, reduction))
    },
    TorchFunction(
      "soft_margin_loss", "input, target, \(ends)", "log(1 + exp(-yx)), where y is 1 or -1.",
      in: .functional, choices: reductions
    ) { call in
      let pair = PairOperator("soft_margin_loss", "SoftMarginLossBackward0") { x, y in
        LogOnePlus().value(Exponential().value(-y * x))
      } slopes: { x, y in
        let z = Exponential().value(-y * x)
        return (z.isInfinite ? -y : -y * z / (1 + z), z.isInfinite ? -x : -x * z / (1 + z))
      }
      return try call.pairLoss(pair, reduction: call.reduction(4, average: 2, reduce: 3))
    },
  ]

  private static let divergences: [TorchFunction] = [
    TorchFunction(
      "kl_div", "input, target, \(ends), log_target=False",
      "The divergence of a target from log-probabilities.", in: .functional,
      choices: ["reduction": ["batchmean", "mean", "sum", "none"]]
    ) { call in
      try Divergence.kullbackLeibler(call)
    },
    TorchFunction(
      "poisson_nll_loss",
      "input, target, log_input=True, full=False, size_average=None, eps=1e-08, reduce=None, reduction='mean'",
      "The negative log-likelihood of counts.", in: .functional, choices: reductions
    ) { call in
      try Divergence.poisson(call)
    },
    TorchFunction(
      "gaussian_nll_loss", "input, target, var, full=False, eps=1e-06, reduction='mean'",
      "The negative log-likelihood of normal numbers.", in: .functional, choices: reductions
    ) { call in
      try Divergence.gaussian(call)
    },
  ]

  private static let distances: [TorchFunction] = [
    TorchFunction(
      "mse_loss", "input, target, \(ends), weight=None", "The mean squared difference.",
      in: .functional, choices: reductions
    ) { call in
      let pair = PairOperator("mse_loss", "MseLossBackward0") { a, b in
        (a - b) * (a - b)
      } slopes: { a, b in
        (2 * (a - b), -2 * (a - b))
      }
      return try call.pairLoss(
        pair, reduction: call.reduction(4, average: 2, reduce: 3), weight: 5, warns: true)
    },
    TorchFunction(
      "l1_loss", "input, target, \(ends), weight=None", "The mean absolute difference.",
      in: .functional, choices: reductions
    ) { call in
      let reduction = try call.reduction(4, average: 2, reduce: 3)
      let gradientName = ["none": "AbsBackward0", "mean": "MeanBackward0", "sum": "SumBackward0"][
        reduction.rawValue]
      let pair = PairOperator("l1_loss", gradientName ?? "") { a, b in
        (a - b).magnitude
      } slopes: { a, b in
        let sign = a > b ? 1.0 : a < b ? -1 : 0
        return (sign, -sign)
      }
      return try call.pairLoss(pair, reduction: reduction, weight: 5, warns: true)
    },
    TorchFunction(
      "smooth_l1_loss", "input, target, \(ends), beta=1.0",
      "Squared near zero, absolute beyond beta.", in: .functional, choices: reductions
    ) { call in
      let reduction = try call.reduction(4, average: 2, reduce: 3)
      let beta = try call.double(5)
      guard beta >= 0 else {
        throw PythonError.runtime("smooth_l1_loss does not support negative values for beta.")
      }
      let gradientName =
        beta == 0 ? reduction.gradientName(whole: "AbsBackward0") : "SmoothL1LossBackward0"
      let pair = PairOperator("smooth_l1_loss", gradientName, settings: [beta]) { a, b in
        let d = (a - b).magnitude
        return d < beta ? 0.5 * d * d / beta : d - 0.5 * beta
      } slopes: { a, b in
        let d = a - b
        let slope = d.magnitude < beta ? d / beta : d > 0 ? 1.0 : d < 0 ? -1 : 0
        return (slope, -slope)
      }
      return try call.pairLoss(pair, reduction: reduction, warns: true)
    },
    TorchFunction(
      "huber_loss", "input, target, reduction='mean', delta=1.0, weight=None",
      "Squared near zero, linear beyond delta.", in: .functional, choices: reductions
    ) { call in
      let delta = try call.double(3)
      guard delta > 0 else {
        throw PythonError.runtime("huber_loss does not support non-positive values for delta.")
      }
      let pair = PairOperator("huber_loss", "HuberLossBackward0", settings: [delta]) { a, b in
        let d = (a - b).magnitude
        return d <= delta ? 0.5 * d * d : delta * (d - 0.5 * delta)
      } slopes: { a, b in
        let slope = max(-delta, min(delta, a - b))
        return (slope, -slope)
      }
      return try call.pairLoss(pair, reduction: call.reduction(2), weight: 4, warns: true)
    },
  ]

  private static let margins: [TorchFunction] = [
    TorchFunction(
      "hinge_embedding_loss", "input, target, margin=1.0, \(ends)",
      "x where the target is 1, max(0, margin - x) where it is -1.", in: .functional,
      choices: reductions
    ) { call in
      let margin = try call.double(2)
      let reduction = try call.reduction(5, average: 3, reduce: 4)
      let gradientName = reduction.gradientName(whole: "AddBackward0")
      let pair = PairOperator("hinge_embedding_loss", gradientName, settings: [margin]) { x, y in
        y == 1 ? x : y == -1 ? max(0, margin - x) : x + max(0, margin - x)
      } slopes: { x, y in
        (y == 1 ? 1 : margin - x >= 0 ? (y == -1 ? -1 : 0) : (y == -1 ? 0 : 1), 0)
      }
      return .tensor(
        try call.interpreter.apply(
          PairLoss(pair: pair, reduction: reduction), call.tensor(0),
          call.tensor(1).withoutHistory()))
    },
    TorchFunction(
      "margin_ranking_loss", "input1, input2, target, margin=0, \(ends)",
      "max(0, -y(x1 - x2) + margin).", in: .functional, choices: reductions
    ) { call in
      let margin = try call.double(3)
      let run = call.interpreter
      let difference = try run.apply(Subtract(), call.tensor(0), call.tensor(1))
      let reduction = try call.reduction(6, average: 4, reduce: 5)
      let gradientName = reduction.gradientName(whole: "ClampMinBackward0")
      let pair = PairOperator("margin_ranking_loss", gradientName, settings: [margin]) { d, y in
        max(0, -y * d + margin)
      } slopes: { d, y in
        -y * d + margin >= 0 ? (-y, -d) : (0, 0)
      }
      let loss = PairLoss(pair: pair, reduction: reduction)
      return .tensor(try run.apply(loss, difference, call.tensor(2)))
    },
  ]
}

extension Call {
  /// The reduction asked for, also by the names of old.
  func reduction(_ place: Int, average: Int? = nil, reduce: Int? = nil) throws -> LossReduction {
    if let average, let reduce, !values[average].isNone || !values[reduce].isNone {
      let averages = values[average].isNone ? true : try bool(average)
      let reduces = values[reduce].isNone ? true : try bool(reduce)
      let reduction: LossReduction = reduces ? (averages ? .mean : .sum) : .none
      interpreter.warn(
        "size_average and reduce args will be deprecated, please use reduction='\(reduction.rawValue)' "
          + "instead.")
      return reduction
    }
    let name = try interpreter.text(of: values[place])
    guard let reduction = LossReduction(rawValue: name) else {
      var error = PythonError.value("\(name) is not a valid value for reduction")
      error.fix = "Choose 'mean', 'sum' or 'none'."
      throw error
    }
    return reduction
  }

  /// A loss of two tensors of one shape.
  func pairLoss(
    _ pair: PairOperator, reduction: LossReduction, weight place: Int? = nil, warns: Bool = false
  ) throws -> Value {
    let (input, target) =
      warns
      ? (try BinaryLoss.sized(self, 0), try BinaryLoss.sized(self, 1))
      : (try tensor(0), try tensor(1))
    if warns && input.shape != target.shape {
      interpreter.warn(
        "Using a target size (torch.Size(\(Shape.text(target.shape)))) that is different to the input "
          + "size (torch.Size(\(Shape.text(input.shape)))). This will likely lead to incorrect results "
          + "due to broadcasting. Please ensure they have the same size.")
    }
    let kernels = [
      "mse_loss": "mse_cpu", "smooth_l1_loss": "smooth_l1_cpu", "huber_loss": "huber_cpu",
    ]
    let kind = Tensor.resultType([input.value, target.value])
    if let kernel = kernels[pair.name], !kind.isFloatingPoint {
      throw PythonError.notImplemented(
        "\"\(kernel)\" not implemented for '\(kind.scalarTypeName)'")
    }
    if pair.name == "l1_loss", reduction == .mean, !kind.isFloatingPoint {
      _ = try Mean().forward([Tensor(0, dtype: kind)])
    }
    guard let place, let weight = try optionalTensor(place) else {
      return .tensor(
        try interpreter.apply(PairLoss(pair: pair, reduction: reduction), input, target))
    }
    let losses = try interpreter.apply(PairLoss(pair: pair, reduction: .none), input, target)
    let weighted = try interpreter.apply(Multiply(), losses, weight)
    switch reduction {
    case .none: return .tensor(weighted)
    case .sum: return .tensor(try interpreter.apply(Sum(), weighted))
    case .mean:
      let total = try interpreter.apply(Sum(), weight)
      return .tensor(try interpreter.apply(Divide(), interpreter.apply(Sum(), weighted), total))
    }
  }
}

extension LossReduction {
  /// The name of the last step of a loss that PyTorch puts together from other functions.
  func gradientName(whole: String) -> String {
    switch self {
    case .none: whole
    case .mean: "MeanBackward0"
    case .sum: "SumBackward0"
    }
  }
}
