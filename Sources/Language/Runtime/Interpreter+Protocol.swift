/// What builtins ask of any value: its truth, its type, its text, its items, a call, an attribute.
extension Interpreter {
  /// Whether a value counts as true.
  func truth(of value: Value) throws -> Bool {
    switch value {
    case .null: false
    case .bool(let flag): flag
    case .int(let number): number != 0
    case .float(let number): number != 0
    case .string(let text): !text.isEmpty
    case .tensor(let tensor): try TensorSyntax.truth(tensor)
    case .list(let list): !list.items.isEmpty
    case .tuple(let tuple): !tuple.items.isEmpty
    case .dict(let dict): dict.count > 0
    case .set(let set): set.count > 0
    case .range(let range): range.count > 0
    case .instance: try truth(ofInstance: value)
    default: true
    }
  }

  private func truth(ofInstance value: Value) throws -> Bool {
    if let answer = try callMethod("__bool__", of: value) {
      guard case .bool(let flag) = answer else {
        throw PythonError.type("__bool__ should return bool, returned \(typeName(of: answer))")
      }
      return flag
    }
    if case .int(let length)? = try callMethod("__len__", of: value) { return length != 0 }
    return true
  }

  /// The name of a value's type, as Python's messages say it.
  func typeName(of value: Value) -> String {
    switch value {
    case .null: "NoneType"
    case .bool: "bool"
    case .int: "int"
    case .float: "float"
    case .string: "str"
    case .tensor(let tensor): tensor.isParameter ? "Parameter" : "Tensor"
    case .list: "list"
    case .tuple(let tuple): tuple.typeName
    case .dict: nativeClass(of: value).name
    case .set: "set"
    case .range: "range"
    case .slice: "slice"
    case .iterator(let iterator): iterator.typeName
    case .function: "function"
    case .builtin: "builtin_function_or_method"
    case .method: "method"
    case .type: "type"
    case .instance(let instance): instance.type.name
    case .module: "module"
    case .dtype: "torch.dtype"
    case .ellipsis: "ellipsis"
    case .notImplemented: "NotImplementedType"
    }
  }
}

extension TupleObject {
  /// What Python calls the type of this tuple.
  var typeName: String {
    switch kind {
    case .plain: "tuple"
    case .size: "torch.Size"
    case .named(let text, _), .view(let text): text
    }
  }
}
