/// Statements on one line.
extension Parser {
  /// The statements of one line, or one compound statement.
  mutating func statement() throws -> [Statement] {
    if let compound = try compoundStatement() { return [compound] }
    var statements = [try simpleStatement()]
    while accept(.semicolon), kind != .newline, kind != .end {
      statements.append(try simpleStatement())
    }
    guard kind == .newline || kind == .end else { throw afterStatement() }
    if kind == .newline { advance() }
    return statements
  }

  /// What CPython says of a word that follows a whole statement on its line.
  private func afterStatement() -> PythonError {
    if self.is(.assign) || startsTerm == false { return unexpected() }
    let isPrint = previous.kind == .name && ["print", "exec"].contains(source.text(previous.range))
    if isPrint {
      let name = source.text(previous.range)
      var error = syntaxError(
        "Missing parentheses in call to '\(name)'. Did you mean \(name)(...)?",
        previous.range.to(token.range))
      error.fix = "Write \(name)(...) with brackets."
      return error
    }
    return syntaxError("invalid syntax", token.range)
  }

  private mutating func simpleStatement() throws -> Statement {
    let range = token.range
    guard case .keyword(let keyword) = kind else { return try expressionStatement() }
    switch keyword {
    case .pass:
      advance()
      return .pass
    case .break:
      advance()
      if loopDepth == 0 { throw syntaxError("'break' outside loop", range) }
      return .break
    case .continue:
      advance()
      if loopDepth == 0 { throw syntaxError("'continue' not properly in loop", range) }
      return .continue
    case .return: return try returnStatement()
    case .raise: return try raiseStatement()
    case .global, .nonlocal: return try scopeStatement(keyword)
    case .del:
      advance()
      return try deleteStatement(range)
    case .assert:
      advance()
      let condition = try term()
      return .assert(condition, message: accept(.comma) ? try term() : nil, condition.range)
    case .import: return try importStatement()
    case .from: return try fromStatement()
    case .yield: return .yield(try yield(to: nil))
    default: return try expressionStatement()
    }
  }

  private mutating func returnStatement() throws -> Statement {
    let range = token.range
    advance()
    if !function.isFunction { throw syntaxError("'return' outside function", range) }
    let value = kind == .newline || self.is(.semicolon) || kind == .end ? nil : try tupleTerm()
    return .return(value, range.to(previous.range))
  }

  private mutating func raiseStatement() throws -> Statement {
    let range = token.range
    advance()
    if kind == .newline || self.is(.semicolon) || kind == .end {
      return .raise(nil, cause: nil, range)
    }
    let value = try term()
    let cause = accept(.from) ? try term() : nil
    return .raise(value, cause: cause, range.to(previous.range))
  }

  private mutating func scopeStatement(_ keyword: Keyword) throws -> Statement {
    advance()
    repeat {
      let (text, range) = try name()
      if function.isFunction, scopes.isLocal(text) {
        throw syntaxError(
          "name '\(text)' is assigned to before \(keyword.rawValue) declaration", range)
      }
      if keyword == .global {
        scopes.declareGlobal(text)
      } else if !function.isFunction {
        throw syntaxError("nonlocal declaration not allowed at module level", range)
      } else {
        scopes.declareNonlocal(text)
      }
    } while accept(.comma)
    return .pass
  }

  private mutating func deleteStatement(_ range: SourceRange) throws -> Statement {
    var targets: [Term] = []
    repeat {
      let target = try postfix()
      try checkTarget(target, "delete")
      if case .name = target { try assign(target) }
      targets.append(target)
    } while accept(.comma) && startsTerm
    return .delete(targets, range.to(previous.range))
  }

  mutating func yield(to target: Term?) throws -> Statement.Yield {
    let range = token.range
    advance()
    if !function.isFunction { throw syntaxError("'yield' outside function", range) }
    function.hasYield = true
    let isFrom = accept(.from)
    let value = startsTerm || isFrom ? try tupleTerm() : nil
    return Statement.Yield(target: target, value: value, isFrom: isFrom, range.to(previous.range))
  }

  private mutating func expressionStatement() throws -> Statement {
    let first = try tupleOrStars()
    switch kind {
    case .symbol(.assign): return try assignment(first)
    case .symbol(.colon): return try annotation(first)
    case .symbol(let symbol):
      guard let augments = symbol.augments else { break }
      try checkAugmented(first)
      advance()
      return .augment(Statement.Augmented(first, augments, try tupleTerm()))
    default: break
    }
    return .expression(try unstarred(first))
  }

  /// A term that is no lone `*items`.
  private func unstarred(_ term: Term) throws -> Term {
    guard case .starred(let star) = term else { return term }
    throw syntaxError("can't use starred expression here", star.range)
  }

  /// A tuple without brackets, which may be `*a, b` where it is then assigned.
  private mutating func tupleOrStars() throws -> Term {
    guard self.is(.star) else { return try tupleTerm() }
    let first = try starredTerm()
    guard self.is(.comma) else { return first }
    var items = [first]
    while accept(.comma), startsTerm { items.append(try starredTerm()) }
    return .tuple(Term.Items(items, first.range.to(previous.range)))
  }

  private mutating func assignment(_ first: Term) throws -> Statement {
    var targets: [Term] = []
    var value = first
    while self.is(.assign) {
      try assign(value)
      targets.append(value)
      advance()
      if self.is(.yield), targets.count == 1 {
        return .yield(try yield(to: targets[0]))
      }
      value = try tupleOrStars()
    }
    return .assign(Statement.Assignment(targets, try unstarred(value)))
  }

  private mutating func annotation(_ target: Term) throws -> Statement {
    switch target {
    case .name, .attribute, .element: break
    case .tuple: throw syntaxError("only single target (not tuple) can be annotated", target.range)
    case .list: throw syntaxError("only single target (not list) can be annotated", target.range)
    default: throw syntaxError("illegal target for annotation", target.range)
    }
    if case .name(let name) = target, !function.isFunction { annotated.append(name.text) }
    advance()
    try skipAnnotation()
    guard accept(.assign) else {
      if case .name(let name) = target, function.isFunction { scopes.assign(name.occurrence) }
      return .annotate(target)
    }
    try assign(target)
    if self.is(.yield) { return .yield(try yield(to: target)) }
    return .assign(Statement.Assignment([target], try tupleTerm()))
  }

  /// Reads an annotation, which nabla does not look at: its names need not exist.
  mutating func skipAnnotation() throws {
    let mark = scopes.mark
    _ = try term()
    scopes.rewind(to: mark)
  }

  private mutating func checkAugmented(_ target: Term) throws {
    switch target {
    case .attribute, .element: break
    // The name is assigned here, so in a function it is a variable of its own.
    case .name: try assign(target)
    default:
      throw syntaxError(
        "'\(target.description)' is an illegal expression for augmented assignment", target.range)
    }
  }
}
