/// Values as keys of dicts and members of sets, objects with a `__hash__` of their own among them.
extension Interpreter {
  /// The key of a value, or Python's TypeError for one that may change.
  func key(_ value: Value) throws -> Key {
    try findTwins(of: value, depth: 0)
    if let key = Key(value) { return key }
    var culprit = value
    for _ in 0..<100 {
      guard case .tuple(let tuple) = culprit,
        let item = tuple.items.first(where: { Key($0) == nil })
      else { throw unhashable(culprit) }
      culprit = item
    }
    throw PythonError("RecursionError", "maximum recursion depth exceeded")
  }

  private func unhashable(_ value: Value) -> PythonError {
    .type("unhashable type: '\(typeName(of: value))'")
  }

  /// Lets objects that are equal by their own `__eq__` go by one key.
  private func findTwins(of value: Value, depth: Int) throws {
    switch value {
    case .tuple(let tuple) where depth < 100:
      for item in tuple.items { try findTwins(of: item, depth: depth + 1) }
    case .instance(let instance): try findTwin(of: instance, value)
    default: break
    }
  }

  private func findTwin(of instance: Instance, _ value: Value) throws {
    guard let type = instance.type.hashing else { return }
    guard let hash = type.attributes["__hash__"], !hash.isNone else { throw unhashable(value) }
    guard case .int(let number) = try call(hash, value) else {
      throw PythonError.type("__hash__ method should return an integer")
    }
    var known = keyed[number, default: []].filter { $0.instance != nil }
    defer { keyed[number] = known }
    for other in known.compactMap(\.instance)
    where try other === instance || areEqual(.instance(other), value) {
      instance.twin = other === instance ? nil : other
      return
    }
    instance.twin = nil
    known.append(KeyedInstance(instance: instance))
  }
}

/// An object that was a key, for as long as something holds it.
struct KeyedInstance {
  weak var instance: Instance?
}

extension ClassObject {
  /// The nearest class that says when objects are equal or how they are hashed; nil where they are
  /// equal to themselves only.
  fileprivate var hashing: ClassObject? {
    var next: ClassObject? = self
    while let type = next, type.native == nil {
      if type.attributes["__hash__"] != nil || type.attributes["__eq__"] != nil { return type }
      next = type.base
    }
    return nil
  }
}
