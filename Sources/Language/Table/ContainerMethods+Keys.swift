/// The methods of dicts.
enum DictMethods {
  static let all: [Builtin] = [
    Builtin("keys", "self, /", "The keys.") { call in
      .tuple(
        TupleObject(
          try dict(call).items.map(\.key), kind: .view(try dict(call).viewPrefix + "keys")))
    },
    Builtin("values", "self, /", "The values.") { call in
      .tuple(
        TupleObject(
          try dict(call).items.map(\.value), kind: .view(try dict(call).viewPrefix + "values")))
    },
    Builtin("items", "self, /", "Pairs of a key and its value.") { call in
      .tuple(
        TupleObject(
          try dict(call).items.map { .tuple(of: [$0.key, $0.value]) },
          kind: .view(try dict(call).viewPrefix + "items")))
    },
    Builtin("get", "self, key, default=None, /", "The value of a key, or the default.") { call in
      try dict(call)[try call.interpreter.key(call[1])] ?? call["default"]
    },
    Builtin(
      "setdefault", "self, key, default=None, /", "The value of a key, which is set if it was not."
    ) { call in
      let dict = try dict(call)
      let key = try call.interpreter.key(call[1])
      if let value = dict[key] { return value }
      dict.set(key, call[1], to: call["default"])
      return call["default"]
    },
    Builtin("pop", "self, key, default=None, /", "Takes a key out, and gives its value.") { call in
      if let value = try dict(call).remove(try call.interpreter.key(call[1])) { return value }
      if call.isGiven("default") { return call["default"] }
      throw try call.interpreter.missingKey(call[1])
    },
    Builtin("popitem", "self, /", "Takes out the last key, and gives the pair.") { call in
      guard let last = try dict(call).items.last else {
        throw try call.interpreter.missingKey(.string("popitem(): dictionary is empty"))
      }
      _ = try dict(call).remove(try call.interpreter.key(last.key))
      return .tuple(of: [last.key, last.value])
    },
    Builtin("update", "self, /, *args, **kwargs", "Takes over the pairs of another dict.") { call in
      let dict = try dict(call)
      for other in call.rest("args") { try Conversion.update(dict, from: other, call.interpreter) }
      try Conversion.update(dict, from: call["kwargs"], call.interpreter)
      return .null
    },
    Builtin("fromkeys", "iterable, value=None, /", "A dict of these keys, all with one value.") {
      call in
      let dict = DictObject()
      for key in try call.interpreter.items(of: call[0]) {
        dict.set(try call.interpreter.key(key), key, to: call[1])
      }
      return .dict(dict)
    },
    Builtin("clear", "self, /", "Takes out all keys.") { call in
      try dict(call).removeAll()
      return .null
    },
    Builtin("copy", "self, /", "A dict of the same pairs.") { call in
      let copy = DictObject()
      try Conversion.update(copy, from: call[0], call.interpreter)
      copy.kind = try dict(call).kind
      return .dict(copy)
    },
  ]

  private static func dict(_ call: Call) throws -> DictObject {
    guard case .dict(let dict) = call[0] else { throw call.wrongType("self", "dict") }
    return dict
  }
}

/// The methods of sets.
enum SetMethods {
  static let all: [Builtin] = [
    Builtin("add", "self, elem, /", "Adds a member.") { call in
      try set(call).insert(try call.interpreter.key(call[1]), call[1])
      return .null
    },
    Builtin("remove", "self, elem, /", "Takes a member out.") { call in
      if try set(call).remove(try call.interpreter.key(call[1])) { return .null }
      throw try call.interpreter.missingKey(call[1])
    },
    Builtin("discard", "self, elem, /", "Takes a member out, if it is one.") { call in
      _ = try set(call).remove(try call.interpreter.key(call[1]))
      return .null
    },
    Builtin("pop", "self, /", "Takes out some member.") { call in
      guard let first = try set(call).members.first else {
        throw try call.interpreter.missingKey(.string("pop from an empty set"))
      }
      _ = try set(call).remove(try call.interpreter.key(first))
      return first
    },
    Builtin("update", "self, *others", "Adds the members of others.") { call in
      for other in call.rest("others") {
        for item in try call.interpreter.items(of: other) {
          try set(call).insert(try call.interpreter.key(item), item)
        }
      }
      return .null
    },
    combined("union", "The members of either.", .or),
    combined("intersection", "The members of both.", .and),
    combined("difference", "The members that the others do not have.", .subtract),
    combined("symmetric_difference", "The members of exactly one.", .exclusiveOr),
    compared("issubset", "Whether the other has all its members.", .lessOrEqual),
    compared("issuperset", "Whether it has all members of the other.", .greaterOrEqual),
    Builtin("isdisjoint", "self, other, /", "Whether no member is in both.") { call in
      let other = try other(call[1], call)
      return .bool(
        try set(call).members.allSatisfy { !other.contains(try call.interpreter.key($0)) })
    },
    Builtin("clear", "self, /", "Takes out all members.") { call in
      try set(call).removeAll()
      return .null
    },
    Builtin("copy", "self, /", "A set of the same members.") {
      .set(SetObject(try set($0).members))
    },
  ]

  private static func combined(_ name: String, _ summary: String, _ symbol: BinaryOperator)
    -> Builtin
  {
    Builtin(name, "self, *others", summary) { call in
      var result = Value.set(SetObject(try set(call).members))
      for value in call.rest("others") {
        result = try call.interpreter.binary(symbol, result, .set(try other(value, call)))
      }
      return result
    }
  }

  private static func compared(_ name: String, _ summary: String, _ comparison: Comparison)
    -> Builtin
  {
    Builtin(name, "self, other, /", summary) { call in
      try call.interpreter.compare(comparison, call[0], .set(try other(call[1], call)))
    }
  }

  private static func other(_ value: Value, _ call: Call) throws -> SetObject {
    let set = SetObject()
    for item in try call.interpreter.items(of: value) {
      set.insert(try call.interpreter.key(item), item)
    }
    return set
  }

  private static func set(_ call: Call) throws -> SetObject {
    guard case .set(let set) = call[0] else { throw call.wrongType("self", "set") }
    return set
  }
}

extension DictObject {
  /// What the names of its views begin with.
  fileprivate var viewPrefix: String {
    if case .ordered = kind { "odict_" } else { "dict_" }
  }
}
