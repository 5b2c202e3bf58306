/// Iteration: the items of anything that can be run through.
extension Interpreter {
  /// All items of a list, a tuple, a string, a dict's keys, a tensor's rows, an iterator, ...
  func items(of value: Value) throws -> [Value] {
    switch value {
    case .list(let list):
      try charge(items: list.items.count)
      return list.items
    case .tuple(let tuple): return tuple.items
    case .dict(let dict): return dict.items.map(\.key)
    case .set(let set): return set.members
    case .string(let text): return text.unicodeScalars.map { .string(String($0)) }
    case .tensor(let tensor): return try TensorSyntax.items(of: tensor, self)
    default:
      let iterator = try iterator(over: value)
      var items: [Value] = []
      while let item = try iterator.next() {
        items.append(item)
        try step()
        try checkLength(items.count)
      }
      return items
    }
  }

  /// An iterator over a value, as `iter(value)` gives it.
  func iterator(over value: Value) throws -> IteratorObject {
    switch value {
    case .iterator(let iterator): return iterator
    case .range(let range): return iterator(over: range)
    case .list:
      var index = 0
      return IteratorObject("list_iterator", from: [value]) { iterator in
        guard case .list(let list)? = iterator.sources.first, index < list.items.count else {
          return nil
        }
        index += 1
        return list.items[index - 1]
      }
    case .tuple: return IteratorObject("tuple_iterator", over: try items(of: value))
    case .dict: return IteratorObject("dict_keyiterator", over: try items(of: value))
    case .set: return IteratorObject("set_iterator", over: try items(of: value))
    case .string: return IteratorObject("str_iterator", over: try items(of: value))
    case .tensor: return IteratorObject("generator", over: try items(of: value))
    case .instance(let instance): return try iterator(over: instance, value)
    default: throw PythonError.type("'\(typeName(of: value))' object is not iterable")
    }
  }

  private func iterator(over range: RangeObject) -> IteratorObject {
    var next = range.start
    var left = range.count
    return IteratorObject("range_iterator") {
      guard left > 0 else { return nil }
      defer {
        left -= 1
        next &+= range.step
      }
      return .int(next)
    }
  }

  private func iterator(over instance: Instance, _ value: Value) throws -> IteratorObject {
    if let begun = try callMethod("__iter__", of: value) {
      if case .instance(let inner) = begun, inner === instance { return try stepping(value) }
      return try iterator(over: begun)
    }
    if instance.type.lookup("__getitem__") != nil {
      var index = -1
      return IteratorObject("iterator") { [unowned self] in
        index += 1
        do {
          return try callMethod("__getitem__", of: value, .int(index))
        } catch let error as PythonError where error.type == "IndexError" {
          return nil
        }
      }
    }
    return try stepping(value)
  }

  private func stepping(_ value: Value) throws -> IteratorObject {
    guard case .instance(let instance) = value, instance.type.lookup("__next__") != nil else {
      throw PythonError.type("'\(typeName(of: value))' object is not iterable")
    }
    return IteratorObject("iterator") { [unowned self] in
      do {
        return try callMethod("__next__", of: value)
      } catch let error as PythonError where error.type == "StopIteration" {
        return nil
      }
    }
  }
}
