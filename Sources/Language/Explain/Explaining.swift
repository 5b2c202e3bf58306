import Math

/// `explain`: what a program asks to be told.
enum Explaining {
  static let functions: [Builtin] = [
    Builtin(
      "explain", "value",
      "Prints the steps by which a value came about; explain(w.grad) and explain(loss.backward) tell the way back."
    ) { call in
      guard let derivation = call.interpreter.explanation(of: call[0]) else {
        throw nothing(to: call[0], call.interpreter)
      }
      try call.interpreter.print(derivation.text + "\n")
      return .null
    },
    Builtin(
      "graph", "value",
      "Draws what a value was computed from, and after backward() the gradients that came back."
    ) { call in
      guard case .tensor(let tensor) = call[0] else {
        throw PythonError.type(
          "graph() wants a tensor that was computed, not \(call.interpreter.typeName(of: call[0]))")
      }
      guard let graph = call.interpreter.graph(of: tensor) else {
        throw PythonError.value("this tensor was given, not computed: there is no graph to draw")
      }
      call.interpreter.draw(.graph(graph))
      return .null
    },
    Builtin(
      "compare", "a, b",
      "Sets two ways to one number side by side, and marks the step at which they part."
    ) { call in
      let titles = call.interpreter.argumentTexts
      let ways = try call.values.map { try way($0, call.interpreter) }
      let comparison = Derivation.Comparison(ways[0], ways[1])
      let heads = (0..<2).map { titles.count == 2 ? titles[$0] : "ab".map(String.init)[$0] }
      try call.interpreter.print(comparison.text(heads[0], heads[1]) + "\n")
      return .null
    },
  ]

  /// How a value came about; of a function without arguments, the value it gives.
  private static func way(_ value: Value, _ interpreter: Interpreter) throws -> Derivation {
    var value = value
    if case .function = value { value = try interpreter.call(value) }
    guard let derivation = interpreter.explanation(of: value) else {
      throw nothing(to: value, interpreter)
    }
    return derivation
  }

  private static func nothing(to value: Value, _ interpreter: Interpreter) -> PythonError {
    switch value {
    case .tensor:
      return .value("this tensor was given, not computed: there are no steps to explain")
    case .null:
      var error = PythonError.type("explain() wants a value, not None")
      error.notes = [
        "The gradient of a leaf is there after loss.backward(); that of a result, if its "
          + "retain_grad() was called before."
      ]
      return error
    default:
      return .type(
        "explain() wants a tensor that was computed, not \(interpreter.typeName(of: value))")
    }
  }
}
