import Math

/// The optimizers and their settings.
extension OptimizerTable {
  static let types = [optimizer, sgd, adam, adamW, rmsprop, adagrad]

  static let sgd = type(
    "SGD",
    "lr=0.001, momentum=0, dampening=0, weight_decay=0, nesterov=False, *, maximize=False, foreach=None, differentiable=False, fused=None",
    "Steps against the gradient, with momentum if wanted."
  ) { settings in
    try refuseNegative(settings, ["lr", "momentum", "weight_decay"])
    let isPlain = settings.number("momentum") <= 0 || settings.number("dampening") != 0
    if settings.flag("nesterov") && isPlain {
      throw PythonError.value("Nesterov momentum requires a momentum and zero dampening")
    }
  } rule: { group in
    SGDRule(
      rate: group.number("lr"), momentum: group.number("momentum"),
      dampening: group.number("dampening"), decay: group.number("weight_decay"),
      isNesterov: group.flag("nesterov"), isMaximizing: group.flag("maximize"))
  }

  static let adam = type(
    "Adam",
    "lr=0.001, betas=(0.9, 0.999), eps=1e-08, weight_decay=0, amsgrad=False, *, foreach=None, maximize=False, capturable=False, differentiable=False, fused=None, decoupled_weight_decay=False",
    "Scales each step by running averages of the gradient and its square.",
    check: checkAdam
  ) { adamRule($0, isDecoupled: $0.flag("decoupled_weight_decay")) }

  static let adamW = type(
    "AdamW",
    "lr=0.001, betas=(0.9, 0.999), eps=1e-08, weight_decay=0.01, amsgrad=False, *, maximize=False, foreach=None, capturable=False, differentiable=False, fused=None, _decoupled_weight_decay=True",
    "Adam, with the weight decay apart from the averages.", check: checkAdam
  ) { adamRule($0, isDecoupled: true) }

  static let rmsprop = type(
    "RMSprop",
    "lr=0.01, alpha=0.99, eps=1e-08, weight_decay=0, momentum=0, centered=False, capturable=False, foreach=None, maximize=False, differentiable=False",
    "Divides the gradient by the root of its running mean square."
  ) { settings in
    try refuseNegative(settings, ["lr", "eps", "momentum", "weight_decay", "alpha"])
  } rule: { group in
    RMSpropRule(
      rate: group.number("lr"), alpha: group.number("alpha"), epsilon: group.number("eps"),
      decay: group.number("weight_decay"), momentum: group.number("momentum"),
      isCentered: group.flag("centered"), isMaximizing: group.flag("maximize"))
  }

  static let adagrad = type(
    "Adagrad",
    "lr=0.01, lr_decay=0, weight_decay=0, initial_accumulator_value=0, eps=1e-10, foreach=None, *, maximize=False, differentiable=False, fused=None",
    "Divides the gradient by the root of the sum of its squares."
  ) { settings in
    try refuseNegative(
      settings, ["lr", "lr_decay", "weight_decay", "initial_accumulator_value", "eps"])
  } rule: { group in
    AdagradRule(
      rate: group.number("lr"), rateDecay: group.number("lr_decay"),
      decay: group.number("weight_decay"), epsilon: group.number("eps"),
      firstAverage: group.number("initial_accumulator_value"),
      isMaximizing: group.flag("maximize"))
  }

  @Sendable private static func checkAdam(_ settings: DictObject) throws {
    try refuseNegative(settings, ["lr", "eps"])
    for (place, beta) in settings.numbers("betas").enumerated() where beta < 0 || beta >= 1 {
      throw PythonError.value("Invalid beta parameter at index \(place): \(beta)")
    }
    try refuseNegative(settings, ["weight_decay"])
  }

  private static func adamRule(_ group: DictObject, isDecoupled: Bool) -> AdamRule {
    let betas = group.numbers("betas")
    return AdamRule(
      rate: group.number("lr"), betas: (betas.first ?? 0.9, betas.last ?? 0.999),
      epsilon: group.number("eps"), decay: group.number("weight_decay"),
      isDecoupled: isDecoupled, isAMSGrad: group.flag("amsgrad"),
      isMaximizing: group.flag("maximize"))
  }

  private static func refuseNegative(_ settings: DictObject, _ names: [String]) throws {
    for name in names {
      let number = settings.number(name)
      guard !(number >= 0) else { continue }
      let what = ["lr": "learning rate", "eps": "epsilon value"][name] ?? "\(name) value"
      var text = "\(number)"
      if case .int(let whole) = settings[name] { text = "\(whole)" }
      throw PythonError.value("Invalid \(what): \(text)")
    }
  }
}

extension DictObject {
  /// The number under a name; 0 where there is none.
  func number(_ name: String) -> Double {
    switch self[name] {
    case .tensor(let tensor): (try? TensorSyntax.number(tensor)) ?? 0
    case let value: value?.plainNumber?.double ?? 0
    }
  }

  /// The truth value under a name.
  func flag(_ name: String) -> Bool {
    if case .bool(let flag) = self[name] { flag } else { number(name) != 0 }
  }

  /// The numbers of the tuple or list under a name.
  func numbers(_ name: String) -> [Double] {
    switch self[name] {
    case .tuple(let tuple): tuple.items.map { $0.plainNumber?.double ?? 0 }
    case .list(let list): list.items.map { $0.plainNumber?.double ?? 0 }
    default: []
    }
  }
}
