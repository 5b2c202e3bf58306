/// Terms, by binding power: the loosest first.
extension Parser {
  /// How tightly each operator binds its operands.
  private enum Power {
    static let or = 1
    static let and = 2
    static let not = 3
    static let comparison = 4
    static let prefix = 11
    static let power = 12
  }

  /// One expression: everything but `*x`, `:=` and a tuple without brackets.
  mutating func term() throws -> Term {
    try deeper { parser in
      if parser.is(.lambda) { return try parser.lambda() }
      let then = try parser.operation(0)
      guard parser.accept(.if) else { return then }
      var height = parser.height
      let condition = try parser.operation(0)
      height = max(height, parser.height)
      guard parser.accept(.else) else {
        throw parser.syntaxError(
          "expected 'else' after 'if' expression", then.range.to(condition.range))
      }
      let otherwise = try parser.term()
      try parser.grow(from: max(height, parser.height))
      return .conditional(Term.Conditional(condition, then: then, otherwise: otherwise))
    }
  }

  /// An expression that may be named: `x := value`.
  mutating func namedTerm() throws -> Term {
    guard kind == .name, next == .symbol(.walrus) else { return try term() }
    let (text, range) = try name()
    let occurrence = scopes.use(text)
    advance()
    let value = try term()
    scopes.assignPastComprehensions(occurrence)
    try grow(from: height)
    return .named(Term.Named(Term.Name(text, occurrence, range), value))
  }

  /// Expressions with commas between them, as one tuple; a single one as itself.
  mutating func tupleTerm(allowsStar: Bool = true) throws -> Term {
    let first = try starredTerm()
    guard self.is(.comma) else {
      if case .starred(let star) = first {
        throw syntaxError("can't use starred expression here", star.range)
      }
      return first
    }
    var items = [first]
    var tallest = height
    while accept(.comma), startsTerm {
      items.append(try starredTerm())
      tallest = max(tallest, height)
    }
    try grow(from: tallest)
    return .tuple(Term.Items(items, first.range.to(previous.range)))
  }

  /// `*items` or an expression that may be named.
  mutating func starredTerm() throws -> Term {
    guard self.is(.star) else { return try namedTerm() }
    let start = token.range
    advance()
    let items = try operation(5)
    return .starred(Term.Operand(items, start.to(items.range)))
  }

  /// Whether the next word can begin an expression.
  var startsTerm: Bool {
    switch kind {
    case .name, .number, .string: true
    case .keyword(let keyword):
      [.none, .true, .false, .not, .lambda, .await, .yield].contains(keyword)
    case .symbol(let symbol):
      [.openParenthesis, .openBracket, .openBrace, .minus, .plus, .tilde, .star, .ellipsis]
        .contains(symbol)
    default: false
    }
  }

  /// An operation whose operators bind at least so tightly.
  mutating func operation(_ power: Int) throws -> Term {
    var left = try prefix(power)
    while true {
      let height = self.height
      if let (symbol, binds) = binaryOperator, binds >= power {
        advance()
        let right = try deeper { try $0.operation(binds == Power.power ? Power.prefix : binds + 1) }
        left = .binary(Term.Binary(symbol, left, right))
      } else if power <= Power.comparison, let first = comparisonLink {
        left = try comparison(left, first)
      } else if power <= Power.and, self.is(.and) {
        left = try logical(left, .and, Power.and)
      } else if power <= Power.or, self.is(.or) {
        left = try logical(left, .or, Power.or)
      } else {
        return left
      }
      try grow(from: max(height, self.height))
    }
  }

  private mutating func prefix(_ power: Int) throws -> Term {
    let start = token.range
    if self.is(.not), power <= Power.not {
      advance()
      let operand = try deeper { try $0.operation(Power.not) }
      try grow(from: height)
      return .not(Term.Operand(operand, start.to(operand.range)))
    }
    guard case .symbol(let symbol) = kind, let unary = UnaryOperator(rawValue: symbol.rawValue)
    else { return try postfix() }
    advance()
    let operand = try deeper { try $0.operation(Power.prefix) }
    try grow(from: height)
    if case .constant(let constant) = operand, unary == .minus, let negated = constant.negated {
      return .constant(Term.Constant(negated, start.to(operand.range)))
    }
    return .unary(Term.Unary(unary, operand, start.to(operand.range)))
  }

  private var binaryOperator: (BinaryOperator, Int)? {
    guard case .symbol(let symbol) = kind else { return nil }
    switch symbol {
    case .bar: return (.or, 5)
    case .caret: return (.exclusiveOr, 6)
    case .ampersand: return (.and, 7)
    case .leftShift: return (.leftShift, 8)
    case .rightShift: return (.rightShift, 8)
    case .plus: return (.add, 9)
    case .minus: return (.subtract, 9)
    case .star: return (.multiply, 10)
    case .slash: return (.divide, 10)
    case .doubleSlash: return (.floorDivide, 10)
    case .percent: return (.remainder, 10)
    case .at: return (.matrixMultiply, 10)
    case .doubleStar: return (.power, Power.power)
    default: return nil
    }
  }

  private var comparisonLink: Term.Chain.Link? {
    switch kind {
    case .symbol(let symbol): Comparison(rawValue: symbol.rawValue).map { .compare($0) }
    case .keyword(.in): .in
    case .keyword(.is): next == .keyword(.not) ? .isNot : .is
    case .keyword(.not): next == .keyword(.in) ? .notIn : nil
    default: nil
    }
  }

  private mutating func comparison(_ first: Term, _ link: Term.Chain.Link) throws -> Term {
    var rest: [(link: Term.Chain.Link, term: Term)] = []
    var link: Term.Chain.Link? = link
    var tallest = height
    while let found = link {
      advance()
      if case .isNot = found { advance() }
      if case .notIn = found { advance() }
      let term = try deeper { try $0.operation(Power.comparison + 1) }
      rest.append((found, term))
      tallest = max(tallest, height)
      link = comparisonLink
    }
    height = tallest
    return .comparison(Term.Chain(first, rest, first.range.to(previous.range)))
  }

  private mutating func logical(_ first: Term, _ keyword: Keyword, _ power: Int) throws -> Term {
    var terms = [first]
    var tallest = height
    while accept(keyword) {
      terms.append(try deeper { try $0.operation(power + 1) })
      tallest = max(tallest, height)
    }
    height = tallest
    return .logical(
      Term.Logical(isAnd: keyword == .and, terms, first.range.to(previous.range)))
  }
}

extension Term.Constant {
  /// The number with its sign turned, for a literal with a minus before it.
  fileprivate var negated: Value? {
    switch value {
    case .int(let number): .int(-number)
    case .float(let number): .float(-number)
    default: nil
    }
  }
}
