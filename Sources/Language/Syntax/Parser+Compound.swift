/// Statements with blocks.
extension Parser {
  /// A compound statement, if one begins here.
  mutating func compoundStatement() throws -> Statement? {
    guard case .keyword(let keyword) = kind else {
      return self.is(.at) ? try decorated() : nil
    }
    switch keyword {
    case .if: return try ifStatement()
    case .while: return try whileStatement()
    case .for: return try forStatement()
    case .try: return try tryStatement()
    case .with: return try withStatement()
    case .def: return try definition(decorators: [])
    case .class: return try classDefinition(decorators: [])
    case .async: throw syntaxError("nabla has no 'async'", token.range)
    case .else, .elif, .except, .finally: throw unexpected()
    default: return nil
    }
  }

  /// `: block`, told apart by what introduced it, for CPython's message.
  mutating func block(after what: String, line: Int) throws -> [Statement] {
    try expectColon()
    guard kind == .newline else {
      if startsCompound { throw unexpected() }
      return try statement()
    }
    advance()
    guard kind == .indent else {
      throw indentationError("expected an indented block after \(what) on line \(line)")
    }
    advance()
    var statements: [Statement] = []
    while kind != .dedent && kind != .end {
      if kind == .indent { throw indentationError("unexpected indent") }
      statements += try deeper { try $0.statement() }
    }
    if kind == .dedent { advance() }
    return statements
  }

  private var startsCompound: Bool {
    guard case .keyword(let keyword) = kind else { return self.is(.at) }
    return [.if, .while, .for, .try, .with, .def, .class].contains(keyword)
  }

  private mutating func expectColon() throws {
    guard !accept(.colon) else { return }
    if self.is(.assign) {
      throw syntaxError("invalid syntax. Maybe you meant '==' or ':=' instead of '='?", token.range)
    }
    throw kind == .newline || kind == .end ? expected("':'") : unexpected()
  }

  var line: Int { source.line(at: Int(token.range.start)) }

  /// Reads a part of a statement and tells whether it yields.
  private mutating func watchingYield<Result>(
    _ read: (inout Parser) throws -> Result
  ) throws -> (Result, Bool) {
    let before = function.hasYield
    function.hasYield = false
    let result = try read(&self)
    let hasYield = function.hasYield
    function.hasYield = before || hasYield
    return (result, hasYield)
  }

  private mutating func ifStatement() throws -> Statement {
    let ((branches, otherwise), hasYield) = try watchingYield { parser in
      var branches: [(condition: Term, body: [Statement])] = []
      var word = "if"
      repeat {
        let line = parser.line
        parser.advance()
        let condition = try parser.namedTerm()
        let body = try parser.block(after: "'\(word)' statement", line: line)
        branches.append((condition, body))
        word = "elif"
      } while parser.is(.elif)
      return (branches, try parser.elseBlock())
    }
    return .if(Statement.Branches(branches, otherwise: otherwise, hasYield: hasYield))
  }

  private mutating func elseBlock() throws -> [Statement] {
    let line = self.line
    return accept(.else) ? try block(after: "'else' statement", line: line) : []
  }

  private mutating func whileStatement() throws -> Statement {
    let ((condition, body, otherwise), hasYield) = try watchingYield { parser in
      let line = parser.line
      parser.advance()
      let condition = try parser.namedTerm()
      let body = try parser.loopBody(after: "'while' statement", line: line)
      return (condition, body, try parser.elseBlock())
    }
    return .while(Statement.Loop(condition, body, otherwise: otherwise, hasYield: hasYield))
  }

  private mutating func forStatement() throws -> Statement {
    let ((target, items, body, otherwise), hasYield) = try watchingYield { parser in
      let line = parser.line
      parser.advance()
      let target = try parser.targetList()
      try parser.expect(.in)
      let items = try parser.tupleTerm()
      let body = try parser.loopBody(after: "'for' statement", line: line)
      return (target, items, body, try parser.elseBlock())
    }
    return .for(Statement.Iteration(target, items, body, otherwise: otherwise, hasYield: hasYield))
  }

  private mutating func loopBody(after what: String, line: Int) throws -> [Statement] {
    loopDepth += 1
    defer { loopDepth -= 1 }
    return try block(after: what, line: line)
  }

  private mutating func tryStatement() throws -> Statement {
    let start = line
    let (parts, hasYield) = try watchingYield { parser in
      parser.advance()
      let body = try parser.block(after: "'try' statement", line: start)
      var handlers: [Statement.Try.Handler] = []
      while parser.is(.except) { handlers.append(try parser.handler()) }
      let otherwise = handlers.isEmpty ? [] : try parser.elseBlock()
      let line = parser.line
      let finally =
        parser.accept(.finally) ? try parser.block(after: "'finally' statement", line: line) : []
      if handlers.isEmpty && finally.isEmpty {
        throw parser.expected("'except' or 'finally' block")
      }
      return (body, handlers, otherwise, finally)
    }
    return .try(
      Statement.Try(
        parts.0, parts.1, otherwise: parts.2, finally: parts.3, hasYield: hasYield))
  }

  private mutating func handler() throws -> Statement.Try.Handler {
    let line = self.line
    advance()
    var handler = Statement.Try.Handler(type: nil, name: nil, body: [])
    if !self.is(.colon) {
      handler.type = try term()
      if self.is(.comma) {
        throw syntaxError("multiple exception types must be parenthesized", token.range)
      }
      if accept(.as) { handler.name = try target() }
    }
    handler.body = try block(after: "'except' statement", line: line)
    return handler
  }

  private mutating func withStatement() throws -> Statement {
    let ((items, body), hasYield) = try watchingYield { parser in
      let line = parser.line
      parser.advance()
      let items = try parser.withItems()
      return (items, try parser.block(after: "'with' statement", line: line))
    }
    return .with(Statement.With(items, body, hasYield: hasYield))
  }

  private mutating func withItems() throws -> [(context: Term, target: Term?)] {
    var items: [(context: Term, target: Term?)] = []
    repeat {
      let context = try term()
      var target: Term?
      if accept(.as) {
        let named = try postfix()
        try assign(named)
        target = named
      }
      items.append((context, target))
    } while accept(.comma)
    return items
  }
}
