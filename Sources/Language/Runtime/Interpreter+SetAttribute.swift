/// Changing attributes, and saying which there are.
extension Interpreter {
  /// Gives an attribute a value.
  func setAttribute(_ name: String, of target: Value, to value: Value) throws {
    switch target {
    case .instance(let instance):
      if let setter = instance.type.lookup("__setattr__") {
        try checkNesting()
        _ = try call(setter, target, .string(name), value)
      } else {
        try setOwn(name, of: instance, to: value)
      }
    case .type(let type) where type.native == nil: type.attributes[name] = value
    case .type(let type):
      throw PythonError.type("cannot set '\(name)' attribute of immutable type '\(type.name)'")
    case .function(let function): function.attributes[name] = value
    case .tensor(let tensor):
      if try !TensorSyntax.setAttribute(name, of: tensor, to: value, self) {
        throw missingAttribute(name, of: target)
      }
    default: throw missingAttribute(name, of: target)
    }
  }

  /// What `object.__setattr__` does: a property's setter, or the object's own attribute.
  func setOwn(_ name: String, of instance: Instance, to value: Value) throws {
    if let found = instance.type.lookup(name), case .instance(let descriptor) = found,
      descriptor.type.native === TypeTable.property
    {
      guard let setter = descriptor.attributes["fset"], !setter.isNone else {
        throw PythonError.attribute(
          "property '\(name)' of '\(instance.type.name)' object has no setter")
      }
      _ = try call(setter, .instance(instance), value)
    } else {
      instance.attributes[name] = value
    }
  }

  /// `del target.name`.
  func deleteAttribute(_ name: String, of target: Value) throws {
    switch target {
    case .instance(let instance) where instance.attributes[name] != nil:
      if let deleter = instance.type.lookup("__delattr__") {
        _ = try call(deleter, target, .string(name))
      } else {
        instance.attributes[name] = nil
      }
    case .type(let type) where type.attributes[name] != nil: type.attributes[name] = nil
    case .function(let function) where function.attributes[name] != nil:
      function.attributes[name] = nil
    case .tensor where name == "grad": try setAttribute(name, of: target, to: .null)
    default: throw missingAttribute(name, of: target)
    }
  }

  /// Python's AttributeError, with the nearest name there is.
  func missingAttribute(_ name: String, of value: Value) -> PythonError {
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
    case .tuple(let tuple):
      if case .named(_, let fields) = tuple.kind {
        fields + nativeClass(of: value).methodNames
      } else {
        nativeClass(of: value).methodNames
      }
    default: nativeClass(of: value).methodNames
    }
  }
}

/// What every object can do.
enum ObjectMethods {
  static let initialize = Builtin("__init__", "*args, **kwargs", "Does nothing.") { _ in .null }
  static let setAttribute = Builtin(
    "__setattr__", "self, name, value, /", "Sets an attribute of the object's own."
  ) { call in
    guard case .instance(let instance) = call[0] else { return .null }
    try call.interpreter.setOwn(try call.string("name"), of: instance, to: call[2])
    return .null
  }
}
