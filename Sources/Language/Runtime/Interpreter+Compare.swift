/// Comparison: `==`, `<` and their kin, and `in`.
extension Interpreter {
  /// `left comparison right`.
  func compare(_ comparison: Comparison, _ left: Value, _ right: Value) throws -> Value {
    switch (left, right) {
    case (.int(let a), .int(let b)): return .bool(comparison.holds(a, b))
    case (.float(let a), .float(let b)): return .bool(comparison.holds(a, b))
    case (.tensor, _), (_, .tensor):
      if let result = try TensorSyntax.compare(comparison, left, right, self) { return result }
      if let result = try dunder(comparison, left, right) { return result }
      // A tensor equals nothing that is no tensor and no number.
      if comparison == .equal || comparison == .notEqual {
        return .bool(left.isIdentical(to: right) == (comparison == .equal))
      }
    case (.instance, _), (_, .instance):
      if let result = try dunder(comparison, left, right) { return result }
    default: break
    }
    switch comparison {
    case .equal: return .bool(try areEqual(left, right))
    case .notEqual: return .bool(!(try areEqual(left, right)))
    default: return .bool(try order(comparison, left, right))
    }
  }

  /// `left == right` as a truth.
  func areEqual(_ left: Value, _ right: Value) throws -> Bool {
    switch (left, right) {
    case (.string(let a), .string(let b)): return a == b
    case (.list(let a), .list(let b)): return try areEqual(a.items, b.items)
    case (.tuple(let a), .tuple(let b)): return try areEqual(a.items, b.items)
    case (.dict(let a), .dict(let b)): return try areEqual(a, b)
    case (.set(let a), .set(let b)):
      return a.count == b.count && a.members.allSatisfy { Key($0).map(b.contains) ?? false }
    case (.range(let a), .range(let b)):
      return (a.count, a.count > 0 ? a.start : 0, a.count > 1 ? a.step : 0)
        == (b.count, b.count > 0 ? b.start : 0, b.count > 1 ? b.step : 0)
    case (.tensor, _), (_, .tensor), (.instance, _), (_, .instance):
      if left.isIdentical(to: right) { return true }
      if case .tensor = left { return try truth(of: try compare(.equal, left, right)) }
      if case .tensor = right { return try truth(of: try compare(.equal, left, right)) }
      return try dunder(.equal, left, right).map { try truth(of: $0) } ?? false
    case (.method(let a), .method(let b)):
      return a.receiver.isIdentical(to: b.receiver) && a.function.isIdentical(to: b.function)
    default:
      if let a = left.number, let b = right.number { return a == b }
      return left.isIdentical(to: right)
    }
  }

  private func areEqual(_ a: [Value], _ b: [Value]) throws -> Bool {
    guard a.count == b.count else { return false }
    try checkNesting()
    for (left, right) in zip(a, b) {
      try step()
      if !left.isIdentical(to: right), try !areEqual(left, right) { return false }
    }
    return true
  }

  private func areEqual(_ a: DictObject, _ b: DictObject) throws -> Bool {
    guard a.count == b.count else { return false }
    try checkNesting()
    for (key, value) in a.items {
      guard let other = b[try self.key(key)],
        try value.isIdentical(to: other) || areEqual(value, other)
      else { return false }
    }
    return true
  }

  /// Stops before values within values use up the stack.
  func checkNesting() throws {
    if !StackSpace.isLeft(from: stackTop) {
      throw PythonError("RecursionError", "maximum recursion depth exceeded")
    }
  }

  private func order(_ comparison: Comparison, _ left: Value, _ right: Value) throws -> Bool {
    switch (left, right) {
    case (.string(let a), .string(let b)):
      if a == b { return comparison.holds(0, 0) }
      return comparison.holds(
        a.unicodeScalars.lexicographicallyPrecedes(b.unicodeScalars) ? -1 : 1, 0)
    case (.list(let a), .list(let b)): return try order(comparison, a.items, b.items)
    case (.tuple(let a), .tuple(let b)): return try order(comparison, a.items, b.items)
    case (.set(let a), .set(let b)):
      let isWithin = a.members.allSatisfy { Key($0).map(b.contains) ?? false }
      let holds = b.members.allSatisfy { Key($0).map(a.contains) ?? false }
      switch comparison {
      case .less: return isWithin && a.count < b.count
      case .lessOrEqual: return isWithin
      case .greater: return holds && a.count > b.count
      default: return holds
      }
    default:
      if let a = left.number, let b = right.number { return comparison.holds(a, b) }
    }
    throw PythonError.type(
      "'\(comparison.rawValue)' not supported between instances of "
        + "'\(typeName(of: left))' and '\(typeName(of: right))'")
  }

  private func order(_ comparison: Comparison, _ a: [Value], _ b: [Value]) throws -> Bool {
    try checkNesting()
    for (left, right) in zip(a, b) where try !areEqual(left, right) {
      return try truth(of: compare(comparison, left, right))
    }
    return comparison.holds(a.count, b.count)
  }

  private func dunder(_ comparison: Comparison, _ left: Value, _ right: Value) throws -> Value? {
    let (name, mirrored) = comparison.dunders
    if let result = try callMethod(name, of: left, right), !result.isNotImplemented {
      return result
    }
    if let result = try callMethod(mirrored, of: right, left), !result.isNotImplemented {
      return result
    }
    if comparison == .notEqual, let equal = try dunder(.equal, left, right) {
      return .bool(!(try truth(of: equal)))
    }
    return nil
  }

  /// `item in container`.
  func contains(_ item: Value, in container: Value) throws -> Bool {
    switch container {
    case .string(let text):
      guard case .string(let part) = item else {
        throw PythonError.type(
          "'in <string>' requires string as left operand, not \(typeName(of: item))")
      }
      return part.isEmpty || TextSearch.first(part, in: text) != nil
    case .dict(let dict): return dict[try key(item)] != nil
    case .set(let set): return set.contains(try key(item))
    case .tensor(let tensor): return try TensorSyntax.contains(item, in: tensor, self)
    case .range(let range):
      guard case .int(let number) = item else { break }
      let isInside =
        range.step > 0
        ? number >= range.start && number < range.stop
        : number <= range.start && number > range.stop
      return isInside && (number - range.start) % range.step == 0
    case .instance:
      if let answer = try callMethod("__contains__", of: container, item) {
        return try truth(of: answer)
      }
    case .null, .bool, .int, .float, .function, .builtin:
      throw PythonError.type("argument of type '\(typeName(of: container))' is not iterable")
    default: break
    }
    let iterator = try iterator(over: container)
    while let next = try iterator.next() {
      try step()
      if try item.isIdentical(to: next) || areEqual(item, next) { return true }
    }
    return false
  }
}

extension Comparison {
  func holds<T: Comparable>(_ a: T, _ b: T) -> Bool {
    switch self {
    case .equal: a == b
    case .notEqual: a != b
    case .less: a < b
    case .lessOrEqual: a <= b
    case .greater: a > b
    case .greaterOrEqual: a >= b
    }
  }

  /// The method of this comparison, and the one to ask the other side for.
  var dunders: (String, String) {
    switch self {
    case .equal: ("__eq__", "__eq__")
    case .notEqual: ("__ne__", "__ne__")
    case .less: ("__lt__", "__gt__")
    case .lessOrEqual: ("__le__", "__ge__")
    case .greater: ("__gt__", "__lt__")
    case .greaterOrEqual: ("__ge__", "__le__")
    }
  }
}

extension Value {
  /// A plain number as a float.
  var number: Double? {
    switch self {
    case .bool(let flag): flag ? 1 : 0
    case .int(let number): Double(number)
    case .float(let number): number
    default: nil
    }
  }
}
