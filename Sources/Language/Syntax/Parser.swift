/// Builds the tree of a program: statements by their first word, terms by binding power.
struct Parser {
  let source: Source
  private let tokens: [Token]
  private(set) var position = 0
  var scopes = Scopes()
  /// How deep in terms the parser is.
  private var depth = 0
  /// How deep the last term read is: what evaluating it needs of the stack.
  var height = 0
  var loopDepth = 0
  /// The function being read: whether there is one, its qualified name, whether it yields.
  var function = FunctionContext()
  /// The names that the class body being read annotates.
  var annotated: [String] = []

  /// What the parser knows of the function around a statement.
  struct FunctionContext {
    var isFunction = false
    var name = ""
    var hasYield = false
  }

  init(_ source: Source, _ tokens: [Token]) {
    self.source = source
    self.tokens = tokens
  }

  /// The most that terms may be nested: the stack has room for each of them.
  static let deepest = 200

  mutating func program() throws -> [Statement] {
    var statements: [Statement] = []
    while kind != .end {
      if kind == .newline {
        advance()
        continue
      }
      if kind == .indent { throw indentationError("unexpected indent") }
      statements += try statement()
    }
    return statements
  }

  // MARK: Tokens

  var token: Token { tokens[position] }
  var kind: Token.Kind { tokens[position].kind }
  var next: Token.Kind { tokens[min(position + 1, tokens.count - 1)].kind }
  var previous: Token { tokens[max(position - 1, 0)] }
  var text: String { source.text(token.range) }

  mutating func advance() { if position < tokens.count - 1 { position += 1 } }

  func `is`(_ symbol: Symbol) -> Bool { kind == .symbol(symbol) }
  func `is`(_ keyword: Keyword) -> Bool { kind == .keyword(keyword) }

  /// Goes past a symbol if it is the next one.
  mutating func accept(_ symbol: Symbol) -> Bool {
    guard self.is(symbol) else { return false }
    advance()
    return true
  }

  /// Goes past a keyword if it is the next one.
  mutating func accept(_ keyword: Keyword) -> Bool {
    guard self.is(keyword) else { return false }
    advance()
    return true
  }

  mutating func expect(_ symbol: Symbol) throws {
    guard accept(symbol) else { throw expected("'\(symbol.rawValue)'") }
  }

  mutating func expect(_ keyword: Keyword) throws {
    guard accept(keyword) else { throw expected("'\(keyword.rawValue)'") }
  }

  mutating func name() throws -> (text: String, range: SourceRange) {
    guard kind == .name else { throw unexpected() }
    defer { advance() }
    return (text, token.range)
  }

  /// A name that this statement assigns.
  mutating func target() throws -> Term.Name {
    let (text, range) = try name()
    let occurrence = scopes.use(text)
    scopes.assign(occurrence)
    return Term.Name(text, occurrence, range)
  }

  // MARK: Depth

  /// Reads a term one level deeper, unless that is too deep.
  mutating func deeper<Result>(_ read: (inout Parser) throws -> Result) throws -> Result {
    depth += 1
    defer { depth -= 1 }
    if depth > Parser.deepest { throw tooDeep() }
    return try read(&self)
  }

  /// Notes that a term was made of parts of which the deepest has this height.
  mutating func grow(from height: Int) throws {
    self.height = height + 1
    if self.height > Parser.deepest { throw tooDeep() }
  }

  private func tooDeep() -> PythonError {
    var error = syntaxError("too many nested parentheses", token.range)
    error.notes = ["The expression is nested too deep: \(Parser.deepest) levels are the most."]
    error.fix = "Give a part of it a name, and use the name."
    return error
  }

  // MARK: Errors

  func syntaxError(_ message: String, _ range: SourceRange) -> PythonError {
    var error = PythonError("SyntaxError", message)
    error.place = SourcePlace(source: source, range: range)
    return error
  }

  func indentationError(_ message: String) -> PythonError {
    var error = syntaxError(message, token.range)
    error.type = "IndentationError"
    return error
  }

  func expected(_ what: String) -> PythonError { syntaxError("expected \(what)", token.range) }

  /// What CPython says where a word makes no sense.
  func unexpected() -> PythonError {
    if kind == .indent { return indentationError("unexpected indent") }
    return syntaxError("invalid syntax", token.range)
  }
}
