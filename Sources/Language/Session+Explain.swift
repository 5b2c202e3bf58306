import Math

extension Session {
  /// Runs a program and derives the value of its final expression, operation by operation.
  ///
  /// What is derived is everything the program computed on the way to the value, so that a name given
  /// earlier in the program is explained by its parts too. A value that an earlier program computed
  /// is derived by running the session's programs once more.
  public func explain(_ source: String) -> (outcome: Outcome, derivation: Derivation?) {
    let earlier = history.count
    let (outcome, derivation) = derive(source, Trace())
    guard outcome.diagnostic == nil, derivation == nil, earlier > 0 else {
      return (outcome, derivation)
    }
    // The last program of the history is this one, and its value is what is wanted.
    let trace = Trace()
    let (_, again) = replayed(trace, upTo: history.count - 1).derive(source, trace)
    return (outcome, again)
  }

  private func derive(
    _ source: String, _ trace: Trace
  ) -> (outcome: Outcome, derivation: Derivation?) {
    interpreter.trace = trace
    defer { interpreter.trace = nil }
    let (outcome, value) = evaluate(source)
    guard outcome.diagnostic == nil else { return (outcome, nil) }
    if value.isNone, let last = trace.entries.last?.output {
      var telling = Telling(interpreter.globals)
      return (outcome, telling.tell(last, in: trace))
    }
    return (outcome, interpreter.derivation(of: value, Self.lastExpression(of: source)))
  }

  /// The text of a program's final expression.
  private static func lastExpression(of text: String) -> SourcePlace? {
    let source = Source(text)
    guard let tokens = try? Lexer.tokens(of: source) else { return nil }
    var parser = Parser(source, tokens)
    guard case .expression(let term)? = (try? parser.program())?.last else { return nil }
    return SourcePlace(source: source, range: term.range)
  }

  /// Runs a program, under a trace where it asks for an explanation.
  func run(_ program: Program) throws -> Value {
    interpreter.keepsValues = program.mentions("check_gradient", in: interpreter.globals)
    let asks = ["explain", "compare", "graph"].contains {
      program.mentions($0, in: interpreter.globals)
    }
    guard interpreter.trace == nil, asks else {
      return try interpreter.run(program)
    }
    let (earlier, text) = (history.count - 1, program.source.text)
    var again: [Explanation?]?
    interpreter.trace = Trace()
    if earlier > 0 {
      interpreter.retell = { [unowned self] number in
        let told = again ?? explanations(in: text, after: earlier)
        again = told
        return told.indices.contains(number) ? told[number] : nil
      }
    }
    defer { (interpreter.trace, interpreter.retell) = (nil, nil) }
    return try interpreter.run(program)
  }

  /// What a program is told when everything before it ran under a trace as well.
  private func explanations(in source: String, after earlier: Int) -> [Explanation?] {
    let session = replayed(Trace(), upTo: earlier)
    session.interpreter.explanations = []
    _ = session.run(source)
    return session.interpreter.explanations
  }
}

/// What a program asked to be told of a value.
enum Explanation {
  case derivation(Derivation)
  case graph(ComputationGraph)
}

extension Interpreter {
  /// How a value came about, as far as the trace reaches: of a tensor, of the pass that
  /// `loss.backward` names, of the last of several tensors, of arithmetic as it is written, or of the
  /// tensor a number was read from.
  func derivation(of value: Value, _ place: SourcePlace? = nil) -> Derivation? {
    guard let trace else { return nil }
    var telling = Telling(globals)
    switch value {
    case .tensor(let tensor): return telling.tell(tensor, in: trace)
    case .method(let method):
      guard case .tensor(let root) = method.receiver, case .builtin(let builtin) = method.function,
        builtin.name == "backward"
      else { return nil }
      return telling.tell(passFrom: root, in: trace)
    case .list(let list): return derivation(ofLast: list.items)
    case .tuple(let tuple): return derivation(ofLast: tuple.items)
    default:
      guard let number = value.number else { return nil }
      if let place {
        var telling = NumberTelling(globals, in: place.source)
        let text = place.source.text(place.range)
        if let derivation = telling.tell(text, value: number) { return derivation }
      }
      let source = trace.entries.last {
        $0.output.value.count == 1 && $0.output.value.doubles == [number]
      }
      return source.flatMap { telling.tell($0.output, in: trace) }
    }
  }

  private func derivation(ofLast items: [Value]) -> Derivation? {
    items.last { if case .tensor = $0 { true } else { false } }.flatMap { derivation(of: $0) }
  }

  /// What `explain` tells of a value: by this program, or by it and those before.
  func explanation(of value: Value) -> Derivation? {
    let own = derivation(of: value, argumentPlace)
    explanations.append(own.map { .derivation($0) })
    if let own { return own }
    guard case .derivation(let told)? = retell?(explanations.count - 1) else { return nil }
    return told
  }

  /// The graph of what a value was computed from: by those programs that ran before as well.
  func graph(of tensor: TensorObject) -> ComputationGraph? {
    let own = trace.flatMap { GraphDrawing($0, globals).graph(of: tensor) }
    explanations.append(own.map { .graph($0) })
    guard case .graph(let told)? = retell?(explanations.count - 1) else { return own }
    return told
  }
}
