import Math

/// `nn.Module`: what every layer, loss and model is.
enum ModuleTable {
  static let module = NativeClass(
    "Module", module: "torch.nn.modules.module",
    "The base of every layer, loss and model.",
    methods: basics + contents + modes + ModuleHooks.methods)

  /// The module that a method was called on.
  static func receiver(_ call: Call) throws -> Instance {
    guard case .instance(let instance) = call[0] else {
      throw PythonError.type(
        "descriptor '\(call.builtin.name)' requires a 'torch.nn.Module' object but received a "
          + "'\(call.interpreter.typeName(of: call[0]))'")
    }
    return instance
  }

  /// What a call of a module does; the interpreter knows it, and runs the module without a detour.
  static let call = Builtin("__call__", "self, *args, **kwargs", "Runs `forward`.") { call in
    var arguments = Arguments([call[0]] + call.rest(1))
    if case .dict(let keywords) = call[2] {
      for case (.string(let name), let value) in keywords.items {
        arguments.keywords.append((name, value))
      }
    }
    return try run(receiver(call), arguments, call.interpreter)
  }

  private static let basics = [
    Builtin("__init__", "self", "Prepares the module to hold parameters and modules.") { call in
      let module = try receiver(call)
      begin(module)
      return .null
    },
    call,
    Builtin("__setattr__", "self, name, value", "Sets an attribute, noting modules and parameters.")
    { call in
      try set(call.string(1), to: call[2], in: receiver(call), call.interpreter)
      return .null
    },
    Builtin("__repr__", "self", "The module and those within it, one a line.") { call in
      .string(try ModuleText.text(of: receiver(call), call.interpreter))
    },
    Builtin("forward", "self, *input", "What a call runs: each module has its own.") { call in
      let module = try receiver(call)
      throw PythonError.notImplemented(
        "Module [\(module.type.name)] is missing the required \"forward\" function")
    },
    Builtin("extra_repr", "self", "What stands in the brackets of the text.") { _ in .string("") },
  ]

  /// Runs a module's `forward` between its hooks; the module is the first argument.
  static func run(
    _ module: Instance, _ arguments: Arguments, _ interpreter: Interpreter
  ) throws -> Value {
    if let state = module.payload as? ModuleState, !state.hooks.isEmpty {
      return try ModuleHooks.call(module, state, arguments, interpreter)
    }
    return try forward(module, arguments, interpreter)
  }

  /// Runs a module's `forward`; the module is the first argument.
  static func forward(
    _ module: Instance, _ arguments: Arguments, _ interpreter: Interpreter
  ) throws -> Value {
    if let own = module.attributes["forward"] {
      var arguments = arguments
      arguments.positional.removeFirst()
      return try interpreter.call(own, arguments)
    }
    guard let forward = module.type.lookup("forward") else {
      throw PythonError.notImplemented(
        "Module [\(module.type.name)] is missing the required \"forward\" function")
    }
    return try interpreter.call(forward, arguments)
  }

  /// Prepares an instance to be a module.
  static func begin(_ module: Instance) {
    if module.payload == nil { module.payload = ModuleState() }
    module.attributes["training"] = .bool(true)
  }

  private static func set(
    _ name: String, to value: Value, in module: Instance, _ interpreter: Interpreter
  ) throws {
    if module.payload == nil {
      if case .instance(let part) = value, part.isModule {
        throw PythonError.attribute("cannot assign module before Module.__init__() call")
      }
      if case .tensor(let tensor) = value, tensor.isParameter {
        throw PythonError.attribute("cannot assign parameters before Module.__init__() call")
      }
    }
    if case .tensor(let old) = module.attributes[name], old.isParameter, !value.isNone {
      guard case .tensor(let new) = value, new.isParameter else {
        let type = interpreter.type(of: value)
        if case .tensor(let tensor) = value {
          throw PythonError.type(
            "cannot assign 'torch.\(tensor.dtype.scalarTypeName)Tensor' as parameter '\(name)' (torch.nn.Parameter or None expected)"
          )
        }
        let place = type.native?.module ?? ""
        throw PythonError.type(
          "cannot assign '\(place.isEmpty ? "" : place + ".")\(type.name)' as parameter "
            + "'\(name)' (torch.nn.Parameter or None expected)")
      }
    }
    module.attributes[name] = value
  }
}
