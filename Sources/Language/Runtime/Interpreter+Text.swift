import Math

/// The text of values: `str(value)` and `repr(value)`.
extension Interpreter {
  /// What `str(value)` and `print` give.
  func text(of value: Value) throws -> String {
    switch value {
    case .string(let text): return text
    case .instance:
      if let text = try callMethod("__str__", of: value) { return try string(text, "__str__") }
      return try representation(of: value)
    default: return try representation(of: value)
    }
  }

  /// What `repr(value)` and the REPL give.
  func representation(of value: Value) throws -> String {
    switch value {
    case .null: return "None"
    case .bool(let flag): return flag ? "True" : "False"
    case .int(let number): return "\(number)"
    case .float(let number): return "\(number)"
    case .string(let text): return "'\(text)'"
    case .tensor(let tensor): return TensorSyntax.text(of: tensor)
    case .list(let list): return "[" + (try join(list.items)) + "]"
    case .tuple(let tuple): return try representation(of: tuple)
    case .dtype(let dtype): return "torch.\(dtype.rawValue)"
    case .instance(let instance):
      if let text = try callMethod("__repr__", of: value) { return try string(text, "__repr__") }
      return "<\(instance.type.name) object>"
    default: return "<\(typeName(of: value))>"
    }
  }

  private func representation(of tuple: TupleObject) throws -> String {
    switch tuple.kind {
    case .plain: return "(" + (try join(tuple.items)) + (tuple.items.count == 1 ? ",)" : ")")
    case .size: return "torch.Size([" + (try join(tuple.items)) + "])"
    case .named(let text, let fields):
      let parts = try zip(fields, tuple.items).map { "\($0)=\(try representation(of: $1))" }
      return "\(text)(\n" + parts.joined(separator: ",\n") + ")"
    }
  }

  private func join(_ items: [Value]) throws -> String {
    try items.map(representation).joined(separator: ", ")
  }

  private func string(_ value: Value, _ method: String) throws -> String {
    guard case .string(let text) = value else {
      throw PythonError.type("\(method) returned non-string (type \(typeName(of: value)))")
    }
    return text
  }
}
