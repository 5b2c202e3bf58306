import Math

/// `torch.optim`: the optimizers, each a rule for one parameter.
enum OptimizerTable {
  static let optimizer = NativeClass(
    "Optimizer", module: "torch.optim.optimizer", "The base of every optimizer.",
    methods: [
      Builtin("__init__", "self, params, defaults", "Keeps parameters and settings.") { call in
        let instance = try receiver(call)
        let defaults = DictObject()
        try Conversion.update(defaults, from: call[2], call.interpreter)
        instance.attributes["defaults"] = .dict(defaults)
        instance.attributes["param_groups"] = .list(of: [])
        let state = DictObject()
        state.kind = .defaulting(.type(call.interpreter.classObject(TypeTable.dict)))
        instance.attributes["state"] = .dict(state)
        try begin(instance, with: call[1], call.interpreter)
        return .null
      },
      Builtin("zero_grad", "self, set_to_none=True", "Forgets the gradients of the parameters.") {
        call in
        let isForgotten = try call.bool(1)
        for tensor in try parameters(of: receiver(call), call.interpreter) {
          ModuleTable.clear(tensor, isForgotten)
        }
        return .null
      },
      Builtin("add_param_group", "self, param_group", "Adds parameters with their own settings.") {
        call in
        guard case .dict(let dict) = call[1] else {
          throw PythonError.type(
            "param_group must be a dict, but got <class '\(call.interpreter.typeName(of: call[1]))'>"
          )
        }
        try add(dict, to: receiver(call), call.interpreter)
        return .null
      },
      Builtin("state_dict", "self", "The settings of the groups.") { call in
        .dict(try OptimizerCheckpoint.made(of: receiver(call), call.interpreter))
      },
      Builtin("state", "self", "What is remembered of each parameter.", property: true) { call in
        let state = DictObject()
        state.kind = .defaulting(.type(call.interpreter.classObject(TypeTable.dict)))
        for (tensor, value) in try remembered(by: receiver(call), call.interpreter) {
          state.set(.object(ObjectIdentifier(tensor)), .tensor(tensor), to: .dict(value))
        }
        return .dict(state)
      },
      Builtin(
        "load_state_dict", "self, state_dict",
        "Takes over the settings of the groups, and what was remembered."
      ) { call in
        guard case .dict(let given) = call[1] else { return .null }
        try OptimizerCheckpoint.load(given, into: receiver(call), call.interpreter)
        return .null
      },
      Builtin("__repr__", "self", "The groups and their settings.") { call in
        .string(try text(of: receiver(call), call.interpreter))
      },
    ])

  /// What the optimizer remembers, parameter by parameter, under PyTorch's names.
  static func remembered(
    by instance: Instance, _ interpreter: Interpreter
  ) throws -> [(TensorObject, DictObject)] {
    guard let state = instance.payload as? OptimizerState else { return [] }
    return try parameters(of: instance, interpreter).compactMap { tensor in
      let memory = state[tensor]
      if memory.steps == 0 { return nil }
      let dict = DictObject()
      if instance.type.name != "SGD" {
        dict.set("step", to: .tensor(TensorObject(Tensor(memory.steps, dtype: .float32))))
      }
      for (name, value) in zip(averageNames[instance.type.name] ?? [], memory.averages) {
        dict.set(name, to: .tensor(TensorObject(value)))
      }
      return (tensor, dict)
    }
  }

  /// What PyTorch calls the running averages, in the order in which they are kept.
  static let averageNames: [String: [String]] = [
    "Adam": ["exp_avg", "exp_avg_sq", "max_exp_avg_sq"],
    "AdamW": ["exp_avg", "exp_avg_sq", "max_exp_avg_sq"], "SGD": ["momentum_buffer"],
    "RMSprop": ["square_avg", "momentum_buffer", "grad_avg"], "Adagrad": ["sum"],
  ]

  /// The optimizer that a method was called on.
  static func receiver(_ call: Call) throws -> Instance {
    guard case .instance(let instance) = call[0] else {
      throw PythonError.type(
        "an optimizer is needed, not \(call.interpreter.typeName(of: call[0]))")
    }
    return instance
  }

  /// Makes the class of an optimizer: settings with their defaults and checks, and the rule.
  static func type(
    _ name: String, _ settings: String, _ summary: String,
    check: @escaping @Sendable (DictObject) throws -> Void,
    rule: @escaping @Sendable (DictObject) throws -> any OptimizerRule
  ) -> NativeClass {
    NativeClass(
      name, module: "torch.optim." + name.lowercased(), base: optimizer, summary,
      methods: [
        Builtin("__init__", "self, params, " + settings, summary) { call in
          let instance = try receiver(call)
          instance.payload = OptimizerState()
          let defaults = DictObject()
          for name in order[name] ?? [] { defaults.set(name, to: .null) }
          for (place, parameter) in call.builtin.parameters.enumerated().dropFirst(2) {
            let isHidden = parameter.name.hasPrefix("_")
            defaults.set(
              isHidden ? String(parameter.name.dropFirst()) : parameter.name, to: call[place])
          }
          try check(defaults)
          instance.attributes["defaults"] = .dict(defaults)
          instance.attributes["param_groups"] = .list(of: [])
          try begin(instance, with: call[1], call.interpreter)
          return .null
        },
        Builtin("step", "self, closure=None", "Changes every parameter by its gradient.") { call in
          try step(call, rule: rule)
        },
      ])
  }

  /// The order in which PyTorch keeps settings, where it is not that of the parameters.
  private static let order = [
    "Adam": ["lr", "betas", "eps", "weight_decay", "amsgrad", "maximize", "foreach"],
    "RMSprop": ["lr", "momentum", "alpha", "eps", "centered", "weight_decay"],
    "Adagrad": ["lr", "lr_decay", "eps", "weight_decay", "initial_accumulator_value"],
  ]

  private static func begin(_ instance: Instance, with given: Value, _ interpreter: Interpreter)
    throws
  {
    if case .tensor = given {
      throw PythonError.type(
        "params argument given to the optimizer should be an iterable of Tensors or dicts, but got "
          + "torch.FloatTensor")
    }
    let items = try interpreter.items(of: given)
    if items.isEmpty { throw PythonError.value("optimizer got an empty parameter list") }
    if case .dict = items[0] {
      for case .dict(let group) in items { try add(group, to: instance, interpreter) }
      return
    }
    let group = DictObject()
    group.set("params", to: .list(of: items.map(second)))
    try add(group, to: instance, interpreter)
  }

  /// `named_parameters` gives pairs; the tensor is the second.
  private static func second(_ value: Value) -> Value {
    if case .tuple(let pair) = value, pair.items.count == 2 { pair.items[1] } else { value }
  }

  private static func add(
    _ given: DictObject, to instance: Instance, _ interpreter: Interpreter
  ) throws {
    guard case .list(let groups) = instance.attributes["param_groups"],
      case .dict(let defaults) = instance.attributes["defaults"]
    else { return }
    let group = DictObject()
    let params = given["params"] ?? .list(of: [])
    let items: [Value]
    if case .tensor = params { items = [params] } else { items = try interpreter.items(of: params) }
    for item in items.map(second) {
      guard case .tensor(let tensor) = item else {
        throw PythonError.type(
          "optimizer can only optimize Tensors, but one of the params is \(interpreter.typeName(of: item))"
        )
      }
      if !tensor.isLeaf { throw PythonError.value("can't optimize a non-leaf Tensor") }
    }
    let known = Set(try parameters(of: instance, interpreter).map(ObjectIdentifier.init))
    let isKnown = items.map(second).contains {
      if case .tensor(let tensor) = $0 { known.contains(ObjectIdentifier(tensor)) } else { false }
    }
    if isKnown {
      throw PythonError.value("some parameters appear in more than one parameter group")
    }
    group.set("params", to: .list(of: items.map(second)))
    for (key, value) in given.items where !key.isString("params") {
      if case .string(let name) = key { group.set(name, to: value) }
    }
    for case (.string(let name), let value) in defaults.items where group[name] == nil {
      group.set(name, to: value)
    }
    groups.items.append(.dict(group))
  }

  /// The groups of an optimizer.
  static func groups(of instance: Instance) -> [DictObject] {
    guard case .list(let groups) = instance.attributes["param_groups"] else { return [] }
    return groups.items.compactMap { if case .dict(let group) = $0 { group } else { nil } }
  }

  static func parameters(
    of instance: Instance, _ interpreter: Interpreter
  ) throws -> [TensorObject] {
    try groups(of: instance).flatMap { try parameters(of: $0, interpreter) }
  }

  static func parameters(
    of group: DictObject, _ interpreter: Interpreter
  ) throws -> [TensorObject] {
    try interpreter.items(of: group["params"] ?? .null).compactMap {
      if case .tensor(let tensor) = $0 { tensor } else { nil }
    }
  }

  private static func step(
    _ call: Call, rule: (DictObject) throws -> any OptimizerRule
  ) throws -> Value {
    let instance = try receiver(call)
    let loss = call[1].isNone ? .null : try call.interpreter.call(call[1])
    guard let state = instance.payload as? OptimizerState else { return loss }
    var isMoved = false
    for group in groups(of: instance) {
      let rule = try rule(group)
      for tensor in try parameters(of: group, call.interpreter) {
        guard let gradient = tensor.gradient else { continue }
        isMoved = true
        var memory = state[tensor]
        memory.steps += 1
        let before = call.interpreter.trace == nil ? nil : tensor.value
        tensor.replace(rule.step(tensor.value, gradient.value, &memory))
        if let before { call.interpreter.record(instance.type.name, step: tensor, from: before) }
        state[tensor] = memory
      }
    }
    if !isMoved { call.interpreter.noteNoGradient() }
    return loss
  }

  private static func text(of instance: Instance, _ interpreter: Interpreter) throws -> String {
    var text = "\(instance.type.name) ("
    for (place, group) in groups(of: instance).enumerated() {
      text += "\nParameter Group \(place)\n"
      let names = group.items.compactMap {
        if case .string(let name) = $0.key { name } else { nil }
      }
      for name in names.sorted() where name != "params" {
        text += "    \(name): \(try interpreter.text(of: group[name] ?? .null))\n"
      }
    }
    return text + ")"
  }
}

extension Value {
  /// Whether this is a certain string.
  func isString(_ text: String) -> Bool {
    if case .string(let own) = self { own == text } else { false }
  }
}
