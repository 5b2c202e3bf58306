import Math

/// What `state_dict` tells of an optimizer, and taking it over again.
enum OptimizerCheckpoint {
  /// Settings and memories, with numbers in the place of parameters.
  static func made(of instance: Instance, _ interpreter: Interpreter) throws -> DictObject {
    let parameters = try OptimizerTable.parameters(of: instance, interpreter)
    let numbers = Dictionary(
      parameters.enumerated().map { (ObjectIdentifier($1), $0) }, uniquingKeysWith: { $1 })
    let state = DictObject()
    for (tensor, value) in try memories(of: instance, interpreter) {
      guard let number = numbers[ObjectIdentifier(tensor)] else { continue }
      state.set(.int(number), .int(number), to: .dict(value))
    }
    let groups = try OptimizerTable.groups(of: instance).map { group in
      let copy = DictObject()
      for case (.string(let name), let value) in group.items where name != "params" {
        copy.set(name, to: value)
      }
      let own = try OptimizerTable.parameters(of: group, interpreter)
      copy.set(
        "params", to: .list(of: own.compactMap { numbers[ObjectIdentifier($0)].map { .int($0) } }))
      return Value.dict(copy)
    }
    let dict = DictObject()
    dict.set("state", to: .dict(state))
    dict.set("param_groups", to: .list(of: groups))
    return dict
  }

  /// What is remembered, parameter by parameter, by Swift's optimizers and by those written in the language.
  private static func memories(
    of instance: Instance, _ interpreter: Interpreter
  ) throws -> [(TensorObject, DictObject)] {
    guard instance.payload == nil, case .dict(let state)? = instance.attributes["state"] else {
      return try OptimizerTable.remembered(by: instance, interpreter)
    }
    return state.items.compactMap {
      if case (.tensor(let tensor), .dict(let memory)) = $0 { (tensor, memory) } else { nil }
    }
  }

  /// Takes over settings and memories.
  static func load(
    _ given: DictObject, into instance: Instance, _ interpreter: Interpreter
  ) throws {
    let groups = OptimizerTable.groups(of: instance)
    let theirs = try interpreter.items(of: given["param_groups"] ?? .list(of: [])).compactMap {
      if case .dict(let group) = $0 { group } else { nil }
    }
    guard groups.count == theirs.count else {
      throw PythonError.value("loaded state dict has a different number of parameter groups")
    }
    var owners: [Int: TensorObject] = [:]
    for (group, other) in zip(groups, theirs) {
      let own = try OptimizerTable.parameters(of: group, interpreter)
      let numbers = try interpreter.items(of: other["params"] ?? .list(of: []))
      guard own.count == numbers.count else {
        throw PythonError.value(
          "loaded state dict contains a parameter group that doesn't match the size of optimizer's "
            + "group")
      }
      for case (let tensor, .int(let number)) in zip(own, numbers) { owners[number] = tensor }
      for case (.string(let name), let value) in other.items where name != "params" {
        group.set(name, to: value)
      }
    }
    guard case .dict(let state)? = given["state"] else { return }
    for case (.int(let number), .dict(let memory)) in state.items {
      guard let tensor = owners[number] else { continue }
      restore(memory, of: tensor, in: instance)
    }
  }

  private static func restore(
    _ memory: DictObject, of tensor: TensorObject, in instance: Instance
  ) {
    guard let state = instance.payload as? OptimizerState else {
      guard case .dict(let own)? = instance.attributes["state"] else { return }
      let copy = Copier(copiesCode: false).copy(.dict(memory))
      return own.set(.object(ObjectIdentifier(tensor)), .tensor(tensor), to: copy)
    }
    var restored = OptimizerState.Memory(steps: 1)
    switch memory["step"] {
    case .tensor(let steps): restored.steps = steps.value.doubles.first ?? 1
    case let steps?: restored.steps = steps.plainNumber?.double ?? 1
    // PyTorch's SGD counts no steps: its first buffer is there or not.
    case nil: restored.steps = 2
    }
    for name in OptimizerTable.averageNames[instance.type.name] ?? [] {
      if case .tensor(let average)? = memory[name] { restored.averages.append(average.value) }
    }
    state[tensor] = restored
  }
}
