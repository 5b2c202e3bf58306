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
    guard outcome.diagnostic == nil, derivation == nil, earlier > 0, case .tensor = outcome.value
    else { return (outcome, derivation) }
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
    var result = trace.entries.last?.output
    if case .tensor(let tensor) = value { result = tensor }
    guard let result else { return (outcome, nil) }
    var telling = Telling(interpreter.globals)
    return (outcome, telling.tell(trace.entries(behind: result)))
  }
}

/// Makes one story of the operations behind a result.
private struct Telling {
  private var story = Story()
  private var steps: [ObjectIdentifier: Int] = [:]
  private var names: [ObjectIdentifier: String] = [:]
  private var spare = ["x", "y", "w", "u", "v", "s", "t"]

  init(_ globals: Globals) {
    for (name, value) in globals.variables {
      guard case .tensor(let tensor) = value else { continue }
      names[ObjectIdentifier(tensor)] = name
      spare.removeAll { $0 == name }
    }
  }

  /// The derivation; nil where an operation cannot be told.
  mutating func tell(_ entries: [Trace.Entry]) -> Derivation? {
    guard let last = entries.last else { return nil }
    for entry in entries {
      let inputs = zip(entry.inputs, entry.values).map { step(of: $0, $1) }
      guard let result = tell(entry.operation, inputs) else { return nil }
      steps[ObjectIdentifier(entry.output)] = result
    }
    return Derivation(
      name: last.operation.name, formula: story.steps.last?.formula ?? "", steps: story.steps)
  }

  /// Tells an operation step by step, or in one go where it has no steps to tell.
  private mutating func tell(_ operation: any Operator, _ inputs: [Int]) -> Int? {
    var longer = story
    if let result = try? operation.tell(inputs, in: &longer) {
      story = longer
      return result
    }
    return try? story.apply(operation, to: inputs)
  }

  /// The step that tells an input: its own, or a new one where it is simply there.
  private mutating func step(of input: TensorObject, _ value: Tensor) -> Int {
    if let known = steps[ObjectIdentifier(input)] { return known }
    let symbol = names[ObjectIdentifier(input)] ?? number(value) ?? nextName()
    let step = story.given(value, symbol: symbol, formula: symbol)
    steps[ObjectIdentifier(input)] = step
    return step
  }

  /// A lone number is its own name.
  private func number(_ value: Tensor) -> String? {
    guard value.shape.isEmpty, let number = value.doubles.first else { return nil }
    return number == number.rounded() && number.magnitude < 1e15
      ? "\(Int(number))" : FloatText.representation(of: number)
  }

  private mutating func nextName() -> String {
    spare.isEmpty ? "x\(steps.count)" : spare.removeFirst()
  }
}

extension Tensor {
  /// The values as floats, whatever kind they are.
  var doubles: [Double] {
    switch storage {
    case .float64(let values): values
    case .float32(let values): values.map(Double.init)
    case .float16(let values): values.map(Double.init)
    case .int64(let values): values.map(Double.init)
    case .bool(let values): values.map { $0 ? 1 : 0 }
    }
  }
}
