/// A program that has been read: its statements, and which variable every name is.
final class Program {
  let source: Source
  let statements: [Statement]
  let bindings: [Binding]
  let layouts: [Layout]
  /// The last statement, where it is an expression: the value of the program.
  let final: Term?

  init(source: Source, statements: [Statement], resolution: Resolution) {
    self.source = source
    self.statements = statements
    bindings = resolution.bindings
    layouts = resolution.layouts
    if case .expression(let term)? = statements.last { final = term } else { final = nil }
  }

  /// Whether the program uses a global name anywhere.
  func mentions(_ name: String, in globals: Globals) -> Bool {
    let wanted = globals.slot(of: name)
    return bindings.contains { if case .global(wanted) = $0 { true } else { false } }
  }

  /// Whether a text has no syntax error.
  static func isReadable(_ text: String) -> Bool {
    let source = Source(text)
    guard let tokens = try? Lexer.tokens(of: source) else { return false }
    var parser = Parser(source, tokens)
    return (try? parser.program()) != nil
  }

  /// Reads a program whose global names are those of a session.
  static func parse(
    _ text: String, globals: Globals, prefix: String = ""
  ) throws -> Program {
    let source = Source(text, isLibrary: !prefix.isEmpty)
    if source.bytes.count > 4_000_000 {
      var error = PythonError(
        "SyntaxError",
        "the program is too long: \(source.bytes.count) bytes, and 4000000 is the most")
      error.place = SourcePlace(source: source, range: SourceRange(4_000_000, 4_000_001))
      throw error
    }
    if let zero = source.bytes.firstIndex(of: 0) {
      var error = PythonError("SyntaxError", "source code cannot contain null bytes")
      error.place = SourcePlace(source: source, range: SourceRange(zero, zero + 1))
      throw error
    }
    var parser = Parser(source, try Lexer.tokens(of: source))
    let statements = try parser.program()
    return Program(
      source: source, statements: statements,
      resolution: Resolution(
        parser.scopes, globals: globals, prefix: prefix))
  }
}
