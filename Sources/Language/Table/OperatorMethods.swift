/// The methods that operators stand for, on Python's own values: `d.__getitem__`, `x.__add__`.
enum OperatorMethods {
  static let all: [String: Builtin] = Dictionary(
    uniqueKeysWithValues: (binary + comparisons + elements + others).map { ($0.name, $0) })

  private static let binary: [Builtin] = [
    ("add", BinaryOperator.add), ("sub", .subtract), ("mul", .multiply), ("truediv", .divide),
    ("floordiv", .floorDivide), ("mod", .remainder), ("pow", .power), ("matmul", .matrixMultiply),
    ("and", .and), ("or", .or), ("xor", .exclusiveOr),
  ].flatMap { name, symbol in
    [
      Builtin("__\(name)__", "self, value, /", "What `self \(symbol.rawValue) value` gives.") {
        try $0.interpreter.binary(symbol, $0[0], $0[1])
      },
      Builtin("__r\(name)__", "self, value, /", "What `value \(symbol.rawValue) self` gives.") {
        try $0.interpreter.binary(symbol, $0[1], $0[0])
      },
    ]
  }

  private static let comparisons: [Builtin] = [
    ("eq", Comparison.equal), ("ne", .notEqual), ("lt", .less), ("le", .lessOrEqual),
    ("gt", .greater), ("ge", .greaterOrEqual),
  ].map { name, comparison in
    Builtin("__\(name)__", "self, value, /", "What `self \(comparison.rawValue) value` gives.") {
      try $0.interpreter.compare(comparison, $0[0], $0[1])
    }
  }

  private static let elements: [Builtin] = [
    Builtin("__getitem__", "self, key, /", "What `self[key]` gives.") {
      try $0.interpreter.element(of: $0[0], at: $0[1])
    },
    Builtin("__setitem__", "self, key, value, /", "Does `self[key] = value`.") {
      try $0.interpreter.setElement(of: $0[0], at: $0[1], to: $0[2])
      return .null
    },
    Builtin("__contains__", "self, item, /", "What `item in self` gives.") {
      .bool(try $0.interpreter.contains($0[1], in: $0[0]))
    },
    Builtin("__len__", "self, /", "What `len(self)` gives.") { call in
      .int(try call.interpreter.items(of: call[0]).count)
    },
    Builtin("__iter__", "self, /", "What `iter(self)` gives.") {
      .iterator(try $0.interpreter.iterator(over: $0[0]))
    },
    Builtin("__next__", "self, /", "What `next(self)` gives.") { call in
      guard case .iterator(let iterator) = call[0], let item = try iterator.next() else {
        throw PythonError("StopIteration", "")
      }
      return item
    },
  ]

  private static let others: [Builtin] = [
    Builtin("send", "self, value, /", "Goes on, with the value for the last `yield`.") { call in
      guard case .iterator(let iterator) = call[0],
        let item = try iterator.next(sending: call[1])
      else { throw PythonError("StopIteration", "") }
      return item
    },
    Builtin("throw", "self, value, /", "Raises an error where the generator stands.") { call in
      var value = call[1]
      if case .type = value { value = try call.interpreter.call(value) }
      guard case .iterator(let iterator) = call[0], case .instance(let instance) = value else {
        throw PythonError.type(
          "exceptions must be classes or instances deriving from BaseException")
      }
      guard let item = try iterator.next(throwing: call.interpreter.error(of: instance)) else {
        throw PythonError("StopIteration", "")
      }
      return item
    },
    Builtin("close", "self, /", "Ends the generator.") { call in
      if case .iterator(let iterator) = call[0] { iterator.close() }
      return .null
    },
    Builtin("__str__", "self, /", "What `str(self)` gives.") {
      .string(try $0.interpreter.text(of: $0[0]))
    },
    Builtin("__repr__", "self, /", "What `repr(self)` gives.") {
      .string(try $0.interpreter.representation(of: $0[0]))
    },
    Builtin("__bool__", "self, /", "What `bool(self)` gives.") {
      .bool(try $0.interpreter.truth(of: $0[0]))
    },
    Builtin("__neg__", "self, /", "What `-self` gives.") {
      try $0.interpreter.unary(.minus, $0[0])
    },
  ]

  /// The method of that name that a value has; nil where Python's has none.
  static func method(_ name: String, of value: Value) -> Builtin? {
    guard let builtin = all[name] else { return nil }
    if !name.hasPrefix("__") {
      guard case .iterator(let iterator) = value, iterator.typeName == "generator" else {
        return nil
      }
    }
    switch value {
    case .string, .list, .tuple, .dict, .set, .range:
      let isNumeric = ["__sub__", "__truediv__", "__neg__", "__pow__"].contains(name)
      return isNumeric || name == "__next__" ? nil : builtin
    case .int, .float, .bool:
      return elements.contains { $0.name == name } ? nil : builtin
    case .iterator:
      return ["__iter__", "__next__", "send", "throw", "close"].contains(name) ? builtin : nil
    default: return nil
    }
  }
}
