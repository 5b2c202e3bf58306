/// Operators on strings, lists, tuples, dicts and sets.
extension Interpreter {
  /// `left symbol right` of containers; nil where Python has no such operation.
  func containers(_ symbol: BinaryOperator, _ left: Value, _ right: Value) throws -> Value? {
    switch (left, symbol, right) {
    case (.string(let a), .add, .string(let b)):
      try charge(bytes: a.utf8.count + b.utf8.count)
      return .string(a + b)
    case (.list(let a), .add, .list(let b)):
      try charge(items: a.items.count + b.items.count)
      return .list(of: a.items + b.items)
    case (.tuple(let a), .add, .tuple(let b)):
      return .tuple(TupleObject(a.items + b.items, kind: a.isSize && b.isSize ? .size : .plain))
    case (.string(let format), .remainder, _): return .string(try percent(format, right))
    case (_, .multiply, .int(let count)): return try repeated(left, count)
    case (.int(let count), .multiply, _): return try repeated(right, count)
    case (_, .multiply, .bool(let flag)): return try repeated(left, flag ? 1 : 0)
    case (.bool(let flag), .multiply, _): return try repeated(right, flag ? 1 : 0)
    case (.set(let a), _, .set(let b)): return sets(symbol, a, b)
    case (.dict(let a), _, .dict(let b)) where a.isCounter && b.isCounter:
      return try CollectionTable.combined(symbol, a, b, self)
    case (.dict(let a), .or, .dict(let b)):
      let union = DictObject()
      for (key, value) in a.items + b.items { union.set(try self.key(key), key, to: value) }
      return .dict(union)
    default: return nil
    }
  }

  private func repeated(_ value: Value, _ count: Int) throws -> Value? {
    let count = max(count, 0)
    func total(_ length: Int) -> Int {
      let (total, isTooLong) = length.multipliedReportingOverflow(by: count)
      return isTooLong ? .max : total
    }
    switch value {
    case .string(let text):
      try charge(bytes: total(text.utf8.count))
      return .string(String(repeating: text, count: count))
    case .list(let list):
      try charge(items: total(list.items.count))
      return .list(of: repeated(list.items, count))
    case .tuple(let tuple):
      try charge(items: total(tuple.items.count))
      return .tuple(of: repeated(tuple.items, count))
    default: return nil
    }
  }

  private func repeated(_ items: [Value], _ count: Int) -> [Value] {
    var all: [Value] = []
    all.reserveCapacity(items.count * count)
    for _ in 0..<count { all += items }
    return all
  }

  private func sets(_ symbol: BinaryOperator, _ a: SetObject, _ b: SetObject) -> Value? {
    func isIn(_ set: SetObject) -> (Value) -> Bool {
      { value in Key(value).map(set.contains) ?? false }
    }
    switch symbol {
    case .or: return .set(SetObject(a.members + b.members))
    case .and: return .set(SetObject(a.members.filter(isIn(b))))
    case .subtract: return .set(SetObject(a.members.filter { !isIn(b)($0) }))
    case .exclusiveOr:
      return .set(
        SetObject(a.members.filter { !isIn(b)($0) } + b.members.filter { !isIn(a)($0) }))
    default: return nil
    }
  }

  /// `a |= b` and its like on a set or a dict, in place.
  func updateInPlace(_ symbol: BinaryOperator, _ left: Value, _ right: Value) throws -> Bool {
    switch (left, right) {
    case (.set(let a), .set(let b)):
      guard case .set(let result)? = sets(symbol, a, b) else { return false }
      a.removeAll()
      for member in result.members { a.insert(try key(member), member) }
      return true
    case (.dict(let a), .dict(let b)) where symbol == .or:
      for (key, value) in b.items { a.set(try self.key(key), key, to: value) }
      return true
    default: return false
    }
  }

  /// Pays for making so many items at once: memory is bounded by the steps it takes to fill it.
  func charge(items count: Int) throws {
    try checkLength(count)
    steps += max(0, count)
    try step()
  }

  /// Pays for making a text of so many bytes.
  func charge(bytes count: Int) throws {
    try checkLength(count)
    steps += max(0, count) / 64
    try step()
  }

  /// Stops a program that makes a string or a list longer than its memory allows.
  func checkLength(_ count: Int) throws {
    if count > limits.elements {
      throw PythonError.memory(
        "the program asks for \(count) items at once, and \(limits.elements) is the most")
    }
  }
}

extension TupleObject {
  /// Whether this is a `torch.Size`.
  var isSize: Bool { if case .size = kind { true } else { false } }
}

extension PythonError {
  /// More memory than a program is given: no `except` catches it.
  static func memory(_ message: String) -> PythonError {
    var error = PythonError("MemoryError", message)
    error.fix = "Use fewer or smaller ones."
    error.isFatal = true
    return error
  }
}
