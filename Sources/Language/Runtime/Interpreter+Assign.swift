/// Assignment: to names, attributes, elements, and several at once.
extension Interpreter {
  /// Gives a target a value.
  func assign(_ target: Term, _ value: Value, _ frame: Frame) throws {
    switch target {
    case .name(let name): write(name, value, frame)
    case .attribute(let node):
      let owner = try evaluate(node.target, frame)
      range = node.range
      try setAttribute(node.name, of: owner, to: value)
    case .element(let node):
      let owner = try evaluate(node.target, frame)
      let index = try evaluate(node.index, frame)
      range = node.range
      try setElement(of: owner, at: index, to: value)
    case .tuple(let node), .list(let node): try unpack(value, into: node, frame)
    default:
      range = target.range
      throw PythonError("SyntaxError", "cannot assign to \(target.description)")
    }
  }

  private func unpack(_ value: Value, into node: Term.Items, _ frame: Frame) throws {
    range = node.range
    let items: [Value]
    do {
      items = try self.items(of: value)
    } catch let error as PythonError where error.type == "TypeError" && value.isPlain {
      throw PythonError.type("cannot unpack non-iterable \(typeName(of: value)) object")
    }
    let count = node.terms.count
    let star = node.terms.firstIndex { if case .starred = $0 { true } else { false } }
    guard let star else {
      if items.count > count {
        throw PythonError.value("too many values to unpack (expected \(count))")
      }
      if items.count < count {
        throw PythonError.value(
          "not enough values to unpack (expected \(count), got \(items.count))")
      }
      for (term, item) in zip(node.terms, items) { try assign(term, item, frame) }
      return
    }
    if items.count < count - 1 {
      throw PythonError.value(
        "not enough values to unpack (expected at least \(count - 1), got \(items.count))")
    }
    let after = count - 1 - star
    for (term, item) in zip(node.terms[..<star], items) { try assign(term, item, frame) }
    if case .starred(let rest) = node.terms[star] {
      try assign(rest.term, .list(of: Array(items[star..<items.count - after])), frame)
    }
    for (term, item) in zip(node.terms[(star + 1)...], items.suffix(after)) {
      try assign(term, item, frame)
    }
  }

  /// `target += value`: changes a list or a tensor in place, replaces anything else.
  func augment(_ node: Statement.Augmented, _ frame: Frame) throws {
    switch node.target {
    case .name(let name):
      let old = try read(name, frame)
      let new = try augmented(node, old, frame)
      write(name, new, frame)
    case .attribute(let target):
      let owner = try evaluate(target.target, frame)
      range = target.range
      let old = try attribute(target.name, of: owner)
      let new = try augmented(node, old, frame)
      try setAttribute(target.name, of: owner, to: new)
    case .element(let target):
      let owner = try evaluate(target.target, frame)
      let index = try evaluate(target.index, frame)
      range = target.range
      let old = try element(of: owner, at: index)
      let new = try augmented(node, old, frame)
      try setElement(of: owner, at: index, to: new)
    default: break
    }
  }

  private func augmented(_ node: Statement.Augmented, _ old: Value, _ frame: Frame) throws -> Value
  {
    let value = try evaluate(node.value, frame)
    range = node.range
    return try augment(node.symbol, old, value)
  }

  /// `del target`.
  func delete(_ target: Term, _ frame: Frame) throws {
    switch target {
    case .name(let name): try delete(name, frame)
    case .attribute(let node):
      let owner = try evaluate(node.target, frame)
      range = node.range
      try deleteAttribute(node.name, of: owner)
    case .element(let node):
      let owner = try evaluate(node.target, frame)
      let index = try evaluate(node.index, frame)
      range = node.range
      try deleteElement(of: owner, at: index)
    case .tuple(let node), .list(let node):
      for term in node.terms { try delete(term, frame) }
    default: break
    }
  }
}

extension Value {
  /// Whether this is a number, `None` or the like, which never has items.
  var isPlain: Bool {
    switch self {
    case .null, .bool, .int, .float, .function, .builtin, .type, .module, .dtype: true
    default: false
    }
  }
}
