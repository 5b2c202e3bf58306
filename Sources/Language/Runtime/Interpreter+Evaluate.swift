/// Evaluation: the value of a term.
extension Interpreter {
  /// The value of a term in a frame.
  func evaluate(_ term: Term, _ frame: Frame) throws -> Value {
    try step()
    switch term {
    case .constant(let node): return node.value
    case .name(let node): return try read(node, frame)
    case .binary(let node): return try evaluate(node, frame)
    case .call(let node): return try evaluate(node, frame)
    case .attribute(let node): return try evaluate(node, frame)
    case .element(let node): return try evaluate(node, frame)
    case .comparison(let node): return try evaluate(node, frame)
    case .unary(let node):
      let operand = try evaluate(node.operand, frame)
      range = node.range
      return try unary(node.symbol, operand)
    case .not(let node): return .bool(!(try condition(node.term, frame)))
    case .logical(let node): return try evaluate(node, frame)
    case .conditional(let node):
      return try evaluate(try condition(node.condition, frame) ? node.then : node.otherwise, frame)
    case .tuple(let node): return .tuple(of: try items(node, frame))
    case .list(let node): return .list(of: try items(node, frame))
    case .set(let node): return try makeSet(try items(node, frame), node.range)
    case .dict(let node): return try evaluate(node, frame)
    case .slice(let node): return try evaluate(node, frame)
    case .formatted(let node): return try evaluate(node, frame)
    case .lambda(let code): return .function(try makeFunction(code, frame))
    case .comprehension(let node): return try evaluate(node, frame)
    case .named(let node):
      let value = try evaluate(node.value, frame)
      write(node.name, value, frame)
      return value
    case .starred(let node):
      range = node.range
      throw PythonError("SyntaxError", "can't use starred expression here")
    }
  }

  /// Whether a term is true.
  func condition(_ term: Term, _ frame: Frame) throws -> Bool {
    let value = try evaluate(term, frame)
    if case .bool(let flag) = value { return flag }
    range = term.range
    return try truth(of: value)
  }

  private func evaluate(_ node: Term.Binary, _ frame: Frame) throws -> Value {
    let left = try evaluate(node.left, frame)
    let right = try evaluate(node.right, frame)
    range = node.range
    return try binary(node.symbol, left, right)
  }

  private func evaluate(_ node: Term.Attribute, _ frame: Frame) throws -> Value {
    let target = try evaluate(node.target, frame)
    range = node.range
    return try attribute(node.name, of: target)
  }

  private func evaluate(_ node: Term.Element, _ frame: Frame) throws -> Value {
    let target = try evaluate(node.target, frame)
    let index = try evaluate(node.index, frame)
    range = node.range
    return try element(of: target, at: index)
  }

  private func evaluate(_ node: Term.Logical, _ frame: Frame) throws -> Value {
    var value = Value.null
    for (place, term) in node.terms.enumerated() {
      value = try evaluate(term, frame)
      if place == node.terms.count - 1 { break }
      range = term.range
      if try truth(of: value) != node.isAnd { break }
    }
    return value
  }

  private func evaluate(_ node: Term.Chain, _ frame: Frame) throws -> Value {
    var left = try evaluate(node.first, frame)
    var result = Value.bool(true)
    for (place, link) in node.rest.enumerated() {
      let right = try evaluate(link.term, frame)
      range = node.range
      result = try compare(link.link, left, right)
      if place < node.rest.count - 1, !(try truth(of: result)) { return result }
      left = right
    }
    return result
  }

  private func compare(_ link: Term.Chain.Link, _ left: Value, _ right: Value) throws -> Value {
    switch link {
    case .compare(let comparison): try compare(comparison, left, right)
    case .is: .bool(left.isIdentical(to: right))
    case .isNot: .bool(!left.isIdentical(to: right))
    case .in: .bool(try contains(left, in: right))
    case .notIn: .bool(!(try contains(left, in: right)))
    }
  }

  /// The items of a display, with `*items` spread out.
  func items(_ node: Term.Items, _ frame: Frame) throws -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(node.terms.count)
    for term in node.terms {
      if case .starred(let star) = term {
        let inner = try evaluate(star.term, frame)
        range = star.range
        values += try items(of: inner)
      } else {
        values.append(try evaluate(term, frame))
      }
    }
    return values
  }

  private func makeSet(_ members: [Value], _ range: SourceRange) throws -> Value {
    self.range = range
    let set = SetObject()
    for member in members { set.insert(try key(member), member) }
    return .set(set)
  }

  private func evaluate(_ node: Term.Pairs, _ frame: Frame) throws -> Value {
    let dict = DictObject()
    for (key, value) in node.pairs {
      guard let key else {
        let other = try evaluate(value, frame)
        guard case .dict(let more) = other else {
          range = value.range
          throw PythonError.type("'\(typeName(of: other))' object is not a mapping")
        }
        for (key, value) in more.items { dict.set(try self.key(key), key, to: value) }
        continue
      }
      let keyValue = try evaluate(key, frame)
      let item = try evaluate(value, frame)
      range = key.range
      dict.set(try self.key(keyValue), keyValue, to: item)
    }
    return .dict(dict)
  }

  private func evaluate(_ node: Term.Slice, _ frame: Frame) throws -> Value {
    .slice(
      SliceObject(
        start: try node.start.map { try evaluate($0, frame) } ?? .null,
        stop: try node.stop.map { try evaluate($0, frame) } ?? .null,
        step: try node.step.map { try evaluate($0, frame) } ?? .null))
  }

  private func evaluate(_ node: Term.Formatted, _ frame: Frame) throws -> Value {
    .string(try text(of: node.parts, frame))
  }

  private func text(of parts: [Term.Formatted.Part], _ frame: Frame) throws -> String {
    var text = ""
    for part in parts {
      switch part {
      case .text(let piece): text += piece
      case .field(let term, let conversion, let spec, _):
        var value = try evaluate(term, frame)
        let format = spec.isEmpty ? "" : try self.text(of: spec, frame)
        range = term.range
        switch conversion {
        case 114?, 97?: value = .string(try representation(of: value))
        case 115?: value = .string(try self.text(of: value))
        default: break
        }
        text += try self.format(value, format)
        try charge(bytes: text.utf8.count)
      }
    }
    return text
  }
}
