import Math

/// `torch.optim.lr_scheduler`: learning rates that change from epoch to epoch.
enum SchedulerTable {
  static let module = NativeModule(
    "torch.optim.lr_scheduler", "Learning rates that change from epoch to epoch.",
    types: [scheduler, step, multiStep, exponential, cosine, lambda, linear],
    other: WrittenOptimizers.schedulers)

  /// What a scheduler makes of the rate before, the first rate and the count of epochs.
  private typealias Rule =
    @Sendable (
      _ scheduler: Instance, _ rate: Double, _ first: Double, _ epoch: Int, Interpreter
    ) throws -> Double

  static let scheduler = NativeClass(
    "LRScheduler", module: "torch.optim.lr_scheduler", "The base of every scheduler.",
    methods: [
      Builtin("get_last_lr", "self", "The rates that hold now.") { call in
        let rates = try groups(call).map { $0["lr"] ?? .null }
        return try OptimizerTable.receiver(call).attributes["_last_lr"] ?? .list(of: rates)
      },
      Builtin("state_dict", "self", "The settings and where the scheduler stands.") { call in
        let own = try OptimizerTable.receiver(call)
        let dict = DictObject()
        for (name, value) in own.attributes.pairs where name != "optimizer" {
          dict.set(name, to: value)
        }
        dict.set("_last_lr", to: .list(of: try groups(call).map { $0["lr"] ?? .null }))
        return .dict(dict)
      },
      Builtin("load_state_dict", "self, state_dict", "Goes on where another stood.") { call in
        let own = try OptimizerTable.receiver(call)
        guard case .dict(let dict) = call[1] else { return .null }
        for case (.string(let name), let value) in dict.items {
          own.attributes[name] = value
        }
        return .null
      },
    ])

  private static func type(
    _ name: String, _ settings: String, _ summary: String, _ rule: @escaping Rule
  ) -> NativeClass {
    NativeClass(
      name, module: "torch.optim.lr_scheduler", base: scheduler, summary,
      methods: [
        Builtin("__init__", "self, optimizer, " + settings + ", last_epoch=-1", summary) { call in
          let instance = try OptimizerTable.receiver(call)
          for (place, parameter) in call.builtin.parameters.enumerated().dropFirst() {
            instance.attributes[parameter.name] = call[place]
          }
          instance.attributes["last_epoch"] = .int(0)
          let groups = try groups(call)
          instance.attributes["base_lrs"] = .list(of: groups.map { .float($0.number("lr")) })
          for group in groups { group.set("initial_lr", to: .float(group.number("lr"))) }
          try set(instance, groups, 0, rule, call.interpreter)
          return .null
        },
        Builtin("step", "self, epoch=None", "Goes on to the next epoch.") { call in
          let instance = try OptimizerTable.receiver(call)
          var epoch = 0
          if case .int(let last) = instance.attributes["last_epoch"] { epoch = last + 1 }
          instance.attributes["last_epoch"] = .int(epoch)
          instance.attributes["_last_lr"] = nil
          try set(instance, groups(call), epoch, rule, call.interpreter)
          return .null
        },
      ])
  }

  private static func set(
    _ instance: Instance, _ groups: [DictObject], _ epoch: Int, _ rule: Rule,
    _ interpreter: Interpreter
  ) throws {
    for group in groups {
      let rate = try rule(
        instance, group.number("lr"), group.number("initial_lr"), epoch, interpreter)
      group.set("lr", to: .float(rate))
    }
  }

  private static func groups(_ call: Call) throws -> [DictObject] {
    let own = try OptimizerTable.receiver(call)
    let given = own.attributes["optimizer"] ?? .null
    guard case .instance(let optimizer) = given else {
      throw PythonError.type("\(call.interpreter.typeName(of: given)) is not an Optimizer")
    }
    return OptimizerTable.groups(of: optimizer)
  }

  /// A setting that must be a number.
  private static func number(_ scheduler: Instance, _ name: String) throws -> Double {
    guard let number = scheduler.attributes[name]?.plainNumber else {
      throw PythonError.type("\(scheduler.type.name)(): '\(name)' must be a number")
    }
    return number.double
  }

  private static let step = type(
    "StepLR", "step_size, gamma=0.1", "The rate times gamma every few epochs."
  ) { own, rate, _, epoch, _ in
    let size = try number(own, "step_size")
    if epoch == 0 { return rate }
    if size == 0 { throw Arithmetic.zeroDivision("integer modulo by zero") }
    return Double(epoch).truncatingRemainder(dividingBy: size) != 0
      ? rate : rate * (try number(own, "gamma"))
  }

  private static let multiStep = type(
    "MultiStepLR", "milestones, gamma=0.1", "The rate times gamma at given epochs."
  ) { own, rate, _, epoch, run in
    let stones = try run.items(of: own.attributes["milestones"] ?? .null).compactMap {
      $0.plainNumber?.integer
    }
    let count = stones.count { $0 == Int64(epoch) }
    let gamma = try number(own, "gamma")
    return (0..<count).reduce(rate) { rate, _ in rate * gamma }
  }

  private static let exponential = type(
    "ExponentialLR", "gamma", "The rate times gamma every epoch."
  ) { own, rate, _, epoch, _ in
    epoch == 0 ? rate : rate * (try number(own, "gamma"))
  }

  private static let cosine = type(
    "CosineAnnealingLR", "T_max, eta_min=0.0", "The rate along a falling cosine."
  ) { own, rate, first, epoch, _ in
    let (period, low) = (try number(own, "T_max"), try number(own, "eta_min"))
    if epoch == 0 { return rate }
    if period == 0 { throw Arithmetic.zeroDivision("integer modulo by zero") }
    func cosine(_ epoch: Double) -> Double { Cosine().value(.pi * epoch / period) }
    if (Double(epoch - 1) - period).truncatingRemainder(dividingBy: 2 * period) == 0 {
      return rate + (first - low) * (1 - Cosine().value(.pi / period)) / 2
    }
    return (1 + cosine(Double(epoch))) / (1 + cosine(Double(epoch - 1))) * (rate - low) + low
  }

  private static let lambda = type(
    "LambdaLR", "lr_lambda", "The first rate times what a function gives."
  ) { own, _, first, epoch, run in
    guard let function = own.attributes["lr_lambda"] else { return first }
    let factor = try run.call(function, .int(epoch))
    return first * (factor.plainNumber?.double ?? 1)
  }

  private static let linear = type(
    "LinearLR", "start_factor=0.3333333333333333, end_factor=1.0, total_iters=5",
    "The rate along a straight line."
  ) { own, rate, first, epoch, _ in
    let (start, end, total) = (
      try number(own, "start_factor"), try number(own, "end_factor"), try number(own, "total_iters")
    )
    if epoch == 0 { return rate * start }
    if Double(epoch) > total { return rate }
    return rate * (1 + (end - start) / (total * start + Double(epoch - 1) * (end - start)))
  }
}
