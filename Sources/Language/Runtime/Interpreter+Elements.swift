/// Subscripts: `a[index]`, `a[index] = value` and `del a[index]`.
extension Interpreter {
  /// `target[index]`.
  func element(of target: Value, at index: Value) throws -> Value {
    switch target {
    case .tensor(let tensor): return try TensorSyntax.element(of: tensor, at: index, self)
    case .list(let list):
      if case .slice(let slice) = index {
        let places = try slice.indices(of: list.items.count)
        try charge(items: places.count)
        return .list(of: places.map { list.items[$0] })
      }
      return list.items[try place(index, list.items.count, "list")]
    case .tuple(let tuple):
      if case .slice(let slice) = index {
        let items = try slice.indices(of: tuple.items.count).map { tuple.items[$0] }
        return .tuple(TupleObject(items, kind: tuple.isSize ? .size : .plain))
      }
      return tuple.items[try place(index, tuple.items.count, "tuple")]
    case .dict(let dict):
      if let value = dict[try key(index)] { return value }
      if let value = try missing(index, in: dict) { return value }
      throw try missingKey(index)
    case .string(let text): return try character(of: text, at: index)
    case .range(let range): return try element(of: range, at: index)
    case .instance:
      if let value = try callMethod("__getitem__", of: target, index) { return value }
    case .type: return target
    default: break
    }
    throw PythonError.type("'\(typeName(of: target))' object is not subscriptable")
  }

  /// What a dict gives for a key that is not there; nil where it has nothing to give.
  private func missing(_ index: Value, in dict: DictObject) throws -> Value? {
    switch dict.kind {
    case .plain, .ordered: return nil
    case .counter: return .int(0)
    case .defaulting(let factory):
      if factory.isNone { return nil }
      let value = try call(factory)
      dict.set(try key(index), index, to: value)
      return value
    }
  }

  private func character(of text: String, at index: Value) throws -> Value {
    if case .slice(let slice) = index {
      let scalars = Array(text.unicodeScalars)
      var part = String.UnicodeScalarView()
      for place in try slice.indices(of: scalars.count) { part.append(scalars[place]) }
      return .string(String(part))
    }
    let scalars = text.unicodeScalars
    let place = try place(index, scalars.count, "string")
    return .string(String(scalars[scalars.index(scalars.startIndex, offsetBy: place)]))
  }

  private func element(of range: RangeObject, at index: Value) throws -> Value {
    if case .slice(let slice) = index {
      let (start, stop, step) = try slice.places(of: range.count)
      return .range(
        RangeObject(
          start: range.start + start * range.step, stop: range.start + stop * range.step,
          step: range.step * step))
    }
    let place = try place(index, range.count, "range object")
    return .int(range.start + place * range.step)
  }

  /// The place an index means, counted from the end where it is negative.
  func place(_ index: Value, _ count: Int, _ what: String, _ verb: String = "index") throws -> Int {
    let number: Int
    switch index {
    case .int(let value): number = value
    case .bool(let flag): number = flag ? 1 : 0
    case .tensor(let tensor): number = try TensorSyntax.index(tensor)
    default:
      let kind = what == "range object" ? "range" : what
      throw PythonError.type(
        "\(kind) indices must be integers\(kind == "string" ? "" : " or slices"), "
          + "not \(kind == "string" ? "'\(typeName(of: index))'" : typeName(of: index))")
    }
    let place = number < 0 ? number + count : number
    guard place >= 0 && place < count else {
      var error = PythonError.index("\(what) \(verb) out of range")
      error.notes = [
        "There are \(count) items, at places 0 to \(count - 1); the place was \(number)."
      ]
      if count == 0 { error.notes = ["There are no items."] }
      throw error
    }
    return place
  }

  /// `target[index] = value`.
  func setElement(of target: Value, at index: Value, to value: Value) throws {
    switch target {
    case .tensor(let tensor):
      return try TensorSyntax.setElement(of: tensor, at: index, to: value, self)
    case .list(let list):
      if case .slice(let slice) = index { return try setSlice(of: list, slice, to: value) }
      list.items[try place(index, list.items.count, "list", "assignment index")] = value
      return
    case .dict(let dict): return dict.set(try key(index), index, to: value)
    case .instance:
      if try callMethod("__setitem__", of: target, index, value) != nil { return }
    default: break
    }
    throw PythonError.type("'\(typeName(of: target))' object does not support item assignment")
  }

  private func setSlice(of list: ListObject, _ slice: SliceObject, to value: Value) throws {
    let new = try items(of: value)
    let (start, stop, step) = try slice.places(of: list.items.count)
    if step == 1 {
      list.items.replaceSubrange(start..<max(start, stop), with: new)
      return
    }
    let places = Array(stride(from: start, to: stop, by: step))
    if places.count != new.count {
      throw PythonError.value(
        "attempt to assign sequence of size \(new.count) to extended slice of size \(places.count)")
    }
    for (place, item) in zip(places, new) { list.items[place] = item }
  }

  /// `del target[index]`.
  func deleteElement(of target: Value, at index: Value) throws {
    switch target {
    case .list(let list):
      if case .slice(let slice) = index {
        for place in try slice.indices(of: list.items.count).sorted(by: >) {
          list.items.remove(at: place)
        }
      } else {
        list.items.remove(at: try place(index, list.items.count, "list", "assignment index"))
      }
      return
    case .dict(let dict):
      if dict.remove(try key(index)) != nil { return }
      throw try missingKey(index)
    case .instance:
      if try callMethod("__delitem__", of: target, index) != nil { return }
    case .tensor: throw PythonError.type("Tensor does not support deleting items")
    default: break
    }
    throw PythonError.type("'\(typeName(of: target))' object doesn't support item deletion")
  }
}
