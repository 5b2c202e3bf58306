/// Python's built-in functions.
enum Builtins {
  static let functions: [Builtin] = output + sequences + folds + objects + numbers

  static let output: [Builtin] = [
    Builtin(
      "print", "*args, sep=' ', end='\\n', file=None, flush=False", "Writes values to the output."
    ) { call in
      let interpreter = call.interpreter
      var parts: [String] = []
      for value in call.rest("args") { parts.append(try interpreter.text(of: value)) }
      let sep = call["sep"].isNone ? " " : try call.string("sep")
      let end = !call.isGiven("end") || call["end"].isNone ? "\n" : try call.string("end")
      try interpreter.print(parts.joined(separator: sep) + end)
      return .null
    },
    Builtin("repr", "object, /", "The text of a value, as it would be typed.") { call in
      .string(try call.interpreter.representation(of: call[0]))
    },
    Builtin("format", "value, format_spec='', /", "The text of a value by a format specification.")
    { call in
      .string(try call.interpreter.format(call[0], try call.string("format_spec")))
    },
    Builtin("ascii", "object, /", "The text of a value, without letters beyond ASCII.") { call in
      .string(TextMethods.ascii(try call.interpreter.representation(of: call[0])))
    },
  ]

  static let sequences: [Builtin] = [
    Builtin("len", "obj, /", "How many items there are.") { .int(try length($0)) },
    Builtin("enumerate", "iterable, start=0", "Pairs of a count and an item.") { call in
      let items = try call.interpreter.iterator(over: call[0])
      var index = try call.int("start")
      return .iterator(
        IteratorObject("enumerate", from: [.iterator(items)]) { iterator in
          guard let item = try iterator.source(0)?.next() else { return nil }
          guard index < .max else { throw PythonError.bigInteger }
          defer { index += 1 }
          return .tuple(of: [.int(index), item])
        })
    },
    Builtin("zip", "*iterables, strict=False", "Tuples of the first items, the second items, ...") {
      try zip($0)
    },
    Builtin("map", "function, *iterables", "What a function makes of each item.") { try map($0) },
    Builtin("filter", "function, iterable, /", "The items for which a function is true.") { call in
      let interpreter = call.interpreter
      let (function, items) = (call[0], try interpreter.iterator(over: call[1]))
      return .iterator(
        IteratorObject("filter", from: [.iterator(items)]) { [unowned interpreter] iterator in
          while let item = try iterator.source(0)?.next() {
            let answer = function.isNone ? item : try interpreter.call(function, item)
            if try interpreter.truth(of: answer) { return item }
          }
          return nil
        })
    },
    Builtin("reversed", "sequence, /", "The items from the last to the first.") { call in
      if let items = try call.interpreter.callMethod("__reversed__", of: call[0]) { return items }
      return .iterator(
        IteratorObject("reversed", over: try call.interpreter.items(of: call[0]).reversed()))
    },
    Builtin("sorted", "iterable, /, *, key=None, reverse=False", "A list of the items in order.") {
      call in
      var items = try call.interpreter.items(of: call[0])
      try call.interpreter.sort(&items, key: call["key"], isReversed: try call.bool("reverse"))
      return .list(of: items)
    },
    Builtin("iter", "object, sentinel=None, /", "An iterator over the items.") { call in
      .iterator(try call.interpreter.iterator(over: call[0]))
    },
    Builtin("next", "iterator, default=None, /", "The next item.") { try next($0) },
  ]

  private static func length(_ call: Call) throws -> Int {
    switch call[0] {
    case .string(let text): return text.unicodeScalars.count
    case .list(let list): return list.items.count
    case .tuple(let tuple): return tuple.items.count
    case .dict(let dict): return dict.count
    case .set(let set): return set.count
    case .range(let range): return range.count
    case .tensor(let tensor): return try TensorSyntax.length(of: tensor)
    default:
      if let answer = try call.interpreter.callMethod("__len__", of: call[0]),
        case .int(let count) = answer
      {
        return count
      }
      throw PythonError.type(
        "object of type '\(call.interpreter.typeName(of: call[0]))' has no len()")
    }
  }

  private static func zip(_ call: Call) throws -> Value {
    let iterators = try call.rest("iterables").map {
      Value.iterator(try call.interpreter.iterator(over: $0))
    }
    let isStrict = try call.bool("strict")
    return .iterator(
      IteratorObject("zip", from: iterators) { iterator in
        var items: [Value] = []
        for place in iterator.sources.indices {
          if let item = try iterator.source(place)?.next() {
            items.append(item)
          } else if isStrict, place > 0 {
            throw PythonError.value("zip() argument \(place + 1) is shorter than argument 1")
          } else {
            return nil
          }
        }
        return items.isEmpty ? nil : .tuple(of: items)
      })
  }

  private static func map(_ call: Call) throws -> Value {
    let interpreter = call.interpreter
    let function = call[0]
    let iterators = try call.rest("iterables").map {
      Value.iterator(try interpreter.iterator(over: $0))
    }
    return .iterator(
      IteratorObject("map", from: iterators) { [unowned interpreter] iterator in
        var items: [Value] = []
        for place in iterator.sources.indices {
          guard let item = try iterator.source(place)?.next() else { return nil }
          items.append(item)
        }
        return try interpreter.call(function, Arguments(items))
      })
  }

  static func next(_ call: Call) throws -> Value {
    if case .iterator(let iterator) = call[0] {
      if let item = try iterator.next() { return item }
    } else if let item = try call.interpreter.callMethod("__next__", of: call[0]) {
      return item
    } else {
      throw PythonError.type(
        "'\(call.interpreter.typeName(of: call[0]))' object is not an iterator")
    }
    if call.isGiven("default") { return call["default"] }
    throw PythonError("StopIteration", "")
  }
}

extension Interpreter {
  /// Sorts values as Python does: stable, by a key if there is one.
  func sort(_ items: inout [Value], key: Value, isReversed: Bool) throws {
    var keyed: [(key: Value, item: Value)] = []
    for item in items { keyed.append((key.isNone ? item : try call(key, item), item)) }
    if isReversed { keyed.reverse() }
    try keyed.sort { a, b in
      try step()
      return try truth(of: compare(.less, a.key, b.key))
    }
    if isReversed { keyed.reverse() }
    items = keyed.map(\.item)
  }
}
