/// Names, literals, brackets, and what follows them: calls, attributes, subscripts.
extension Parser {
  mutating func postfix() throws -> Term {
    var term = try atom()
    while true {
      let height = self.height
      switch kind {
      case .symbol(.dot):
        advance()
        let (name, range) = try name()
        term = .attribute(Term.Attribute(term, name, nameRange: range))
        self.height = height
      case .symbol(.openParenthesis): term = try call(term)
      case .symbol(.openBracket): term = try element(term)
      default: return term
      }
      try grow(from: max(height, self.height))
    }
  }

  private mutating func atom() throws -> Term {
    let range = token.range
    height = 1
    switch kind {
    case .name:
      let text = self.text
      advance()
      return .name(Term.Name(text, scopes.use(text), range))
    case .number: return try number()
    case .string: return try strings()
    case .keyword(.none): return constant(.null)
    case .keyword(.true): return constant(.bool(true))
    case .keyword(.false): return constant(.bool(false))
    case .symbol(.ellipsis): return constant(.ellipsis)
    case .symbol(.openParenthesis): return try deeper { try $0.parenthesized() }
    case .symbol(.openBracket): return try deeper { try $0.list() }
    case .symbol(.openBrace): return try deeper { try $0.braces() }
    case .keyword(.yield):
      throw syntaxError("nabla has 'yield' only as a statement of its own, or right of '='", range)
    case .keyword(.await), .keyword(.async):
      throw syntaxError("nabla has no '\(text)'", range)
    default: throw unexpected()
    }
  }

  private mutating func constant(_ value: Value) -> Term {
    defer { advance() }
    return .constant(Term.Constant(value, token.range))
  }

  private mutating func parenthesized() throws -> Term {
    let start = token.range
    advance()
    if accept(.closeParenthesis) { return .tuple(Term.Items([], start.to(previous.range))) }
    let mark = scopes.mark
    let first = try starredTerm()
    if self.is(.for) {
      return try comprehension(.generator, first, nil, mark, start, .closeParenthesis)
    }
    if !self.is(.comma) {
      try close(.closeParenthesis)
      if case .starred(let star) = first {
        throw syntaxError("cannot use starred expression here", star.range)
      }
      return first
    }
    let items = try self.items(first, until: .closeParenthesis)
    return .tuple(Term.Items(items, start.to(previous.range)))
  }

  private mutating func list() throws -> Term {
    let start = token.range
    advance()
    if accept(.closeBracket) { return .list(Term.Items([], start.to(previous.range))) }
    let mark = scopes.mark
    let first = try starredTerm()
    if self.is(.for) { return try comprehension(.list, first, nil, mark, start, .closeBracket) }
    let items = try self.items(first, until: .closeBracket)
    return .list(Term.Items(items, start.to(previous.range)))
  }

  /// The rest of the items between brackets, after the first.
  private mutating func items(_ first: Term, until end: Symbol) throws -> [Term] {
    var items = [first]
    var tallest = height
    while accept(.comma), !self.is(end) {
      items.append(try starredTerm())
      tallest = max(tallest, height)
    }
    try close(end)
    try grow(from: tallest)
    return items
  }

  /// Goes past a closing bracket, or says what is in its way as CPython does.
  mutating func close(_ symbol: Symbol) throws {
    guard !accept(symbol) else { return }
    if self.is(.assign) {
      throw syntaxError(
        "invalid syntax. Maybe you meant '==' or ':=' instead of '='?", token.range)
    }
    if startsTerm, previous.kind != .symbol(.comma) {
      var error = syntaxError("invalid syntax. Perhaps you forgot a comma?", token.range)
      error.place?.range = previous.range.to(token.range)
      throw error
    }
    throw unexpected()
  }

  private mutating func braces() throws -> Term {
    let start = token.range
    advance()
    if accept(.closeBrace) { return .dict(Term.Pairs([], start.to(previous.range))) }
    let mark = scopes.mark
    if self.is(.doubleStar) { return try dict([try pair()], start) }
    let first = try starredTerm()
    guard self.is(.colon) else {
      if self.is(.for) { return try comprehension(.set, first, nil, mark, start, .closeBrace) }
      let items = try self.items(first, until: .closeBrace)
      return .set(Term.Items(items, start.to(previous.range)))
    }
    advance()
    let keyHeight = height
    let value = try term()
    height = max(height, keyHeight)
    if self.is(.for) { return try comprehension(.dict, first, value, mark, start, .closeBrace) }
    return try dict([(first, value)], start)
  }

  private mutating func dict(_ first: [(key: Term?, value: Term)], _ start: SourceRange) throws
    -> Term
  {
    var pairs = first
    var tallest = height
    while accept(.comma), !self.is(.closeBrace) {
      pairs.append(try pair())
      tallest = max(tallest, height)
    }
    try close(.closeBrace)
    try grow(from: tallest)
    return .dict(Term.Pairs(pairs, start.to(previous.range)))
  }

  private mutating func pair() throws -> (key: Term?, value: Term) {
    if accept(.doubleStar) { return (nil, try operation(5)) }
    let key = try term()
    let height = self.height
    guard accept(.colon) else {
      throw syntaxError("':' expected after dictionary key", token.range)
    }
    let value = try term()
    self.height = max(height, self.height)
    return (key, value)
  }

  mutating func comprehension(
    _ kind: Term.Comprehension.Kind, _ element: Term, _ value: Term?,
    _ mark: (occurrences: Int, scopes: Int), _ start: SourceRange, _ end: Symbol
  ) throws -> Term {
    var tallest = height
    scopes.wrap(since: mark)
    var clauses: [Term.Comprehension.Clause] = []
    while accept(.for) {
      let target = try targetList()
      try expect(.in)
      let inner = clauses.isEmpty ? scopes.stepOut() : nil
      let items = try operation(0)
      if let inner { scopes.stepIn(inner) }
      tallest = max(tallest, height)
      var conditions: [Term] = []
      while accept(.if) {
        conditions.append(try operation(0))
        tallest = max(tallest, height)
      }
      clauses.append(.init(target: target, items: items, conditions: conditions))
    }
    scopes.close()
    if self.is(.comma), kind == .generator {
      throw syntaxError("Generator expression must be parenthesized", start.to(previous.range))
    }
    try close(end)
    try grow(from: tallest + clauses.count)
    return .comprehension(
      Term.Comprehension(kind, element, value: value, clauses, start.to(previous.range)))
  }

  private mutating func call(_ function: Term) throws -> Term {
    let open = token.range
    advance()
    let mark = scopes.mark
    var arguments: [Term.CallTerm.Argument] = []
    var tallest = 0
    while !self.is(.closeParenthesis) {
      let argument = try self.argument(after: arguments)
      tallest = max(tallest, height)
      arguments.append(argument)
      if self.is(.for), arguments.count == 1, case .positional(let element) = argument {
        let generator = try deeper {
          try $0.comprehension(.generator, element, nil, mark, open, .closeParenthesis)
        }
        return .call(
          Term.CallTerm(
            function, [.positional(generator)], function.range.to(previous.range)))
      }
      if !accept(.comma) { break }
    }
    try close(.closeParenthesis)
    height = tallest
    return .call(Term.CallTerm(function, arguments, function.range.to(previous.range)))
  }

  private mutating func argument(
    after earlier: [Term.CallTerm.Argument]
  ) throws -> Term.CallTerm.Argument {
    if self.is(.star) {
      for case .doubleStar in earlier {
        throw syntaxError(
          "iterable argument unpacking follows keyword argument unpacking", token.range)
      }
      advance()
      return .star(try term())
    }
    if accept(.doubleStar) { return .doubleStar(try term()) }
    let range = token.range
    if kind == .name, next == .symbol(.assign) {
      let (name, _) = try self.name()
      advance()
      for case .keyword(name, _) in earlier {
        throw syntaxError("keyword argument repeated: \(name)", range)
      }
      return .keyword(name, try term())
    }
    let value = try namedTerm()
    if self.is(.assign) {
      throw syntaxError(
        "expression cannot contain assignment, perhaps you meant \"==\"?", value.range)
    }
    for case .keyword in earlier {
      throw syntaxError("positional argument follows keyword argument", value.range)
    }
    return .positional(value)
  }

  private mutating func element(_ target: Term) throws -> Term {
    advance()
    if self.is(.closeBracket) { throw unexpected() }
    let start = token.range
    let first = try indexPart()
    var index = first
    if self.is(.comma) {
      let items = try indexParts(after: first)
      index = .tuple(Term.Items(items, start.to(previous.range)))
    }
    try close(.closeBracket)
    return .element(Term.Element(target, index, target.range.to(previous.range)))
  }

  private mutating func indexParts(after first: Term) throws -> [Term] {
    var items = [first]
    var tallest = height
    while accept(.comma), !self.is(.closeBracket) {
      items.append(try indexPart())
      tallest = max(tallest, height)
    }
    height = tallest
    return items
  }

  /// One part of an index: an expression or a slice.
  private mutating func indexPart() throws -> Term {
    let start = token.range
    var tallest = 0
    var parts: [Term?] = [nil]
    if !self.is(.colon) {
      let first = try starredTerm()
      guard self.is(.colon) else { return first }
      parts[0] = first
      tallest = height
    }
    while parts.count < 3, accept(.colon) {
      let isEmpty = self.is(.colon) || self.is(.comma) || self.is(.closeBracket)
      parts.append(isEmpty ? nil : try term())
      tallest = max(tallest, height)
    }
    height = tallest + 1
    return .slice(
      Term.Slice(
        parts[0], parts.count > 1 ? parts[1] : nil, parts.count > 2 ? parts[2] : nil,
        start.to(previous.range)))
  }
}
