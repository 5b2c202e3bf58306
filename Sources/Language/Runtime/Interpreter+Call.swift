/// Calls: of builtins, classes, methods and functions of the program.
extension Interpreter {
  /// Calls anything that can be called.
  func call(_ function: Value, _ arguments: Arguments) throws -> Value {
    switch function {
    case .builtin(let builtin): return try call(builtin, arguments)
    case .function(let function): return try call(function, arguments)
    case .method(let method):
      return try call(method.function, arguments.after(method.receiver))
    case .type(let type): return try construct(type, arguments)
    case .instance(let instance):
      guard let method = instance.type.lookup("__call__") else { break }
      try checkNesting()
      if case .builtin(let builtin) = method, builtin === ModuleTable.call {
        return try ModuleTable.run(instance, arguments.after(function), self)
      }
      return try call(method, arguments.after(function))
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
    guard builtin.form != .python else { return try callBound(builtin, arguments) }
    do {
      return try callBound(builtin, arguments)
    } catch let error as PythonError where error.misfit == builtin.name {
      throw Overloads.misfit(error, builtin, arguments, self)
    }
  }

  private func callBound(_ builtin: Builtin, _ arguments: Arguments) throws -> Value {
    let sheet = builtin.sheet
    let parameters = sheet.parameters
    if sheet.isPlain, arguments.keywords.isEmpty, arguments.positional.count == parameters.count {
      return try run(
        Call(interpreter: self, builtin: builtin, values: arguments.positional, given: .max))
    }
    if sheet.isPositional { try builtin.checkCount(arguments, self) }
    let binding = try ArgumentBinding(
      arguments, to: parameters, of: qualifiedName(of: builtin, arguments), form: builtin.form)
    var given: UInt64 = 0
    var values: [Value] = []
    values.reserveCapacity(parameters.count)
    for (place, value) in binding.values.enumerated() {
      if let value {
        given |= 1 << UInt64(place)
        values.append(value)
      } else {
        values.append(Value(parameters[place].standard ?? .none))
      }
    }
    return try run(
      Call(
        interpreter: self, builtin: builtin, values: values, given: given,
        positional: arguments.positional.count))
  }

  /// What Python calls a builtin in its errors: with the class, where it is written in Python there.
  private func qualifiedName(of builtin: Builtin, _ arguments: Arguments) -> String {
    guard ["__init__", "forward", "step"].contains(builtin.name),
      case .instance(let instance)? = arguments.positional.first,
      let native = instance.type.nearestNative, !isException(instance.type)
    else { return builtin.name }
    return native.name + "." + builtin.name
  }

  private func run(_ call: Call) throws -> Value {
    do {
      return try call.builtin.body(call)
    } catch {
      throw telling(error, of: zip(call.builtin.parameters.map(\.name), call.values))
    }
  }

  /// Calls a method of an object by name; nil if its class has none of that name.
  func callMethod(_ name: String, of value: Value, _ arguments: Value...) throws -> Value? {
    guard case .instance(let instance) = value, let method = instance.type.lookup(name),
      !method.isNone
    else { return nil }
    try checkNesting()
    return try call(method, Arguments([value] + arguments))
  }

  /// What a call of a class makes.
  private func construct(_ type: ClassObject, _ arguments: Arguments) throws -> Value {
    if let make = type.nearestNative?.construct {
      if type.native == nil {
        throw PythonError.type(
          "nabla has no classes that come from '\(type.nearestNative?.name ?? "")'")
      }
      return try call(make, arguments)
    }
    let instance = Instance(type)
    if isException(type) { instance.attributes["args"] = .tuple(of: arguments.positional) }
    if let initialize = type.lookup("__init__") {
      let result = try call(initialize, arguments.after(.instance(instance)))
      if !result.isNone {
        throw PythonError.type("__init__() should return None, not '\(typeName(of: result))'")
      }
    } else if !arguments.positional.isEmpty || !arguments.keywords.isEmpty {
      throw PythonError.type("\(type.name)() takes no arguments")
    }
    return .instance(instance)
  }
}

extension Arguments {
  /// The same arguments behind another first one.
  func after(_ receiver: Value) -> Arguments {
    var arguments = self
    arguments.positional.insert(receiver, at: 0)
    return arguments
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
    case .named(_, let items): self = .tuple(of: items.map(Value.init))
    case .size(let shape): self = .size(shape)
    case .other(let text): self = .string(text)
    }
  }
}
