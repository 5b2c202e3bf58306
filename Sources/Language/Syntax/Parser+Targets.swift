/// What stands left of `=`, after `for` and after `as`.
extension Parser {
  /// Marks a term as assigned; it must be something that can be.
  mutating func assign(_ target: Term, isNested: Bool = false, isLoop: Bool = false) throws {
    switch target {
    case .name(let name): scopes.assign(name.occurrence)
    case .attribute, .element: break
    case .starred(let star):
      if !isNested {
        throw syntaxError("starred assignment target must be in a list or tuple", star.range)
      }
      try assign(star.term, isNested: true)
    case .tuple(let items), .list(let items):
      var stars = 0
      for item in items.terms {
        if case .starred = item { stars += 1 }
        try assign(item, isNested: true)
      }
      if stars > 1 {
        throw syntaxError("multiple starred expressions in assignment", items.range)
      }
    default: throw cannotAssign(target, isNested: isNested || isLoop)
    }
  }

  private func cannotAssign(_ target: Term, isNested: Bool) -> PythonError {
    let what = target.description
    if case .constant(let constant) = target {
      switch constant.value {
      case .null, .bool: return syntaxError("cannot assign to \(what)", target.range)
      default: break
      }
    }
    return syntaxError(
      isNested
        ? "cannot assign to \(what)"
        : "cannot assign to \(what) here. Maybe you meant '==' instead of '='?", target.range)
  }

  /// A target where only a name, an attribute or an element will do.
  func checkTarget(_ target: Term, _ verb: String) throws {
    switch target {
    case .name, .attribute, .element: break
    case .tuple(let items), .list(let items):
      for item in items.terms { try checkTarget(item, verb) }
    default: throw syntaxError("cannot \(verb) \(target.description)", target.range)
    }
  }

  /// The targets of `for`, up to `in`.
  mutating func targetList() throws -> Term {
    var items: [Term] = []
    let start = token.range
    var isTuple = false
    repeat {
      if self.is(.in) { break }
      items.append(try oneTarget())
      isTuple = isTuple || self.is(.comma)
    } while accept(.comma)
    guard let first = items.first else { throw unexpected() }
    let target = isTuple ? .tuple(Term.Items(items, start.to(previous.range))) : first
    try assign(target, isLoop: true)
    return target
  }

  private mutating func oneTarget() throws -> Term {
    let start = token.range
    if accept(.star) {
      let term = try postfix()
      return .starred(Term.Operand(term, start.to(term.range)))
    }
    return try postfix()
  }
}

extension Term {
  /// What CPython calls such a term in its messages.
  var description: String {
    switch self {
    case .constant(let node):
      switch node.value {
      case .null: "None"
      case .bool(let flag): flag ? "True" : "False"
      case .ellipsis: "ellipsis"
      default: "literal"
      }
    case .name: "name"
    case .formatted: "f-string expression"
    case .tuple: "tuple"
    case .list: "list"
    case .set: "set display"
    case .dict: "dict literal"
    case .unary, .not, .binary, .logical: "expression"
    case .comparison: "comparison"
    case .conditional: "conditional expression"
    case .lambda: "lambda"
    case .call: "function call"
    case .attribute: "attribute"
    case .element: "subscript"
    case .slice: "slice"
    case .comprehension(let node):
      switch node.kind {
      case .list: "list comprehension"
      case .set: "set comprehension"
      case .dict: "dict comprehension"
      case .generator: "generator expression"
      }
    case .starred: "starred"
    case .named: "named expression"
    }
  }
}
