/// Functions about objects: their class, their attributes, their identity.
extension Builtins {
  static let objects: [Builtin] = [
    Builtin("isinstance", "obj, class_or_tuple, /", "Whether a value is of a class.") { call in
      .bool(try call.interpreter.isInstance(call[0], of: call[1]))
    },
    Builtin("issubclass", "cls, class_or_tuple, /", "Whether a class comes from another.") { call in
      guard case .type(let type) = call[0] else {
        throw PythonError.type("issubclass() arg 1 must be a class")
      }
      return .bool(try isSubclass(type, of: call[1]))
    },
    Builtin("callable", "obj, /", "Whether a value can be called.") { call in
      switch call[0] {
      case .function, .builtin, .method, .type: .bool(true)
      case .instance(let instance): .bool(instance.type.lookup("__call__") != nil)
      default: .bool(false)
      }
    },
    Builtin("hasattr", "obj, name, /", "Whether a value has an attribute.") { call in
      .bool(try find(call) != nil)
    },
    Builtin("getattr", "object, name, default=None, /", "An attribute by its name.") { call in
      if let value = try find(call) { return value }
      if call.isGiven("default") { return call["default"] }
      return try call.interpreter.attribute(try call.string("name"), of: call[0])
    },
    Builtin("setattr", "obj, name, value, /", "Gives an attribute a value.") { call in
      try call.interpreter.setAttribute(try call.string("name"), of: call[0], to: call[2])
      return .null
    },
    Builtin("delattr", "obj, name, /", "Removes an attribute.") { call in
      try call.interpreter.deleteAttribute(try call.string("name"), of: call[0])
      return .null
    },
    Builtin("id", "obj, /", "A number that tells one object from another.") { call in
      .int(call[0].identity.map { Int(bitPattern: UInt(bitPattern: $0)) } ?? 0)
    },
    Builtin("hash", "obj, /", "A number that equal values share.") { call in
      if let hash = try call.interpreter.callMethod("__hash__", of: call[0]) { return hash }
      switch try call.interpreter.key(call[0]) {
      case .int(let number): return .int(number)
      case let key: return .int(key.hashValue)
      }
    },
    Builtin("vars", "object, /", "The attributes of an object as a dict.") { call in
      try call.interpreter.attribute("__dict__", of: call[0])
    },
    Builtin("dir", "object=None, /", "The names of what there is.") { call in
      let names =
        call.isGiven("object")
        ? call.interpreter.attributeNames(of: call[0])
        : call.interpreter.globals.variables.map(\.name)
      return .list(of: Set(names).sorted().map { .string($0) })
    },
    Builtin("super", "type=None, object=None, /", "The methods of the base class.") { call in
      try call.interpreter.superObject(call[0], call[1])
    },
    Builtin("input", "prompt='', /", "Not there: a program in nabla reads nothing.") { _ in
      throw PythonError.runtime(
        "nabla has no input(): give the value a name in the program instead")
    },
    Builtin("open", "file, mode='r'", "Not there: a program in nabla touches no files.") { _ in
      throw PythonError("PermissionError", "a program in nabla touches no files")
    },
  ]

  private static func find(_ call: Call) throws -> Value? {
    do {
      return try call.interpreter.findAttribute(try call.string("name"), of: call[0])
    } catch let error as PythonError where error.type == "AttributeError" {
      return nil
    }
  }

  private static func isSubclass(_ type: ClassObject, of wanted: Value) throws -> Bool {
    switch wanted {
    case .type(let other): return type.isSubclass(of: other)
    case .tuple(let tuple):
      for item in tuple.items where try isSubclass(type, of: item) { return true }
      return false
    default:
      throw PythonError.type("issubclass() arg 2 must be a class, a tuple of classes, or a union")
    }
  }
}

/// Where `super()` looks, and for whom.
final class SuperPayload: Payload {
  let base: ClassObject?
  let receiver: Value

  init(base: ClassObject?, receiver: Value) {
    self.base = base
    self.receiver = receiver
  }

  func copy(_ copier: Copier) -> any Payload {
    var copied: ClassObject?
    if let base, case .type(let type) = copier.copy(.type(base)) { copied = type }
    return SuperPayload(base: copied, receiver: copier.copy(receiver))
  }
}

extension Interpreter {
  /// `super()`, and `super(Class, object)`.
  func superObject(_ type: Value, _ object: Value) throws -> Value {
    let start: ClassObject
    let receiver: Value
    if case .type(let given) = type {
      (start, receiver) = (given, object)
    } else {
      guard let frame, let function = frame.function, let owner = function.owner,
        let slot = function.code.slots.first
      else { throw PythonError.runtime("super(): no arguments") }
      start = owner
      let name = Term.Name(slot.parameter.name, slot.occurrence, range)
      receiver = try read(name, frame)
    }
    let instance = Instance(classObject(TypeTable.superClass))
    instance.payload = SuperPayload(base: start.base, receiver: receiver)
    return .instance(instance)
  }
}
