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
  func representation(of value: Value, most: Int? = nil) throws -> String {
    var writer = Writer(interpreter: self)
    if let most { writer.most = most }
    try writer.write(value)
    return writer.text
  }

  /// The text that a method gave.
  fileprivate func string(_ value: Value, _ method: String) throws -> String {
    guard case .string(let text) = value else {
      throw PythonError.type("\(method) returned non-string (type \(typeName(of: value)))")
    }
    return text
  }
}

/// Writes a value as it would be typed; what holds itself is written as `[...]`.
private struct Writer {
  let interpreter: Interpreter
  private(set) var text = ""
  /// The most bytes that are written.
  var most = Int.max
  private var open: Set<ObjectIdentifier> = []

  init(interpreter: Interpreter) { self.interpreter = interpreter }

  mutating func write(_ value: Value) throws {
    switch value {
    case .null: text += "None"
    case .bool(let flag): text += flag ? "True" : "False"
    case .int(let number): text += "\(number)"
    case .float(let number): text += FloatText.representation(of: number)
    case .string(let string): text += TextMethods.quoted(string)
    case .tensor(let tensor): text += TensorSyntax.text(of: tensor, interpreter)
    case .list(let list): try nested(value, "[", "]") { try $0.write(list.items) }
    case .tuple(let tuple): try nested(value, "(", ")") { try $0.write(tuple) }
    case .dict(let dict): try nested(value, "{", "}") { try $0.write(dict) }
    case .set(let set): try nested(value, "{", "}") { try $0.write(set) }
    case .instance(let instance): text += try representation(of: instance, value)
    default: text += plain(value)
    }
    try interpreter.step()
    try interpreter.checkLength(text.utf8.count)
    if text.utf8.count > most {
      throw PythonError.limit(
        "the value's text is longer than \(most) characters", "Show a part of it, or its shape.")
    }
  }

  private mutating func nested(
    _ value: Value, _ start: String, _ end: String, _ write: (inout Writer) throws -> Void
  ) throws {
    guard let identity = value.identity else { return }
    guard open.insert(identity).inserted else {
      text += start + "..." + end
      return
    }
    try interpreter.checkNesting()
    try write(&self)
    open.remove(identity)
  }

  private mutating func write(_ items: [Value]) throws {
    text += "["
    try join(items)
    text += "]"
  }

  private mutating func join(_ items: [Value]) throws {
    for (place, item) in items.enumerated() {
      if place > 0 { text += ", " }
      try interpreter.step()
      try write(item)
    }
  }

  private mutating func write(_ tuple: TupleObject) throws {
    if let shown = tuple.shown { return text += shown }
    switch tuple.kind {
    case .plain:
      text += "("
      try join(tuple.items)
      text += tuple.items.count == 1 ? ",)" : ")"
    case .size:
      text += "torch.Size("
      try write(tuple.items)
      text += ")"
    case .view(let name):
      text += name + "("
      try write(tuple.items)
      text += ")"
    case .named(let name, let fields):
      text += name + "(\n"
      for (place, (field, item)) in zip(fields, tuple.items).enumerated() {
        text += (place > 0 ? ",\n" : "") + field + "="
        try write(item)
      }
      text += ")"
    }
  }

  private mutating func write(_ dict: DictObject) throws {
    switch dict.kind {
    case .plain: try write(pairs: dict.items)
    case .ordered:
      text += "OrderedDict("
      if dict.count > 0 { try write(dict.items.map { .tuple(of: [$0.key, $0.value]) }) }
      text += ")"
    case .counter:
      text += "Counter("
      if dict.count > 0 { try write(pairs: try CollectionTable.mostCommon(dict, interpreter)) }
      text += ")"
    case .defaulting(let factory):
      text += "defaultdict("
      try write(factory)
      text += ", "
      try write(pairs: dict.items)
      text += ")"
    }
  }

  private mutating func write(pairs: [(key: Value, value: Value)]) throws {
    text += "{"
    for (place, (key, value)) in pairs.enumerated() {
      if place > 0 { text += ", " }
      try interpreter.step()
      try write(key)
      text += ": "
      try write(value)
    }
    text += "}"
  }

  private mutating func write(_ set: SetObject) throws {
    if set.count == 0 {
      text += "set()"
      return
    }
    text += "{"
    try join(set.members)
    text += "}"
  }

  private func representation(of instance: Instance, _ value: Value) throws -> String {
    if let text = try interpreter.callMethod("__repr__", of: value) {
      return try interpreter.string(text, "__repr__")
    }
    return "<\(instance.type.prefix)\(instance.type.name) object at \(address(value))>"
  }

  private func plain(_ value: Value) -> String {
    switch value {
    case .range(let range):
      return "range(\(range.start), \(range.stop)" + (range.step == 1 ? ")" : ", \(range.step))")
    case .slice(let slice):
      let parts = [slice.start, slice.stop, slice.step].map {
        (try? interpreter.representation(of: $0)) ?? ""
      }
      return "slice(" + parts.joined(separator: ", ") + ")"
    case .function(let function):
      return "<function \(function.code.qualifiedName) at \(address(value))>"
    case .builtin(let builtin): return "<built-in function \(builtin.name)>"
    case .method(let method):
      let owner = interpreter.typeName(of: method.receiver)
      let name = (try? interpreter.findAttribute("__name__", of: method.function)) ?? nil
      if case .string(let name)? = name { return "<bound method \(owner).\(name)>" }
      return "<bound method>"
    case .type(let type):
      return "<class '\(type.prefix)\(type.name)'>"
    case .module(let module): return "<module '\(module.name)'>"
    case .dtype(let dtype): return "torch.\(dtype.rawValue)"
    case .ellipsis: return "Ellipsis"
    case .notImplemented: return "NotImplemented"
    default: return "<\(interpreter.typeName(of: value)) object at \(address(value))>"
    }
  }

  private func address(_ value: Value) -> String {
    guard let identity = value.identity else { return "0x0" }
    let hex = String(UInt(bitPattern: identity), radix: 16)
    return "0x" + String(repeating: "0", count: max(0, 12 - hex.count)) + hex
  }
}
