import Math

/// Attributes: `a.name`, `a.name = value` and `del a.name`.
extension Interpreter {
  /// The value of an attribute, or Python's AttributeError with the nearest name.
  func attribute(_ name: String, of value: Value) throws -> Value {
    if let found = try findAttribute(name, of: value) { return found }
    throw missingAttribute(name, of: value)
  }

  /// The value of an attribute; nil if there is none of that name.
  func findAttribute(_ name: String, of value: Value) throws -> Value? {
    switch value {
    case .tensor(let tensor):
      if let found = try TensorSyntax.attribute(name, of: tensor, self) { return found }
    case .instance(let instance): return try attribute(name, of: instance, value)
    case .type(let type): return try attribute(name, of: type)
    case .module(let module):
      if let entry = module.entries[name] { return try self.value(of: entry) }
      return name == "__name__" ? .string(module.name) : nil
    case .function(let function):
      if let own = function.attributes[name] { return own }
      return functionAttribute(name, function)
    case .builtin(let builtin):
      if name == "__name__" { return .string(builtin.name) }
      if name == "__doc__" { return .string(builtin.summary) }
    case .tuple(let tuple):
      if let field = tuple.field(name) { return field }
    case .method(let method):
      if name == "__self__" { return method.receiver }
      return try findAttribute(name, of: method.function)
    case .dtype(let dtype):
      switch name {
      case "is_floating_point": return .bool(dtype.isFloatingPoint)
      case "is_complex": return .bool(false)
      case "is_signed": return .bool(dtype != .bool && dtype != .uint8)
      case "itemsize": return .int(dtype.byteCount)
      default: break
      }
    case .slice(let slice):
      switch name {
      case "start": return slice.start
      case "stop": return slice.stop
      case "step": return slice.step
      default: break
      }
    default: break
    }
    if name == "__class__" { return .type(type(of: value)) }
    if let method = classObject(nativeClass(of: value)).lookup(name) {
      return try bind(method, to: value)
    }
    return OperatorMethods.method(name, of: value).map {
      .method(MethodObject(receiver: value, function: .builtin($0)))
    }
  }

  private func functionAttribute(_ name: String, _ function: FunctionObject) -> Value? {
    switch name {
    case "__name__": .string(function.code.name)
    case "__qualname__": .string(function.code.qualifiedName)
    case "__doc__": function.code.documentation.map { .string($0) } ?? .null
    case "__class__": .type(classObject(TypeTable.function))
    default: nil
    }
  }

  private func attribute(_ name: String, of instance: Instance, _ value: Value) throws -> Value? {
    if let found = instance.type.lookup(name), case .instance(let descriptor) = found,
      descriptor.type.native === TypeTable.property
    {
      return try call(descriptor.attributes["fget"] ?? .null, value)
    }
    if let own = instance.attributes[name] { return own }
    if let found = instance.type.lookup(name) { return try bind(found, to: value) }
    if let payload = instance.payload as? SuperPayload { return try attribute(name, of: payload) }
    switch name {
    case "__class__": return .type(instance.type)
    case "__dict__":
      let dict = DictObject()
      for (name, value) in instance.attributes.pairs { dict.set(name, to: value) }
      return .dict(dict)
    case "__doc__": return .null
    default: break
    }
    if let getter = instance.type.lookup("__getattr__") {
      try checkNesting()
      return try call(getter, value, .string(name))
    }
    return nil
  }

  private func attribute(_ name: String, of payload: SuperPayload) throws -> Value? {
    if let found = payload.base?.lookup(name) { return try bind(found, to: payload.receiver) }
    switch name {
    case "__init__": return .builtin(ObjectMethods.initialize)
    case "__setattr__": return try bind(.builtin(ObjectMethods.setAttribute), to: payload.receiver)
    default: throw PythonError.attribute("'super' object has no attribute '\(name)'")
    }
  }

  private func attribute(_ name: String, of type: ClassObject) throws -> Value? {
    if let found = type.lookup(name) {
      guard case .instance(let wrapped) = found else { return found }
      if wrapped.type.native === TypeTable.staticMethod { return wrapped.attributes["__func__"] }
      if wrapped.type.native === TypeTable.classMethod { return try bind(found, to: .type(type)) }
      return found
    }
    switch name {
    case "__name__", "__qualname__": return .string(type.name)
    case "__doc__": return .string(type.native?.summary ?? "")
    case "__module__": return .string(type.native.map(\.module) ?? "__main__")
    case "__init__": return .builtin(ObjectMethods.initialize)
    case "__setattr__": return .builtin(ObjectMethods.setAttribute)
    case "__bases__": return .tuple(of: type.base.map { [.type($0)] } ?? [])
    case "__class__": return .type(classObject(TypeTable.type))
    default: return nil
    }
  }

  /// What an attribute found in a class is for one of its objects.
  private func bind(_ found: Value, to receiver: Value) throws -> Value {
    switch found {
    case .builtin(let builtin) where builtin.isProperty:
      return try call(builtin, Arguments([receiver]))
    case .builtin, .function:
      return .method(MethodObject(receiver: receiver, function: found))
    case .instance(let wrapped):
      let function = wrapped.attributes["__func__"] ?? .null
      if wrapped.type.native === TypeTable.staticMethod { return function }
      if wrapped.type.native === GradientModes.decorated {
        return .method(MethodObject(receiver: receiver, function: found))
      }
      if wrapped.type.native === TypeTable.classMethod {
        var owner = receiver
        if case .type = receiver {} else { owner = .type(type(of: receiver)) }
        return .method(MethodObject(receiver: owner, function: function))
      }
      if wrapped.type.native === TypeTable.property {
        return try call(wrapped.attributes["fget"] ?? .null, receiver)
      }
      return found
    default: return found
    }
  }

  /// What an entry of a table is as a value; reading a written module may fail.
  func value(of entry: NativeModule.Entry) throws -> Value {
    switch entry {
    case .function(let builtin): .builtin(builtin)
    case .bare(let function): .builtin(function.content)
    case .type(let native): .type(classObject(native))
    case .module(let module): .module(module)
    case .constant(let make): make()
    case .written(let module, let name): try written(name, in: module)
    }
  }
}
