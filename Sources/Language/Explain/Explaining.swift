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
    }
  ]

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
