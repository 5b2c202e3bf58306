/// The methods of lists.
enum ListMethods {
  static let all: [Builtin] = [
    Builtin("append", "self, object, /", "Adds an item at the end.") { call in
      let list = try list(call)
      try call.interpreter.checkLength(list.items.count + 1)
      list.items.append(call[1])
      return .null
    },
    Builtin("extend", "self, iterable, /", "Adds items at the end.") { call in
      let items = try call.interpreter.items(of: call[1])
      let list = try list(call)
      try call.interpreter.checkLength(list.items.count + items.count)
      try call.interpreter.charge(items: items.count)
      list.items += items
      return .null
    },
    Builtin("insert", "self, index, object, /", "Puts an item at a place.") { call in
      let list = try list(call)
      let index = try call.int("index")
      let place = index < 0 ? max(0, index + list.items.count) : min(index, list.items.count)
      list.items.insert(call[2], at: place)
      return .null
    },
    Builtin("pop", "self, index=-1, /", "Takes an item out, the last one unless told.") { call in
      let list = try list(call)
      if list.items.isEmpty { throw PythonError.index("pop from empty list") }
      let index = try call.int("index")
      let place = index < 0 ? index + list.items.count : index
      guard list.items.indices.contains(place) else {
        throw PythonError.index("pop index out of range")
      }
      return list.items.remove(at: place)
    },
    Builtin("remove", "self, value, /", "Takes out the first item that is equal.") { call in
      let list = try list(call)
      guard
        let place = try list.items.firstIndex(where: { try call.interpreter.areEqual($0, call[1]) })
      else { throw PythonError.value("list.remove(x): x not in list") }
      list.items.remove(at: place)
      return .null
    },
    Builtin("clear", "self, /", "Takes out all items.") { call in
      try list(call).items = []
      return .null
    },
    Builtin("index", "self, value, start=0, /", "The place of the first item that is equal.") {
      call in
      .int(try TupleMethods.index(of: call[1], in: try list(call).items, call, "list"))
    },
    Builtin("count", "self, value, /", "How many items are equal.") { call in
      .int(try list(call).items.filter { try call.interpreter.areEqual($0, call[1]) }.count)
    },
    Builtin("sort", "self, /, *, key=None, reverse=False", "Puts the items in order.") { call in
      let list = try list(call)
      var items = list.items
      try call.interpreter.sort(&items, key: call["key"], isReversed: try call.bool("reverse"))
      list.items = items
      return .null
    },
    Builtin("reverse", "self, /", "Turns the order around.") { call in
      try list(call).items.reverse()
      return .null
    },
    Builtin("copy", "self, /", "A list of the same items.") { .list(of: try list($0).items) },
  ]

  private static func list(_ call: Call) throws -> ListObject {
    guard case .list(let list) = call[0] else { throw call.wrongType("self", "list") }
    return list
  }
}

/// The methods of tuples.
enum TupleMethods {
  static let all: [Builtin] = [
    Builtin("index", "self, value, start=0, /", "The place of the first item that is equal.") {
      call in
      .int(try index(of: call[1], in: try call.interpreter.items(of: call[0]), call, "tuple"))
    },
    Builtin("count", "self, value, /", "How many items are equal.") { call in
      let items = try call.interpreter.items(of: call[0])
      return .int(try items.filter { try call.interpreter.areEqual($0, call[1]) }.count)
    },
  ]

  static func index(of value: Value, in items: [Value], _ call: Call, _ what: String) throws -> Int
  {
    let start = try call.int("start")
    for (place, item) in items.enumerated() where place >= (start < 0 ? start + items.count : start)
    {
      if try call.interpreter.areEqual(item, value) { return place }
    }
    if what == "tuple" { throw PythonError.value("tuple.index(x): x not in tuple") }
    throw PythonError.value("\(try call.interpreter.representation(of: value)) is not in list")
  }
}

/// The methods of floats and whole numbers.
enum NumberMethods {
  static let float: [Builtin] = [
    Builtin("is_integer", "self, /", "Whether it has no fraction.") { call in
      let number = try call.double("self")
      return .bool(number.isFinite && number == number.rounded())
    }
  ]

  static let int: [Builtin] = [
    Builtin("bit_length", "self, /", "How many bits it needs.") { call in
      .int(Int.bitWidth - (try call.int("self")).magnitude.leadingZeroBitCount)
    },
    Builtin("is_integer", "self, /", "Always true.") { _ in .bool(true) },
  ]
}
