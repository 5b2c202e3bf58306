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
