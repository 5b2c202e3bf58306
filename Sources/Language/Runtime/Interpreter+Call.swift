/// Calls: of builtins, classes, methods and functions of the program.
extension Interpreter {
  /// Calls anything that can be called.
  func call(_ function: Value, _ arguments: Arguments) throws -> Value {
    switch function {
    case .builtin(let builtin): return try call(builtin, arguments)
    case .method(let method):
      var arguments = arguments
      arguments.positional.insert(method.receiver, at: 0)
      return try call(method.function, arguments)
    case .type(let type): return try construct(type, arguments)
    case .function(let function): return try call(function, arguments)
    case .instance(let instance):
      guard let method = instance.type.lookup("__call__") else { break }
      var arguments = arguments
      arguments.positional.insert(function, at: 0)
      return try call(method, arguments)
    default: break
    }
    throw PythonError.type("'\(typeName(of: function))' object is not callable")
  }

  /// Calls with positional arguments only.
  func call(_ function: Value, _ positional: Value...) throws -> Value {
    try call(function, Arguments(positional))
  }

  /// Calls a builtin.
  func call(_ builtin: Builtin, _ arguments: Arguments) throws -> Value {
    let binding = try ArgumentBinding(arguments, to: builtin.parameters, of: builtin.name)
    var given: UInt64 = 0
    var values: [Value] = []
    values.reserveCapacity(builtin.parameters.count)
    for (place, value) in binding.values.enumerated() {
      if let value {
        given |= 1 << UInt64(place)
        values.append(value)
      } else {
        values.append(Value(builtin.parameters[place].standard ?? .none))
      }
    }
    return try builtin.body(
      Call(interpreter: self, builtin: builtin, values: values, given: given))
  }

  /// Calls a method of an object by name; nil if its class has none of that name.
  func callMethod(_ name: String, of value: Value, _ arguments: Value...) throws -> Value? {
    guard case .instance(let instance) = value, let method = instance.type.lookup(name) else {
      return nil
    }
    return try call(method, Arguments([value] + arguments))
  }

  private func construct(_ type: ClassObject, _ arguments: Arguments) throws -> Value {
    if let make = type.nearestNative?.construct { return try call(make, arguments) }
    let instance = Value.instance(Instance(type))
    if let initialize = type.lookup("__init__") {
      var arguments = arguments
      arguments.positional.insert(instance, at: 0)
      _ = try call(initialize, arguments)
    } else if !arguments.positional.isEmpty || !arguments.keywords.isEmpty {
      throw PythonError.type("\(type.name)() takes no arguments")
    }
    return instance
  }

  private func call(_ function: FunctionObject, _ arguments: Arguments) throws -> Value {
    throw PythonError.notImplemented("functions of the program")
  }
}

extension Value {
  /// The value of a literal in a signature.
  init(_ snapshot: Snapshot) {
    switch snapshot {
    case .none: self = .null
    case .bool(let flag): self = .bool(flag)
    case .int(let number): self = .int(number)
    case .float(let number): self = .float(number)
    case .string(let text): self = .string(text)
    case .tensor(let tensor): self = .tensor(TensorObject(tensor))
    case .list(let items): self = .list(of: items.map(Value.init))
    case .tuple(let items): self = .tuple(of: items.map(Value.init))
    case .size(let shape): self = .size(shape)
    case .other(let text): self = .string(text)
    }
  }
}
