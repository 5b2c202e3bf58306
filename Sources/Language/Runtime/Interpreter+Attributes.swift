/// Attributes: `a.name`, and `a.name = value`.
extension Interpreter {
  /// The value of an attribute, or Python's AttributeError with the nearest name.
  func attribute(_ name: String, of value: Value) throws -> Value {
    if let found = try findAttribute(name, of: value) { return found }
    throw missingAttribute(name, of: value)
  }

  /// The value of an attribute; nil if there is none of that name.
  func findAttribute(_ name: String, of value: Value) throws -> Value? {
    switch value {
    case .tensor(let tensor): return try TensorSyntax.attribute(name, of: tensor, self)
    case .instance(let instance):
      if let own = instance.attributes[name] { return own }
      if let found = instance.type.lookup(name) { return try bind(found, to: value) }
      if let getter = instance.type.lookup("__getattr__") {
        return try call(getter, value, .string(name))
      }
      return name == "__class__" ? .type(instance.type) : nil
    case .type(let type):
      return name == "__name__" ? .string(type.name) : type.lookup(name)
    case .module(let module): return module.entries[name].map(self.value)
    case .tuple(let tuple): return tuple.field(name)
    default: return nil
    }
  }

  /// Gives an attribute a value.
  func setAttribute(_ name: String, of target: Value, to value: Value) throws {
    switch target {
    case .instance(let instance):
      if let setter = instance.type.lookup("__setattr__") {
        _ = try call(setter, target, .string(name), value)
      } else {
        instance.attributes[name] = value
      }
    case .type(let type) where type.native == nil: type.attributes[name] = value
    case .tensor(let tensor):
      if try !TensorSyntax.setAttribute(name, of: tensor, to: value, self) {
        throw missingAttribute(name, of: target)
      }
    default: throw missingAttribute(name, of: target)
    }
  }

  /// What an entry of a table is as a value.
  func value(of entry: NativeModule.Entry) -> Value {
    switch entry {
    case .function(let builtin): .builtin(builtin)
    case .type(let native): .type(classObject(native))
    case .module(let module): .module(module)
    case .constant(let make): make()
    }
  }

  private func bind(_ found: Value, to receiver: Value) throws -> Value {
    switch found {
    case .builtin(let builtin) where builtin.isProperty: try call(builtin, Arguments([receiver]))
    case .builtin, .function: .method(MethodObject(receiver: receiver, function: found))
    default: found
    }
  }

  private func missingAttribute(_ name: String, of value: Value) -> PythonError {
    var error = PythonError.attribute("'\(typeName(of: value))' object has no attribute '\(name)'")
    switch value {
    case .module(let module):
      error.message = "module '\(module.name)' has no attribute '\(name)'"
    case .type(let type):
      error.message = "type object '\(type.name)' has no attribute '\(name)'"
    default: break
    }
    if let near = NearestName.of(name, among: attributeNames(of: value)) {
      error.fix = "Did you mean '\(near)'?"
    }
    return error
  }

  /// The names of a value's attributes, for completion and the nearest name.
  func attributeNames(of value: Value) -> [String] {
    switch value {
    case .tensor: TensorSyntax.attributeNames
    case .instance(let instance):
      instance.attributes.names + attributeNames(of: .type(instance.type))
    case .type(let type):
      type.attributes.names + (type.native?.methodNames ?? [])
        + (type.base.map { attributeNames(of: .type($0)) } ?? [])
    case .module(let module): module.entries.keys.sorted()
    default: []
    }
  }
}
