import Math

/// What nabla adds to PyTorch's names: ways of failing on purpose, and of checking a gradient.
enum TeachingFunctions {
  static let all: [Builtin] = [
    Builtin("naive_softmax", "input, dim=-1", "softmax without the shift: watch it overflow.") {
      call in
      let x = try scores(call)
      return .tensor(try call.interpreter.apply(NaiveSoftmax(dim: call.int(1)), x))
    },
    Builtin(
      "naive_log_softmax", "input, dim=-1",
      "The logarithm of softmax, taken last: watch it underflow."
    ) { call in
      let x = try scores(call)
      return .tensor(try call.interpreter.apply(NaiveLogSoftmax(dim: call.int(1)), x))
    },
    Builtin(
      "check_gradient", "loss, *tensors, step=None",
      "Sets the gradient of backward() beside central differences, element by element."
    ) { call in
      try GradientCheck.run(call)
    },
  ]

  private static func scores(_ call: Call) throws -> TensorObject {
    if case .tensor(let tensor) = call[0] { return tensor }
    return TensorObject(try TensorLiteral.tensor(of: call[0], dtype: .float64, call.interpreter))
  }
}
