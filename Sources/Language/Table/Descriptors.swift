/// What decorates a function of a class: `@property`, `@staticmethod`, `@classmethod`.
enum Descriptors {
  static let property: Builtin = Builtin(
    "property", "fget=None, fset=None, fdel=None, doc=None", "Makes a property."
  ) { call in
    let made = Instance(call.interpreter.classObject(TypeTable.property))
    made.attributes["fget"] = call[0]
    made.attributes["fset"] = call[1]
    return .instance(made)
  }

  static let setter: Builtin = Builtin(
    "setter", "self, function, /", "Adds the function that sets it."
  ) { call in
    guard case .instance(let old) = call[0] else { return .null }
    let made = Instance(old.type)
    made.attributes["fget"] = old.attributes["fget"]
    made.attributes["fset"] = call[1]
    return .instance(made)
  }

  static let staticMethod: Builtin = Builtin(
    "staticmethod", "function, /", "Makes a function of a class want no object."
  ) { call in
    let made = Instance(call.interpreter.classObject(TypeTable.staticMethod))
    made.attributes["__func__"] = call[0]
    return .instance(made)
  }

  static let classMethod: Builtin = Builtin(
    "classmethod", "function, /", "Makes a function of a class want the class."
  ) { call in
    let made = Instance(call.interpreter.classObject(TypeTable.classMethod))
    made.attributes["__func__"] = call[0]
    return .instance(made)
  }
}
