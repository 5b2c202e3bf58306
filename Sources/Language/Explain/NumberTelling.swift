import Math

/// How a plain number came about, from the expression as it is written.
struct NumberTelling {
  private var story = Story()
  private let globals: Globals
  /// The program in which names are given their values.
  private let program: Source
  /// The names being told, so that none is told by itself.
  private var open: Set<String> = []

  init(_ globals: Globals, in program: Source) {
    self.globals = globals
    self.program = program
  }

  /// The derivation of an expression whose value is known; nil where it has parts that are no arithmetic.
  mutating func tell(_ text: String, value: Double) -> Derivation? {
    guard let last = step(of: text, value), story.steps.count > 1 else { return nil }
    return Derivation(
      name: "arithmetic", formula: story.steps[last].formula, steps: story.steps)
  }

  /// The step of an expression, if arithmetic gives the value that the program found.
  private mutating func step(of text: String, _ value: Double) -> Int? {
    let source = Source(text)
    guard let tokens = try? Lexer.tokens(of: source) else { return nil }
    var parser = Parser(source, tokens)
    guard let statements = try? parser.program(), statements.count == 1,
      case .expression(let term) = statements[0], let last = step(of: term, source),
      story.steps[last].value.doubles == [value]
    else { return nil }
    return last
  }

  private mutating func step(of term: Term, _ source: Source) -> Int? {
    switch term {
    case .constant(let constant):
      guard let number = constant.value.number else { return nil }
      return given(number, source.text(constant.range))
    case .name(let name):
      guard let number = globals[name.text]?.number else { return nil }
      return step(ofName: name.text, number)
    case .unary(let node) where node.symbol == .minus:
      guard let operand = step(of: node.operand, source) else { return nil }
      return try? story.step(.negate(operand))
    case .binary(let node):
      guard let left = step(of: node.left, source), let right = step(of: node.right, source),
        let rule = Self.rule(node.symbol, left, right)
      else { return nil }
      return try? story.step(rule)
    case .call(let call):
      guard let term = call.positional?.first, call.positional?.count == 1,
        let function = Self.function(call.function), let argument = step(of: term, source)
      else { return nil }
      return try? story.step(.of(function, argument))
    default: return nil
    }
  }

  /// A variable's step: what it was assigned, where that is arithmetic too.
  private mutating func step(ofName name: String, _ value: Double) -> Int? {
    if let known = story.steps.firstIndex(where: { $0.symbol == name }) { return known }
    let end = program.bytes.count
    let place = SourcePlace(source: program, range: SourceRange(end, end))
    guard let origin = place.origin(ofName: name), open.insert(name).inserted else {
      return given(value, name)
    }
    defer { open.remove(name) }
    let before = story
    let assigned = origin.source.drop { $0 != "=" }.dropFirst()
    if let step = step(of: TextMethods.strip(String(assigned)), value) {
      let isNumber = story.steps[step].rule == .given
      if isNumber { story = before }
      let own = isNumber ? given(value, name) : step
      story.rename(own, to: name)
      story.locate(from: before.steps.count, at: origin)
      return own
    }
    story = before
    let own = given(value, name)
    story.locate(from: own, at: origin)
    return own
  }

  private mutating func given(_ number: Double, _ symbol: String) -> Int {
    story.given(Tensor(number), symbol: symbol, formula: TensorNames.formula(symbol))
  }

  private static func rule(
    _ symbol: BinaryOperator, _ left: Int, _ right: Int
  ) -> Derivation.Rule? {
    switch symbol {
    case .add: .add(left, right)
    case .subtract: .subtract(left, right)
    case .multiply: .multiply(left, right)
    case .divide: .divide(left, right)
    case .power: .power(left, right)
    default: nil
    }
  }

  private static let functions: [String: Derivation.Function] = [
    "exp": .exponential, "log": .logarithm, "sqrt": .squareRoot, "tanh": .hyperbolicTangent,
    "sin": .sine, "cos": .cosine, "abs": .absolute, "log2": .log2, "log10": .log10,
    "log1p": .logOnePlus, "expm1": .exponentialMinusOne,
  ]

  /// The function of one number that a term names: `exp`, `math.exp`.
  private static func function(_ term: Term) -> Derivation.Function? {
    switch term {
    case .name(let name): return functions[name.text]
    case .attribute(let node):
      guard case .name(let module) = node.target, module.text == "math" else { return nil }
      return functions[node.name]
    default: return nil
    }
  }
}
