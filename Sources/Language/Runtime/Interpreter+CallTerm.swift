/// Calls as they are written: the function, its arguments, and methods without a detour.
extension Interpreter {
  func evaluate(_ node: Term.CallTerm, _ frame: Frame) throws -> Value {
    if case .attribute(let attribute) = node.function {
      let receiver = try evaluate(attribute.target, frame)
      if let function = method(attribute.name, of: receiver) {
        if case .function(let code) = function, let terms = node.positional,
          let result = try call(code, terms, after: receiver, node, frame)
        {
          return result
        }
        let arguments = try arguments(node, frame, after: receiver)
        range = node.range
        return try call(function, arguments)
      }
      range = attribute.range
      let function = try self.attribute(attribute.name, of: receiver)
      let arguments = try arguments(node, frame, after: nil)
      range = node.range
      return try call(function, arguments)
    }
    let function = try evaluate(node.function, frame)
    if case .function(let code) = function, let terms = node.positional,
      let result = try call(code, terms, after: nil, node, frame)
    {
      return result
    }
    let arguments = try arguments(node, frame, after: nil)
    range = node.range
    return try call(function, arguments)
  }

  /// The function that `receiver.name(...)` calls with the receiver as its first argument; nil where
  /// the attribute is no method, or must be looked up with care.
  private func method(_ name: String, of receiver: Value) -> Value? {
    switch receiver {
    case .tensor:
      guard let method = TensorSyntax.method(name), !method.isProperty else { return nil }
      return .builtin(method)
    case .instance(let instance):
      guard instance.attributes[name] == nil, let found = instance.type.lookup(name) else {
        return nil
      }
      switch found {
      case .builtin(let builtin): return builtin.isProperty ? nil : found
      case .function: return found
      default: return nil
      }
    case .string, .list, .dict, .tuple, .set:
      guard let method = nativeClass(of: receiver).methods[name], !method.isProperty else {
        return nil
      }
      return .builtin(method)
    default: return nil
    }
  }

  private func arguments(
    _ node: Term.CallTerm, _ frame: Frame, after receiver: Value?
  ) throws -> Arguments {
    var arguments = Arguments()
    let extra = receiver == nil ? 0 : 1
    arguments.positional.reserveCapacity(node.arguments.count + extra)
    if let receiver { arguments.positional.append(receiver) }
    if let terms = node.positional {
      for term in terms { arguments.positional.append(try evaluate(term, frame)) }
      return arguments
    }
    for argument in node.arguments {
      switch argument {
      case .positional(let term): arguments.positional.append(try evaluate(term, frame))
      case .keyword(let name, let term):
        arguments.keywords.append((name, try evaluate(term, frame)))
      case .star(let term):
        let value = try evaluate(term, frame)
        range = term.range
        arguments.positional += try items(of: value)
      case .doubleStar(let term): try spread(try evaluate(term, frame), term, into: &arguments)
      }
    }
    return arguments
  }

  private func spread(_ value: Value, _ term: Term, into arguments: inout Arguments) throws {
    range = term.range
    guard case .dict(let dict) = value else {
      throw PythonError.type(
        "argument after ** must be a mapping, not \(typeName(of: value))")
    }
    for (key, value) in dict.items {
      guard case .string(let name) = key else { throw PythonError.type("keywords must be strings") }
      if arguments.keywords.contains(where: { $0.name == name }) {
        throw PythonError.type("got multiple values for keyword argument '\(name)'")
      }
      arguments.keywords.append((name, value))
    }
  }
}
