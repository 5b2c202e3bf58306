/// What `nn.Module.__init__` sets up: which of an instance's tensors are buffers.
final class ModuleState: Payload {
  /// The names given to `register_buffer`.
  var buffers: Set<String> = []
  /// Those of them that `state_dict` leaves out.
  var transient: Set<String> = []
  /// What is called before and after `forward`, in the order it was registered.
  var hooks: [(number: Int, isBefore: Bool, function: Value)] = []

  func copy(_ copier: Copier) -> any Payload {
    let copy = ModuleState()
    copy.buffers = buffers
    copy.transient = transient
    copy.hooks = hooks.map { ($0.number, $0.isBefore, copier.copy($0.function)) }
    return copy
  }
}

extension Instance {
  /// The module's own parameters, in the order they were set.
  var ownParameters: [(name: String, value: TensorObject)] {
    attributes.pairs.compactMap { name, value in
      if case .tensor(let tensor) = value, tensor.isParameter { (name, tensor) } else { nil }
    }
  }

  /// The module's own buffers, in the order they were registered.
  var ownBuffers: [(name: String, value: TensorObject)] {
    guard let state = payload as? ModuleState, !state.buffers.isEmpty else { return [] }
    return attributes.pairs.compactMap { name, value in
      if case .tensor(let tensor) = value, state.buffers.contains(name) {
        (name, tensor)
      } else {
        nil
      }
    }
  }

  /// The modules that are attributes of this one, in the order they were set.
  var ownModules: [(name: String, value: Instance)] {
    attributes.pairs.compactMap { name, value in
      if case .instance(let module) = value, module.isModule { (name, module) } else { nil }
    }
  }

  /// Whether this is an `nn.Module`.
  var isModule: Bool { type.isSubclass(of: ModuleTable.module) }

  /// This module and all within it, outermost first, each with the path of names to it.
  func modules(prefix: String = "") -> [(name: String, value: Instance)] {
    var seen: Set<ObjectIdentifier> = []
    return modules(prefix, &seen)
  }

  private func modules(
    _ prefix: String, _ seen: inout Set<ObjectIdentifier>
  ) -> [(name: String, value: Instance)] {
    guard seen.insert(ObjectIdentifier(self)).inserted else { return [] }
    var found = [(name: prefix, value: self)]
    for (name, module) in ownModules {
      found += module.modules(prefix.isEmpty ? name : prefix + "." + name, &seen)
    }
    return found
  }

  /// All parameters of this module and of those within it, each once, by path.
  func allParameters(recurse: Bool = true) -> [(name: String, value: TensorObject)] {
    var seen: Set<ObjectIdentifier> = []
    var found: [(name: String, value: TensorObject)] = []
    for (path, module) in recurse ? modules() : [("", self)] {
      for (name, tensor) in module.ownParameters
      where seen.insert(ObjectIdentifier(tensor)).inserted {
        found.append((path.isEmpty ? name : path + "." + name, tensor))
      }
    }
    return found
  }

  /// All buffers of this module and of those within it, by path.
  func allBuffers() -> [(name: String, value: TensorObject)] {
    modules().flatMap { path, module in
      module.ownBuffers.map { (path.isEmpty ? $0.name : path + "." + $0.name, $0.value) }
    }
  }
}
