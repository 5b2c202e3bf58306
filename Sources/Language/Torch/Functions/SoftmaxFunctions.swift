import Math

/// The softmax family.
enum SoftmaxFunctions {
  static let all: [TorchFunction] =
    family("softmax", "Scores as shares that add up to 1.", "softmax") {
      Softmax(dim: $0)
    }
    + family("log_softmax", "The logarithm of softmax, exact where shares are tiny.", "log_softmax")
  { LogSoftmax(dim: $0) }
    + [
      TorchFunction(
        "softmin", "input, dim=None, _stacklevel=3, dtype=None",
        "softmax of the scores with the other sign.", in: .functional
      ) { call in
        let x = try call.cast(0, dtype: 3)
        let dim = try call.optionalInt(1) ?? implicit("softmin", x, call)
        return .tensor(
          try call.interpreter.apply(
            Softmax(dim: dim), call.interpreter.apply(Negate(), x)))
      },
      TorchFunction(
        "logsumexp", "input, dim, keepdim=False, *, out=None",
        "The logarithm of the sum of the exponentials.", in: [.torch, .method, .special]
      ) { call in
        let x = try call.tensor(0)
        var dims = try call.ints(1) ?? []
        if dims.isEmpty { dims = Array(0..<x.value.rank) }
        return .tensor(
          try call.interpreter.apply(LogSumExp(dims: dims, keepsDims: call.bool(2)), x))
      },
      TorchFunction(
        "gumbel_softmax", "logits, tau=1, hard=False, eps=1e-10, dim=-1",
        "softmax of scores with Gumbel noise.", in: .functional
      ) { call in
        try gumbel(call)
      },
    ]

  /// `torch.name(x, dim)` and `x.name(dim)`, and `F.name(x, dim=None)`.
  private static func family(
    _ name: String, _ summary: String, _ special: String,
    _ operation: @escaping @Sendable (Int) -> any Operator
  ) -> [TorchFunction] {
    [
      TorchFunction(
        name, "input, dim, dtype=None, *, out=None", summary, in: [.torch, .method, .special]
      ) { call in
        .tensor(try apply(operation(call.int(1)), call.int(1), call.cast(0, dtype: 2), call))
      },
      TorchFunction(name, "input, dim=None, _stacklevel=3, dtype=None", summary, in: .functional) {
        call in
        if !call[0].isTensor {
          // PyTorch's F calls the tensor's own method.
          throw PythonError.attribute(
            "'\(call.interpreter.typeName(of: call[0]))' object has no attribute '\(name)'")
        }
        let x = try call.cast(0, dtype: 3)
        let dim = try call.optionalInt(1) ?? implicit(name, x, call)
        return .tensor(try apply(operation(dim), dim, x, call))
      },
    ]
  }

  private static func apply(
    _ operation: any Operator, _ dim: Int, _ x: TensorObject, _ call: Call
  ) throws -> TensorObject {
    let result = try call.interpreter.apply(operation, x)
    result.origin = TensorOrigin(of: operation)
    call.interpreter.watchSoftmax(x, dim: dim)
    return result
  }

  /// The dimension that PyTorch takes where none is given, with its warning.
  private static func implicit(_ name: String, _ x: TensorObject, _ call: Call) -> Int {
    call.interpreter.warn(
      "Implicit dimension choice for \(name) has been deprecated. Change the call to include dim=X as "
        + "an argument.")
    return [0, 1, 3].contains(x.value.rank) ? 0 : 1
  }

  private static func gumbel(_ call: Call) throws -> Value {
    let run = call.interpreter
    let x = try call.tensor(0)
    let dim = try Shape.dimension(call.int(4), rank: x.value.rank)
    let draws = (0..<x.value.count).map { _ in
      -Logarithm().value(run.torch.generator.exponential())
    }
    let noise = TensorObject(Tensor(draws, shape: x.shape).cast(to: x.dtype))
    let tau = TensorObject(.wrapped(try call.number(1), beside: x.dtype))
    let scores = try run.apply(Divide(), run.apply(Add(), x, noise), tau)
    let soft = try run.apply(Softmax(dim: dim), scores)
    guard try call.bool(2) else { return .tensor(soft) }
    let best = try soft.value.argmax(dim: dim, keepsDims: true)
    let ones = Tensor.ones(best.shape, dtype: x.dtype)
    let hard = try Tensor.zeros(x.shape, dtype: x.dtype).scatter(dim, best, ones)
    let still = try run.apply(Subtract(), TensorObject(hard), soft.detached())
    return .tensor(try run.apply(Add(), still, soft))
  }
}
