/// Functions, classes and imports.
extension Parser {
  mutating func decorated() throws -> Statement {
    var decorators: [Term] = []
    while accept(.at) {
      decorators.append(try namedTerm())
      guard kind == .newline else { throw unexpected() }
      advance()
    }
    if self.is(.def) { return try definition(decorators: decorators) }
    if self.is(.class) { return try classDefinition(decorators: decorators) }
    throw unexpected()
  }

  mutating func definition(decorators: [Term]) throws -> Statement {
    let start = token.range
    let line = self.line
    advance()
    let name = try target()
    guard self.is(.openParenthesis) else { throw expected("'('") }
    advance()
    let outer = (function, loopDepth)
    let scope = scopes.open(.function)
    let path = outer.0.name.isEmpty ? "" : outer.0.name + (outer.0.isFunction ? ".<locals>." : ".")
    function = FunctionContext(isFunction: true, name: path + name.text)
    loopDepth = 0
    let slots = try parameters(until: .closeParenthesis, outside: scope)
    try close(.closeParenthesis)
    if accept(.arrow) { try skipAnnotation() }
    let body = try block(after: "function definition", line: line)
    scopes.close()
    let code = FunctionCode(
      name: name.text, qualifiedName: function.name, slots: slots, body: .statements(body),
      scope: scope, isGenerator: function.hasYield, range: start.to(name.range))
    (function, loopDepth) = outer
    return .define(Statement.Definition(name, code, decorators: decorators))
  }

  mutating func lambda() throws -> Term {
    let start = token.range
    advance()
    let outer = (function, loopDepth)
    let scope = scopes.open(.function)
    let path = outer.0.name.isEmpty ? "" : outer.0.name + (outer.0.isFunction ? ".<locals>." : ".")
    function = FunctionContext(isFunction: true, name: path + "<lambda>")
    let slots = try parameters(until: .colon, outside: scope)
    try expect(.colon)
    let body = try term()
    scopes.close()
    (function, loopDepth) = outer
    height = 1
    return .lambda(
      FunctionCode(
        name: "<lambda>", qualifiedName: path + "<lambda>", slots: slots, body: .term(body),
        scope: scope,
        isGenerator: false, range: start.to(body.range)))
  }

  /// The parameters up to a closing symbol; defaults belong to the scope around the function.
  private mutating func parameters(
    until end: Symbol, outside scope: Int
  ) throws -> [FunctionCode.Slot] {
    var slots: [FunctionCode.Slot] = []
    var isKeywordOnly = false
    while !self.is(end) {
      let range = token.range
      if accept(.slash) {
        for index in slots.indices { slots[index].parameter.kind = .positionalOnly }
      } else if accept(.star) {
        if self.is(end) { throw syntaxError("named arguments must follow bare *", range) }
        if self.is(.comma) {
          if isKeywordOnly { throw syntaxError("* argument may appear only once", range) }
        } else {
          slots.append(try parameter(.variadic, slots, end))
        }
        isKeywordOnly = true
      } else if accept(.doubleStar) {
        slots.append(try parameter(.keywords, slots, end))
      } else {
        slots.append(try parameter(isKeywordOnly ? .keywordOnly : .standard, slots, end))
      }
      if !accept(.comma) { break }
    }
    return slots
  }

  private mutating func parameter(
    _ kind: Parameter.Kind, _ earlier: [FunctionCode.Slot], _ end: Symbol
  ) throws -> FunctionCode.Slot {
    let (text, range) = try name()
    if scopes.isLocal(text) {
      throw syntaxError("duplicate argument '\(text)' in function definition", range)
    }
    let occurrence = scopes.addParameter(text)
    if end == .closeParenthesis, accept(.colon) { try skipAnnotation() }
    var standard: Term?
    if self.is(.assign), kind == .standard || kind == .keywordOnly {
      advance()
      let inner = scopes.stepOut()
      standard = try term()
      scopes.stepIn(inner)
    } else if kind == .standard, earlier.contains(where: { $0.standard != nil }) {
      throw syntaxError("non-default argument follows default argument", range)
    }
    let parameter = Parameter(
      name: text, kind: kind, standard: standard == nil ? nil : Snapshot.none)
    return FunctionCode.Slot(parameter: parameter, standard: standard, occurrence: occurrence)
  }

  mutating func classDefinition(decorators: [Term]) throws -> Statement {
    let start = token.range
    let line = self.line
    advance()
    let name = try target()
    var base: Term?
    if accept(.openParenthesis) {
      if !self.is(.closeParenthesis) {
        base = try term()
        if self.is(.comma), next != .symbol(.closeParenthesis) {
          throw syntaxError("nabla's classes have one base class", token.range)
        }
        _ = accept(.comma)
      }
      try close(.closeParenthesis)
    }
    let outer = (function, loopDepth)
    let outerAnnotated = annotated
    annotated = []
    defer { annotated = outerAnnotated }
    let scope = scopes.open(.class)
    let path = outer.0.name.isEmpty ? "" : outer.0.name + (outer.0.isFunction ? ".<locals>." : ".")
    function = FunctionContext(isFunction: false, name: path + name.text)
    loopDepth = 0
    let body = try block(after: "class definition", line: line)
    scopes.close()
    let code = FunctionCode(
      name: name.text, qualifiedName: function.name, slots: [], body: .statements(body),
      scope: scope, isGenerator: false, range: start.to(name.range))
    (function, loopDepth) = outer
    return .class(
      Statement.ClassDefinition(
        name, base: base, code, decorators: decorators, annotated: annotated,
        start.to(name.range)))
  }

  mutating func importStatement() throws -> Statement {
    advance()
    var items: [Statement.Import.Item] = []
    repeat {
      let start = token.range
      let path = try dottedName()
      if accept(.as) {
        let target = try target()
        items.append(
          .init(path: path, target: target, bindsRoot: false, range: start.to(previous.range)))
      } else {
        let root = String(path.prefix { $0 != "." })
        let occurrence = scopes.use(root)
        scopes.assign(occurrence)
        items.append(
          .init(
            path: path, target: Term.Name(root, occurrence, start), bindsRoot: true,
            range: start.to(previous.range)))
      }
    } while accept(.comma)
    return .import(Statement.Import(items))
  }

  mutating func fromStatement() throws -> Statement {
    advance()
    if self.is(.dot) || self.is(.ellipsis) {
      throw syntaxError("nabla has no relative imports", token.range)
    }
    let path = try dottedName()
    try expect(.import)
    if self.is(.star) {
      defer { advance() }
      return .import(
        Statement.Import([.init(path: path, member: "*", bindsRoot: false, range: token.range)]))
    }
    let hasBrackets = accept(.openParenthesis)
    var items: [Statement.Import.Item] = []
    repeat {
      if hasBrackets && self.is(.closeParenthesis) { break }
      let (member, range) = try name()
      let target: Term.Name
      if accept(.as) {
        target = try self.target()
      } else {
        let occurrence = scopes.use(member)
        scopes.assign(occurrence)
        target = Term.Name(member, occurrence, range)
      }
      items.append(
        .init(path: path, member: member, target: target, bindsRoot: false, range: range))
    } while accept(.comma)
    if hasBrackets { try close(.closeParenthesis) }
    return .import(Statement.Import(items))
  }

  private mutating func dottedName() throws -> String {
    var path = try name().text
    while accept(.dot) { path += "." + (try name().text) }
    return path
  }
}
