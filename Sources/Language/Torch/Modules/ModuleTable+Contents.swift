import Math

/// What is in a module: parameters, buffers, modules, the state.
extension ModuleTable {
  static let contents = [
    Builtin("parameters", "self, recurse=True", "All parameters, one after the other.") { call in
      let found = try receiver(call).allParameters(recurse: call.bool(1))
      return .iterator(IteratorObject("generator", over: found.map { .tensor($0.value) }))
    },
    Builtin(
      "named_parameters", "self, prefix='', recurse=True, remove_duplicate=True",
      "All parameters with their paths."
    ) { call in
      let prefix = try call.string(1)
      let found = try receiver(call).allParameters(recurse: call.bool(2))
      return pairs(
        found.map { (prefix.isEmpty ? $0.name : prefix + "." + $0.name, .tensor($0.value)) })
    },
    Builtin("buffers", "self, recurse=True", "All buffers, one after the other.") { call in
      .iterator(
        IteratorObject("generator", over: try receiver(call).allBuffers().map { .tensor($0.value) })
      )
    },
    Builtin("named_buffers", "self, prefix='', recurse=True", "All buffers with their paths.") {
      call in
      pairs(try receiver(call).allBuffers().map { ($0.name, .tensor($0.value)) })
    },
    Builtin("children", "self", "The modules directly within this one.") { call in
      .iterator(
        IteratorObject("generator", over: try receiver(call).ownModules.map { .instance($0.value) })
      )
    },
    Builtin("named_children", "self", "The modules directly within this one, with their names.") {
      call in
      pairs(try receiver(call).ownModules.map { ($0.name, .instance($0.value)) })
    },
    Builtin("modules", "self", "This module and all within it.") { call in
      .iterator(
        IteratorObject("generator", over: try receiver(call).modules().map { .instance($0.value) }))
    },
    Builtin(
      "named_modules", "self, memo=None, prefix=''", "This module and all within it, with paths."
    ) { call in
      pairs(
        try receiver(call).modules(prefix: call.string(2)).map { ($0.name, .instance($0.value)) })
    },
    Builtin("register_parameter", "self, name, param", "Adds a parameter by name.") { call in
      try receiver(call).attributes[call.string(1)] = call[2]
      return .null
    },
    Builtin(
      "register_buffer", "self, name, tensor, persistent=True", "Adds a tensor that is not learned."
    ) { call in
      let module = try receiver(call)
      let name = try call.string(1)
      (module.payload as? ModuleState)?.buffers.insert(name)
      if try !call.bool(3) { (module.payload as? ModuleState)?.transient.insert(name) }
      module.attributes[name] = call[2]
      return .null
    },
    Builtin("_get_name", "self", "The name of the class.") { call in
      .string(try receiver(call).type.name)
    },
    Builtin("add_module", "self, name, module", "Adds a module by name.") { call in
      try receiver(call).attributes[call.string(1)] = call[2]
      return .null
    },
    Builtin("register_module", "self, name, module", "Adds a module by name.") { call in
      try receiver(call).attributes[call.string(1)] = call[2]
      return .null
    },
    Builtin("get_parameter", "self, target", "The parameter at a path.") { call in
      let target = try call.string(1)
      guard let found = try receiver(call).allParameters().first(where: { $0.name == target })
      else {
        throw PythonError.attribute(
          "\(try receiver(call).type.name) has no attribute `\(target)`")
      }
      return .tensor(found.value)
    },
    Builtin("state_dict", "self", "Every parameter and buffer by its path.") { call in
      let dict = DictObject()
      for (name, tensor) in try state(of: receiver(call)) {
        dict.set(name, to: .tensor(tensor.detached()))
      }
      dict.kind = .ordered
      return .dict(dict)
    },
    Builtin("load_state_dict", "self, state_dict, strict=True", "Copies values in by path.") {
      call in
      try load(call)
    },
  ]

  private static func pairs(_ items: [(String, Value)]) -> Value {
    .iterator(
      IteratorObject("generator", over: items.map { .tuple(of: [.string($0.0), $0.1]) }))
  }

  /// Parameters and buffers, module by module.
  private static func state(of root: Instance) -> [(name: String, value: TensorObject)] {
    root.modules().flatMap { path, module in
      let hidden = (module.payload as? ModuleState)?.transient ?? []
      return (module.ownParameters + module.ownBuffers.filter { !hidden.contains($0.name) })
        .map { (name: path.isEmpty ? $0.name : path + "." + $0.name, value: $0.value) }
    }
  }

  private static func load(_ call: Call) throws -> Value {
    let module = try receiver(call)
    guard case .dict(let dict) = call[1] else {
      throw PythonError.type(
        "Expected state_dict to be dict-like, got <class '\(call.interpreter.typeName(of: call[1]))'>."
      )
    }
    let own = state(of: module)
    let given = dict.items.compactMap { if case .string(let name) = $0.key { name } else { nil } }
    // PyTorch counts no batches of a state that has no version of its own, as a plain dict has none.
    let missing = own.map(\.name).filter {
      dict[$0] == nil && !$0.hasSuffix("num_batches_tracked")
    }
    let unexpected = given.filter { name in !own.contains { $0.name == name } }
    var lines: [String] = []
    if try call.bool(2) {
      if !unexpected.isEmpty {
        lines.append("Unexpected key(s) in state_dict: \(quoted(unexpected)). ")
      }
      if !missing.isEmpty { lines.append("Missing key(s) in state_dict: \(quoted(missing)). ") }
    }
    for (name, tensor) in own {
      guard case .tensor(let new) = dict[name] else { continue }
      if new.shape != tensor.shape {
        lines.append(
          "size mismatch for \(name): copying a param with shape torch.Size(\(Shape.text(new.shape))) "
            + "from checkpoint, the shape in current model is torch.Size(\(Shape.text(tensor.shape)))."
        )
      } else {
        tensor.replace(new.value.cast(to: tensor.dtype))
      }
    }
    if !lines.isEmpty {
      throw PythonError.runtime(
        "Error(s) in loading state_dict for \(module.type.name):\n\t"
          + lines.joined(separator: "\n\t"))
    }
    return .instance(KeysTable.result(missing, unexpected, call.interpreter))
  }

  private static func quoted(_ names: [String]) -> String {
    names.map { "\"\($0)\"" }.joined(separator: ", ")
  }
}

/// What `load_state_dict` gives back.
enum KeysTable {
  private static let type = NativeClass(
    "_IncompatibleKeys", module: "torch.nn.modules.module", "The names that did not meet.",
    methods: [
      Builtin("__repr__", "self", "The names that did not meet.") { call in
        let own = try ModuleTable.receiver(call)
        let parts = try ["missing_keys", "unexpected_keys"].map { name in
          "\(name)=\(try call.interpreter.representation(of: own.attributes[name] ?? .null))"
        }
        return .string(
          parts.allSatisfy { $0.hasSuffix("=[]") }
            ? "<All keys matched successfully>"
            : "_IncompatibleKeys(" + parts.joined(separator: ", ") + ")")
      }
    ])

  static func result(
    _ missing: [String], _ unexpected: [String], _ interpreter: Interpreter
  ) -> Instance {
    let instance = Instance(interpreter.classObject(type))
    instance.attributes["missing_keys"] = .list(of: missing.map { .string($0) })
    instance.attributes["unexpected_keys"] = .list(of: unexpected.map { .string($0) })
    return instance
  }
}
